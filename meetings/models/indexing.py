"""Writes the public index from the record room: at each issue, withdrawal and public report, and as a whole."""

import logging
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import islice

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.utils import timezone

from ..directive_states import OWED
from ..record import DirectiveRecord, RecordError, Role, SessionRecord, directive_reference
from ..vietnamese import fold, slugify
from ..writers.article import article
from ..writers.follow_up import Followed, standing
from . import edition as room
from . import search_entries
from .edition import INTERNAL_COLUMNS, Edition, columns_of
from .edition_file import EditionFile, SignedCopyRevocation
from .handover import Handover, handed_over
from .office import Office
from .office_scope import at_office, current, every_office
from .progress_report import ProgressReport
from .public_index import (
    DAY_BITS,
    NO_DAY,
    PLACE_BITS,
    SESSION_BITS,
    TASK_BITS,
    DirectiveEntry,
    KnownWord,
    ListedUnit,
    Party,
    Revision,
    SearchEntry,
    SessionEntry,
    is_of_papers,
)
from .report_taken_back import ReportTakenBack
from .unit import UnitName

INDEX_VERSION = 10
"""The way of indexing. A change adds one: the next migration indexes everything anew."""

AT_ONCE = 500
"""Sessions indexed in one go, so that memory stays flat."""

log = logging.getLogger(__name__)
_DAYS_BEFORE = 100


def key_of(record: SessionRecord, session_id: int, number: str = "") -> int:
    """The order of the archive as one number: month, day held (none recorded: last), session, place in it."""
    day = 0
    if record.held_on:
        days = (record.held_on - date(record.year, record.month, 1)).days + _DAYS_BEFORE
        day = min(max(days, 1), 2**DAY_BITS - 1)
    head, _, task = number.partition(".")
    place = (int(head or 0) << TASK_BITS) + int(task or 0)
    month = record.year * 12 + record.month
    session = session_id % 2**SESSION_BITS
    parts = (((month << DAY_BITS) + day) << SESSION_BITS) + session
    return (parts << PLACE_BITS) + 2**PLACE_BITS - 1 - place


@dataclass
class IndexRows:
    """The rows of some sessions, ready to be stored."""

    sessions: list[SessionEntry] = field(default_factory=list)
    directives: list[DirectiveEntry] = field(default_factory=list)
    parties: list[Party] = field(default_factory=list)
    words: list[SearchEntry] = field(default_factory=list)
    known: set[str] = field(default_factory=set)
    """Texts whose words are kept as known."""

    def store(self):
        for rows in (self.sessions, self.directives, self.parties, self.words):
            if rows:
                type(rows[0]).objects.bulk_create(rows)
        search_entries.keep_known(self.known)


def index(editions: Iterable[Edition], *, list_units: bool = True) -> None:
    """Put the live news `editions` into the index, in place of what it says of their sessions."""
    editions, entries = list(editions), IndexRows()
    reports, handed, slugs = _public_reports(editions), _handovers(editions), Slugs()
    for edition in editions:
        try:
            _index_session(edition, reports, handed, slugs, entries)
        except RecordError as unreadable:
            log.error(
                "Bản đã đăng %s (số %s) không đọc được, nên không vào mục lục: %s", edition, edition.pk, unreadable
            )
    of_these = [edition.session_id for edition in editions]
    before = _units_of(of_these)
    SessionEntry.objects.filter(session__in=of_these).delete()
    SearchEntry.objects.filter(session__in=of_these).delete()
    again = {(directive.session_id, directive.number) for directive in entries.directives}
    known = DirectiveEntry.objects.filter(session__in=of_these).values_list("pk", "session", "number")
    DirectiveEntry.objects.filter(pk__in=[pk for pk, *place in known if tuple(place) in again]).delete()
    entries.words += search_entries.of_papers(of_these, key_of)
    entries.store()
    if list_units:
        name_units(before | {party.slug for party in entries.parties})


def _units_of(sessions):
    return set(Party.objects.filter(directive__session__in=sessions).order_by().values_list("slug", flat=True))


def forget(sessions: Iterable[int]) -> None:
    """Take the sessions out of the index: their pages were withdrawn."""
    gone = {"is_live": False, "modified": timezone.now()}
    SessionEntry.objects.filter(session__in=sessions, is_live=True).update(**gone)
    DirectiveEntry.objects.filter(session__in=sessions, is_live=True).update(**gone)
    SearchEntry.objects.filter(session__in=sessions).delete()
    name_units(_units_of(sessions))


def stale_offices() -> list[Office]:
    """Those whose index was written by another release, or never."""
    with every_office():
        written = Revision.objects.filter(index_version=INDEX_VERSION).values("office")
        return list(Office.objects.exclude(pk__in=written))


_is_put_off: ContextVar[bool] = ContextVar("index put off", default=False)


@contextmanager
def indexed_at_once() -> Iterator[None]:
    """For many sessions in one transaction: the index of the office at work is written when all of them are stored,
    and not after each of them."""
    before = _is_put_off.set(True)
    try:
        yield
    finally:
        _is_put_off.reset(before)
    rebuild_index()


def rebuild_index(office=None) -> int:
    """Write the index of `office`, else of the one at work, anew; what was withdrawn is kept as gone. Returns how
    many sessions it holds."""
    with at_office(office or current()), transaction.atomic():
        for model in (SearchEntry, KnownWord, Party, DirectiveEntry, SessionEntry, ListedUnit):
            model.objects.all().delete()
        count = 0
        live = Edition.objects.filter(kind=Edition.Kind.NEWS, state=Edition.State.LIVE).order_by("pk")
        editions = live.defer(*INTERNAL_COLUMNS).iterator(chunk_size=AT_ONCE)
        while some := list(islice(editions, AT_ONCE)):
            index(some, list_units=False)
            count += len(some)
        _index_withdrawn()
        _index_announced()
        name_units(set(Party.objects.order_by().values_list("slug", flat=True)))
        Revision.bump(index_version=INDEX_VERSION)
    return count


def _index_withdrawn():
    known = SessionEntry.objects.values("session")
    gone = Edition.objects.filter(kind=Edition.Kind.NEWS, state=Edition.State.WITHDRAWN).exclude(session__in=known)
    last = {edition.session_id: edition for edition in gone.order_by("pk").iterator(chunk_size=AT_ONCE)}
    for edition in last.values():
        index([edition])
        forget([edition.session_id])
        for model in (SessionEntry, DirectiveEntry):
            model.objects.filter(session=edition.session_id).update(modified=edition.closed_at)


def _index_announced():
    """The invitations of sessions that have no page."""
    known = Edition.objects.filter(kind=Edition.Kind.NEWS, state__in=(Edition.State.LIVE, Edition.State.WITHDRAWN))
    invited = Edition.objects.filter(kind=Edition.INVITES, state=Edition.State.LIVE)
    index_papers(list(invited.exclude(session__in=known.values("session")).values_list("session", flat=True)))


def index_papers(sessions: Iterable[int]) -> None:
    """Put the papers in force of these sessions into the search, in place of what it knows of them."""
    sessions = list(sessions)
    known = SearchEntry.objects.filter(session__in=sessions).values_list("key", flat=True)
    SearchEntry.objects.filter(key__in=[key for key in known if is_of_papers(key)]).delete()
    SearchEntry.objects.bulk_create(search_entries.of_papers(sessions, key_of))


class Slugs(dict):
    """The page of each unit, by its folded name; a unit the office has not entered goes by its own name."""

    def __missing__(self, folded):
        known = UnitName.objects.filter(folded=folded).values_list("unit__slug", flat=True).first()
        self[folded] = known or slugify(folded)[:120] or "don-vi"
        return self[folded]


def _public_reports(editions) -> Mapping[int, dict[str, list[ProgressReport]]]:
    """The public reports on each directive, by session and number, the latest last."""
    reports = ProgressReport.objects.not_taken_back().filter(is_public=True)
    reports = reports.filter(directive__session__in=[edition.session_id for edition in editions])
    found: dict[int, dict[str, list[ProgressReport]]] = {}
    for row in reports.exclude(directive__number="").order_by("reported_on", "pk").select_related("directive"):
        found.setdefault(row.directive.session_id, {}).setdefault(row.directive.number, []).append(row)
    return found


def _handovers(editions) -> Mapping[tuple[int, str], list[Handover]]:
    """The handovers of each directive in their order, by session and number, with those that were taken back."""
    rows = Handover.objects.filter(directive__session__in=[edition.session_id for edition in editions])
    found: dict[tuple[int, str], list[Handover]] = {}
    for row in rows.exclude(directive__number="").select_related("directive", "taken_back").order_by("pk"):
        found.setdefault((row.directive.session_id, row.directive.number), []).append(row)
    return found


def _index_session(edition, reports, handed, slugs, entries):
    record = edition.public
    page = article(record)
    chair = next((attendee.name or attendee.position for attendee in record.attending(Role.CHAIR)), "")[:200]
    common = {"edition": edition, "visible_from": edition.visible_from}
    session = {"session_id": edition.session_id}
    flat = [task for head in page.directives for task in (head, *head.tasks) if task.task.directive.number]
    tags = set()
    told = reports.get(edition.session_id, {})
    statuses = _standing(record, told)
    for directive in flat:
        entry = _directive(directive, record, {**common, **session})
        _set_state(entry, told.get(entry.number), statuses, record)
        handovers = handed.get((edition.session_id, entry.number), [])
        entry.modified = max([entry.modified, *(each.recorded_at for each in handovers)])
        parties = list(_parties(entry, directive.task.directive, slugs))
        _take_over(parties, handovers, slugs)
        units = {party.slug for party in parties}
        tags |= units
        entries.directives.append(entry)
        entries.parties += parties
        entries.words.append(_words_of(entry, directive, units, told.get(entry.number, ())))
        entries.known.update(search_entries.of_reports(told.get(entry.number, ())))
    key = key_of(record, edition.session_id)
    entries.sessions.append(
        SessionEntry(
            key=key,
            kind=record.kind.value,
            chair=chair,
            chair_slug=slugify(chair)[:120],
            modified=edition.visible_from,
            **columns_of(edition),
            **common,
            **session,
        )
    )
    texts = search_entries.of_page(page)
    entries.words.append(search_entries.entry(key, edition.session_id, edition.visible_from, texts, tags))
    entries.known.update(texts)


def _words_of(entry, directive, units, reports):
    texts = [entry.reference, *search_entries.of_directive(directive), *search_entries.of_reports(reports)]
    return search_entries.entry(entry.key, entry.session_id, entry.visible_from, texts, units)


def _standing(record, told):
    return standing(record, {number: [each.told for each in reports] for number, reports in told.items()})


def _directive(directive: Followed, record, common):
    row = directive.task.directive
    return DirectiveEntry(
        key=key_of(record, common["session_id"], row.number),
        reference=directive_reference(record.path, row.number),
        number=row.number,
        level=row.level,
        is_listed=row.level == 0 or directive.says_who_or_when,
        year=record.year,
        modified=common["visible_from"],
        **common,
    )


def _set_state(entry, reports, statuses, record):
    """Write the state of the entry. `due_sort` is the day after which it is overdue; NO_DAY where it never is."""
    status = statuses[entry.number]
    entry.state, entry.next_due_on = status.state.value, status.next_due_on
    entry.is_closed = entry.state not in OWED
    entry.due_sort = NO_DAY if entry.is_closed else _earliest_day(entry.number, statuses, record)
    entry.told_on = reports[-1].reported_on if reports else None
    if reports:
        entry.modified = max(entry.modified, reports[-1].recorded_at)


def _earliest_day(number, statuses, record):
    """The earliest deadline of a directive and of the tasks below it: a late task makes its directive late."""
    family = (directive for directive in record.directives if f"{directive.number}.".startswith(f"{number}."))
    days = (statuses[row.number].due(row.due_on) for row in family if statuses[row.number].state in OWED)
    return min(filter(None, days), default=NO_DAY)


def _parties(entry, row: DirectiveRecord, slugs):
    named = [(row.lead, True)] if row.lead else []
    named += [(name, False) for name in row.coordinators]
    for order, (name, is_lead) in enumerate(named):
        folded = fold(name)[:200]
        yield Party(directive=entry, is_lead=is_lead, order=order, name=name[:200], folded=folded, slug=slugs[folded])


def _take_over(parties, handovers, slugs):
    """Append who took over to the parties of a directive. A handover from a unit that the edition does not name, for
    the words were corrected since, says nothing."""
    for each in handovers:
        if each.takes_back_id or hasattr(each, "taken_back"):
            continue
        before = slugs[fold(each.from_name)[:200]]
        held = [party for party in parties if party.is_lead == each.is_lead and party.slug == before]
        if party := next((party for party in held if not party.is_handed_over), None):
            party.is_handed_over, folded = True, fold(each.to_name)[:200]
            parties.append(
                Party(
                    directive=party.directive,
                    is_lead=each.is_lead,
                    order=len(parties),
                    name=each.to_name,
                    folded=folded,
                    slug=slugs[folded],
                    taken_over_on=each.day,
                    from_name=each.from_name,
                )
            )


def name_units(slugs):
    """Lists each unit under the name that the newest directive in force gives it. A directive that is to appear later
    gives a name only to a unit that has none."""
    for slug in slugs:
        named = Party.objects.filter(slug=slug, directive__is_live=True).order_by("-directive__key")
        party = named.filter(directive__visible_from__lte=timezone.now()).first() or named.first()
        if party is None:
            ListedUnit.objects.filter(slug=slug).delete()
            continue
        told = {"name": party.name, "known_as": _known_as(slug), **_ending(slug)}
        ListedUnit.objects.update_or_create(slug=slug, defaults=told)


def _ending(slug):
    """When the unit ended and who follows it, as it was told then."""
    row = Handover.objects.in_force().of_units().filter(from_unit__slug=slug).select_related("to_unit").last()
    return {
        "ended_on": row and row.day - timedelta(days=1),
        "successor_name": row.to_name if row else "",
        "successor_slug": row.to_unit.slug if row and row.to_unit else "",
    }


def _known_as(slug):
    written = Party.objects.filter(slug=slug).values_list("folded", flat=True).distinct()
    entered = UnitName.objects.filter(unit__slug=slug).values_list("folded", flat=True)
    return "\n".join(sorted({*written, *entered}))


@receiver(room.issued)
def _follow_issue(sender, edition, **kwargs):
    if _is_put_off.get():
        return
    if edition.kind == Edition.Kind.NEWS:
        index([edition])
    else:
        index_papers([edition.session_id])
    if edition.is_told:
        Revision.bump()


@receiver(room.closed)
def _follow_closing(sender, sessions, papers, was_public, **kwargs):
    forget(sessions)
    index_papers({*papers, *sessions})
    if was_public:
        Revision.bump()


@receiver(post_save, sender=EditionFile)
def _follow_file(sender, instance, **kwargs):
    if instance.edition.is_told:
        Revision.bump()


@receiver(post_save, sender=SignedCopyRevocation)
def _follow_revocation(sender, instance, **kwargs):
    if instance.file.edition.is_told:
        Revision.bump()


@receiver(post_save, sender=ProgressReport)
def _follow_report(sender, instance, **kwargs):
    if instance.is_public and not _is_put_off.get():
        _tell_again(instance.directive, instance.recorded_at)


@receiver(post_save, sender=ReportTakenBack)
def _follow_taking_back(sender, instance, **kwargs):
    if instance.report.is_public:
        _tell_again(instance.report.directive, instance.at)


def _tell_again(directive, moment):
    """What the index says of the directive and of the one above it, by the public reports that hold."""
    family = (directive.number, directive.number.partition(".")[0])
    entries = DirectiveEntry.objects.filter(session=directive.session_id, number__in=family, is_live=True)
    is_told = entries.live().exists()
    for entry in entries.select_related("edition"):
        record, told = entry.edition.public, _public_reports([entry.edition]).get(entry.session_id, {})
        _search_again(entry, record, told)
        _set_state(entry, told.get(entry.number), _standing(record, told), record)
        entry.modified = max(entry.modified, moment)
        entry.save()
    if is_told:
        Revision.bump()


def _search_again(entry, record, told):
    flat = {each.task.directive.number: each for head in article(record).directives for each in (head, *head.tasks)}
    units = set(entry.parties.values_list("slug", flat=True))
    written = _words_of(entry, flat[entry.number], units, told.get(entry.number, ()))
    SearchEntry.objects.filter(key=entry.key).update(words=written.words)
    search_entries.keep_known(search_entries.of_reports(told.get(entry.number, ())))


@receiver(handed_over)
def _follow_handover(sender, rows, **kwargs):
    sessions = {row.directive.session_id for row in rows if row.directive_id}
    index(Edition.objects.filter(kind=Edition.Kind.NEWS, state=Edition.State.LIVE, session__in=sessions))
    name_units({unit.slug for row in rows for unit in (row.from_unit, row.to_unit) if unit})
    Revision.bump()


@receiver(post_save, sender=UnitName)
@receiver(post_delete, sender=UnitName)
def _follow_name(sender, instance, **kwargs):
    """Two names of one unit lead to one page once the office says so; a name taken away leads to its own."""
    if _is_put_off.get():
        return
    leads_to = UnitName.objects.filter(folded=instance.folded).values_list("unit__slug", flat=True).first()
    slug = leads_to or slugify(instance.folded)[:120]
    parties = Party.objects.filter(folded=instance.folded)
    before = set(parties.exclude(slug=slug).values_list("slug", flat=True))
    if before:
        moved = set(parties.values_list("directive__session", flat=True))
        parties.update(slug=slug)
        name_units({slug, *before})
        index(Edition.objects.filter(kind=Edition.Kind.NEWS, state=Edition.State.LIVE, session__in=moved))
        Revision.bump()
    if ListedUnit.objects.filter(slug=slug).exclude(known_as=(known := _known_as(slug))).update(known_as=known):
        Revision.bump()
