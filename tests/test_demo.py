"""The demo is loaded once, into an empty database only, with log-ins nobody can guess."""

import re
import stat
from datetime import UTC, date, datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone

from meetings import issuing
from meetings.management import demo_archive
from meetings.models import (
    Council,
    Directive,
    Edition,
    Office,
    PageViews,
    PaperDraft,
    ProgressReport,
    Session,
    StateChange,
    at_office,
    every_office,
)
from meetings.models.office import forget_offices

from .conftest import join
from .public.page_text import texts

ARCHIVED, IN_THE_WARD, IN_THE_SECOND = 9, 12 + 3, 4
"""Sessions: of the district; twelve months, the extraordinary one, the one that awaits, the next; the second ward's."""
PAPERS_OF_ARCHIVE, PAPERS = 11, 11 + 12 + 2


@pytest.fixture
def data_dir(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    return tmp_path


@pytest.fixture
def on_the(monkeypatch):
    """Sets the clock to noon of a day in Hà Nội."""

    def set_to(day):
        noon = datetime.combine(day, datetime.min.time(), UTC) + timedelta(hours=5)
        monkeypatch.setattr(timezone, "now", lambda: noon)
        return day

    return set_to


def load(**named):
    out = StringIO()
    call_command("load_demo", stdout=out, **named)
    forget_offices()
    return out.getvalue()


def rows():
    with every_office():
        return [model.objects.count() for model in (Session, Edition, StateChange, ProgressReport, User)]


def papers():
    with every_office():
        return Edition.objects.exclude(kind="news")


def at_the(slug):
    return at_office(Office.objects.get(slug=slug))


def test_the_demo_comes_once(db, data_dir):
    assert "vanthu" in load()
    once = rows()
    assert once[0] == ARCHIVED + IN_THE_WARD + IN_THE_SECOND
    with every_office():
        assert Edition.objects.exclude(kind="news").count() == PAPERS
    assert "giữ nguyên" in load()
    assert rows() == once
