"""Middleware that repairs every text posted to the desk.

Letters of old fonts (TCVN3, VNI) become Unicode, as in the readers of old posts; look-alikes become the letters they
look like. Passwords stay as typed, and so does plain ASCII: signed values and keys are plain ASCII.
"""

from django.urls import reverse

from ..look_alikes import mended
from ..readers.inputs import legacy

UNTOUCHED = ("password", "csrfmiddlewaretoken")


def as_meant(text):
    """A value of unseen characters alone stays: the form refuses it where it must."""
    return text if text.isascii() and text.isprintable() else mended(legacy.repair(text).text) or text


class AsMeant:
    """For addresses of the desk alone."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method == "POST" and request.path.startswith(reverse("admin:index")):
            _mend(request)
        return self.get_response(request)


def _mend(request):
    typed = request.POST.copy()
    for name, values in request.POST.lists():
        if not any(part in name for part in UNTOUCHED):
            typed.setlist(name, [as_meant(value) for value in values])
    request.POST = typed
