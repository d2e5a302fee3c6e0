"""What the public pages ask of the record room."""

from datetime import date

from django.db.models import Count, F, Q
from django.http import Http404
from django.utils import timezone

from ..models.catalogue import DirectiveEntry, SessionEntry
from ..models.edition import Edition
from ..models.page_views import PageViews

A_FEW = 3
AS_A_LINE = ("title", "path", "year", "month", "held_on", "posted_at")


class Withdrawn(Exception):
    """What stood at the address was taken back: the edition, with its day and reason."""

    def __init__(self, edition):
        super().__init__(edition.path)
        self.edition = edition


def readable():
    """Live news to be read in full; the internal record stays where it is."""
    return _in_full(Edition.objects.live())


def at(path):
    """The news in force at an address. Raises Withdrawn where it was taken back, Http404 where there was none."""
    if edition := readable().filter(path=path).first():
        return edition
    withdrawn = seen().filter(kind="news", path=path, state=Edition.State.WITHDRAWN)
    if edition := _in_full(withdrawn).order_by("sequence").last():
        raise Withdrawn(edition)
    raise Http404


def seen():
    """Whatever has left the office, in force or not: its moment came while it was."""
    came = Edition.objects.filter(visible_from__lte=timezone.now()).exclude(state=Edition.State.CANCELLED)
    return came.filter(Q(closed_at=None) | Q(closed_at__gte=F("visible_from")))


def replaced_by(live):
    """The editions that `live` has taken the place of."""
    return _in_full(Edition.objects.filter(kind=live.kind, session_id=live.session_id, state=Edition.State.REPLACED))


def _in_full(editions):
    unread = ("record", "paper", "folded")
    before = ("replaces__public_record", *(f"replaces__{column}" for column in unread))
    return editions.select_related("replaces").defer(*unread, *before)


def listed():
    """Live news as lines of a list, newest first."""
    return Edition.objects.live().newest_first().only(*AS_A_LINE)


def months(year):
    """The twelve months of `year`, each with its sessions, the first of the month first."""
    held = list(listed().filter(year=year).reverse())
    return [(month, [each for each in held if each.month == month]) for month in range(1, 13)]


def near(year, month):
    """The sessions nearest that month on either side, newest first; none where nothing was issued."""
    later = Q(year__gt=year) | Q(year=year, month__gt=month)
    after = listed().filter(later).reverse()[:A_FEW]
    return [*reversed(after), *listed().exclude(later)[:A_FEW]]


def years():
    """How many sessions of each year can be read, newest first: [{"year": 2021, "sessions": 3}]."""
    return Edition.objects.live().order_by("-year").values("year").annotate(sessions=Count("pk"))


def views_at(path):
    """How often the page was read, the old post's readers included."""
    return _total(SessionEntry.objects.live().filter(path=path))


def views_of_newest():
    return _total(SessionEntry.objects.live().newest_first()[:1])


def _total(entries):
    counts = PageViews.objects.filter(session__in=entries.values("session"))
    return counts.annotate(total=F("imported") + F("counted")).values_list("total", flat=True).first() or 0


def states(session_id):
    """What the public may know of each directive of a session: {"2.1": "open"}."""
    told = DirectiveEntry.objects.live().filter(session=session_id)
    return dict(told.values_list("number", "state"))


def neighbours(edition):
    """The sessions before and after, in one query: {"previous": …, "next": …}, None at either end."""
    others = listed().exclude(pk=edition.pk)
    after = others.filter(_later_than(edition)).reverse()
    before = others.exclude(_later_than(edition))
    found = listed().filter(Q(pk__in=after.values("pk")[:1]) | Q(pk__in=before.values("pk")[:1]))
    return {"next" if _place(each) > _place(edition) else "previous": each for each in found}


def _later_than(edition):
    """What stands before `edition` in `newest_first`."""
    later_day = Q(held_on__gt=edition.held_on) if edition.held_on else Q(held_on__isnull=False)
    later_in_month = later_day | Q(held_on=edition.held_on, pk__gt=edition.pk)
    month = Q(year=edition.year, month=edition.month)
    return Q(year__gt=edition.year) | Q(year=edition.year, month__gt=edition.month) | month & later_in_month


def _place(edition):
    return edition.year, edition.month, edition.held_on or date.min, edition.pk
