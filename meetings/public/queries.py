"""What the public pages ask of the record room."""

from django.db import connection
from django.db.models import Count, Exists, F, Max, OuterRef, Q, Subquery
from django.http import Http404
from django.utils import timezone

from ..models.council_term import CouncilTerm, by_office
from ..models.edition import INTERNAL_COLUMNS, RECORD_COLUMNS, Edition, columns_at
from ..models.office_scope import current
from ..models.page_views import PageViews
from ..models.public_index import DirectiveEntry, ListedUnit, Party, SessionEntry
from ..vietnamese import slugify, sort_key

A_FEW, MOST_CHAIRS = 3, 50


class Withdrawn(Exception):
    """The page at the address was withdrawn: the edition, with its day and reason."""

    def __init__(self, edition):
        super().__init__(edition.path)
        self.edition = edition


def readable():
    """Live news to be read in full; the internal record stays where it is."""
    return _in_full(Edition.objects.live())


def at(path):
    """The news in force at an address. Raises Withdrawn where it was withdrawn, Http404 where there was none."""
    if edition := readable().filter(path=path).first():
        return edition
    withdrawn = Edition.objects.told().filter(kind="news", path=path, state=Edition.State.WITHDRAWN)
    if edition := _in_full(withdrawn).order_by("sequence").last():
        raise Withdrawn(edition)
    raise Http404


def withdrawn_until_they_return(entries):
    """The withdrawn ones of `entries` that are set to appear again: {pk: the last edition that had them}."""
    waiting = list(entries.filter(is_live=True, visible_from__gt=timezone.now()).select_related(None))
    sessions, last = {entry.session_id for entry in waiting}, {}
    for edition in _in_full(Edition.objects.told().filter(kind="news", session__in=sessions)).order_by("sequence"):
        for number in ("", *(directive.number for directive in edition.public.directives)):
            last[edition.session_id, number] = edition
    named = {entry.pk: (entry.session_id, getattr(entry, "number", "")) for entry in waiting}
    return {pk: last[key] for pk, key in named.items() if key in last}


def reason_gone(edition):
    """Why it is not public any more: the reason of the withdrawal, or the note of the correction that dropped it."""
    if edition.state != Edition.State.REPLACED:
        return edition.closed_note
    return Edition.objects.told().filter(replaces=edition).values_list("note", flat=True).first() or ""


def replaced_by(live):
    """The editions that `live` has taken the place of; those from before a withdrawal went with it."""
    of_session = Edition.objects.filter(kind=live.kind, session_id=live.session_id, state=Edition.State.REPLACED)
    return _in_full(of_session.with_ending().filter(went_with_withdrawal=False))


def _in_full(editions):
    return editions.select_related("replaces").defer(*INTERNAL_COLUMNS, *columns_at("replaces__", RECORD_COLUMNS))


def newest():
    """The news of the newest session, to be read in full; None before there is any."""
    first = listed()[:1].values("edition")
    return readable().filter(pk__in=first).first()


def newest_in_office():
    """The news of the newest session of the council that sits today: it says whose site this is. Where that has not
    spoken yet, of the last one that has."""
    speaks = Exists(listed().order_by().filter(edition__council=OuterRef("pk")))
    council = by_office(CouncilTerm.objects.filter(speaks)).values("pk")[:1]
    first = listed().filter(edition__council=Subquery(council))[:1].values("edition")
    return readable().filter(pk__in=first).first()


def bodies():
    """The councils that have spoken, as `all_bodies`. None while there is only one."""
    terms = _spoken_terms()
    return all_bodies(terms) if len(terms) > 1 else []


def all_bodies(terms=None):
    """The councils that have spoken, each under the name of its newest session, the last to begin first:
    [{"council", "name", "slug", "since", "until", "record"}]."""
    terms = _spoken_terms() if terms is None else terms
    editions = readable().in_bulk([term.newest for term in terms])
    named = [(term, editions[term.newest].public.council) for term in terms]
    return [
        {
            "council": term.pk,
            "name": council.committee_name,
            "slug": slugify(council.short_name)[:120],
            "since": term.valid_from,
            "until": term.valid_to,
            "record": council,
        }
        for term, council in named
    ]


def _spoken_terms():
    newest = listed().filter(edition__council=OuterRef("pk")).values("edition")[:1]
    terms = CouncilTerm.objects.annotate(newest=Subquery(newest)).exclude(newest=None)
    return list(terms.order_by(F("valid_from").desc(nulls_last=True), "-pk"))


def listed():
    """The sessions that can be read, as lines of a list, newest first."""
    return SessionEntry.objects.live().newest_first()


def chosen(*, year=None, kind=None, chair="", unit="", council=None):
    """The sessions of a year, of a kind, that somebody presided, with a directive that names a unit, of a council."""
    entries = listed()
    if unit:
        named = DirectiveEntry.objects.live().filter(parties__slug=unit)
        entries = entries.filter(session__in=named.values("session"))
    asked = {"year": year, "kind": kind and kind.value, "chair_slug": chair, "edition__council": council}
    return entries.filter(**{name: value for name, value in asked.items() if value})


def chairs():
    """Who presided most: {"tran-quyet-thang": "Trần Quyết Thắng"}."""
    named = SessionEntry.objects.live().exclude(chair_slug="").order_by()
    counted = named.values("chair_slug").annotate(chair=Max("chair"), sessions=Count("pk"))
    return {row["chair_slug"]: row["chair"] for row in counted.order_by("-sessions", "chair_slug")[:MOST_CHAIRS]}


def units():
    """Those that a directive in force names. For every unit the index looks up one directive."""
    in_force = {"directive__is_live": True, "directive__visible_from__lte": timezone.now()}
    named = Party.objects.filter(slug=OuterRef("slug"), **in_force).order_by("is_lead").values("pk")[:1]
    return ListedUnit.objects.annotate(named=Subquery(named)).exclude(named=None)


def units_by_name():
    """The same in the order of the Vietnamese alphabet, which no database has: "Ủy ban" before "Văn phòng"."""
    return sorted(units(), key=lambda unit: sort_key(unit.name))


def months(year):
    """The twelve months of `year` with their sessions, the first of the month first: [(1, [entry, …]), …]."""
    held = list(listed().filter(year=year).reverse())
    return [(month, [entry for entry in held if entry.month == month]) for month in range(1, 13)]


def near(year, month):
    """The sessions nearest that month on either side, newest first; none where nothing was issued."""
    later = Q(year__gt=year) | Q(year=year, month__gt=month)
    after = listed().filter(later).reverse()[:A_FEW]
    return [*reversed(after), *listed().exclude(later)[:A_FEW]]


def years():
    """How many sessions of a year can be read, newest first: [{"year": 2021, "sessions": 3}]."""
    return list(SessionEntry.objects.live().order_by("-year").values("year").annotate(sessions=Count("pk")))


def years_to_choose():
    """Those with a session that can be read, newest first: [2021, 2020]. Each leads to the one before, so that it
    costs as many steps as there are years, however many sessions."""
    newest = (
        f"SELECT max(year) FROM {SessionEntry._meta.db_table} WHERE office_id = %s AND is_live AND visible_from <= %s"
    )
    before = f"({newest} AND year < known.year)"
    statement = (
        f"WITH RECURSIVE known(year) AS ({newest} UNION ALL SELECT {before} FROM known WHERE known.year IS NOT NULL) "
        "SELECT year FROM known WHERE year IS NOT NULL"
    )
    asked = [current().pk, connection.ops.adapt_datetimefield_value(timezone.now())]
    with connection.cursor() as cursor:
        cursor.execute(statement, [*asked, *asked])
        return [year for (year,) in cursor.fetchall()]


def years_with_directives():
    """As `years`, and how many directives of a year can be read: {"year": 2021, "sessions": 3, "directives": 12}."""
    counted = DirectiveEntry.objects.live().counted().order_by().values_list("year").annotate(Count("pk"))
    directives = dict(counted)
    return [{**year, "directives": directives.get(year["year"], 0)} for year in years()]


def views_at(path):
    """How often the page was read, the old post's readers included."""
    return _total(SessionEntry.objects.live().filter(path=path))


def views_of_newest():
    return _total(SessionEntry.objects.live().newest_first()[:1])


def _total(entries):
    counts = PageViews.objects.filter(session__in=entries.values("session"))
    return counts.annotate(total=F("imported") + F("counted")).values_list("total", flat=True).first() or 0


def statuses(session_id):
    """Where the directives of a session stand in public, by their numbers."""
    rows = DirectiveEntry.objects.live().filter(session=session_id).statuses()
    return {number: status for _, number, status in rows}


def slugs(session_id):
    """The pages of the units that the directives of a session name: {"ban phap che": "ban-phap-che"}."""
    named = Party.objects.filter(directive__in=DirectiveEntry.objects.live().filter(session=session_id))
    return dict(named.order_by().values_list("folded", "slug"))


def neighbours(edition):
    """The sessions before and after, in one query: {"previous": …, "next": …}, None at either end."""
    here = SessionEntry.objects.filter(session=edition.session_id).values("key")[:1]
    after = listed().filter(key__gt=Subquery(here)).reverse().values("key")[:1]
    before = listed().filter(key__lt=Subquery(here)).values("key")[:1]
    entries = SessionEntry.objects.filter(Q(key__in=after) | Q(key__in=before)).annotate(here=Subquery(here))
    return {"next" if entry.key > entry.here else "previous": entry for entry in entries}
