"""The demo is loaded once, into an empty database only, with log-ins nobody can guess."""

import re
import stat
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import transaction

from meetings import issuing
from meetings.management.commands.load_demo import PAPERS, Command
from meetings.models import Council, Edition, PaperDraft, ProgressReport, Session, StateChange

from .public.page_text import texts


@pytest.fixture
def data_dir(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    return tmp_path


def load():
    out = StringIO()
    call_command("load_demo", stdout=out)
    return out.getvalue()


def rows():
    return [model.objects.count() for model in (Session, Edition, StateChange, ProgressReport, User)]


def test_the_demo_comes_once(db, data_dir):
    assert "vanthu" in load()
    once = rows()
    assert once[:2] == [9, 9 + len(PAPERS)]
    assert "giữ nguyên" in load()
    assert rows() == once


@pytest.mark.parametrize("after", [0, 4])
def test_a_load_that_was_broken_off_goes_on_with_the_log_ins_it_made(db, data_dir, monkeypatch, after):
    issued, printed = issuing.issue, []

    def break_off(session, kind, *rest, **named):
        if len(printed) == after:
            raise KeyboardInterrupt
        printed.append(kind)
        return issued(session, kind, *rest, **named)

    monkeypatch.setattr(issuing, "issue", break_off)
    with pytest.raises(KeyboardInterrupt):
        load()
    assert Edition.objects.exclude(kind="news").count() == after
    monkeypatch.setattr(issuing, "issue", issued)
    told = load()
    assert rows()[:2] == [9, 9 + len(PAPERS)]
    line = next(each for each in told.splitlines() if "vanthu" in each)
    assert User.objects.get(username="vanthu").check_password(line.split(": ")[1])
    assert (data_dir / "demo-logins.txt").read_text().startswith("vanthu")
    assert "giữ nguyên" in load()


def test_a_load_that_was_broken_off_before_it_stored_anything_starts_over(db, data_dir, monkeypatch):
    with monkeypatch.context() as broken, pytest.raises(ZeroDivisionError), transaction.atomic():
        broken.setattr(Command, "_correct", lambda *_: 1 / 0)
        load()
    assert "vanthu" in load() and rows()[:2] == [9, 9 + len(PAPERS)]


def test_the_example_that_opens_the_readme_works_beside_the_demo(db, data_dir, client):
    readme = Path("README.md").read_text(encoding="utf-8")
    (command,) = re.findall(r"`bin/manage (import_posts [^`]+)` reads it", readme)
    (address,) = re.findall(r"becomes this\s+page, `([^`]+)`", readme)
    load()
    assert client.get(address).status_code == 404
    call_command(*command.split(), stdout=StringIO())
    assert texts(client.get(address), "h1") == re.findall(r":\n\n    (Phiên họp .*)", readme)


def test_its_pages_are_out_and_its_draft_is_not(db, data_dir):
    load()
    assert Edition.objects.live().count() == 8
    assert not Edition.objects.filter(kind="news", path="2021/03").exists()
    assert Edition.objects.live().get(path="2020/11").sequence == 2
    assert Edition.objects.live().get(path="2021/01").posted_at.isoformat() == "2021-01-11T01:52:00+00:00"


def test_the_directives_have_come_as_far_as_they_have(db, data_dir):
    load()
    assert Session.objects.get(year=2021, month=1).directives.filter(state="in_progress").exists()


def test_its_office_has_members_and_a_paper_that_awaits(db, data_dir):
    load()
    council = Council.objects.get()
    assert [member.duty for member in council.members.all()] == ["chair", "deputy", "ordinary", "ordinary"]
    assert [str(draft.session) for draft in PaperDraft.objects.filter(state="awaiting")] == [
        "Phiên chuyên đề tháng 10/2020 (mở rộng)"
    ]


def test_the_log_ins_are_random_and_kept_for_the_owner_alone(db, data_dir):
    printed = load()
    kept = data_dir / "demo-logins.txt"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    passwords = dict(line.split(" (")[0:1] + line.split(": ")[1:] for line in kept.read_text().splitlines())
    assert set(passwords) == {"vanthu", "chanhvp"} and len(set(passwords.values())) == 2
    for name, password in passwords.items():
        assert password in printed and User.objects.get(username=name).check_password(password)


def test_the_passwords_can_be_given(db, data_dir, monkeypatch):
    monkeypatch.setenv("DEMO_PASSWORD", "mat-khau-da-cho")
    load()
    assert User.objects.get(username="vanthu").check_password("mat-khau-da-cho")


@pytest.mark.parametrize("kind", ["user", "council", "session"])
def test_a_database_that_holds_anything_else_is_left_alone(db, data_dir, kind, request, january_record):
    if kind == "user":
        User.objects.create_user("ai-do")
    elif kind == "session":
        request.getfixturevalue("january")
    else:
        Council.objects.create(name="HĐND", committee_name="Thường trực", letterhead="HĐND")
    before = rows()
    assert "giữ nguyên" in load()
    assert rows() == before and not (data_dir / "demo-logins.txt").exists()
