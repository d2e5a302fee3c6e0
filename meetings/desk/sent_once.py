"""A form of the desk that is sent twice is worked on once: the second sending is given the first answer again.

The key is the form's own token with everything typed in it: whoever goes back, corrects a word and sends the form
again has sent another one. The button is no part of it, for two buttons pressed in a hurry are one sending.
"""

import hashlib
import json
import re
from time import monotonic, sleep

from django.contrib import admin, messages
from django.contrib.messages.storage.base import Message
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from ..models import SentForm
from ..templatetags.sent_once import FIELD

WAIT, LOOK_AGAIN = 10, 0.1
"""Seconds for which a second request waits for the first, and between its looks."""

_TOKEN = re.compile(r"[\w-]{16,64}", re.ASCII)
_UNTYPED = {"csrfmiddlewaretoken", "_save", "_continue", "_addanother", "_verb"}


def once(request, view, form_of):
    """The answer of `view`, or the one given when the same form was sent before; `form_of`: where the form stood."""
    if request.method != "POST" or not _TOKEN.fullmatch(request.POST.get(FIELD, "")):
        return view()
    key, until = _key(request), monotonic() + WAIT
    while not SentForm.objects.begin(key):
        if known := SentForm.objects.answer_to(key):
            return _again(request, known)
        if monotonic() > until:
            return _still_at_work(request, form_of(request))
        sleep(LOOK_AGAIN)
    return _first(request, view, key)


def _first(request, view, key):
    """A form that was refused, or broke, keeps nothing: it may be corrected and sent again."""
    told = _messages(request)
    try:
        answer = view()
    except BaseException:
        SentForm.objects.release(key)
        raise
    said = [_plain(message) for message in _messages(request)[len(told) :]]
    if _is_done(answer, said):
        SentForm.objects.finish(key, _kept(answer, said))
    else:
        SentForm.objects.release(key)
    return answer


def _is_done(answer, said):
    """Work that was done leads on to another page; a refusal shows the form again, or leads to the log-in."""
    if answer.status_code not in (302, 303) or answer["Location"].startswith(reverse("admin:login")):
        return False
    return all(each.level < messages.ERROR for each in said)


def _kept(answer, said):
    return {
        "status": answer.status_code,
        "location": answer["Location"],
        "messages": said,
        "cookies": [cooky.OutputString() for cooky in answer.cookies.values()],
    }


def _again(request, known):
    waiting = [str(message) for message in _messages(request)]
    for each in known["messages"]:
        if str(each) not in waiting:  # the browser may hold the first answer's words, not shown yet
            messages.add_message(request, each.level, each.message, each.extra_tags)
    answer = HttpResponseRedirect(known["location"], status=known["status"])
    for each in known["cookies"]:
        answer.cookies.load(each)
    return answer


def _still_at_work(request, form):
    context = {**admin.site.each_context(request), "title": "Đang thực hiện", "form_address": form}
    return render(request, "admin/still_at_work.html", context, status=409)


def _messages(request):
    """What the next page will say; looking at it takes nothing away."""
    storage = messages.get_messages(request)
    found = list(storage)
    storage.used = False
    return found


def _plain(message):
    """Words that are still to be translated are translated now; those marked as safe HTML stay so."""
    words = message.message
    return Message(message.level, words if isinstance(words, str) else str(words), message.extra_tags)


def _key(request):
    typed = sorted((name, values) for name, values in request.POST.lists() if name not in _UNTYPED)
    files = [
        (name, each.name, _digest(each)) for name in sorted(request.FILES) for each in request.FILES.getlist(name)
    ]
    told = json.dumps([request.user.pk, request.path, typed, files])
    return hashlib.sha256(told.encode()).hexdigest()


def _digest(file):
    found = hashlib.sha256()
    for chunk in file.chunks():
        found.update(chunk)
    file.seek(0)
    return found.hexdigest()
