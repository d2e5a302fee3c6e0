"""What became public, for who follows: from the public index, the editions and the public reports alone."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from textwrap import shorten

from django.urls import reverse

from ..prose import directive_words
from ..vietnamese import upper_first
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
    return sorted([*of_editions(editions), *of_reports(reports)], key=lambda news: news.at)


def newest_of(entries, most):
    """Of the directives `entries`, the newest first."""
    places = dict.fromkeys(entries.order_by("-key").values_list("session", "number")[:LOOKED_AT])
    sessions = list(dict.fromkeys(session for session, _ in places))
    reports = _public(ProgressReport.objects.filter(directive__session__in=sessions)).order_by("-recorded_at")
    told = [report for report in reports if _place(report) in places][:most]
    editions = _live().filter(session__in=sessions[:most])
    return sorted([*of_editions(editions), *_told(told)], key=lambda news: news.at, reverse=True)[:most]


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


def of_reports(reports):
    """A public report on a directive in force. One on a task is news of the directive that it stands under too."""
    return _told(list(_public(reports)))


def _told(reports):
    sessions = {report.directive.session_id for report in reports}
    entries = DirectiveEntry.objects.live().filter(session__in=sessions).with_public_records()
    by_place = {(entry.session_id, entry.number): entry for entry in entries}
    references, _ = _named(sessions)
    parties = defaultdict(set)
    for directive, slug in Party.objects.filter(directive__in=entries).values_list("directive", "slug"):
        parties[directive].add((TopicKind.UNIT.value, slug))
    for report in reports:
        if entry := by_place.get(_place(report)):
            of_session, head = references[entry.session_id], entry.number.partition(".")[0]
            topics = {of_session[entry.number], of_session.get(head), *parties[entry.pk]}
            yield News(
                report.recorded_at,
                f"Chỉ đạo {entry.reference}: {report.get_state_display()}",
                "\n".join(filter(None, (_words(entry), report.note))),
                reverse("public:directive", args=[entry.reference]),
                f"bao-cao-{report.pk}",
                frozenset(topics - {None}),
            )


def _words(entry):
    row = next(each for each in entry.edition.public.directives if each.number == entry.number)
    return shorten(upper_first(directive_words(row)), LONGEST_WORDS, placeholder=" …")


def _live():
    return Edition.objects.live().defer(*INTERNAL_COLUMNS)


def _public(reports):
    return reports.not_taken_back().filter(is_public=True).select_related("directive")


def _place(report):
    return report.directive.session_id, report.directive.number


def _named(sessions):
    """{session: {number: the topic of the directive}} and {session: {the topic of each unit that is named}}."""
    references, units = defaultdict(dict), defaultdict(set)
    live = DirectiveEntry.objects.live().filter(session__in=sessions)
    for session, number, reference in live.values_list("session", "number", "reference"):
        references[session][number] = (TopicKind.DIRECTIVE.value, reference)
    for session, slug in Party.objects.filter(directive__in=live).values_list("directive__session", "slug"):
        units[session].add((TopicKind.UNIT.value, slug))
    return references, units
