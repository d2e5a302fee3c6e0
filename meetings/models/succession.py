"""A council or a unit is followed by another: what was decided, the verb that does it, and the one way back."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone

from ..vietnamese import LOCAL_ZONE, date_digits, fold
from .council import Council
from .directive import Directive
from .edition import Edition
from .handover import Handover, handed_over, now_held, with_handovers
from .member import Member
from .office import Office
from .office_scope import OfficeField, current, scoped
from .progress_report import ProgressReport
from .session import Session
from .unit import Unit, UnitName
from .workflow import Refused

A_DAY = timedelta(days=1)


class Succession(models.Model):
    """Of a council with its units, or of units alone."""

    office = OfficeField()
    council = models.ForeignKey(Council, models.PROTECT, null=True, related_name="+")
    next_council = models.ForeignKey(Council, models.SET_NULL, null=True, related_name="+")
    day = models.DateField("từ ngày")
    before = models.JSONField(default=dict)
    """What the way back puts again: see `_end_council`."""
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    taken_back_at = models.DateTimeField(null=True)
    taken_back_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    objects = scoped()

    class Meta:
        verbose_name = verbose_name_plural = "kế thừa"
        ordering = ["-pk"]

    def __str__(self):
        return f"Kế thừa từ {date_digits(self.day)}"

    @property
    def last_day(self):
        """Of those that end."""
        return self.day - A_DAY


@dataclass(frozen=True)
class Held:
    """A unit's place in an open directive."""

    directive: Directive
    unit_id: int
    is_lead: bool


def held_by(units) -> list[Held]:
    """What `units` hold of the open directives: rows choose which are open, the editions in force say whose they are,
    and the handovers since who took them over. The oldest session first."""
    rows = Directive.objects.in_force().open().select_related("session").prefetch_related(with_handovers())
    rows = {(row.session_id, row.number): row for row in rows.order_by("session__year", "session__month", "pk")}
    known = dict(UnitName.objects.values_list("folded", "unit"))
    editions = Edition.objects.live().filter(session__in={session for session, _ in rows})
    words = {(each.session_id, row.number): row for each in editions for row in each.whole.directives}
    asked = {unit.pk for unit in units}
    held = []
    for place, row in rows.items():
        if named := words.get(place):
            for name, is_lead in ((named.lead, True), *((name, False) for name in named.coordinators)):
                unit = known.get(fold(name))
                last = now_held(unit, is_lead, row.handed)
                if (holder := last.to_unit_id if last else unit) in asked:
                    held.append(Held(row, holder, is_lead))
    return held


@transaction.atomic
def succeed(*, day: date, units, by, council=None, next_council=None) -> Succession:
    """End `council` and `units`, {unit: its successor or None}, with the day before `day`. A successor, and
    `next_council`, may be new. Raises Refused, in words for whoever decides."""
    Office.objects.select_for_update().get(pk=current().pk)
    _refuse_impossible(day, units, council, next_council)
    succession = Succession(day=day, by=by, council=council)
    if council:
        succession.before = _end_council(council, next_council, day, by)
        succession.next_council = next_council
    succession.save()
    for unit, successor in units.items():
        if successor and not successor.pk:
            successor.save()
        Unit.objects.filter(pk=unit.pk).update(active=False, successor=successor, valid_to=succession.last_day)
    _hand_over(succession, units)
    return succession


def _refuse_impossible(day, units, council, next_council):
    if day > timezone.localdate(timezone=LOCAL_ZONE):
        raise Refused("Ngày này chưa tới. Hãy ghi kế thừa từ ngày cơ quan mới bắt đầu làm việc.")
    if not units and not council:
        raise Refused("Chưa chọn đơn vị nào kết thúc.")
    if council and council.successor_id:
        raise Refused(f"{council} đã có cơ quan kế thừa là {council.successor}.")
    if council and council.valid_from and day <= council.valid_from:
        raise Refused(f"{council} hoạt động từ {date_digits(council.valid_from)}; ngày kế thừa phải sau ngày đó.")
    if next_council and next_council.pk and council in next_council.line():
        raise Refused(f"{next_council} không thể kế thừa chính mình, hay hội đồng mà nó đã kế thừa.")
    ended = Unit.objects.filter(pk__in=[unit.pk for unit in units]).exclude(valid_to=None)
    if names := ", ".join(ended.values_list("name", flat=True)):
        raise Refused(f"Đã kết thúc trước đó: {names}.")
    for unit, successor in units.items():
        if successor and successor.pk in {each.pk for each in units}:
            raise Refused(f"{successor} cũng kết thúc, nên không tiếp nhận việc của {unit} được.")


def _end_council(council, next_council, day, by):
    """Returns what it was before."""
    before = {
        "valid_to": council.valid_to and council.valid_to.isoformat(),
        "made_next": next_council.pk is None,
        "last_session": next_council.pk and next_council.sessions.aggregate(last=models.Max("pk"))["last"],
        "next_valid_from": next_council.valid_from and next_council.valid_from.isoformat(),
        "members": {},
    }
    if next_council.valid_from is None:
        next_council.valid_from = day
    if next_council.pk is None or before["next_valid_from"] is None:
        next_council.save()
    council.valid_to, council.successor = day - A_DAY, next_council
    council.save()
    for member in leaving(council, day):
        before["members"][str(member.pk)] = member.valid_to and member.valid_to.isoformat()
        member.valid_to, member._history_user = day - A_DAY, by
        member.save()
    return before


def leaving(council, day) -> list[Member]:
    """The members whose term ends with the council's."""
    return [
        member
        for member in council.members.all()
        if (member.valid_to is None or member.valid_to >= day)
        and not (member.valid_from and member.valid_from >= day)
    ]


def _hand_over(succession, units):
    common = {"succession": succession, "by": succession.by}
    named = {
        unit.pk: {
            "from_unit": unit,
            "from_name": unit.name,
            "to_unit": successor,
            "to_name": successor.name if successor else "",
        }
        for unit, successor in units.items()
    }
    rows = [Handover(**common, **names, day=succession.day) for names in named.values()]
    for held in held_by([unit for unit, successor in units.items() if successor]):
        day = max(succession.day, held.directive.session.day)
        row = Handover(**common, **named[held.unit_id], directive=held.directive, is_lead=held.is_lead, day=day)
        rows.append(row)
    _add(rows)


def _add(rows):
    for row in rows:
        row.save()
    if rows:
        handed_over.send(Handover, rows=rows)


def why_it_stands(succession) -> str:
    """Why the succession cannot be taken back, in words; "" where nothing followed it."""
    if succession.taken_back_at:
        return "Đã lấy lại trước đó."
    if Succession.objects.filter(pk__gt=succession.pk, taken_back_at=None).exists():
        return "Sau đó đã có lần kế thừa khác. Hãy lấy lại lần ấy trước."
    directives = succession.handovers.of_directives().values("directive")
    told = ProgressReport.objects.not_taken_back().filter(directive__in=directives, recorded_at__gt=succession.at)
    if told.exists():
        return "Đã có báo cáo tiến độ sau khi bàn giao. Hãy ghi một lần kế thừa mới."
    known = succession.before.get("last_session") or 0
    if Session.objects.filter(council=succession.next_council_id, pk__gt=known).exists():
        return f"{succession.next_council} đã có phiên họp. Hãy ghi một lần kế thừa mới."
    made = succession.before.get("made_next") and succession.next_council
    if made and made.members.exists():
        return f"{made} đã có thành viên. Hãy bỏ các thành viên ấy trước, hoặc ghi một lần kế thừa mới."
    return ""


@transaction.atomic
def take_back(succession, *, by):
    """Put everything as it was before; the rows stay. Raises Refused where something followed."""
    Office.objects.select_for_update().get(pk=current().pk)
    succession = Succession.objects.select_related("council", "next_council").get(pk=succession.pk)
    if why := why_it_stands(succession):
        raise Refused(why)
    rows = list(succession.handovers.in_force().select_related("directive", "from_unit"))
    ended = [row.from_unit_id for row in rows if row.directive_id is None]
    Unit.objects.filter(pk__in=ended).update(active=True, successor=None, valid_to=None)
    copied = ("succession", "directive", "is_lead", "from_unit", "from_name", "to_unit", "to_name", "day")
    _add([Handover(**{name: getattr(row, name) for name in copied}, takes_back=row, by=by) for row in rows])
    succession.taken_back_at, succession.taken_back_by = timezone.now(), by
    succession.save(update_fields=["taken_back_at", "taken_back_by"])
    if succession.council:
        _restore_council(succession, by)


def _restore_council(succession, by):
    council, made, before = succession.council, succession.next_council, succession.before
    council.valid_to, council.successor = _day(before["valid_to"]), None
    council.save()
    for member in council.members.filter(pk__in=before["members"]):
        member.valid_to, member._history_user = _day(before["members"][str(member.pk)]), by
        member.save()
    if before["made_next"]:
        made.delete()
    elif before["next_valid_from"] is None:
        made.valid_from = None
        made.save()


def _day(written):
    return date.fromisoformat(written) if written else None
