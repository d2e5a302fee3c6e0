"""The story of a session: its states, its papers, its progress and every save. It is read, never written."""

from datetime import timedelta
from itertools import groupby

from ...models import Edition, EditionFile, Part, ProgressReport
from ...models.user_names import known_as
from ...models.workflow import VERBS
from ...vietnamese import LOCAL_ZONE
from ..office_time import day_words
from . import save_events
from .save_events import Event

KINDS = {"trang-thai": "Trạng thái", "noi-dung": "Nội dung", "giay-to": "Giấy tờ", "tien-do": "Tiến độ"}
SAME_DEED = timedelta(seconds=5)
"""A session is published and its page issued in one transaction, but not in the same microsecond."""


def of(session, editions):
    """Every event of the session, newest first, with the saves of one person within an hour folded."""
    deeds = list(_state_changes(session, editions))
    told = [deed.edition for deed in deeds]
    deeds += [_issue(edition) for edition in editions if edition not in told]
    deeds += [_withdrawal(edition) for edition in editions if edition.is_paper and edition.state == "withdrawn"]
    deeds += [event for file in _signed(session) for event in _signing(file)]
    deeds += [*_reports(session), *save_events.of(session)]
    return list(save_events.folded(sorted(deeds, key=lambda event: event.at)))[::-1]


def editions_of(session):
    """What was issued, newest first, without the frozen records themselves."""
    return list(session.editions.select_related("issued_by", "closed_by").without_records())


def by_day(events):
    """[("Thứ Sáu, 08/01/2021", [events]), …] of events that stand in order."""
    return [(day_words(day), list(of_day)) for day, of_day in groupby(events, key=lambda event: event.day)]


def _state_changes(session, editions):
    times_sent = 0
    for change in session.state_changes.select_related("by"):
        event = Event(change.at, known_as(change.by), ("trang-thai",), _verb(change), change.note, shape=change.after)
        if (change.before, change.after) == ("draft", "submitted"):
            times_sent += 1
            event.aside = f"lần {times_sent}" if times_sent > 1 else ""
        elif change.after == "reopened":
            event.aside = "trang công khai giữ nguyên bản đã đăng"
        elif change.after == "published" and (edition := _issued_with(change, editions)):
            event.edition, event.kinds, event.aside = edition, ("trang-thai", "giay-to"), _which(edition)
        yield event


def _verb(change):
    """The verb's own name; two verbs that lead the same way differ in whether they ask for a note."""
    ways = [verb for verb in VERBS.values() if change.before in verb.before and verb.after == change.after]
    ways.sort(key=lambda verb: bool(verb.asks_note) != bool(change.note))
    return ways[0].label.rstrip("…") if ways else f"Chuyển sang “{change.get_after_display()}”"


def _issued_with(change, editions):
    apart = [
        (abs(edition.issued_at - change.at), edition) for edition in editions if edition.kind == Edition.Kind.NEWS
    ]
    how_far, nearest = min(apart, key=lambda pair: pair[0], default=(SAME_DEED, None))
    return nearest if how_far < SAME_DEED else None


def _which(edition):
    which = f"bản {edition.sequence}"
    if edition.visible_from - edition.issued_at < SAME_DEED:
        return which
    return f"{which}, hẹn đăng lúc {edition.visible_from.astimezone(LOCAL_ZONE):%H:%M, %d/%m/%Y}"


def _issue(edition):
    by = known_as(edition.issued_by)
    return Event(edition.issued_at, by, ("giay-to",), "Phát hành", edition.note, edition=edition)


def _withdrawal(edition):
    by = known_as(edition.closed_by)
    return Event(edition.closed_at, by, ("giay-to",), "Thu hồi", edition.closed_note, edition=edition)


def _signed(session):
    files = EditionFile.objects.filter(edition__session=session, part=Part.SIGNED)
    return files.select_related("edition", "added_by", "revocation__revoked_by")


def _signing(file):
    by = known_as(file.added_by)
    yield Event(file.added_at, by, ("giay-to",), "Gắn bản ký vào", file.filename, edition=file.edition)
    if file.is_revoked:
        revoked = file.revocation
        by, words = known_as(revoked.revoked_by), f"{file.filename}: {revoked.reason}"
        yield Event(revoked.revoked_at, by, ("giay-to",), "Gỡ bản ký khỏi", words, edition=file.edition)


def _reports(session):
    for progress_report in ProgressReport.objects.filter(directive__session=session).select_related(
        "author", "directive"
    ):
        progress_report.directive.session = session
        title = f"Ghi tiến độ chỉ đạo {progress_report.directive.reference}: {progress_report.get_state_display()}"
        seen = "công khai" if progress_report.is_public else "nội bộ"
        yield Event(
            progress_report.recorded_at,
            known_as(progress_report.author),
            ("tien-do",),
            title,
            progress_report.note,
            seen,
        )
