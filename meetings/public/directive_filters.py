"""What the list of directives can be narrowed by and sorted by, and how it says so, on the screen and on paper."""

from datetime import timedelta

from ..models.public_index import NO_DAY, DirectiveEntry
from .directive_status import today

ROLES = {"chu-tri": "chủ trì", "phoi-hop": "phối hợp"}
DEADLINES = {
    "7-ngay": "đến hạn trong 7 ngày",
    "30-ngay": "đến hạn trong 30 ngày",
    "chua-co-ngay": "chưa xong, chưa có ngày đến hạn",
}
SORTS = {"": "gấp nhất trước", "moi": "mới giao trước", "cu": "giao lâu nhất trước"}
_DAYS = {"7-ngay": 7, "30-ngay": 30}


def chosen(*, unit="", role="", deadline="", year=None):
    """The directives that name the unit, at all or in a role that is still its own, with a deadline, of a year."""
    entries = DirectiveEntry.objects.live().counted()
    if unit or role:
        entries = entries.filter(key__in=_of_parties(unit, role).heads())
    if deadline:
        entries = entries.filter(is_closed=False, **_due(deadline))
    return entries.filter(year=year) if year else entries


def _of_parties(unit, role):
    named = {"parties__slug": unit} if unit else {}
    if role:
        named |= {"parties__is_lead": role == "chu-tri", "parties__is_handed_over": False}
    return DirectiveEntry.objects.live().filter(**named)


def _due(deadline):
    if deadline not in _DAYS:
        return {"due_sort": NO_DAY}
    return {"due_sort__range": (today(), today() + timedelta(days=_DAYS[deadline]))}


def in_order(entries, sort):
    if not sort:
        return entries.most_pressing_first()
    return entries.newest_first() if sort == "moi" else entries.newest_first().reverse()


def said(asked, state_words, unit_name):
    """ "quá hạn; Ban Pháp chế, chủ trì; năm 2026; có từ “giám sát”"; "" where nothing is asked."""
    role = ROLES.get(asked["vai_tro"], "")
    parts = (
        state_words,
        ", ".join(filter(None, (unit_name, role))) if unit_name else role and f"có đơn vị {role}",
        DEADLINES.get(asked["han"], ""),
        asked["nam"] and f"năm {asked['nam']}",
        asked["tu"] and f"có từ “{asked['tu']}”",
    )
    return "; ".join(filter(None, parts))
