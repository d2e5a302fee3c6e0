"""What is done is shown by something: a paper, a link; or the chief says why there is none."""

import re
from datetime import date

import pytest
from django.urls import reverse

from meetings.models import Session

from .documents import DOC, PDF, upload


@pytest.fixture
def directive(published):
    return published.directives.get(number="1")


@pytest.fixture(params=["page", "walkthrough"])
def where(request, directive):
    """Both forms that record a report, with what they call its state."""
    if request.param == "page":
        return reverse("admin:meetings_directive_change", args=[directive.pk]), "state"
    held = {"year": 2021, "month": 2, "held_on": date(2021, 2, 2)}
    session = Session.objects.create(council=directive.session.council, **held)
    page = reverse("admin:meetings_session_walkthrough", args=[session.pk])
    return f"{page}?viec={directive.pk}", "what"


def typed(state, **words):
    return {state: "done", "reported_on": "20/01/2021", "note": "Đã nộp kế hoạch.", **words}


def test_done_asks_for_a_proof_and_nothing_typed_is_lost(where, directive, at_clerks_desk):
    page, state = where
    refused = at_clerks_desk.post(page, typed(state)).content.decode()
    assert "Xong thì cần minh chứng" in refused and "Đã nộp kế hoạch." in refused
    at_clerks_desk.post(page, typed(state, waived="văn thư không được miễn"))
    assert not directive.reports.exists()
    at_clerks_desk.post(page, typed(state, evidence="12/KH-MTTQ ngày 18/01/2021"))
    assert directive.reports.get().evidence == "12/KH-MTTQ ngày 18/01/2021"


def test_a_file_is_a_proof_and_is_kept_while_another_box_is_mended(directive, at_chiefs_desk, client):
    page = reverse("admin:meetings_directive_change", args=[directive.pk])
    said = typed("state", is_public="on", file_is_public="on")
    refused = at_chiefs_desk.post(page, said | {"file": upload(PDF), "reported_on": "32/13/2021"})
    mark = re.search('name="kept_file" value="([^"]+)"', refused.content.decode())[1]
    assert not directive.reports.exists() and "Báo cáo tháng 01" in refused.content.decode()
    at_chiefs_desk.post(page, said | {"kept_file": mark})
    report = directive.reports.get()
    assert report.state == "done" and report.stored.read() == PDF
    shown = at_chiefs_desk.get(page).content.decode()
    assert (where := reverse("admin:meetings_report_file", args=[directive.pk, report.pk])) in shown
    assert at_chiefs_desk.get(where).getvalue() == PDF
    public = client.get("/chi-dao/2021-01-1/").content.decode()
    assert re.search('href="(/chi-dao/2021-01-1/tep/[^"]+)"', public)


def test_a_file_that_cannot_be_public_is_refused_with_words_and_one_ticked_for_the_office_is_not(
    directive, at_chiefs_desk
):
    page = reverse("admin:meetings_directive_change", args=[directive.pk])
    said = typed("state", is_public="on")
    refused = at_chiefs_desk.post(page, said | {"file": upload(DOC, "a.doc"), "file_is_public": "on"})
    assert "Chỉ công khai được" in refused.content.decode() and not directive.reports.exists()
    at_chiefs_desk.post(page, said | {"file": upload(DOC, "a.doc")})
    assert directive.reports.get().public_file is None


def test_the_chief_does_without_a_proof_and_says_why(where, directive, at_chiefs_desk, client):
    page, state = where
    at_chiefs_desk.post(page, typed(state, waived="Việc làm tại chỗ.", is_public="on"))
    report = directive.reports.get()
    assert (report.state, report.waived) == ("done", "Việc làm tại chỗ.")
    shown = at_chiefs_desk.get(reverse("admin:meetings_directive_change", args=[directive.pk])).content.decode()
    assert "Miễn minh chứng: Việc làm tại chỗ." in shown
    assert "Việc làm tại chỗ." not in client.get("/chi-dao/2021-01-1/").content.decode()


def test_a_link_can_be_followed(directive, clerk, client):
    directive.report(by=clerk, state="done", evidence="https://hdnd.example/kh.pdf", is_public=True)
    assert 'href="https://hdnd.example/kh.pdf"' in client.get("/chi-dao/2021-01-1/").content.decode()
