"""The clerk takes what a unit sent, as it is or mended, or sends it back; the chief decides on more time."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from meetings.models import Proposal, Refused

from ..conftest import logged_in
from ..unit_reports.conftest import directive, form_of, link, list_of, typed, unit
from .documents import PDF
from .test_progress import text

__all__ = ["directive", "link", "unit"]
SAID = "Đã có dự thảo kế hoạch."


@pytest.fixture
def proposal(client, link):
    file = SimpleUploadedFile("ke-hoach.pdf", PDF)
    asked = {"extend_to": "15/12/2099", "extend_reason": "chờ cấp phép"}
    client.post(form_of(link), typed(file=file, **asked))
    return Proposal.objects.get()


def page(proposal):
    return reverse("admin:meetings_proposal_change", args=[proposal.pk])


def public_file(proposal):
    return reverse("public:report_file", args=["2021-01-1", proposal.file["sha256"][:12], "ke-hoach.pdf"])


def decided(**words):
    return {"viec": "nhan", "note": SAID, "loi": "noi-bo", "tep": "noi-bo", **words}


def fresh(proposal):
    return Proposal.objects.get(pk=proposal.pk)


def test_what_waits_is_on_the_front_page_and_the_list(at_clerks_desk, proposal):
    assert "1 báo cáo chờ bạn" in text(at_clerks_desk.get(reverse("admin:index")))
    assert SAID in text(at_clerks_desk.get(reverse("admin:meetings_proposal_changelist")))
    assert "(1 chờ)" in text(at_clerks_desk.get(reverse("admin:meetings_directive_changelist")))
    shown = at_clerks_desk.get(page(proposal))
    assert "Ngô Thị Oanh" in text(shown) and "xây dựng kế hoạch giám sát" in text(shown)
    file = at_clerks_desk.get(reverse("admin:meetings_proposal_file", args=[proposal.pk]))
    assert b"".join(file.streaming_content) == PDF


def test_the_clerk_takes_it_mended_and_the_unit_reads_both(at_clerks_desk, client, link, proposal, clerk):
    at_clerks_desk.post(page(proposal), decided(note="Đã có dự thảo."))
    report = fresh(proposal).report
    assert (report.note, report.author, report.state) == ("Đã có dự thảo.", clerk, "in_progress")
    assert (report.is_public, report.file["name"], report.file_is_public) == (False, "ke-hoach.pdf", False)
    assert fresh(proposal).note == SAID
    assert "sửa lời thành: “Đã có dự thảo.”" in text(client.get(list_of(link)))
    assert "Đã có dự thảo." not in text(client.get("/chi-dao/2021-01-1/"))


def test_one_for_the_public_waits_for_the_chief(at_clerks_desk, at_chiefs_desk, client, proposal):
    at_clerks_desk.post(page(proposal), decided(loi="cong-khai", tep="cong-khai"))
    assert (fresh(proposal).standing, fresh(proposal).report) == ("with_chief", None)
    assert SAID not in text(client.get("/chi-dao/2021-01-1/"))
    again = at_clerks_desk.post(page(proposal), decided(loi="cong-khai"))
    assert again.status_code == 409 and fresh(proposal).report is None
    at_chiefs_desk.post(page(proposal), decided(loi="cong-khai", tep="cong-khai"))
    public = client.get("/chi-dao/2021-01-1/")
    assert SAID in text(public) and "Tệp kèm theo: ke-hoach" in text(public)
    file = client.get(public_file(proposal))
    assert b"".join(file.streaming_content) == PDF


def test_public_words_do_not_let_out_an_internal_file(at_chiefs_desk, client, proposal):
    at_chiefs_desk.post(page(proposal), decided(loi="cong-khai"))
    assert SAID in text(public := client.get("/chi-dao/2021-01-1/")) and "Tệp kèm theo" not in text(public)
    assert client.get(public_file(proposal)).status_code == 404


def test_an_office_of_two_eyes_lets_the_clerk_take_it_for_the_public(at_clerks_desk, proposal, published):
    council = published.council
    council.four_eyes = False
    council.save()
    at_clerks_desk.post(page(proposal), decided(loi="cong-khai"))
    assert fresh(proposal).report.is_public


def test_the_form_begins_as_the_office_set_it(at_clerks_desk, proposal, published):
    shown = at_clerks_desk.get(page(proposal)).context["typed"]
    assert (shown["loi"], shown["tep"]) == ("cong-khai", "noi-bo")
    type(published.council).objects.update(reports_are_public=False, report_files_are_public=True)
    shown = at_clerks_desk.get(page(proposal)).context["typed"]
    assert (shown["loi"], shown["tep"]) == ("noi-bo", "cong-khai")


def test_an_internal_directive_gets_an_internal_report(at_chiefs_desk, proposal, directive):
    type(directive).objects.filter(pk=directive.pk).update(is_public=False)
    at_chiefs_desk.post(page(proposal), decided(loi="cong-khai", tep="cong-khai"))
    assert not fresh(proposal).report.is_public and not fresh(proposal).report.file_is_public


def test_it_goes_back_with_words_and_the_unit_sees_them(at_clerks_desk, client, link, proposal, directive):
    silent = at_clerks_desk.post(page(proposal), {"viec": "tra-lai", "answer": " "})
    assert silent.status_code == 409 and "Hãy ghi đơn vị cần sửa" in text(silent)
    at_clerks_desk.post(page(proposal), {"viec": "tra-lai", "answer": "Hãy nêu số văn bản."})
    assert (fresh(proposal).standing, fresh(proposal).extension) == ("sent_back", "refused")
    seen = text(client.get(list_of(link)))
    assert "Văn phòng trả lại: “Hãy nêu số văn bản.”" in seen and "1 việc cần báo cáo" in seen
    assert not directive.reports.exists()


def test_two_who_decide_at_once_decide_once(proposal, clerk, deputy):
    other = fresh(proposal)
    proposal.take(by=clerk, note=SAID)
    with pytest.raises(Refused, match="vừa được người khác xử lý"):
        other.send_back(by=deputy, answer="Nêu số văn bản.")
    assert fresh(proposal).standing == "taken"


def test_a_refused_decision_keeps_what_was_typed(at_clerks_desk, proposal, published, chief):
    published.withdraw(by=chief, note="Đăng nhầm.")
    answer = at_clerks_desk.post(page(proposal), decided(note="Chữ vừa sửa."))
    assert answer.status_code == 409 and "không còn hiệu lực" in text(answer)
    assert "Chữ vừa sửa." in answer.content.decode() and fresh(proposal).standing == "waiting"


def test_the_chief_alone_grants_more_time(at_clerks_desk, at_chiefs_desk, client, link, proposal, directive):
    assert at_clerks_desk.post(page(proposal), {"viec": "gia-han"}).status_code == 403
    at_chiefs_desk.post(page(proposal), {"viec": "gia-han"})
    directive.refresh_from_db()
    assert directive.due_on == date(2021, 3, 31) and directive.due_now == date(2099, 12, 15)
    assert directive.reports.get().note == "chờ cấp phép"
    assert "Được gia hạn đến 15/12/2099" in text(client.get(list_of(link)))
    assert at_chiefs_desk.post(page(proposal), {"viec": "gia-han"}).status_code == 409
    assert directive.reports.count() == 1


def test_no_more_time_without_a_reason(at_chiefs_desk, client, link, proposal, directive):
    assert at_chiefs_desk.post(page(proposal), {"viec": "khong-gia-han"}).status_code == 409
    at_chiefs_desk.post(page(proposal), {"viec": "khong-gia-han", "extension_answer": "Đã gia hạn một lần."})
    directive.refresh_from_db()
    assert directive.due_on == date(2021, 3, 31)
    assert "Không gia hạn: “Đã gia hạn một lần.”" in text(client.get(list_of(link)))


def test_a_telephone_number_and_another_lead_are_doubts(at_clerks_desk, client, link, directive, unit):
    client.post(form_of(link), typed(note="Liên hệ anh Phúc 0912 345 678."))
    shown = text(at_clerks_desk.get(page(Proposal.objects.get())))
    assert "Có số điện thoại" in shown and "chủ trì." not in shown
    type(directive).objects.filter(pk=directive.pk).update(lead_unit=None)
    assert "Chỉ đạo này nay do đơn vị khác chủ trì." in text(at_clerks_desk.get(page(Proposal.objects.get())))


def test_who_only_reads_decides_nothing(reader, proposal):
    assert logged_in(reader).post(page(proposal), decided()).status_code == 403
    assert fresh(proposal).standing == "waiting"
