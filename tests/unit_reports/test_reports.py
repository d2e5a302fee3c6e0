"""What a unit sends waits for the office; what is refused keeps all that was typed, the file too."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from meetings.models import ProgressReport, Proposal

from ..desk.documents import PDF
from ..desk.test_progress import text
from ..public.test_valid_html import faults, parsed
from .conftest import form_of, list_of, typed


def pdf(name="ke-hoach.pdf", content=PDF):
    return SimpleUploadedFile(name, content)


def test_what_is_sent_waits_and_shows_nowhere(client, link, directive):
    answer = client.post(form_of(link), typed(state="done", note="Đã ban hành kế hoạch.", file=pdf()), follow=True)
    proposal = Proposal.objects.get()
    assert answer.redirect_chain[0][1] == 303 and proposal.receipt in text(answer)
    assert (proposal.state, proposal.standing, proposal.file["name"]) == ("done", "waiting", "ke-hoach.pdf")
    directive.refresh_from_db()
    assert directive.state == "open" and not ProgressReport.objects.exists()
    assert "Đã ban hành" not in text(client.get("/chi-dao/2021-01-1/")) + text(client.get("/tim-kiem/?q=ban+hành"))
    assert "Đã gửi tháng này: 1 việc" in text(page := client.get(list_of(link)))
    assert "Văn phòng đang xem" in text(page)
    assert "Ngô Thị Oanh" not in page.content.decode() + client.get(form_of(link)).content.decode()


def test_the_list_says_what_was_reported_with_which_file_and_a_request_for_more_time_does_not_vanish(client, link):
    day = f"{timezone.localdate() + timedelta(days=30):%d/%m/%Y}"
    client.post(form_of(link), typed(extend_to=day, extend_reason="Chờ kinh phí."))
    client.post(form_of(link), typed(form_token="y" * 22, note="Đã mời thầu."))
    page = text(client.get(list_of(link)))
    last = Proposal.objects.get(extension="")
    assert f"báo đang làm (mã {last.receipt})" in page and f"Xin gia hạn đến {day} (gửi" in page
    Proposal.objects.get(extension="asked").decide_extension(by=None, granted=False, answer="Không.")
    assert f"Xin gia hạn đến {day}" not in text(client.get(list_of(link)))


def test_a_form_that_is_sent_again_gives_the_first_answer(client, link):
    first, again = (client.post(form_of(link), typed()) for _ in range(2))
    assert first["Location"] == again["Location"] and Proposal.objects.count() == 1
    assert client.post(form_of(link), typed(note="Đã mời họp."))["Location"] != first["Location"]
    assert Proposal.objects.count() == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"note": " "}, "Kết quả đến nay: Chưa ghi kết quả."),
        ({"state": ""}, "Chưa chọn tình trạng."),
        ({"state": "done"}, "Báo xong thì cần kèm ảnh hoặc văn bản chứng minh."),
        ({"state": "dropped"}, "dropped"),
        ({"note": "a" * 601}, "Dài 601 ký tự, nhiều nhất 600."),
        ({"extend_to": "01/02/2021", "extend_reason": "chờ"}, "phải sau hôm nay"),
        ({"extend_to": "15/12/2099"}, "Chưa ghi vì sao xin gia hạn."),
        ({"state": "done", "extend_to": "15/12/2099"}, "Việc đã xong thì không xin gia hạn."),
        ({"extend_reason": "chờ cấp phép"}, "Chưa ghi xin gia hạn đến ngày nào."),
        ({"sender": ""}, "Chưa có họ tên."),
    ],
)
def test_what_lacks_something_is_refused_in_words_and_stays_typed(client, link, words, said):
    sent = typed(**words)
    answer = client.post(form_of(link), sent)
    page = answer.content.decode()
    assert answer.status_code == 400 and said in text(answer) and "Chữ đã gõ còn nguyên" in text(answer)
    for name in ("note", "sender", "extend_to", "extend_reason"):
        assert sent[name].strip() in page
    assert not Proposal.objects.exists()


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (pdf("anh.jpg", b"MZ\x90\x00 program"), "chương trình chạy được"),
        (pdf("rong.pdf", b""), "rỗng"),
        (pdf("lon.pdf", PDF + b"\0" * 1024 * 1024 + b"startxref\n0\n%%EOF"), "lớn hơn 1 MB"),
    ],
)
def test_a_file_that_is_not_what_it_says_is_refused_and_all_else_is_kept(client, link, file, said, settings):
    settings.ATTACHMENT_MAX_MB = 1
    answer = client.post(form_of(link), typed(file=file, extend_to="15/12/2099", extend_reason="chờ cấp phép"))
    page = answer.content.decode()
    assert said in text(answer) and "Đã có dự thảo kế hoạch." in page and "Ngô Thị Oanh" in page
    assert 'value="15/12/2099"' in page and "chờ cấp phép" in page and not Proposal.objects.exists()


def test_a_good_file_need_not_be_chosen_again_and_can_be_dropped(client, link):
    refused = client.post(form_of(link), typed(state="done", note="", file=pdf()))
    mark = refused.context["form"].kept_mark
    assert "ke-hoach" in text(refused) and mark in refused.content.decode()
    client.post(form_of(link), typed(state="done", kept_file=mark, drop_file="on"))
    client.post(form_of(link), typed(state="done", kept_file=mark + "x"))
    assert not Proposal.objects.exists()
    client.post(form_of(link), typed(state="done", kept_file=mark))
    assert Proposal.objects.get().file["name"] == "ke-hoach.pdf"


def test_one_month_cannot_bury_the_office(client, link, monkeypatch):
    monkeypatch.setattr("meetings.by_link.report_pages.MOST_A_MONTH", 1)
    client.post(form_of(link), typed())
    assert "quá nhiều báo cáo" in text(client.post(form_of(link), typed(note="Nữa.")))
    assert Proposal.objects.count() == 1


def test_every_page_is_valid_without_a_script(client, link):
    refused = client.post(form_of(link), typed(state="done", note="", file=pdf(), extend_reason="chờ"))
    sent = client.post(form_of(link), typed(extend_to="15/12/2099", extend_reason="chờ"), follow=True)
    for page in (refused, sent, client.get(list_of(link)), client.get(form_of(link)), client.get("/bao-cao/")):
        html = page.content.decode()
        assert list(faults(parsed(html))) == [] and "<script" not in html
