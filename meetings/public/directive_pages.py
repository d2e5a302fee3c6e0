"""The directives, followed until they are done: the list of all, and one page for every directive."""

from django.db.models import Count, Q
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse

from ..directive_names import short_name
from ..directive_states import KEPT, OWED, SELDOM, DirectiveState
from ..models.edition import Edition
from ..models.public_index import DirectiveEntry, Searched, head_of, overdue, unit_tag, word_token
from ..models.search_index import keys
from ..record import directive_reference, marked_reference
from ..vietnamese import search_words, tidy
from . import paging, queries
from .cached_page import kept, newest_masthead, page, show
from .directive_filters import DEADLINES, ROLES, SORTS, chosen, in_order, said
from .directive_status import reports, today, tracked
from .directive_timeline import timeline
from .query_parameters import Parameter, address, choice, integer, parameters, slug
from .replaced_files import DIGITS_IN_ADDRESS

STATES = {state.slug: state.value for state in DirectiveState}
"""As the address says it, in the order of the tabs."""

NOT_DONE = "chua-xong"
"""Late, open and in progress together: what the front page counts."""
NOT_DONE_YET = (DirectiveState.OVERDUE, *OWED)
TABS = {"": "", NOT_DONE: "owed", **STATES}

WORDS = {"": "Tất cả", "owed": "Chưa xong", **{state.value: state.label for state in DirectiveState}}
LONGEST_WORDS = 200
A_FEW, MOST = 3, 1000


@page(
    query=parameters(
        tab=choice("tinh-trang", TABS),
        unit=slug("don-vi"),
        role=choice("vai-tro", ROLES),
        deadline=choice("han", DEADLINES),
        year=integer("nam"),
        words=Parameter("tu", lambda text: tidy(text)[:LONGEST_WORDS]),
        sort=choice("xep", SORTS),
        number=integer("trang", default=1),
    )
)
def directives(request, tab, unit, role, deadline, year, words, sort, number):
    state = TABS[tab]
    units = {unit.slug: unit.name for unit in queries.units_by_name()}
    if unit and unit not in units:
        raise Http404
    matches = matching(words, unit, year)
    entries = chosen(unit=unit, role=role, deadline=deadline, year=year)
    entries = entries if matches is None else entries.filter(key__in={head_of(key) for key in matches[:MOST]})
    asked = {"don_vi": unit, "vai_tro": role, "han": deadline, "nam": year, "tu": words}
    counts = kept(request, f"directives {asked}", lambda: count(entries))
    total = total_of(counts, state)
    leaf = paging.leaf(in_order(in_state(entries, state), sort), number, total)
    filters, asked = said(asked, WORDS[state].lower() if state else "", units.get(unit, "")), {**asked, "xep": sort}
    at = reverse("public:directives")
    context = {
        "masthead": newest_masthead(),
        "today": today(),
        "tabs": state_tabs(at, tab, counts, asked),
        "state": state,
        "rows": tracked(leaf.keys),
        "most": MOST if matches and len(matches) > MOST else None,
        "leaf": leaf,
        **leaf.ways(at, tinh_trang=tab, **asked),
        "units": units,
        "years": kept(request, "years to choose", queries.years_to_choose),
        "tab": tab,
        "roles": ROLES,
        "deadlines": DEADLINES,
        "sorts": SORTS,
        "sorted": SORTS[sort],
        "asked": asked,
        "filters": filters,
        "is_filtered": any(value for name, value in asked.items() if name != "xep"),
    }
    here = address(at, tinh_trang=tab, **asked, trang=leaf.number)
    return show(request, "directives", here, **context)


def matching(words, unit="", year=None):
    """The keys of those with every one of `words`, accents aside, the newest first: one more than are looked at where
    there are more; None where there is no word. Of too many the newest are looked at: a filter that is not among the
    arguments chooses among those alone."""
    sought = [[[(word_token(folded),)]] for folded, _ in search_words(words)]
    named = [[[(unit_tag(unit),)]]] if unit else []
    return keys([*sought, *named], MOST + 1, only=Searched.DIRECTIVE, year=year) if sought else None


def in_state(entries, state):
    if state == "owed":
        return entries.owed()
    return entries.in_state(state, today()) if state else entries


def total_of(counts, state):
    """The number of directives in the state, of those not done, or of all where none is asked for."""
    return sum(counts[name] for name in {"": counts, "owed": NOT_DONE_YET}.get(state, [state]))


def count(entries):
    """How many are in which state: {"overdue": 2, "open": 3, …}; a late one counts as overdue alone."""
    late = overdue(today())
    of = {state.value: Count("pk", filter=Q(state=state) & ~late) for state in KEPT}
    return entries.order_by().aggregate(overdue=Count("pk", filter=late), **of)


def state_tabs(at, tab, counts, asked):
    """Each state with its count and address: they split the whole. Those not done only where they are looked at."""
    for name, state in TABS.items():
        if tab == name or not (state == "owed" or (state in SELDOM and not counts[state])):
            yield {
                "state": state,
                "words": WORDS[state],
                "count": total_of(counts, state),
                "address": address(at, tinh_trang=name, **asked),
                "here": tab == name,
            }


@page
def directive(request, reference):
    entry = in_force(reference)
    if entry.reference != reference:
        return redirect("public:directive", entry.reference, permanent=True)
    (shown,) = tracked([entry.key])
    of_session = DirectiveEntry.objects.live().listed().filter(session=entry.session_id)
    named = {row.number: short_name(row) for row in shown.record.directives}
    before = of_session.filter(key__gt=entry.key).order_by("key").first()
    after = of_session.filter(key__lt=entry.key).order_by("-key").first()
    context = {
        "each": shown,
        "masthead": newest_masthead(),
        "timeline": timeline(shown, reports([entry]), today()),
        "before": before and (before.reference, named.get(before.number)),
        "after": after and (after.reference, named.get(after.number)),
        "record": shown.record,
        "here": reference,
        "edition": entry.edition,
        "head_reference": directive_reference(entry.edition.path, shown.head.anchor),
    }
    return show(request, "directive", reverse("public:directive", args=[reference]), **context)


@page
def report_file(request, reference, digest, name):
    """A file that came with a public report, where the office let it out."""
    for report in reports([in_force(reference)]):
        file = report.public_file
        if file and file.sha256[:DIGITS_IN_ADDRESS] == digest and file.filename == name:
            return file.response(request)
    raise Http404


def in_force(reference):
    """The directive in force with this reference, or with the one that it had before references were marked. Raises
    Withdrawn where its page was withdrawn or a correction dropped it; Http404 where there was none."""
    entries = DirectiveEntry.objects.filter(reference=reference).with_public_records()
    if entry := entries.live().first():
        return entry
    gone = entries.filter(is_live=False, edition__in=Edition.objects.told()).newest_first().first()
    if gone is None and (editions := queries.withdrawn_until_they_return(entries)):
        raise queries.Withdrawn(*editions.values())
    if gone is None and (marked := marked_reference(reference)) != reference:
        return in_force(marked)
    if gone is None or gone.edition.state == Edition.State.LIVE:
        raise Http404
    raise queries.Withdrawn(gone.edition)


def owed():
    """What is still to be done: how much, how much of it late, and the most pressing of it."""
    entries = DirectiveEntry.objects.live().counted().owed()
    late = Count("pk", filter=overdue(today()))
    counts = entries.order_by().aggregate(open=Count("pk"), late=late)
    pressing = entries.most_pressing_first().values_list("key", flat=True)[:A_FEW]
    return {**counts, "rows": tracked(list(pressing))}
