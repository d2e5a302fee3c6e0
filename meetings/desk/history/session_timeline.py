"""The timeline of a session: its state changes, its papers, its progress reports and every save."""

from datetime import timedelta
from itertools import groupby

from ...models import Edition, EditionFile, PaperMove, Part, ProgressReport
from ...models.user_names import known_as
from ...models.workflow import AWAITING, EDITABLE, VERBS
from ..office_time import day_words, hour_and_day
from .save_events import Event, folded, save_events

EVENT_KINDS = {"trang-thai": "Trạng thái", "noi-dung": "Nội dung", "giay-to": "Giấy tờ", "tien-do": "Tiến độ"}
SAME_MOMENT = timedelta(seconds=5)
"""One transaction publishes a session and issues its page, but not in the same microsecond."""


def events(session, editions):
    """Every event of the session, newest first; the saves of one person within an hour are one event."""
    result = list(_state_changes(session, editions))
    published = [event.edition for event in result]
    result += [_issue(edition) for edition in editions if edition not in published]
    result += [_withdrawal(edition) for edition in editions if edition.is_paper and edition.state == "withdrawn"]
    result += list(_paper_moves(session))
    result += [event for file in _signed(session) for event in _signing(file)]
    result += [*_reports(session), *save_events(session)]
    return list(folded(sorted(result, key=lambda event: event.at)))[::-1]


def editions_of(session):
    """The editions, newest first, without their records."""
    return list(session.editions.select_related("issued_by", "closed_by").without_records().with_ending())


def by_day(events):
    """[("Thứ Sáu, 08/01/2021", [events]), …] of events in order."""
    return [(day_words(day), list(of_day)) for day, of_day in groupby(events, key=lambda event: event.day)]


def _state_changes(session, editions):
    times_sent = 0
    for change in session.state_changes.select_related("by"):
        event = Event(change.at, known_as(change.by), ("trang-thai",), _verb(change), change.note, shape=change.after)
        if change.before in EDITABLE and change.after in AWAITING:
            times_sent += 1
            event.aside = f"lần {times_sent}" if times_sent > 1 else ""
        elif (change.before, change.after) == ("published", "reopened"):
            event.aside = "trang công khai giữ nguyên bản đã đăng"
        elif change.after == "published" and (edition := _issued_with(change, editions)):
            event.edition, event.kinds, event.aside = edition, ("trang-thai", "giay-to"), _edition_words(edition)
        yield event


def _verb(change):
    """The label of the verb. Of two verbs with one result, only one asks for a note."""
    verbs = [verb for verb in VERBS.values() if verb.moves.get(change.before) == change.after]
    verbs.sort(key=lambda verb: bool(verb.asks_note) != bool(change.note))
    return verbs[0].label.rstrip("…") if verbs else f"Chuyển sang “{change.get_after_display()}”"


def _issued_with(change, editions):
    apart = [
        (abs(edition.issued_at - change.at), edition) for edition in editions if edition.kind == Edition.Kind.NEWS
    ]
    distance, nearest = min(apart, key=lambda pair: pair[0], default=(SAME_MOMENT, None))
    return nearest if distance < SAME_MOMENT else None


def _edition_words(edition):
    words = "bản hẹn giờ, đã bỏ" if edition.state == Edition.State.CANCELLED else f"bản {edition.sequence}"
    if edition.visible_from - edition.issued_at < SAME_MOMENT:
        return words
    return f"{words}, hẹn đăng lúc {hour_and_day(edition.visible_from)}"


def _issue(edition):
    by = known_as(edition.issued_by)
    return Event(edition.issued_at, by, ("giay-to",), "Phát hành", edition.note, edition=edition)


def _paper_moves(session):
    """The issue is told by its edition."""
    moves = PaperMove.objects.filter(draft__session=session).exclude(verb="issue")
    for move in moves.select_related("by", "draft"):
        title = f"{move.label}: {move.draft.get_kind_display()}"
        yield Event(move.at, known_as(move.by), ("giay-to",), title, move.note)


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
    reports = ProgressReport.objects.filter(directive__session=session)
    for report in reports.select_related("author", "directive", "taken_back__by"):
        report.directive.session = session
        title = f"Ghi tiến độ chỉ đạo {report.directive.reference}: {report.get_state_display()}"
        seen = "công khai" if report.is_public else "nội bộ"
        yield Event(report.recorded_at, known_as(report.author), ("tien-do",), title, report.note, seen)
        if report.is_taken_back:
            back, title = report.taken_back, f"Rút lại báo cáo tiến độ chỉ đạo {report.directive.reference}"
            yield Event(back.at, known_as(back.by), ("tien-do",), title, back.reason)
