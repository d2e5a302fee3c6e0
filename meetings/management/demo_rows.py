"""What the demo stores of a session beside its record, each thing at the moment at which it was done."""

from datetime import datetime, time, timedelta

from meetings import intake
from meetings.directive_states import DirectiveState
from meetings.models import AgendaItem, Attendee, Directive, Member, ProgressReport, Session
from meetings.vietnamese import LOCAL_ZONE

BEFORE_POSTING = timedelta(hours=3)
AFTERNOON = time(16)
DUTIES = (Member.Duty.CHAIR, Member.Duty.DEPUTY, Member.Duty.ORDINARY, Member.Duty.ORDINARY)
"""Of the committee's members, in the order of protocol."""


def publish(session, posted_at, *, clerk, chief):
    session.submit(by=clerk, at=posted_at - BEFORE_POSTING)
    session.publish(by=chief, at=posted_at)
    saved_at(session, posted_at - BEFORE_POSTING)


def mend(session, record, *, reason, note, at, chief):
    """Reopened and published again as `record`; the numbers of the directives stay."""
    numbers = list(session.directives.values_list("number", flat=True))
    session.reopen(by=chief, note=reason, at=at)
    intake.write_fields(session, record)
    session.save()
    intake.write_rows(session, record)
    for row, number in zip(session.directives.all(), numbers, strict=True):
        row.number = number
        row.save(update_fields=["number"])
    session.republish(by=chief, note=note, at=at)
    saved_at(session, at)


def report(directive, reports, *, by, done_by):
    """The reports on a directive, which then stands where the last of them puts it."""
    if not reports:
        return
    for each in reports:
        author = done_by if each["state"] == DirectiveState.DONE else by
        row = ProgressReport.objects.create(directive=directive, author=author, **each)
        ProgressReport.objects.filter(pk=row.pk).update(recorded_at=afternoon(each["reported_on"]))
    status = directive.status_on()
    days = {"closed_on": status.closed_on, "next_due_on": status.next_due_on, "review_on": status.review_on}
    Directive.objects.filter(pk=directive.pk).update(state=status.state.value, **days)


def name_members(session):
    """Those of the session that names them are the committee's."""
    members = session.attendees.filter(role__in=("chair", "member")).exclude(name="")
    if len(members) < len(DUTIES):
        return
    for order, (row, duty) in enumerate(zip(members, DUTIES, strict=True), start=1):
        session.council.members.create(order=order, name=row.name, position=row.position, duty=duty)


def saved_at(session, moment):
    """Nobody has changed it since: not now, when it is loaded."""
    Session.objects.filter(pk=session.pk).update(modified_at=moment)
    rows = [model.history.filter(session=session.pk) for model in (Attendee, AgendaItem, Directive)]
    for saved in (Session.history.filter(id=session.pk), *rows):
        saved.filter(history_date__gt=moment).update(history_date=moment)


def afternoon(day):
    return datetime.combine(day, AFTERNOON, LOCAL_ZONE)


def session_called(key):
    """ "2020-12-dot-xuat" → the session of that month and slug."""
    year, month, *slug = key.split("-", 2)
    return Session.objects.get(year=year, month=month, slug="".join(slug))
