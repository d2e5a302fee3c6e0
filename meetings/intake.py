"""SessionRecord → desk rows, in one transaction."""

from dataclasses import asdict, replace

from django.db import IntegrityError, transaction
from simple_history.utils import bulk_create_with_history

from . import prose
from .models import AgendaItem, Attendee, Coordination, Council, Directive, PageViews, Session, Unit
from .models.item_vote import vote_columns
from .record import PLAIN_FIELDS, CouncilRecord, DirectiveRecord, SessionKind, SessionRecord


class Unstorable(Exception):
    """The record cannot go onto the desk as it is; the message says why. Nothing was stored."""


class AlreadyStored(Exception):
    """This very source is on the desk already; nothing was changed."""

    def __init__(self, session):
        self.session = session
        super().__init__(f"đã có: {session}")


def store(record: SessionRecord, *, source_text="", source_hash="", source_url="", units=None) -> Session:
    """A new session on the desk from a record. Raises AlreadyStored, or Unstorable.

    `units` finds the unit of a name, or None where the name is to stay in the words alone; left out, units are found
    by any of their names, and one nobody has heard of is added to the list of units.
    """
    source = {"source_text": source_text, "source_hash": source_hash, "source_url": source_url}
    try:
        with transaction.atomic():
            return _store(record, source, units)
    except IntegrityError as error:
        _refuse_again(source_hash)
        raise Unstorable("năm, tháng hoặc địa chỉ của phiên họp không hợp lệ, hoặc vừa có phiên trùng") from error


def _refuse_again(source_hash):
    if source_hash and (known := Session.objects.filter(source_hash=source_hash).first()):
        raise AlreadyStored(known)


def _store(record, source, units):
    _refuse_again(source["source_hash"])
    council = council_of(record.council)
    _refuse_second(record, council)
    session = Session(council=council, posted_at=record.posted_at, **source)
    write_fields(session, record)
    _fitting(session).save()
    _add_rows(session, record, units or Units())
    PageViews.objects.create(session=session, imported=record.imported_views)
    return session


def _refuse_second(record, council):
    """The same month read from another text is a correction to decide on, not a second session."""
    same = Session.objects.exclude(state="withdrawn")
    same = same.filter(council=council, year=record.year, month=record.month, kind=record.kind.value)
    if record.kind is not SessionKind.REGULAR:
        same = same.filter(held_on=record.held_on)
    if known := same.first():
        raise Unstorable(f"đã có {known} với nội dung khác; phiên đã có được giữ nguyên")


def write_fields(session, record):
    """Set the session's own fields from the record, without saving."""
    session.kind = record.kind.value
    for field in PLAIN_FIELDS:
        setattr(session, field, getattr(record, field))


def write_rows(session, record, units=None):
    """Put the record's attendees, agenda and directives in place of the session's; `units` as in `store`."""
    for rows in (session.attendees, session.agenda, session.directives):
        rows.all().delete()
    _add_rows(session, record, units or Units())


def _add_rows(session, record, units):
    attendees, agenda = enumerate(record.attendees, start=1), enumerate(record.agenda, start=1)
    _keep_all(Attendee, [_attendee(session, order, attendee, units) for order, attendee in attendees])
    _keep_all(AgendaItem, [_item(session, order, item) for order, item in agenda])
    directives = list(_directives(session, record.directives, units))
    for level in (False, True):
        _keep_all(Directive, [row for row, _ in directives if bool(row.parent) is level])
    _keep_all(
        Coordination,
        [
            Coordination(directive=row, unit=unit, order=place)
            for row, coordinators in directives
            for place, unit in enumerate(dict.fromkeys(coordinators), start=1)
        ],
    )


def _keep_all(model, rows):
    if rows:
        bulk_create_with_history(rows, model)


def _attendee(session, order, record, units):
    columns = {"role": record.role.value, "presence": record.presence.value, "unit": units.called(record.unit)}
    return _fitting(Attendee(session=session, order=order, **asdict(record) | columns))


def _item(session, order, record):
    columns = {name: value for name, value in asdict(record).items() if name != "vote"}
    return _fitting(AgendaItem(session=session, order=order, **columns, **vote_columns(record.vote)))


def _directives(session, records, units):
    """The rows in their order, each task with the directive it stands under, and the units that coordinate."""
    head = None
    for order, record in enumerate(records, start=1):
        row, coordinators = _directive(session, order, record, units)
        if record.level and head:
            row.parent = head
        else:
            head = row
        yield row, coordinators


def _directive(session, order, record, units):
    """The row, not yet saved, and the units that coordinate."""
    lead = units.called(record.lead)
    coordinators = [unit for name in record.coordinators if (unit := units.called(name))]
    row = Directive(
        session=session,
        order=order,
        number=record.number,
        topic=record.topic,
        assignment=as_written(record, lead, coordinators),
        task=record.task,
        lead_unit=lead,
        due_on=record.due_on,
        due_text=record.due_text,
        recurrence=record.recurrence,
        product=record.product,
        is_public=record.is_public,
    )
    return _fitting(row), coordinators


def as_written(record: DirectiveRecord, lead, coordinators):
    """The words that give the task: with the names as the source wrote them, where the units go by others here."""
    stored = replace(record, lead=lead.name if lead else "", coordinators=tuple(unit.name for unit in coordinators))
    typed = stored == record or record.assignment == prose.UNSAID
    return record.assignment if typed else prose.assignment(record)


def council_of(record: CouncilRecord) -> Council:
    """The council of that name, added to the list if there is none: whoever asks has had a yes to it."""
    lists = {name: "\n".join(getattr(record, name)) for name in ("letterhead", "recipients", "collective")}
    council, _ = Council.objects.get_or_create(committee_name=record.committee_name, defaults=asdict(record) | lists)
    return council


class Units:
    """The units of one session, each looked up once."""

    def __init__(self):
        self.known = {}

    def called(self, name):
        if name and name not in self.known:
            self.known[name] = self.found(name)
        return self.known.get(name)

    def found(self, name):
        return Unit.objects.called(name) or self.new(name)

    def new(self, name):
        unit = _fitting(Unit(name=name))
        unit.save()
        return unit


def _fitting(row):
    """The row, if its columns can hold its words; SQLite would take more, PostgreSQL breaks off."""
    for field in row._meta.concrete_fields:
        value = getattr(row, field.attname)
        if isinstance(value, str) and field.max_length and len(value) > field.max_length:
            raise Unstorable(f"{field.verbose_name} dài quá {field.max_length} chữ: “{value[:40]}…”")
    return row
