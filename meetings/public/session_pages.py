"""The pages of the public site: the front, the archive, a session."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import reverse

from ..models.error_report import ErrorReport
from ..record import SessionKind
from ..writers import fonts, linked_data
from ..writers.article import article
from ..writers.masthead import masthead
from . import directive_pages, paging, queries, replaced_files, session_papers, upcoming
from .cached_page import kept, kept_of, newest_masthead, of_site, origin, page, show, with_contacts
from .directive_status import today
from .query_parameters import address, choice, integer, parameters, slug
from .returned_pages import returns

IN_SHORT_LIST = 5
KINDS = {kind.slug: kind for kind in SessionKind}
"""As the address says it."""


@page(beside=lambda: queries.views_of_newest())
def front(request):
    edition, announced = queries.newest(), upcoming.all_announced()
    if edition is None:
        nothing = {"masthead": newest_masthead(), "coming": upcoming.next_of(announced)}
        return show(request, "empty", reverse("public:front"), announced=upcoming.beside(announced), **nothing)
    site, whose = origin(request), queries.newest_in_office().public.council
    context = {
        "masthead": of_site(masthead(whose)),
        "coming": upcoming.next_of(announced),
        "announced": upcoming.beside(announced),
        "edition": edition,
        "article": article(edition.public),
        "views": queries.views_of_newest(),
        "papers": session_papers.listed(edition.session_id),
        "months": queries.months(edition.year),
        "owed": directive_pages.owed(),
        "linked": linked_data.front_page(whose, site=site),
        "bodies": kept(request, "bodies", queries.bodies),
        "previous": queries.listed()[1 : 1 + IN_SHORT_LIST],
    }
    return show(request, "front", reverse("public:front"), **context)


@page(
    query=parameters(
        year=integer("nam"),
        kind=choice("loai", KINDS),
        chair=slug("chu-tri"),
        unit=slug("don-vi"),
        body=slug("hoi-dong"),
        number=integer("trang", default=1),
    )
)
def archive(request, year, kind, chair, unit, body, number):
    asked = {"nam": year, "loai": kind, "chu_tri": chair, "don_vi": unit, "hoi_dong": body}
    bodies = kept(request, "bodies", queries.bodies)
    council = next((each["council"] for each in bodies if each["slug"] == body), None)
    if body and council is None:
        raise Http404
    entries = queries.chosen(year=year, kind=KINDS.get(kind), chair=chair, unit=unit, council=council)
    years = kept(request, "years", queries.years)
    total = kept(request, f"archive {asked}", entries.count)
    leaf = paging.leaf(entries, number, total)
    at = reverse("public:archive")
    context = {
        "masthead": newest_masthead(),
        "year": year,
        "bodies": bodies,
        "years": years,
        "kinds": {slug: kind.label for slug, kind in KINDS.items()},
        "chairs": kept(request, "chairs", queries.chairs),
        "units": {unit.slug: unit.name for unit in queries.units_by_name()},
        "asked": asked,
        "is_filtered": any(value for name, value in asked.items() if name != "nam"),
        "rows": entries.filter(key__in=leaf.keys),
        "announced": _announced_of(year) if leaf.number == 1 and not (kind or chair or unit or body) else [],
        "leaf": leaf,
        **leaf.ways(at, **asked),
    }
    here = address(at, **asked, trang=leaf.number)
    return show(request, "archive", here, **context)


def _announced_of(year):
    """What is announced, the last day first."""
    if year and year < upcoming.today().year - 1:
        return []
    return [each for each in reversed(upcoming.all_announced()) if year in (None, each.edition.year)]


@page(beside=lambda path: queries.views_at(path))
def session(request, path):
    try:
        edition = queries.at(path)
    except Http404:
        return _announced(request, path)
    statuses, slugs, day = queries.statuses(edition.session_id), queries.slugs(edition.session_id), today()
    neighbours = queries.neighbours(edition)
    record, site = edition.public, origin(request)
    canonical = site + reverse("public:session", args=[path])
    picture = site + reverse("public:picture", args=[path]) if fonts.is_installed() else ""
    words = article(record, statuses=statuses, today=day, slugs=slugs)
    shown = {"record": record, "article": words, "edition": edition, "canonical": canonical}
    context = {
        "edition": edition,
        "masthead": with_contacts(words.masthead),
        "article": words,
        "words": kept_of(
            edition,
            [sorted(statuses.items()), sorted(slugs.items()), day],
            lambda: render_to_string("public/_words.html", shown),
        ),
        "picture": picture,
        "is_article": True,
        "linked": linked_data.session_page(
            record,
            address=canonical,
            site=site,
            modified=edition.visible_from,
            picture=picture,
        ),
        "returned": returns([edition]).get(edition.session_id),
        "is_as_reported": edition.replaces_id is not None and ErrorReport.objects.led_to(edition),
        "before": queries.replaced_by(edition).order_by("-sequence") if edition.replaces_id else (),
        "views": queries.views_at(path),
        "papers": session_papers.listed(edition.session_id),
        "neighbours": neighbours,
        "coming": None if neighbours.get("next") else upcoming.next_announced(),
        "newest": queries.listed()[:IN_SHORT_LIST],
    }
    return show(request, "session", reverse("public:session", args=[path]), **context)


def _announced(request, path):
    """What the invitation says of a session that has no page yet."""
    announced = upcoming.at(path)
    edition = announced.edition
    papers = session_papers.listed(edition.session_id)
    context = {
        "coming": announced,
        "edition": edition,
        "papers": [paper for paper in papers if paper.edition.kind == upcoming.INVITATION],
        "agenda": edition.public.agenda,
        "linked": linked_data.announced_page(
            edition.public,
            address=origin(request) + reverse("public:session", args=[path]),
            site=origin(request),
            moved_from=announced.moved_from and announced.moved_from.held_on,
        ),
        "masthead": with_contacts(masthead(edition.public.council)),
    }
    return show(request, "coming", reverse("public:session", args=[path]), **context)


@page
def earlier(request, path, sequence):
    """A replaced edition stays readable, marked as such; the state of its directives is shown on the live one."""
    live = queries.at(path)
    if sequence == live.sequence:
        return redirect("public:session", path)
    edition = get_object_or_404(queries.replaced_by(live), sequence=sequence)
    within_reach = replaced_files.within_reach(edition, live)
    context = {"edition": edition, "live": live, "article": article(edition.public), "within_reach": within_reach}
    return show(request, "session", reverse("public:session", args=[path]), **context)


@page
def archive_of_year(request, year):
    return redirect(address(reverse("public:archive"), nam=year), permanent=True)


@page
def one_digit_month(request, year, month, rest):
    return redirect(f"{reverse('public:archive')}{year}/{int(month):02d}/{rest}", permanent=True)
