"""After a form was sent: another page, which is asked for by GET."""

from django.http import HttpResponseRedirect


class SeeOther(HttpResponseRedirect):
    status_code = 303
