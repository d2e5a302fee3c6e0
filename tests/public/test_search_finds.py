"""Search finds what the site shows, by the words, numbers and days that people have in hand."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from django.utils import timezone

from meetings.models import Directive, Edition, KnownWord, ReportTakenBack, Unit, rebuild_index
from meetings.record import AgendaItemRecord, AttachmentRecord, DirectiveRecord

from .conftest import issue, issue_paper, session_of
from .every_word import content_of
from .page_text import elements, texts

FRONT = "Ủy ban MTTQ Việt Nam quận"


@pytest.fixture
def january(db):
    attachment = AttachmentRecord(
        title="Biểu tổng hợp kiến nghị", kind="report", filename="bieu.pdf", size=9, sha256="a" * 64, is_public=True
    )
    rows = (
        DirectiveRecord(number="1", task="lập kế hoạch giám sát, phòng dịch Covid-19", lead=FRONT),
        DirectiveRecord(number="2", task="rà soát chung về kinh tế - xã hội", due_text="trước ngày 02/02/2021"),
    )
    record = session_of(2021, 1, assessment="Đã họp dân.", directives=rows, attachments=(attachment,))
    issue(record, states={"1": "in_progress"})
    return record


def found(client, typed, **more):
    answer = client.get("/tim-kiem/", {"q": typed, **more})
    assert answer.status_code == 200
    return [hit.path for hit in answer.context["hits"]]


def report(number, note, **given):
    row = Directive.objects.get(number=number)
    return row.reports.create(reported_on=date(2021, 2, 1), state="in_progress", note=note, **given)


def test_the_words_of_a_public_report_are_found_until_it_is_taken_back(client, january, clerk):
    told = report("1", "Đã nghiệm thu cống hộp.", is_public=True)
    report("1", "Nội bộ: thiếu kinh phí.", is_public=False)
    assert found(client, "nghiệm thu cống") == ["/chi-dao/2021-01-1/"]
    assert "nghiệm thu" in texts(client.get("/tim-kiem/?q=nghiem+thu"), "p", class_="hit__text")[0]
    assert found(client, "thiếu kinh phí") == []
    rebuild_index()
    assert found(client, "nghiệm thu cống") == ["/chi-dao/2021-01-1/"]
    ReportTakenBack.objects.create(report=told, reason="Nhầm.", by=clerk)
    assert found(client, "nghiệm thu cống") == []


def test_an_attachment_is_found_by_its_title_and_shown(client, january):
    assert found(client, "biểu tổng hợp") == ["/phien-hop/2021/01/"]
    assert texts(client.get("/tim-kiem/?q=biểu+tổng+hợp"), "mark") == ["Biểu tổng hợp"]


def test_a_directive_is_found_by_its_number(client, january):
    assert found(client, "2021-01-1") == ["/chi-dao/2021-01-1/"]
    assert found(client, "2021-01-3") == []


@pytest.mark.parametrize("typed", ["2/2/2021", "02/02/2021", "2-2-2021", "02.02.2021"])
def test_a_day_is_found_however_it_is_written(client, january, typed):
    issue(session_of(2021, 2, assessment="Họp lại vào ngày 02 tháng 02 năm 2021."))
    assert found(client, typed) == ["/phien-hop/2021/02/", "/phien-hop/2021/01/", "/chi-dao/2021-01-2/"]
    assert "02 tháng 02 năm 2021" in texts(client.get("/tim-kiem/", {"q": typed}), "mark")


def test_the_day_of_a_session_finds_it_and_no_directive_of_a_like_number(client, january):
    assert found(client, "5/1/2021") == ["/phien-hop/2021/01/"]
    assert found(client, "1/1/2021") == []


@pytest.mark.parametrize("typed", ["05/BB-HĐND", "5/bb-hdnd", "biên bản số 05", "05/BB-HĐND 5/1/2021"])
def test_a_paper_is_found_by_its_number_and_leads_to_its_file(client, january, typed):
    issue_paper(january, "minutes", 5)
    answer = client.get("/tim-kiem/", {"q": typed})
    assert [hit.path for hit in answer.context["hits"]] == ["/phien-hop/2021/01/bien-ban.pdf"]
    assert answer.context["hits"][0].kind == "Biên bản"
    assert content_of(client.get("/phien-hop/2021/01/bien-ban.pdf")).startswith(b"%PDF")
    assert found(client, "biên bản", loai="giay-to") and not found(client, "biên bản", loai="chi-dao")


def test_a_paper_that_is_not_public_or_was_withdrawn_is_not_found(client, january):
    minutes = issue_paper(january, "minutes", 5)
    issue_paper(january, "notice", 7, is_public=False)
    issue_paper(session_of(2021, 3), "notice", 8)  # waits for a page
    assert [found(client, number) for number in ("07/TB-HĐND", "08/TB-HĐND")] == [[], []]
    Edition.objects.filter(pk=minutes.pk).close(Edition.State.WITHDRAWN, "Nhầm.")
    assert found(client, "05/BB-HĐND") == []
    rebuild_index()
    assert found(client, "05/BB-HĐND") == []


@pytest.fixture
def announced(db):
    day = timezone.localdate() + timedelta(days=20)
    item = AgendaItemRecord(title="Cho ý kiến về chợ đêm")
    record = session_of(day.year, day.month, held_on=day, starts_at=time(8), venue="Phòng họp số 9", agenda=(item,))
    return issue_paper(replace(record, posted_at=None), "invitation", 3)


@pytest.mark.parametrize("typed", ["chợ đêm", "phòng họp số 9"])
def test_an_announced_session_is_found_until_its_page_is_out(client, announced, typed):
    for _ in range(2):
        answer = client.get("/tim-kiem/", {"q": typed})
        (hit,) = answer.context["hits"]
        assert (hit.path, hit.kind) == (f"/phien-hop/{announced.path}/", "Phiên sắp họp")
        rebuild_index()
    issue(announced.public)
    answer = client.get("/tim-kiem/", {"q": typed})
    assert [hit.kind for hit in answer.context["hits"]] == ["Phiên thường kỳ"]


def test_an_announced_session_is_found_while_its_page_waits_and_when_that_is_put_off(client, announced):
    waits = issue(announced.public, at=timezone.now() + timedelta(hours=1))
    for typed in ("chợ đêm", "cho dem"):
        hits = client.get("/tim-kiem/", {"q": typed}).context["hits"]
        assert [hit.kind for hit in hits] == ["Phiên sắp họp"]
        Edition.objects.filter(pk=waits.pk).close(Edition.State.CANCELLED)
    assert client.get(f"/phien-hop/{announced.path}/").status_code == 200


def test_what_went_with_a_withdrawn_page_is_not_found(client, january):
    issue_paper(january, "minutes", 5)
    issue_paper(january, "invitation", 6)
    page = Edition.objects.live().get()
    assert found(client, "06/GM-HĐND")
    Edition.objects.filter(pk=page.pk).close(Edition.State.WITHDRAWN, "Nhầm.")
    assert found(client, "06/GM-HĐND") == found(client, "05/BB-HĐND") == found(client, "phiên họp") == []


def test_an_announced_session_that_was_called_off_is_not_found(client, announced):
    Edition.objects.filter(pk=announced.pk).close(Edition.State.WITHDRAWN, "Hoãn.")
    assert found(client, "chợ đêm") == []


def test_the_page_of_a_unit_is_found_by_any_of_its_names(client, january):
    Unit.objects.create(name=FRONT, short_name="mặt trận quận")
    for typed in ("mttq quan", "Mặt trận quận"):
        named = client.get("/tim-kiem/", {"q": typed}).context["named"]
        assert [each.slug for each in named] == ["uy-ban-mttq-viet-nam-quan"]
    page = client.get("/tim-kiem/?q=mttq")
    assert "/don-vi/uy-ban-mttq-viet-nam-quan/" in [each["href"] for each in elements(page, "a")]
    assert client.get("/tim-kiem/?q=mttq&loai=chi-dao").context["named"] == []


@pytest.mark.parametrize(
    ("typed", "meant"), [("covid19", "Covid-19"), ("KT-XH", "kinh tế - xã hội"), ("giam xat", "giám sát")]
)
def test_what_was_mistyped_is_asked_about_in_our_own_words(client, january, typed, meant):
    answer = client.get("/tim-kiem/", {"q": typed})
    assert "Có phải quý vị muốn tìm" in answer.content.decode() and answer.context["instead"] == meant
    assert found(client, meant)


@pytest.mark.parametrize("typed", ["05/BB-HĐND", "giám sát xyz"])
def test_the_words_as_they_were_typed_are_no_suggestion(client, january, typed):
    instead = client.get("/tim-kiem/", {"q": typed}).context["instead"]
    assert not instead or instead.lower() not in (typed.lower(), "05 bb-hđnd")


def test_no_word_of_a_page_that_is_gone_is_suggested(client, january):
    edition = issue(session_of(2021, 2, assessment="Ông Nguyễn Văn Khuyếch."))
    assert client.get("/tim-kiem/?q=khuyec").context["instead"]
    Edition.objects.filter(pk=edition.pk).close(Edition.State.WITHDRAWN, "Nhầm.")
    assert KnownWord.objects.filter(text="khuyech").exists()
    assert not client.get("/tim-kiem/?q=khuyec").context["instead"]


def test_a_suggestion_asks_few_queries(client, january, django_assert_max_num_queries):
    with django_assert_max_num_queries(45):
        client.get("/tim-kiem/?q=giam+xat+khong+he+co")


def test_words_with_other_accents_are_named_and_never_marked(client, january):
    page = client.get("/tim-kiem/", {"q": "hộp"})
    assert texts(page, "p", class_="seek__also") == [
        "Không có trang nào viết đúng “hộp”. Dưới đây là trang viết khác dấu: họp, hợp."
    ]
    assert texts(page, "mark") == []
    assert "họp" in texts(page, "p", class_="hit__text")[0]
    page = client.get("/tim-kiem/", {"q": "hop"})
    assert texts(page, "p", class_="seek__also") == [] and texts(page, "mark")


def test_the_text_of_a_directive_does_not_say_its_title_again(client, january):
    page = client.get("/tim-kiem/", {"q": "kế hoạch giám sát", "loai": "chi-dao"})
    assert texts(page, "h2", class_="hit__title") == [f"Giao {FRONT} lập kế hoạch giám sát, phòng dịch Covid-19."]
    assert texts(page, "p", class_="hit__text") == []
    report("1", "Kế hoạch giám sát đã trình.", is_public=True)
    page = client.get("/tim-kiem/", {"q": "kế hoạch giám sát", "loai": "chi-dao"})
    assert texts(page, "p", class_="hit__text") == ["Kế hoạch giám sát đã trình."]


@pytest.mark.parametrize("typed", ["tháng 1 năm 2021", "phiên họp thang 01/2021", "01-2021"])
def test_a_month_leads_to_its_session_at_once(client, posted, typed):
    page = client.get("/tim-kiem/", {"q": typed})
    assert "/phien-hop/2021/01/" in [each["href"] for each in elements(page, "a")]
    assert texts(page, "h2", id="cac-trang") == ["Xem ngay"]


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("quá hạn", "/chi-dao/?tinh-trang=qua-han"),
        ("Quá hạn nghĩa là gì?", "/gioi-thieu/#trang-thai"),
        ("bao sai sot", "/gioi-thieu/#phan-anh"),
        ("số điện thoại liên hệ", "/gioi-thieu/#phan-anh"),
    ],
)
def test_a_question_about_the_site_leads_to_its_answer(client, posted, typed, address):
    assert address in [each["href"] for each in elements(client.get("/tim-kiem/", {"q": typed}), "a")]


def test_words_of_a_directive_are_no_question_about_the_site(client, posted):
    assert not texts(client.get("/tim-kiem/", {"q": "giám sát 2021"}), "h2", id="cac-trang")
