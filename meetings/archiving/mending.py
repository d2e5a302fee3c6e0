"""A refused or doubtful post is read anew with what a clerk typed: its council, its month, the day held."""

import re
from dataclasses import replace

from django.db import transaction

from .. import readers
from ..models import Decision, ImportedPost, Refused, Verdict
from ..readers.reading import Doubt
from . import judging, other_bodies, titled_reading, unit_names
from .frame_answers import FRAME, FrameAnswers
from .office_names import known_office
from .still_seen import still_seen
from .unit_guesses import StoredSessions

_TITLED = "Máy đọc bài dưới dòng tên do người duyệt điền, không có trong bài: "
_UNTITLED = re.compile(r"không thấy (?:tháng của phiên|tên cơ quan|tên phiên)")
"""The reasons that a title answers; whatever else the reader held against the post stays as a doubt."""


def mendable(post):
    """Whether answers may change what the post is: it waits, it has a text, and no session has that very text."""
    return bool(post.source_text) and post.decision == Decision.PENDING and post.verdict != Verdict.KNOWN


def mend(post, frame: FrameAnswers, *, office=None) -> ImportedPost:
    """The post as it is now, with the answers and the new reading. A post that still cannot be read keeps the answers
    and says why. Raises Refused where the post was decided, or read from another file, meanwhile."""
    if not mendable(post):
        raise Refused("Bài này không còn chờ sửa.")
    read = read_again(post, frame, office or known_office())
    with transaction.atomic():
        return _store(ImportedPost.objects.select_for_update(of=("self",)).get(pk=post.pk), post, frame, read)


def read_again(post, frame, office):
    """(the reading or None, the reason where there is none, a note or ""); nothing is stored."""
    text = post.reading["text"] if post.reading else post.source_text
    try:
        return frame.applied(readers.read(text, office)), "", ""
    except readers.UnreadablePost as error:
        first = str(error)
    if not frame.title:
        return None, first, ""
    try:
        reading = frame.applied(titled_reading.read(text, frame.title, office))
    except readers.UnreadablePost as error:
        return None, str(error), ""
    return _with_objection(reading, first), "", f"{_TITLED}“{frame.title}”."


def lacks_title(reason):
    """Whether a post was refused for want of what a title says."""
    return bool(_UNTITLED.match(reason))


def _with_objection(reading, reason):
    said = other_bodies.objection(reason, reading.text)
    if not said and not lacks_title(reason):
        said = f"Máy đọc được nhờ tên phiên do người duyệt điền; trước đó không nhận vì {reason.rstrip('.')}."
    return replace(reading, doubts=(Doubt(said), *reading.doubts)) if said else reading


def _store(now, seen, frame, read):
    if now.decision != Decision.PENDING or now.source_hash != seen.source_hash:
        raise Refused("Bài này vừa có người quyết định hoặc vừa được đọc lại. Hãy mở lại trang để xem.")
    reading, reason, note = read
    before = now.reading
    now.notes = [*(each for each in now.notes if not each.startswith(_TITLED)), *([note] if note else [])]
    if reading:
        judging.judge(now, reading, StoredSessions())
    else:
        now.reading, now.reason, now.verdict, now.session_id = None, reason, Verdict.REFUSED, None
    now.answers = still_seen(now.answers, _doubts(before), _doubts(now.reading)) | {FRAME: frame.to_data()}
    if not frame:
        del now.answers[FRAME]
    now.save(update_fields=["notes", "reading", "reason", "verdict", "session", "answers"])
    unit_names.follow(now, before)
    return now


def _doubts(reading):
    return reading["doubts"] if reading else []
