"""The outbox: a letter is a row that waits, is handed to the mail server once, and is kept as it went."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import models
from django.utils import timezone

from .office_scope import OfficeField, scoped
from .text_fields import LineField


class LetterState(models.TextChoices):
    WAITING = "waiting", "Chờ gửi"
    TAKEN = "taken", "Đang gửi"
    SENT = "sent", "Đã gửi"
    UNSURE = "unsure", "Không rõ đã đi chưa"
    """Whoever was sending it died, or lost the mail server in the middle: a person says whether it goes once more."""
    REFUSED = "refused", "Không gửi được"
    CALLED_OFF = "called_off", "Thôi gửi"


WAITS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 720, 1440))
"""Between the tries of a letter that the mail server put off; after the last one it is given up."""


@dataclass(frozen=True)
class Move:
    label: str
    before: tuple[LetterState, ...]
    after: LetterState
    done: str


MOVES = {
    "gui-lai": Move(
        "Gửi lại",
        (LetterState.REFUSED, LetterState.UNSURE, LetterState.CALLED_OFF),
        LetterState.WAITING,
        "Thư được gửi lại trong ít phút.",
    ),
    "thoi-gui": Move(
        "Thôi gửi",
        (LetterState.WAITING, LetterState.REFUSED, LetterState.UNSURE),
        LetterState.CALLED_OFF,
        "Thư không gửi nữa; vẫn nằm trong sổ thư.",
    ),
    "da-di": Move("Thư đã đi", (LetterState.UNSURE,), LetterState.SENT, "Đã ghi là thư đã đi."),
}
"""What a person may say of a letter, by the end of the address."""

_IN_SIGHT = 50
"""More than there are loops, so that one which others overtake finds a letter all the same."""

LONGEST_SENDING = timedelta(minutes=10)
"""Whoever holds a letter for longer is dead."""


class LetterQuerySet(models.QuerySet):
    def append(self, key, **letter):
        """The letter of this key; a second one with the same key is the same letter."""
        return self.get_or_create(key=key, defaults={"due_at": timezone.now(), **letter})[0]

    def due(self):
        """A letter to nobody's address waits until somebody enters one."""
        waiting = self.filter(state=LetterState.WAITING, due_at__lte=timezone.now())
        waiting = waiting.exclude(to="", subscriber=None)
        return waiting.order_by("due_at", "pk")

    def take(self, by: str):
        """One due letter, which nobody else then has; None where there is none."""
        mine = {"state": LetterState.TAKEN, "taken_by": by, "taken_at": timezone.now()}
        for pk in self.due().values_list("pk", flat=True)[:_IN_SIGHT]:
            if self.filter(pk=pk, state=LetterState.WAITING).update(tries=models.F("tries") + 1, **mine):
                return self.select_related("office", "subscriber").get(pk=pk)
        return None

    def doubt_the_forgotten(self):
        """Letters whose sender died with them in its hands: nobody knows how far they came."""
        dead = self.filter(state=LetterState.TAKEN, taken_at__lt=timezone.now() - LONGEST_SENDING)
        return dead.update(state=LetterState.UNSURE, trouble="Chương trình gửi thư dừng giữa chừng.")

    def not_gone(self):
        """What somebody should look at: it did not go, or nobody knows."""
        tried = models.Q(state=LetterState.WAITING, tries__gt=0)
        return self.filter(tried | models.Q(state__in=(LetterState.REFUSED, LetterState.UNSURE)))


class Letter(models.Model):
    """What is sent by mail, to one address. Its words are fixed when it is written; only its state changes."""

    office = OfficeField(null=True)
    """None of a letter to who supervises all of them."""
    key = models.CharField(max_length=200, editable=False)
    """What, which step, to whom, of which period: the same letter never stands here twice."""
    to = models.EmailField("gửi tới", blank=True)
    to_name = LineField("người nhận", max_length=200, blank=True)
    subscriber = models.ForeignKey("meetings.Subscriber", models.CASCADE, null=True, editable=False, related_name="+")
    """Who follows by mail, whose address stands in that row alone. Such a letter gets its words when it goes."""
    since = models.DateTimeField(null=True, editable=False)
    """A letter to a subscriber tells what became public from here until it was written; one without asks whether they
    want to follow."""
    subject = LineField("thư", max_length=300)
    text = models.TextField("lời thư")
    html = models.TextField(blank=True, editable=False)
    """The same words as a page; where it is blank, they are made of the text when the letter goes."""
    files = models.JSONField("tệp kèm theo", default=list, editable=False)
    """What Upload.facts says of a kept file, for each."""
    calendar = models.TextField(blank=True, editable=False)
    """An iCalendar file, which the program that reads the letter enters into a calendar."""
    due_at = models.DateTimeField("gửi từ lúc", default=timezone.now)
    written_at = models.DateTimeField("viết lúc", auto_now_add=True)
    state = models.CharField("tình trạng", max_length=10, choices=LetterState, default=LetterState.WAITING)
    tries = models.PositiveSmallIntegerField("số lần gửi", default=0)
    taken_by = models.CharField(max_length=100, blank=True, editable=False)
    taken_at = models.DateTimeField(null=True, editable=False)
    sent_at = models.DateTimeField("đi lúc", null=True)
    trouble = models.CharField("máy nhận trả lời", max_length=300, blank=True)

    objects = scoped(queryset=LetterQuerySet)

    class Meta:
        verbose_name, verbose_name_plural = "thư", "sổ thư"
        ordering = ["-written_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["office", "key"], name="a_letter_once"),
            models.UniqueConstraint(
                fields=["key"], condition=models.Q(office=None), name="a_letter_of_no_office_once"
            ),
        ]
        indexes = [models.Index(fields=["state", "due_at"], name="letters_that_are_due")]

    def __str__(self):
        return f"{self.subject}, {self.to_name or self.to}"

    @property
    def address(self) -> str:
        return self.subscriber.address if self.subscriber_id else self.to

    @property
    def shown_address(self) -> str:
        """That of a subscriber is shown to nobody."""
        return "địa chỉ được giữ kín" if self.subscriber_id else self.to or "chưa có hộp thư"

    def mark_sent(self):
        self._lay_down(LetterState.SENT, sent_at=timezone.now())

    def put_off(self, trouble: str):
        """It is tried again later, or given up after the last try."""
        if self.tries > len(WAITS):
            self.give_up(trouble)
        else:
            self._lay_down(LetterState.WAITING, trouble, due_at=timezone.now() + WAITS[self.tries - 1])

    def give_up(self, trouble: str):
        self._lay_down(LetterState.REFUSED, trouble)

    def doubt(self, trouble: str):
        self._lay_down(LetterState.UNSURE, trouble)

    def call_off(self, trouble: str):
        self._lay_down(LetterState.CALLED_OFF, trouble)

    def _lay_down(self, state, trouble="", **fields):
        """By its sender, if it still is in those hands."""
        mine = type(self).objects.filter(pk=self.pk, state=LetterState.TAKEN, taken_by=self.taken_by)
        mine.update(state=state, trouble=trouble[:300], **fields)

    def move(self, verb):
        """What a person says of it: False where it stands otherwise by now."""
        move = MOVES[verb]
        stands = type(self).objects.filter(pk=self.pk, state__in=move.before)
        return bool(stands.update(state=move.after, due_at=timezone.now(), tries=0))

    @property
    def verbs(self):
        return [verb for verb, move in MOVES.items() if self.state in move.before]
