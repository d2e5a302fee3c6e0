"""A form of the desk that is sent twice is handled once: the second request gets the answer of the first.

The key holds the form's own token and everything typed: a form that is corrected and sent again has another key. The
key leaves out the button, because two buttons pressed in a hurry are one sending.
"""

import hashlib
import json
import re
from time import monotonic, sleep

from django.contrib import messages
from django.contrib.messages.storage.base import Message
from django.http import HttpResponseRedirect
from django.urls import reverse

from ..models import SentForm
from ..templatetags.sent_once import FIELD
from .desk_page import desk_page

WAIT, LOOK_AGAIN = 10, 0.1
"""A second request waits so many seconds for the first one, and looks again after so many."""

_TOKEN = re.compile(r"[\w-]{16,64}", re.ASCII)
_UNTYPED = {"csrfmiddlewaretoken", "_save", "_continue", "_addanother", "_verb"}


def once(request, view, form_of):
    """The answer of `view`, or the stored answer where the same form was sent before.

    `form_of` gives the address of the form's page.
    """
    if request.method != "POST" or not _TOKEN.fullmatch(request.POST.get(FIELD, "")):
        return view()
    key, until = _key(request), monotonic() + WAIT
    while not SentForm.objects.begin(key):
        if known := SentForm.objects.answer_to(key):
            return _again(request, known)
        if monotonic() > until:
            context = {"title": "Đang thực hiện", "form_address": form_of(request)}
            return desk_page(request, "still_at_work", context, status=409)
        sleep(LOOK_AGAIN)
    return _first(request, view, key)


def _first(request, view, key):
    """Stores the answer of done work. A refused or failed form stores nothing, so that it can be sent again."""
    before = _messages(request)
    try:
        answer = view()
    except BaseException:
        SentForm.objects.release(key)
        raise
    added = [_translated(message) for message in _messages(request)[len(before) :]]
    if _is_done(answer, added):
        SentForm.objects.finish(key, _stored(answer, added))
    else:
        SentForm.objects.release(key)
    return answer


def _is_done(answer, added):
    """Done work redirects to another page; a refusal shows the form again or redirects to the log-in."""
    if answer.status_code not in (302, 303) or answer["Location"].startswith(reverse("admin:login")):
        return False
    return all(message.level < messages.ERROR for message in added)


def _stored(answer, added):
    return {
        "status": answer.status_code,
        "location": answer["Location"],
        "messages": added,
        "cookies": [cookie.OutputString() for cookie in answer.cookies.values()],
    }


def _again(request, known):
    waiting = [str(message) for message in _messages(request)]
    for message in known["messages"]:
        if str(message) not in waiting:  # the browser may hold the messages of the first answer, not shown yet
            messages.add_message(request, message.level, message.message, message.extra_tags)
    answer = HttpResponseRedirect(known["location"], status=known["status"])
    for cookie in known["cookies"]:
        answer.cookies.load(cookie)
    return answer


def _messages(request):
    """The messages for the next page; they stay in the storage."""
    storage = messages.get_messages(request)
    waiting = list(storage)
    storage.used = False
    return waiting


def _translated(message):
    """Lazy text is translated now; text marked as safe HTML stays so."""
    words = message.message
    return Message(message.level, words if isinstance(words, str) else str(words), message.extra_tags)


def _key(request):
    typed = sorted((name, values) for name, values in request.POST.lists() if name not in _UNTYPED)
    files = [
        (name, file.name, _digest(file)) for name in sorted(request.FILES) for file in request.FILES.getlist(name)
    ]
    data = json.dumps([request.user.pk, request.path, typed, files])
    return hashlib.sha256(data.encode()).hexdigest()


def _digest(file):
    file.seek(0)
    digest = hashlib.file_digest(file, "sha256").hexdigest()
    file.seek(0)
    return digest
