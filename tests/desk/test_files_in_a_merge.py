"""A file chosen while a colleague saved: it goes through the merge, or is named as not taken."""

import pytest
from django.urls import reverse

from meetings.models import Session

from .documents import PDF, upload
from .filling import filled


@pytest.fixture
def screen(january):
    return reverse("admin:meetings_session_change", args=[january.pk])


@pytest.fixture
def typed(at_clerks_desk, screen):
    page = at_clerks_desk.get(screen)
    return filled(page, _base=page.context["kept"]["base"], _continue="1")


def titles(session):
    return sorted((row.title, row.filename) for row in session.attachments.all())


def test_files_alone_go_through_a_merge_nobody_has_to_look_at(at_clerks_desk, screen, typed, january):
    Session.objects.update(version=january.version + 1)
    files = {"attachments-0-file": upload(PDF, "a.pdf"), "attachments-2-file": upload(PDF + b"\n", "b.pdf")}
    words = {"attachments-TOTAL_FORMS": 3, "attachments-2-title": "Tờ trình", "attachments-0-kept": ""}
    assert at_clerks_desk.post(screen, {**typed, **words, **files}).status_code == 302
    assert titles(january) == [("Tờ trình", "b.pdf"), ("a", "a.pdf")]


def test_a_file_that_cannot_be_taken_is_not_passed_over_in_silence(at_clerks_desk, screen, typed, january):
    Session.objects.update(version=january.version + 1)
    answer = at_clerks_desk.post(screen, {**typed, "attachments-0-file": upload(b"MZ\x90", "trinh.pdf")})
    assert answer.status_code == 409 and "Tệp vừa chọn (trinh.pdf) chưa được gửi kèm" in answer.content.decode()
