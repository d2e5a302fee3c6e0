"""The units that directives name: what a unit leads, coordinates, owes and has done."""

from datetime import date

from django.db.models import Count, F, Q
from django.http import Http404
from django.urls import reverse

from ..models.public_index import DirectiveEntry, ListedUnit, Party, head_of, overdue
from ..vietnamese import sort_key
from ..writers.follow_up import Named
from . import queries
from .cached_page import kept, newest_masthead, page, show
from .directive_pages import NOT_DONE
from .directive_status import today, tracked
from .query_parameters import address

IN_A_SECTION = 10
OWED, TAKEN_OVER, HANDED_OVER = "con-phai-lam", "tiep-nhan", "da-ban-giao"
"""The last two are left out where there is nothing in them, the first where all that is owed was taken over."""
_NAMED = {"is_handed_over": False, "taken_over_on": None}
PLACES = (_NAMED, {"is_handed_over": False, "taken_over_on__isnull": False}, {"is_handed_over": True})
"""Of a unit that leads: named and still leading, taken over from another, handed over to another."""


@page
def units(request):
    context = {"masthead": newest_masthead(), "units": kept(request, "units", _all)}
    return show(request, "units", reverse("public:units"), **context)


def _all():
    """Every unit with what it leads: [{"slug", "name", "owed", "late", "done"}], those that owe most first."""
    led = Party.objects.filter(
        is_lead=True, is_handed_over=False, directive__in=DirectiveEntry.objects.live().listed()
    )
    counted = led.order_by().values("slug").annotate(**_counts("directive__"))
    by_slug = {counts["slug"]: counts for counts in counted}
    nothing = {"owed": 0, "late": 0, "done": 0}
    rows = [
        {"name": unit.name, **nothing, **by_slug.get(unit.slug, {}), "slug": unit.slug}
        for unit in queries.units_by_name()
    ]
    return sorted(rows, key=lambda row: (-row["late"], -row["owed"]))


def _counts(of=""):
    """A directive counts once, however many of its tasks are the unit's; what the unit has done is not owed by it."""
    once = {"expression": head_of(F(f"{of}key")), "distinct": True}
    return {
        "owed": Count(**once, filter=Q(**{f"{of}is_closed": False})),
        "late": Count(**once, filter=overdue(today(), of)),
        "done": Count(**once, filter=Q(**{f"{of}state": "done"})),
    }


@page
def unit(request, slug):
    unit = queries.units().filter(slug=slug).first()
    if unit is None:
        raise Http404
    listed = DirectiveEntry.objects.live().listed()
    roles = {is_lead: listed.naming(slug, is_lead=is_lead, is_handed_over=False) for is_lead in (True, False)}
    own, taken_over, handed_over = (listed.naming(slug, is_lead=True, **place) for place in PLACES)
    named = Party.objects.filter(slug=slug, directive__in=DirectiveEntry.objects.live())
    named = set(named.order_by().values_list("name", "is_handed_over", "taken_over_on"))
    counts = {is_lead: entries.order_by().aggregate(**_counts()) for is_lead, entries in roles.items()}
    sections = [
        (OWED, "Còn phải làm", own.owed(), counts[True]["owed"], NOT_DONE),
        (TAKEN_OVER, "Tiếp nhận, còn phải làm", taken_over.owed(), counts[True]["owed"], NOT_DONE),
        ("phoi-hop", "Phối hợp", roles[False].owed(), counts[False]["owed"], NOT_DONE),
        ("da-xong", "Đã xong", roles[True].filter(state="done"), counts[True]["done"], "xong"),
        (HANDED_OVER, "Đã bàn giao", handed_over, IN_A_SECTION + 1, ""),
    ]
    seldom = {TAKEN_OVER: any(day for *_, day in named), HANDED_OVER: any(handed for _, handed, _ in named)}
    sections = [section for section in sections if seldom.get(section[0], True)]
    keys = {name: _first(entries) for name, _, entries, _, _ in sections}
    rows = {directive.entry.key: directive for directive in tracked([key for some in keys.values() for key in some])}
    at = reverse("public:directives")
    context = {
        "masthead": newest_masthead(),
        "unit": unit,
        "names": sorted({name for name, *_ in named} - {unit.name}, key=sort_key),
        "led": counts[True],
        "coordinated": counts[False],
        "sections": [
            {
                "id": name,
                "title": title,
                "rows": [rows[key] for key in keys[name] if key in rows],
                "more": total > IN_A_SECTION and address(at, tinh_trang=state, don_vi=slug),
            }
            for name, title, _, total, state in sections
            if keys[name] or not (name in seldom or (name == OWED and keys.get(TAKEN_OVER)))
        ],
        "followed_by": unit.ended_on and _page_of(unit.successor_name, unit.successor_slug),
        "predecessors": _predecessors(slug),
    }
    return show(request, "unit", reverse("public:unit", args=[slug]), **context)


def _page_of(name, slug):
    """The unit that follows, with its page where it has one."""
    return Named(name, slug if queries.units().filter(slug=slug).exists() else "")


def _predecessors(slug):
    ended = ListedUnit.objects.filter(successor_slug=slug)
    return sorted(ended, key=lambda unit: (unit.ended_on or date.max, sort_key(unit.name)))


def _first(entries):
    return list(entries.most_pressing_first().values_list("key", flat=True)[:IN_A_SECTION])
