"""The one door for what is typed or pasted at the desk: every posted text comes in as it is meant.

Letters of old fonts (TCVN3, VNI) become Unicode, as in the reading of old posts; look-alikes become the letters they
look like. Passwords are nobody's words, and what was signed or is a key is plain ASCII, which stays as it is.
"""

from django.urls import reverse

from ..look_alikes import mended
from ..readers.inputs import legacy

UNTOUCHED = ("password", "csrfmiddlewaretoken")


def as_meant(text):
    return text if text.isascii() and text.isprintable() else mended(legacy.repair(text).text)


class AsMeant:
    """Middleware, for addresses of the desk alone."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method == "POST" and request.path.startswith(reverse("admin:index")):
            _mend(request)
        return self.get_response(request)


def _mend(request):
    typed = request.POST.copy()
    for name, values in request.POST.lists():
        if not any(each in name for each in UNTOUCHED):
            typed.setlist(name, [as_meant(value) for value in values])
    request.POST = typed
