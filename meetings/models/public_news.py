"""What became public, for who follows: from the public index, the editions and the public reports alone."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from textwrap import shorten

from django.db import models
from django.urls import reverse
from django.utils import timezone

from ..prose import directive_words
from ..vietnamese import LOCAL_ZONE, date_digits, upper_first
from .edition import INTERNAL_COLUMNS, Edition
from .progress_report import ProgressReport
from .public_index import DirectiveEntry, Party, SessionEntry
from .subscriber import TopicKind

SESSIONS = (TopicKind.SESSIONS.value, "")
LONGEST_WORDS = 120
"""Of a directive, where a report on it is the news."""
LOOKED_AT = 500
"""Directives of a unit, the newest."""


@dataclass(frozen=True)
class News:
    at: datetime
    title: str
    words: str
    path: str
    """Of its page on the site."""
    mark: str
    """Tells it from other news of the same page."""
    topics: frozenset[tuple[str, str]]
    """Who hears of it: {("don-vi", "phong-y-te"), …}."""


def between(after, until):
    """All of an office, the oldest first."""
    editions = _live().filter(visible_from__gt=after, visible_from__lte=until)
    reports = ProgressReport.objects.filter(recorded_at__gt=after, recorded_at__lte=until)
    gone = Edition.objects.filter(kind=Edition.Kind.NEWS, state=Edition.State.WITHDRAWN)
    gone = gone.filter(closed_at__gt=after, closed_at__lte=until, visible_from__lte=models.F("closed_at"))
    days = [timezone.localdate(moment, LOCAL_ZONE) for moment in (after, until)]
    late = DirectiveEntry.objects.live().late_since(*days)
    found = [*of_editions(editions), *of_reports(reports), *of_withdrawals(gone), *of_lateness(late)]
    return sorted(found, key=lambda news: news.at)


def newest_of(entries, most):
    """Of the directives `entries`, the newest first."""
    places = dict.fromkeys(entries.order_by("-key").values_list("session", "number")[:LOOKED_AT])
    sessions = list(dict.fromkeys(session for session, _ in places))
    reports = _public(ProgressReport.objects.filter(directive__session__in=sessions)).order_by("-recorded_at")
    told = [report for report in reports if _place(report) in places][:most]
    editions = _live().filter(session__in=sessions[:most])
    late = entries.late_since(date.min, timezone.localdate(timezone=LOCAL_ZONE)).order_by("-next_due_on")[:most]
    found = [*of_editions(editions), *_told(told), *of_lateness(late)]
    return sorted(found, key=lambda news: news.at, reverse=True)[:most]


def of_editions(editions):
    """A session was posted, or corrected. Whoever follows a unit hears of the sessions that name it, whoever follows
    a directive of the corrections of its session."""
    editions = list(editions)
    titles = dict(SessionEntry.objects.filter(edition__in=editions).values_list("edition", "title"))
    references, units = _named({edition.session_id for edition in editions})
    for edition in editions:
        session, is_corrected = edition.session_id, edition.replaces_id is not None
        topics = {SESSIONS, *units[session]} | ({*references[session].values()} if is_corrected else set())
        title = titles.get(edition.pk, edition.public.title)
        yield News(
            edition.visible_from,
            f"Đính chính: {title}" if is_corrected else title,
            edition.note if is_corrected else "",
            reverse("public:session", args=[edition.path]),
            f"ban-{edition.sequence}",
            frozenset(topics),
        )


def of_withdrawals(editions):
    """A page that was public was withdrawn: of interest to whoever follows the sessions or what it gave."""
    editions = list(editions.defer(*INTERNAL_COLUMNS))
    references, units = _named({edition.session_id for edition in editions}, DirectiveEntry.objects.all())
    for edition in editions:
        session = edition.session_id
        yield News(
            edition.closed_at,
            f"Đã thu hồi: {edition.title}",
            edition.closed_note,
            reverse("public:session", args=[edition.path]),
            f"thu-hoi-{edition.pk}",
            frozenset({SESSIONS, *references[session].values(), *units[session]}),
        )


def of_lateness(entries):
    """Late from the day after the one it was owed by. A task's lateness is news of the directive it stands under."""
    entries = list(entries.with_public_records())
    topics = _topics_of(entries)
    for entry in entries:
        since = entry.next_due_on + timedelta(days=1)
        yield News(
            datetime.combine(since, time(0), LOCAL_ZONE),
            f"Chỉ đạo {entry.reference}: quá hạn từ {date_digits(since)}",
            _words(entry),
            reverse("public:directive", args=[entry.reference]),
            f"qua-han-{since}",
            topics[entry.pk],
        )


def of_reports(reports):
    """A public report on a directive in force. One on a task is news of the directive that it stands under too."""
    return _told(list(_public(reports)))


def _told(reports):
    sessions = {report.directive.session_id for report in reports}
    entries = DirectiveEntry.objects.live().filter(session__in=sessions).with_public_records()
    by_place = {(entry.session_id, entry.number): entry for entry in entries}
    topics = _topics_of(entries)
    for report in reports:
        if entry := by_place.get(_place(report)):
            yield News(
                report.recorded_at,
                f"Chỉ đạo {entry.reference}: {report.get_state_display()}",
                "\n".join(filter(None, (_words(entry), report.note))),
                reverse("public:directive", args=[entry.reference]),
                f"bao-cao-{report.pk}",
                topics[entry.pk],
            )


def _topics_of(entries):
    """{key of the entry: its own topic, that of the directive it stands under, and those of its units}."""
    references, _ = _named({entry.session_id for entry in entries})
    found = defaultdict(set)
    for directive, slug in Party.objects.filter(directive__in=entries).values_list("directive", "slug"):
        found[directive].add((TopicKind.UNIT.value, slug))
    for entry in entries:
        of_session = references[entry.session_id]
        found[entry.pk] |= {of_session[entry.number], of_session.get(entry.number.partition(".")[0])} - {None}
    return {key: frozenset(topics) for key, topics in found.items()}


def _words(entry):
    row = next(each for each in entry.edition.public.directives if each.number == entry.number)
    return shorten(upper_first(directive_words(row)), LONGEST_WORDS, placeholder=" …")


def _live():
    return Edition.objects.live().defer(*INTERNAL_COLUMNS)


def _public(reports):
    return reports.not_taken_back().filter(is_public=True).select_related("directive")


def _place(report):
    return report.directive.session_id, report.directive.number


def _named(sessions, entries=None):
    """{session: {number: the topic of the directive}} and {session: {the topic of each unit that is named}}, by the
    `entries` in force."""
    references, units = defaultdict(dict), defaultdict(set)
    named = (DirectiveEntry.objects.live() if entries is None else entries).filter(session__in=sessions)
    for session, number, reference in named.values_list("session", "number", "reference"):
        references[session][number] = (TopicKind.DIRECTIVE.value, reference)
    for session, slug in Party.objects.filter(directive__in=named).values_list("directive__session", "slug"):
        units[session].add((TopicKind.UNIT.value, slug))
    return references, units
