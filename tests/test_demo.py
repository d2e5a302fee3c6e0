"""The demo is loaded once, into an empty database only, with log-ins nobody can guess."""

import stat
from datetime import date, datetime, time, timedelta
from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone

from meetings import issuing
from meetings.management import demo_archive, demo_calendar, demo_offices
from meetings.models import (
    Council,
    Directive,
    Edition,
    Office,
    ProgressReport,
    Session,
    StateChange,
    every_office,
)
from meetings.models.office import forget_offices
from meetings.vietnamese import LOCAL_ZONE

ARCHIVED, MONTHS, BESIDE, IN_THE_SECOND = 9, 4, 3, 4
"""Sessions: of the district; of the ward, as few as go; the extraordinary one, the one that awaits, the next."""
SESSIONS = ARCHIVED + MONTHS + BESIDE + IN_THE_SECOND
PAPERS = 11 + 11 + 2


@pytest.fixture(autouse=True)
def few_months(settings, tmp_path, monkeypatch):
    settings.DATA_DIR = tmp_path
    monkeypatch.setattr(demo_calendar, "SESSIONS", MONTHS)


def load(**named):
    out = StringIO()
    call_command("load_demo", stdout=out, **named)
    forget_offices()
    return out.getvalue()


@every_office()
def rows():
    return [model.objects.count() for model in (Session, Edition, StateChange, ProgressReport, User)]


@every_office()
def papers():
    return Edition.objects.exclude(kind="news").count()


def test_the_demo_comes_once_with_random_log_ins_for_the_owner_alone(db, tmp_path):
    printed, once = load(), rows()
    assert (once[0], papers()) == (SESSIONS, PAPERS)
    kept = tmp_path / "demo-logins.txt"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    passwords = dict(line.split(" (")[0:1] + line.split(": ")[1:] for line in kept.read_text().splitlines())
    assert set(passwords) == {"vanthu", "chanhvp", "giamsat"} and len(set(passwords.values())) == 3
    for name, password in passwords.items():
        assert password in printed and User.objects.get(username=name).check_password(password)
    assert "giữ nguyên" in load()
    assert rows() == once


def test_a_load_that_was_broken_off_goes_on_with_the_log_ins_it_made(db, tmp_path, monkeypatch):
    after = 14
    issued, printed = issuing.issue, []

    def break_off(session, kind, *rest, **named):
        if len(printed) == after:
            raise KeyboardInterrupt
        printed.append(kind)
        return issued(session, kind, *rest, **named)

    monkeypatch.setattr(issuing, "issue", break_off)
    with pytest.raises(KeyboardInterrupt):
        load()
    assert papers() == after
    monkeypatch.setattr(issuing, "issue", issued)
    told = load()
    assert (rows()[0], papers()) == (SESSIONS, PAPERS)
    line = next(each for each in told.splitlines() if "vanthu" in each)
    assert User.objects.get(username="vanthu").check_password(line.split(": ")[1])
    assert (tmp_path / "demo-logins.txt").read_text().startswith("vanthu")
    assert "giữ nguyên" in load()


@pytest.fixture
def without_papers(monkeypatch):
    for name in ("issue_first", "issue_second"):
        monkeypatch.setattr(demo_offices, name, lambda *_: None)


def test_a_load_that_was_broken_off_before_it_stored_anything_starts_over(db, monkeypatch, without_papers):
    with monkeypatch.context() as broken, pytest.raises(ZeroDivisionError), transaction.atomic():
        broken.setattr(demo_archive, "hand_over", lambda *_: 1 / 0)
        load()
    assert "vanthu" in load() and rows()[0] == SESSIONS


@pytest.mark.parametrize("day", [date(2026, 2, 17), date(2028, 2, 29)])
def test_it_is_loaded_on_whatever_day(db, monkeypatch, without_papers, day):
    """At Tết, and on a leap day; tests/test_demo_ward.py takes many more days, without the database."""
    noon = datetime.combine(day, time(12), LOCAL_ZONE)
    monkeypatch.setattr(timezone, "now", lambda: noon)
    with pytest.raises(CommandError, match="chưa tới"):
        load(today=f"{day + timedelta(days=1)}")
    load(today=f"{day}")
    with every_office():
        assert [session.held_on for session in Session.objects.filter(held_on__gt=day)] == [next_after(day)]
        late = Directive.objects.overdue(day).filter(session__year__gte=2025).values_list("due_on", flat=True)
        assert late and min(late) >= day - timedelta(days=15)


def next_after(day):
    return demo_calendar.from_(day + timedelta(days=demo_calendar.AHEAD))


@pytest.mark.parametrize("kind", ["user", "council", "session"])
def test_a_database_that_holds_anything_else_is_left_alone(db, tmp_path, kind, request, january_record):
    if kind == "user":
        User.objects.create_user("ai-do")
    elif kind == "session":
        request.getfixturevalue("january")
    else:
        Council.objects.create(name="HĐND", committee_name="Thường trực", letterhead="HĐND")
    before = rows()
    assert "giữ nguyên" in load()
    assert rows() == before and not (tmp_path / "demo-logins.txt").exists()
    assert not Office.objects.filter(is_sample=True).exists()
