"""Reads the text of a whole post, pasted at the desk, into a post of the batch that keeps such texts."""

from ...archiving import FrameAnswers, StoredSessions, judging, known_office, mending, read_post
from ...intake import Unstorable
from ...models import ImportBatch, ImportedPost, Verdict
from ...readers.inputs.source import Source

BATCH = "Bài dán ở Bàn việc"
LONGEST = 200_000
_UNPOSTED = "Không thấy dòng ngày đăng"


def batch_of_pastes() -> ImportBatch:
    return ImportBatch.objects.filter(name=BATCH).order_by("pk").first() or ImportBatch.objects.create(name=BATCH)


def read(text, session=None) -> ImportedPost:
    """The post, not yet saved. Raises Unstorable for a text that is no session; the message says why.

    A text that does not say its council or its month is read as one about `session`.
    """
    if not any(map(str.isalnum, text)):
        raise Unstorable("Chưa có chữ nào để đọc. Hãy dán cả bài vào ô bên dưới.")
    if len(text) > LONGEST:
        raise Unstorable("Bài dài quá 200.000 chữ cái. Hãy dán một bài của một phiên họp.")
    office, stored = known_office(), StoredSessions()
    post = read_post(_source(text), stored, office).post
    if post.verdict == Verdict.REFUSED and session and mending.lacks_title(post.reason):
        _read_under(post, session, stored, office)
    if post.verdict == Verdict.REFUSED:
        raise Unstorable(f"Chưa đọc được bài này: {post.reason.rstrip('.')}.")
    if not post.record.posted_at:
        _without_doubt_of_posting(post)
    return post


def _without_doubt_of_posting(post):
    """A draft was never posted: there is nothing to doubt about the day."""
    post.reading["doubts"] = [doubt for doubt in post.reading["doubts"] if not doubt["said"].startswith(_UNPOSTED)]


def _source(text):
    """Tabs part the cells of a table; old letters and look-alikes are mended before (desk/typed_text.py)."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return Source(name="", text=lines, sha256="", form="text", encoding="utf-8")


def _read_under(post, session, stored, office):
    """The post with the council and the month of the session where it names none."""
    frame = FrameAnswers(session.council.to_record(), session.year, session.month, session.held_on)
    reading, _, note = mending.read_again(post, frame, office)
    if not (reading and _has_rows(reading.record)):
        return
    post.verdict, post.notes = Verdict.CLEAN, [note] if note else []
    judging.judge(post, reading, stored)


def _has_rows(record):
    """Any text at all can be read as the opening sentence of a session that is named for it."""
    return bool(record.attendees or record.agenda or record.directives)
