"""The front's unit with its link of the month; it leads directive 2021-01-1."""

import pytest
from django.urls import reverse
from django.utils import timezone

from meetings.models import Unit
from meetings.models.unit_link import link_for

REFERENCE = "2021-01-1"


@pytest.fixture
def unit(published):
    return Unit.objects.called("Ủy ban MTTQ Việt Nam quận")


@pytest.fixture
def link(unit, clerk):
    return link_for(unit, timezone.localdate(), by=clerk)


@pytest.fixture
def directive(published):
    return published.directives.get(number="1")


def list_of(link):
    return reverse("unit_reports:tasks", args=[link.token])


def form_of(link, reference=REFERENCE):
    return reverse("unit_reports:report", args=[link.token, reference])


def typed(**words):
    named = {"state": "in_progress", "note": "Đã có dự thảo kế hoạch.", "sender": "Ngô Thị Oanh, chuyên viên"}
    return named | {"form_token": "x" * 22, "extend_to": "", "extend_reason": ""} | words
