"""Once a week, to who supervises and gave an address: how far each office is, in counts of what is public."""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.contrib.auth.models import User
from django.db.models import Count

from ..models.letter import Letter
from ..models.office import known_offices
from ..models.office_scope import every_office
from ..models.public_index import DirectiveEntry, SessionEntry, overdue
from ..models.roles import SUPERVISE
from ..models.user_names import known_as
from ..portal.places import Name
from ..vietnamese import date_digits, sort_key, upper_first
from ..working_days import is_working_day

A_WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Week:
    """Of one office."""

    name: str
    posted: int
    late: int
    owed: int

    @property
    def words(self):
        """ "Phường Bạch Mai: 1 phiên mới đăng; 3 chỉ đạo quá hạn trong 12 chỉ đạo còn mở"; "" without any."""
        posted = f"{self.posted} phiên mới đăng" if self.posted else ""
        late = f"{self.late} chỉ đạo quá hạn trong {self.owed} chỉ đạo còn mở" if self.late else ""
        said = "; ".join(filter(None, (posted, late)))
        return f"{self.name}: {said}" if said else ""


def write(day):
    """The letters of the week of `day`, on its first working day on which anybody asks."""
    if not settings.PORTAL_HOST or not is_working_day(day):
        return
    people = User.objects.filter(user_permissions__codename=SUPERVISE, is_active=True).exclude(email="")
    year, week, _ = day.isocalendar()
    with every_office():
        keys = {f"weekly:{year}-{week:02d}:{user.pk}": user for user in people}
        written = set(Letter.objects.filter(key__in=keys).values_list("key", flat=True))
        if not keys.keys() - written:
            return
        subject, text = _words(weeks(day), day)
        for key in keys.keys() - written:
            name = known_as(keys[key])
            whole = f"Kính gửi {name},\n\n{text}"
            Letter.objects.append(key, office=None, to=keys[key].email, to_name=name, subject=subject, text=whole)


def weeks(day):
    """[Week, …] of the open offices that have a name, in the order of their names; in two queries."""
    places = [each for each in known_offices() if each.name and not each.is_closed]
    posted = _counts(
        SessionEntry.objects.live().filter(posted_at__date__range=(day - A_WEEK, day - timedelta(days=1)))
    )
    owed = DirectiveEntry.objects.live().counted().owed().order_by()
    counts = owed.values_list("office").annotate(every=Count("pk"), late=Count("pk", filter=overdue(day)))
    directives = {office: (every, late) for office, every, late in counts}
    found = []
    for each in sorted(places, key=lambda office: sort_key(Name.of(office.name).locality)):
        every, late = directives.get(each.pk, (0, 0))
        found.append(Week(upper_first(Name.of(each.name).locality), posted.get(each.pk, 0), late, every))
    return found


def _counts(entries):
    return dict(entries.order_by().values_list("office").annotate(Count("pk")))


def _words(found, day):
    """The subject and the text."""
    posted, late = sum(week.posted for week in found), sum(week.late for week in found)
    sums = f"{posted} phiên mới đăng, {late} chỉ đạo quá hạn"
    first, last = day - A_WEEK, day - timedelta(days=1)
    lines = [f"Từ {date_digits(first)} đến {date_digits(last)}, ở {len(found)} nơi: {sums}."]
    lines += [week.words for week in found if week.words]
    lines += [f"http{'s' if settings.HTTPS else ''}://{settings.PORTAL_HOST}/giam-sat/"]
    return f"{sums}, tuần đến {date_digits(last)}", "\n\n".join(lines) + "\n"
