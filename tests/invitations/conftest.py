"""A December session still to be held: a member, the head of a unit and a guest without an address are invited."""

from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone

from meetings.issuing import Order
from meetings.issuing import issue as issue_paper
from meetings.letters import invitation_letters
from meetings.models import Edition, Session, Unit
from meetings.record import Role
from meetings.vietnamese import LOCAL_ZONE

NOW = datetime(2026, 12, 1, 9, tzinfo=LOCAL_ZONE)  # a Tuesday
HELD_ON = NOW.date() + timedelta(days=7)


@pytest.fixture
def now(monkeypatch):
    """now(moment): the clock of everybody; it begins at NOW."""
    clock = {"at": NOW}
    monkeypatch.setattr(timezone, "now", lambda: clock["at"])
    return lambda moment: clock.update(at=moment)


@pytest.fixture
def session(now, council):
    council.members.create(name="Lê Thị Ủy", position="Ủy viên", email="uyvien@noi.example")
    unit = Unit.objects.create(name="phòng Y tế", email="yte@noi.example")
    session = Session.objects.create(
        council=council, year=2026, month=12, held_on=HELD_ON, starts_at=time(8, 30), venue="Phòng họp tầng 3"
    )
    rows = (
        {"role": Role.CHAIR.value, "name": "Trần Quyết Thắng", "position": "Chủ tịch"},
        {"role": Role.MEMBER.value, "name": "Đồng chí Lê Thị Ủy", "position": "Ủy viên"},
        {"position": "Trưởng phòng Y tế", "unit": unit},
        {"name": "Vũ Văn Khách", "position": "khách mời"},
    )
    for order, row in enumerate(rows):
        session.attendees.create(order=order, **row)
    return session


@pytest.fixture
def issue(session, chief):
    """issue(note=…): the invitation, issued and sent."""

    def issue(**order):
        order = Order(**{"dated": timezone.localdate(), **order})
        edition = issue_paper(Session.objects.get(pk=session.pk), Edition.INVITES, order, by=chief)
        invitation_letters.invite_all(edition)
        return edition

    return issue


@pytest.fixture
def edition(issue):
    return issue()


@pytest.fixture
def link(edition, session):
    """That of the unit's head."""
    return session.invitations.get(attendee__position="Trưởng phòng Y tế")
