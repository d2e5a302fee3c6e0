"""The two offices of the demo: a ward with the archive of the district before it, and a second, smaller ward."""

from datetime import datetime, time, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone

from meetings import intake, issuing
from meetings.models import Council, Office, PageViews, Unit, draft_of, ladder_step
from meetings.models.indexing import indexed_at_once
from meetings.vietnamese import LOCAL_ZONE

from . import demo_archive, demo_papers, demo_proposals
from .demo_calendar import days, from_, until
from .demo_papers import MINUTES
from .demo_rows import afternoon, mend, name_members, publish, report, saved_at
from .demo_ward import Ward, hai_ba_trung, moc_lan

FIRST, SECOND = "phuong-hai-ba-trung", "phuong-moc-lan"
SENT_AT = time(9, 10)


def first():
    return Office.objects.get(slug=FIRST)


def second():
    return Office.objects.get(slug=SECOND)


def open_both():
    """The office that every installation begins with becomes the first."""
    ward = Ward("hai-ba-trung")
    office = Office.objects.get()
    office.slug, office.name, office.is_sample = FIRST, ward.council.committee_name, True
    office.opened_on = timezone.localdate()
    office.save()
    name_hosts()
    ward = Ward("moc-lan")
    named = {"name": ward.council.committee_name, "hosts": ward.host, "opened_on": office.opened_on}
    Office.objects.create(slug=SECOND, is_sample=True, **named)
    ladder_step.give_defaults()


def name_hosts():
    """The first office answers at whatever host the server was started for: where there are several offices, a host
    that none of them has is told nothing."""
    if office := Office.objects.filter(slug=FIRST, is_sample=True).first():
        public = [urlsplit(settings.SITE_URL).hostname] if settings.SITE_URL else []
        plain = [host for host in settings.ALLOWED_HOSTS if host[0] not in ".*" and not host.endswith(".localhost")]
        hosts = [*public, Ward("hai-ba-trung").host, "localhost", "127.0.0.1", *plain]
        office.hosts = "\n".join(dict.fromkeys(host.lower() for host in hosts))
        office.save(update_fields=["hosts"])


@indexed_at_once()
def load_first(today, clerk, chief):
    demo_archive.load(clerk, chief)
    Unit.objects.update(active=False)
    planned = hai_ba_trung(today)
    council = _enter(planned[0].ward)
    demo_archive.hand_over(council)
    _load(planned, today, clerk, chief)
    demo_papers.omit_the_rest(Council.objects.get(successor=council), demo_papers.of_the_archive(), clerk)
    demo_papers.omit_the_rest(council, _papers_of_first(council, today), clerk)
    demo_proposals.load(council, today, clerk)


@indexed_at_once()
def load_second(today, clerk, chief):
    planned = moc_lan(today)
    council = _enter(planned[0].ward)
    _load(planned, today, clerk, chief)
    demo_papers.omit_the_rest(council, _papers_of_second(council, today), clerk)


def issue_first(today, clerk, chief):
    council = Council.objects.get(successor=None)
    for paper in demo_papers.of_the_archive():
        paper.issue_once(chief)
    demo_archive.end(clerk)
    for paper in _papers_of_first(council, today):
        paper.issue_once(chief)
    awaits = demo_papers.latest(council)[0]
    if draft_of(awaits, MINUTES).state != "awaiting":
        yesterday = until(today - days(1))
        issuing.send(awaits, MINUTES, by=clerk, at=datetime.combine(yesterday, SENT_AT, LOCAL_ZONE))


def issue_second(today, clerk, chief):
    for paper in _papers_of_second(Council.objects.get(), today):
        paper.issue_once(chief)


def _papers_of_first(council, today):
    return demo_papers.of_the_ward(council, today, demo_papers.OF_THE_FIRST)


def _papers_of_second(council, today):
    return demo_papers.of_the_ward(council, today, demo_papers.OF_THE_SECOND)


def _enter(ward):
    """The ward's council and its units, before any session names them."""
    council = intake.council_of(ward.council)
    council.valid_from = demo_archive.ENDED_ON + timedelta(days=1)
    council.save()
    for unit in ward.units.values():
        Unit.objects.create(**unit)
    return council


def _load(planned, today, clerk, chief):
    for each in planned:
        session = intake.store(each.first_record)
        if not session.council.members.exists():
            name_members(session)
        if each.is_published:
            _publish(session, each, clerk, chief)
        elif each.is_ahead:
            saved_at(session, afternoon(until(today - days(2))))
        else:
            yesterday = afternoon(until(today - days(1)))
            session.submit(by=clerk, at=yesterday)
            saved_at(session, yesterday)


def _publish(session, planned, clerk, chief):
    publish(session, planned.posted_at, clerk=clerk, chief=chief)
    PageViews.objects.filter(session=session).update(counted=planned.views)
    if correction := planned.correction:
        at = afternoon(from_(planned.posted_at.date() + days(correction["after"])))
        words = {name: correction[name] for name in ("reason", "note")}
        mend(session, planned.record, at=at, chief=chief, **words)
    rows = list(session.directives.all())
    for place, reports in planned.reports():
        report(rows[place], reports, by=clerk, done_by=chief)
