"""“Báo sai sót”: what a reader found wrong goes to the office's list, and shows nowhere in public."""

from datetime import date, datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from meetings.models import Edition, ErrorReport
from meetings.vietnamese import LOCAL_ZONE

from ..conftest import logged_in
from ..desk.filling import filled
from .conftest import issue

PAGE, WORDS = "/phien-hop/2021/01/", "Ngày họp ghi sai: DẤU-PHẢN-ÁNH"


def send(client, page=PAGE, words=WORDS, **more):
    return client.post("/bao-sai-sot/", {"trang": page, "words": words, **more})


@pytest.mark.parametrize("page", [PAGE, "/chi-dao/2021-01-1/", "/don-vi/uy-ban-mttq-viet-nam-quan/"])
def test_each_page_leads_to_the_form_and_what_is_sent_stands_on_the_list(client, posted, page):
    assert f'href="/bao-sai-sot/?trang={page}"' in client.get(page).content.decode()
    assert client.get(f"/bao-sai-sot/?trang={page}").status_code == 200
    answer = send(client, page, address="lan@vidu.example")
    assert answer.status_code == 303 and not answer.cookies
    assert "đã nhận phản ánh" in client.get(answer["Location"]).content.decode()
    row = ErrorReport.objects.get()
    assert (row.page, row.words, row.address, row.state) == (page, WORDS, "lan@vidu.example", "new")
    assert row.session == (posted.session if "don-vi" not in page else None)
    assert "DẤU-PHẢN-ÁNH" not in client.get(page).content.decode() + client.get(answer["Location"]).content.decode()


def test_the_clock_runs_ten_working_days():
    received = datetime(2026, 4, 20, 8, tzinfo=LOCAL_ZONE)
    assert ErrorReport(office=None, received_at=received).answer_by == date(
        2026, 5, 7
    )  # over the 27th for Giỗ Tổ, 30 April and 1 May


def test_what_cannot_be_taken_is_told_and_nothing_typed_is_lost(client, posted):
    long = "a" * 1001
    answer = send(client, words=long, address="lan@")
    page = answer.content.decode()
    assert answer.status_code == 400 and long in page and 'value="lan@"' in page
    assert "hiện có 1001" in page and "hoặc để trống" in page
    assert send(client, words=" ").status_code == 400
    assert send(client, "/quan-tri/").status_code == send(client, "/chi-dao/2099-01-1/").status_code == 404
    assert not ErrorReport.objects.exists()


def test_what_a_program_sends_is_dropped_what_is_sent_twice_kept_once_and_a_flood_stopped(client, posted):
    assert send(client, website="http://spam.example").status_code == 303
    assert not ErrorReport.objects.exists()
    codes = [send(client).status_code for _ in range(6)]
    assert codes == [303] * 4 + [429] * 2 and ErrorReport.objects.count() == 1


@pytest.fixture
def taken(client, posted):
    send(client, address="lan@vidu.example")
    return ErrorReport.objects.get()


def save(user, report, **typed):
    desk, where = logged_in(user), reverse("admin:meetings_errorreport_change", args=[report.pk])
    answer = desk.post(where, filled(desk.get(where), **typed))
    report.refresh_from_db()
    return answer


def test_the_office_sees_it_on_the_desk_and_who_only_reads_no_address(clerk, reader, taken):
    where = reverse("admin:meetings_errorreport_change", args=[taken.pk])
    assert taken.page in logged_in(clerk).get(reverse("admin:index")).content.decode()
    assert "lan@vidu.example" in logged_in(clerk).get(where).content.decode()
    seen = logged_in(reader).get(where).content.decode()
    assert "DẤU-PHẢN-ÁNH" in seen and "lan@vidu.example" not in seen


def test_left_as_it_is_it_needs_a_reason_and_the_address_goes_with_the_answer(clerk, taken):
    assert "Hãy ghi vì sao không sửa." in save(clerk, taken, state="left").content.decode()
    assert taken.state == "new" and taken.address
    save(clerk, taken, state="left", reason="Ngày họp đúng như biên bản.")
    assert (taken.state, taken.address) == ("left", "")


def test_the_correction_says_that_a_reader_saw_it_only_where_the_office_ticks_it(client, clerk, taken, news):
    told = "Theo phản ánh của bạn đọc."
    assert "Chưa có đính chính" in save(clerk, taken, state="mended", is_told="on").content.decode()
    issue(news, note="Sửa ngày họp.", at=timezone.now())
    assert "Sửa ngày họp." in (page := client.get(PAGE).content.decode()) and told not in page
    save(clerk, taken, state="mended", is_told="on")
    assert taken.edition == Edition.objects.live().get()
    page = client.get(PAGE).content.decode()
    assert told in page and "DẤU-PHẢN-ÁNH" not in page
    save(clerk, taken, is_told="")
    assert told not in client.get(PAGE).content.decode()
