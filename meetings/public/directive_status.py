"""Directives as the public follows them: the public index chooses them, the editions give the words."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import F
from django.utils import timezone

from ..directive_facts import done_on
from ..directive_names import short_name
from ..models.progress_report import ProgressReport
from ..models.public_index import DirectiveEntry, Party
from ..record import SessionRecord
from ..vietnamese import LOCAL_ZONE, upper_first
from ..writers.follow_up import Followed, by_session, done_words, followed


def today():
    return timezone.localdate(timezone=LOCAL_ZONE)


@dataclass(frozen=True)
class Tracked:
    """A directive of the public index with its words, its state for today and its public reports."""

    entry: DirectiveEntry
    followed: Followed
    head: Followed
    """The directive itself, or the one that it is a task of."""
    record: SessionRecord
    """The record of its session, for the names that no line may break."""
    reports: tuple[ProgressReport, ...] = ()
    """Of itself, the oldest first."""
    taken_over: tuple[Party, ...] = ()
    """The units that took over from one that ended, in their order."""

    @property
    def report(self):
        """The latest; None where there is none."""
        return self.reports[-1] if self.reports else None

    @property
    def leads_now(self):
        """The party that leads now, where it is not the unit that the directive names; else None."""
        return next((each for each in self.taken_over if each.is_lead and not each.is_handed_over), None)

    @property
    def reference(self):
        return self.entry.reference

    @property
    def progress(self):
        return self.followed.progress

    @property
    def words(self):
        """For a list: of a head with tasks under it, the words of both."""
        words = " ".join((self.followed.task.words, *(task.task.words for task in self.followed.tasks)))
        return upper_first(words.removesuffix(";"))

    @property
    def name(self):
        """What it asks for, in few words: the heading of its page."""
        return short_name(self.followed.task.directive)

    @property
    def outcome(self):
        """ "Xong trước hạn 2 ngày"; "" where it is not done, or had no day."""
        due_on, told = self.followed.due_on, [report.told for report in self.reports]
        return upper_first(done_words(done_on(told), due_on)) if due_on and not self._comes_again else ""

    @property
    def _comes_again(self):
        return bool(self.followed.task.directive.recurrence)

    @property
    def session_words(self):
        """ "phiên họp tháng 01 năm 2021"."""
        return self.entry.edition.session_words

    @property
    def path(self):
        return self.entry.edition.path


def tracked(keys):
    """The live directives with these keys, in this order, in four queries."""
    rows = DirectiveEntry.objects.live().filter(key__in=keys).with_public_records()
    by_key = {entry.key: entry for entry in rows}
    entries = [by_key[key] for key in keys if key in by_key]
    named = list(_named({entry.session_id for entry in entries}))
    trees, told = _trees(entries, named), defaultdict(list)
    for report in reports(entries):
        told[report.directive.session_id, report.directive.number].append(report)
    return [
        Tracked(
            entry,
            *tree[entry.number],
            tuple(told.get((entry.session_id, entry.number), ())),
            tuple(each for each in named if each.directive_id == entry.pk and each.taken_over_on),
        )
        for entry in entries
        if entry.number in (tree := trees[entry.edition_id])
    ]


def _named(sessions):
    """The parties of all directives of the sessions, in their order."""
    parties = Party.objects.filter(directive__session__in=sessions).annotate(session_id=F("directive__session"))
    return parties.order_by("directive", "order")


def _trees(entries, named):
    """The directives of the editions, with their heads and records: {edition: {number: (task, head, record)}}."""
    editions = {entry.edition_id: entry.edition for entry in entries}
    sessions = {entry.session_id for entry in entries}
    statuses = by_session(DirectiveEntry.objects.live().filter(session__in=sessions).statuses())
    slugs = by_session((party.session_id, party.folded, party.slug) for party in named)
    trees = {}
    for pk, edition in editions.items():
        session = edition.session_id
        record = edition.public
        heads = followed(record, statuses.get(session, {}), today(), slugs.get(session))
        flat = [(task, head, record) for head in heads for task in (head, *head.tasks)]
        trees[pk] = {row[0].task.directive.number: row for row in flat}
    return trees


def reports(entries):
    """Their public reports of progress, the oldest first."""
    reports = ProgressReport.objects.not_taken_back().filter(
        is_public=True, directive__session__in={entry.session_id for entry in entries}
    )
    numbers = {entry.number for entry in entries}
    return reports.filter(directive__number__in=numbers).select_related("directive").order_by("reported_on", "pk")
