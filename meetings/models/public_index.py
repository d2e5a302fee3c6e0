"""The public index: what the public can find in the record room, and by which words.

indexing.py writes it from the live news editions and from the public reports on their directives. Nothing here is a
source: the whole can be deleted and written again.
"""

import uuid
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from itertools import pairwise

from django.db import models
from django.utils import timezone

from ..directive_facts import Status
from ..directive_states import KEPT, OWED, STATES, DirectiveState
from ..record import SessionKind
from .edition import INTERNAL_COLUMNS, Edition, columns_at
from .office_scope import OfficeField, current, scoped

NO_DAY = date.max
"""Where no deadline is named; sorts last."""


PUBLIC_STATES = [(state.value, state.label) for state in KEPT]

PLACE_BITS, SESSION_BITS, DAY_BITS, TASK_BITS = 18, 20, 8, 9
"""The parts of a key from the right: the place within the session, the session, the day it was held, the month."""

MONTH_BIT = PLACE_BITS + SESSION_BITS + DAY_BITS


def keys_of(year: int) -> tuple[int, int]:
    """The lowest and the highest that an entry of that year can have."""
    return (year * 12 + 1) << MONTH_BIT, ((year * 12 + 13) << MONTH_BIT) - 1


class Searched(StrEnum):
    """What an entry is, by the letter that leads its words."""

    SESSION = "s"
    DIRECTIVE = "d"
    PAPER = "p"


ANNOUNCED, LAST_PAPER = 1, 2**TASK_BITS - 1
"""The place of a session that is announced, and the last of its papers: all before its directives."""


def searched(key):
    """What the entry with this key is. A session stands before its papers, and these before its directives."""
    place = 2**PLACE_BITS - 1 - key % 2**PLACE_BITS
    if place in (0, ANNOUNCED):
        return Searched.SESSION
    return Searched.DIRECTIVE if place > LAST_PAPER else Searched.PAPER


def is_of_papers(key):
    """Whether the entry follows from the papers of its session, and not from its page."""
    return 0 < 2**PLACE_BITS - 1 - key % 2**PLACE_BITS <= LAST_PAPER


def head_of(key):
    """The key of the directive with this key, or of the one that it is a task of. `key` may be a column."""
    tasks = 2**TASK_BITS - 1
    return key | tasks if isinstance(key, int) else key.bitor(tasks)


def word_token(folded: str) -> str:
    """How the index writes a folded word. What begins as spelled words, pairs or units do is set apart from them:
    "xem" never finds "em", and no word that is typed is a unit."""
    return f"zw{folded}" if folded.startswith(("x", "z")) else folded


def spelled_token(spelled: str) -> str:
    return f"x{spelled}"


def pair_tokens(words: Iterable[str]) -> list[str]:
    """How the index knows words that stand one after another, each with the next as a word of its own, so that a
    phrase of common words is as quick to find as its rarest pair. The length keeps "a bc" apart from "ab c"."""
    return [f"zp{len(first)}x{first}{second}" for first, second in pairwise(words)]


def unit_tag(slug: str) -> str:
    """How the index knows a unit that an entry names, as a word of its own."""
    return f"zzu{slug.replace('-', '')}"


def lead(office: int, kind: Searched) -> str:
    """What stands before all words of an entry: a search in one office, among one kind, never meets other words."""
    return f"o{office}{kind.value}"


class EntryQuerySet(models.QuerySet):
    def live(self):
        """The entries of editions in force whose moment has come."""
        return self.filter(is_live=True, visible_from__lte=timezone.now())

    def newest_first(self):
        return self.order_by("-key")

    def with_public_records(self):
        """Each with its edition, whose public record alone is read."""
        return self.select_related("edition").defer(*columns_at("edition__", INTERNAL_COLUMNS))


class Entry(models.Model):
    """What session and directive have in common. A row stays, not live, when its page is taken back: whoever keeps a
    copy of the public data learns of it."""

    key = models.BigIntegerField(unique=True)
    """The order of the archive: by month, by the day the session was held, by the place within it."""
    edition = models.ForeignKey(Edition, models.PROTECT, related_name="+")
    is_live = models.BooleanField(default=True)
    visible_from = models.DateTimeField()
    modified = models.DateTimeField()
    """When what is public of it last changed."""

    office = OfficeField()

    objects = scoped(queryset=EntryQuerySet)

    class Meta:
        abstract = True


_BY_KEY = ("-key", "visible_from")
"""A page of a list is found in the index alone, however far down."""
_LISTED = ("office", "is_live", "is_listed")


class SessionEntry(Entry):
    session = models.OneToOneField("meetings.Session", models.CASCADE, primary_key=True, related_name="+")
    path = models.CharField(max_length=40)
    year = models.PositiveSmallIntegerField()
    month = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=300)
    held_on = models.DateField(null=True)
    posted_at = models.DateTimeField(null=True)
    kind = models.CharField(max_length=16, choices=[(kind.value, kind.value) for kind in SessionKind])
    chair = models.CharField(max_length=200, blank=True)
    """The first to preside, as the record names them."""
    chair_slug = models.CharField(max_length=120, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "mục lục phiên họp"
        indexes = [
            models.Index(fields=["office", "is_live", *_BY_KEY], name="session_entry_newest"),
            models.Index(fields=["office", "year", "is_live", *_BY_KEY], name="session_entry_year"),
            models.Index(fields=["office", "kind", "is_live", *_BY_KEY], name="session_entry_kind"),
            models.Index(fields=["office", "chair_slug", "is_live", *_BY_KEY], name="session_entry_chair"),
            models.Index(fields=["office", "path"], name="session_entry_path"),
            models.Index(fields=["office", "modified"], name="session_entry_modified"),
            models.Index(fields=["is_live", "-posted_at"], name="session_entry_posted"),
        ]

    def __str__(self):
        return self.path


def overdue(today, of=""):
    """The query beside directive_states.is_late: `due_sort` heeds the tasks below. `of` leads to the directive from
    another table ("directive__")."""
    return models.Q(**{f"{of}is_closed": False, f"{of}due_sort__lt": today})


class DirectiveEntryQuerySet(EntryQuerySet):
    def owed(self):
        return self.filter(is_closed=False)

    def overdue(self, today):
        return self.filter(overdue(today))

    def late_since(self, first, until):
        """Those that are late themselves on `until`, and were owed by `first` or a later day."""
        return self.filter(is_closed=False, next_due_on__gte=first, next_due_on__lt=until)

    def in_state(self, state, today):
        """`state` as the page shows it: "overdue" takes the late ones out of "open" and "in_progress"."""
        if state == DirectiveState.OVERDUE:
            return self.overdue(today)
        return self.filter(state=state).exclude(overdue(today)) if state in OWED else self.filter(state=state)

    def listed(self):
        """Each directive, and those tasks under one that name a unit or a deadline of their own."""
        return self.filter(is_listed=True)

    def naming(self, slug, **role):
        """Those that name the unit, at all or in a role (is_lead=True)."""
        return self.filter(pk__in=Party.objects.filter(slug=slug, **role).values("directive"))

    def counted(self):
        """What counts as a directive wherever directives are counted: a task below one is a part of it and no second
        directive. Its `due_sort` heeds the tasks below."""
        return self.filter(level=0)

    def statuses(self):
        """[(session, number, where it stands)]."""
        rows = self.order_by().values_list("session", "number", "state", "next_due_on")
        return [(session, number, Status(STATES[state], day)) for session, number, state, day in rows]

    def heads(self):
        """The keys of the directives that these are, or are tasks of."""
        return self.order_by().annotate(head=head_of(models.F("key"))).values("head")

    def most_pressing_first(self):
        """Owed before closed, by deadline, the newest first where that is the same."""
        return self.order_by("is_closed", "due_sort", "-key")


class DirectiveEntry(Entry):
    session = models.ForeignKey("meetings.Session", models.CASCADE, related_name="+")
    reference = models.CharField(max_length=60)
    """Its number all sessions over and the end of its address: "2021-01-1", "2020-12-dot-xuat-2-nd1"."""
    number = models.CharField(max_length=10)
    level = models.PositiveSmallIntegerField()
    is_listed = models.BooleanField()
    year = models.PositiveSmallIntegerField()
    due_sort = models.DateField(default=NO_DAY)
    """The earliest deadline of it and of the tasks below it that are owed; NO_DAY where none is named, and once it is
    closed."""
    state = models.CharField(max_length=12, choices=PUBLIC_STATES, default=DirectiveState.OPEN.value)
    """By its public reports; see follow_up.standing."""
    next_due_on = models.DateField(null=True)
    """See directive_facts.Status."""
    told_on = models.DateField(null=True)
    """The day of its latest public report."""
    is_closed = models.BooleanField(default=False)
    """Nothing of it is owed: it is done, dropped or not followed."""

    objects = scoped(queryset=DirectiveEntryQuerySet)

    class Meta:
        verbose_name = verbose_name_plural = "mục lục chỉ đạo"
        constraints = [models.UniqueConstraint(fields=["session", "number"], name="directive_entry_once")]
        indexes = [
            models.Index(fields=[*_LISTED, "is_closed", "due_sort", *_BY_KEY], name="directive_entry_owed"),
            models.Index(fields=[*_LISTED, "state", "is_closed", "due_sort", *_BY_KEY], name="directive_entry_state"),
            models.Index(fields=[*_LISTED, "year", "is_closed", "due_sort", *_BY_KEY], name="directive_entry_year"),
            models.Index(fields=["office", "reference"], name="directive_entry_reference"),
            models.Index(fields=["office", "modified"], name="directive_entry_modified"),
            models.Index(
                fields=["is_live", "level", "is_closed", "due_sort", *_BY_KEY], name="directive_entry_of_all"
            ),
        ]

    def __str__(self):
        return self.reference


class Party(models.Model):
    """A unit that a directive names, as it is written there, and whose page that leads to; or one that took over."""

    office = OfficeField()
    directive = models.ForeignKey(DirectiveEntry, models.CASCADE, related_name="parties")
    is_lead = models.BooleanField()
    order = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=200)
    folded = models.CharField(max_length=200)
    slug = models.CharField(max_length=120)
    taken_over_on = models.DateField(null=True)
    """Where it took over from a unit that ended; null for a unit that the directive itself names."""
    from_name = models.CharField(max_length=200, blank=True)
    """The unit it took over from."""
    is_handed_over = models.BooleanField(default=False)
    """Another has taken over: nothing of it is owed by this unit any more."""

    objects = scoped()

    class Meta:
        verbose_name = verbose_name_plural = "đơn vị trong chỉ đạo"
        ordering = ["directive", "-is_lead", "order"]
        indexes = [
            models.Index(fields=["office", "slug", "is_lead"], name="party_of_a_unit"),
            models.Index(fields=["office", "folded"], name="party_by_name"),
        ]

    def __str__(self):
        return self.name


class ListedUnit(models.Model):
    """A unit that a published directive names. `name` is as the newest one writes it."""

    office = OfficeField()
    slug = models.CharField(max_length=120)
    name = models.CharField(max_length=200)
    known_as = models.TextField()
    """All its names, folded, one a line: a search for one finds the others. Never shown."""
    ended_on = models.DateField(null=True)
    """Its last day."""
    successor_name = models.CharField(max_length=200, blank=True)
    successor_slug = models.CharField(max_length=120, blank=True)

    objects = scoped()

    class Meta:
        verbose_name = verbose_name_plural = "đơn vị được nêu tên"
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["office", "slug"], name="unit_listed_once")]

    def __str__(self):
        return self.name


class SearchEntry(models.Model):
    """The words of a session's page, of a directive, of a paper or of an announced session, for the index of the
    database; see vietnamese.search_words."""

    key = models.BigAutoField(primary_key=True)
    """The key of the entry that it leads to."""
    office = OfficeField()
    session = models.ForeignKey("meetings.Session", models.CASCADE, related_name="+")
    is_directive = models.BooleanField()
    visible_from = models.DateTimeField()
    words = models.TextField()

    objects = scoped()

    class Meta:
        verbose_name = verbose_name_plural = "mục tìm kiếm"
        indexes = [models.Index(fields=["office", "visible_from"], name="search_entry_visible_from")]

    def __str__(self):
        return f"{self.key}"


class KnownWord(models.Model):
    """A word that something public had once, folded: what was mistyped is likened to these. What it is said to mean
    is searched before it is shown, so that a page that is gone lends no word."""

    office = OfficeField()
    text = models.CharField(max_length=40)

    objects = scoped()

    class Meta:
        verbose_name = verbose_name_plural = "từ đã có"
        constraints = [models.UniqueConstraint(fields=["office", "text"], name="a_known_word_once")]

    def __str__(self):
        return self.text


class Revision(models.Model):
    """One row an office: changes with everything public there, so that a page with the same revision is the same."""

    office = OfficeField()
    token = models.UUIDField(default=uuid.uuid4)
    changed_at = models.DateTimeField(default=timezone.now)
    index_version = models.PositiveSmallIntegerField(default=0)
    """The INDEX_VERSION by which the index was written last."""

    objects = scoped()

    class Meta:
        verbose_name = verbose_name_plural = "trạng thái công khai"
        constraints = [models.UniqueConstraint(fields=["office"], name="one_revision_of_an_office")]

    def __str__(self):
        return f"{self.token}"

    @classmethod
    def bump(cls, **also):
        """Called where something public changed."""
        cls.objects.update_or_create(
            office=current(), defaults={"token": uuid.uuid4(), "changed_at": timezone.now(), **also}
        )
