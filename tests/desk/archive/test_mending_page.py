"""A refused or doubtful post is mended on its page, by who may, on the version that the page showed."""

from datetime import date

import pytest
from django.urls import reverse

from meetings.desk.archive.month_hints import day_held, months_named, months_of
from meetings.desk.archive.post_version import version_of
from meetings.models import Council, ImportedPost, Session
from tests.conftest import logged_in

from .conftest import CLEAN, decide, page_of, words_of

WORDS = CLEAN.read_text(encoding="utf-8")
UNDATED = (
    WORDS.replace("Phiên họp tháng 02 năm 2021 của", "Phiên họp thường kỳ của")
    .replace("Ngày đăng 08/02/2021 | 16:05  | Lượt xem: 1.607\n", "")
    .replace("Ngày 02/02/2021, Thường", "Sáng nay, Thường")
    .replace("phiên họp tháng 02 năm 2021.", "phiên họp thường kỳ. Báo cáo ngày 28/7/2020 được nêu lại.")
)


@pytest.fixture
def undated(gathered):
    post = gathered(khong_thang=UNDATED)["khong_thang"]
    assert post.verdict == "refused"
    return post


@pytest.fixture
def dayless(gathered):
    return gathered(khong_ngay=WORDS.replace("Ngày 02/02/2021, ", ""))["khong_ngay"]


def mend(client, post, **typed):
    where = reverse("admin:meetings_importedpost_mend", args=[post.pk])
    return client.post(where, {"ban": version_of(post), **typed})


def test_a_refused_post_asks_for_what_is_missing(at_clerks_desk, undated):
    page = words_of(at_clerks_desk.get(page_of(undated)))
    asked = page[page.index("Phải trả lời") : page.index("Điền thêm ô khác")]
    assert "1 ô thiếu" in asked and "Phiên thuộc tháng nào?" in asked and "Họp ngày nào?" not in asked
    assert 'name="chon-thang" value="07/2020"' in asked


def test_nothing_is_chosen_beforehand(at_clerks_desk, undated):
    page = words_of(at_clerks_desk.get(page_of(undated)))
    form = page[page.index('/tra-loi-khung/"') : page.index("Ghi và đọc lại</button> Máy")]
    assert '<option value="" selected>chưa chọn</option>' in form and form.count(" selected>") == 1
    assert " value=" not in form[form.index('name="month"') :].partition(">")[0] and " checked" not in form


def test_what_is_typed_is_read_and_the_post_becomes_a_session(at_clerks_desk, undated):
    answered = mend(at_clerks_desk, undated, month="7/2020", held_on="28/07/2020")
    assert answered.url == page_of(undated)
    page = words_of(at_clerks_desk.get(answered.url))
    assert "07/2020, thường kỳ <span" in page and page.count("người duyệt điền</span>") == 2
    assert "dưới dòng tên do người duyệt điền, không có trong bài: “Phiên họp tháng 7 năm 2020”." in page
    undated.refresh_from_db()
    decide(at_clerks_desk, undated, "nhap", **{"van-nhap": "A"})
    session = Session.objects.get()
    assert (session.year, session.month, f"{session.held_on}") == (2020, 7, "2020-07-28")
    assert session.source_text == UNDATED.strip()


def test_a_month_is_answered_by_one_click(at_clerks_desk, undated):
    mend(at_clerks_desk, undated, **{"chon-thang": "07/2020"})
    undated.refresh_from_db()
    assert undated.record.month == 7


def test_enter_in_a_box_is_none_of_the_offered_months(at_clerks_desk, undated):
    page = words_of(at_clerks_desk.get(page_of(undated)))
    form = page[page.index('/tra-loi-khung/"') :]
    first = form[form.index("<button") : form.index("</button>")]
    assert 'type="submit"' in first and "name=" not in first


def test_a_doubtful_post_keeps_its_boxes_folded_and_says_the_doubt_once(at_clerks_desk, dayless):
    page = words_of(at_clerks_desk.get(page_of(dayless)))
    assert "Phải trả lời" not in page and "còn thiếu" not in page
    assert '<details class="panel archive-mend" id="phai-tra-loi"><summary>Sửa hội đồng, tháng, ngày họp…' in page
    assert page.count("Không thấy ngày họp") == 1 and "Máy đọc: 02/2021" in page
    assert '<a href="#phai-tra-loi">Sửa ở phần hội đồng, tháng, ngày họp</a>' in page
    answered = mend(at_clerks_desk, dayless, held_on="2-2-2021")
    assert "không còn chỗ nào chưa chắc" in words_of(at_clerks_desk.get(answered.url))
    dayless.refresh_from_db()
    assert dayless.verdict == "clean"


def test_a_post_without_gaps_keeps_its_boxes_folded(at_clerks_desk, clean):
    page = words_of(at_clerks_desk.get(page_of(clean)))
    assert "Phải trả lời" not in page and "<summary>Sửa hội đồng, tháng, ngày họp…" in page


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"month": "13/2020"}, "Hãy ghi tháng và năm, ví dụ 07/2020."),
        ({"month": "tháng Bảy"}, "Hãy ghi tháng và năm"),
        ({"month": "7/20"}, "Hãy ghi tháng và năm"),
        ({"held_on": "31/02/2021"}, "Tháng 02/2021 chỉ có 28 ngày."),
        ({"held_on": "hôm qua"}, "Hãy ghi ngày, tháng, năm"),
        ({"month": "7/2020", "council": "99"}, "99"),
    ],
)
def test_what_cannot_be_is_said_and_stays_as_typed(at_clerks_desk, undated, typed, said):
    refusal = mend(at_clerks_desk, undated, **typed)
    page = words_of(refusal)
    assert refusal.status_code == 409 and said in page
    assert all(f'value="{value}"' in page for name, value in typed.items() if name != "council")
    assert ImportedPost.objects.get(pk=undated.pk).answers == {}


def test_still_unread_keeps_the_answers_and_says_why(at_clerks_desk, refused):
    said = words_of(at_clerks_desk.get(mend(at_clerks_desk, refused, month="7/2020").url))
    assert "Máy đọc lại vẫn chưa được: không thấy tên cơ quan" in said and 'value="07/2020"' in said


OFFICE = "Thường trực HĐND quận Hai Bà Trưng"
STRANGE = WORDS.replace("Hai Bà Trưng", "Cầu Giấy")
NEW = {"new_council": "HĐND quận Cầu Giấy"}


def test_a_new_council_needs_an_explicit_yes(at_chiefs_desk, gathered):
    post = gathered(la=STRANGE)["la"]
    page = words_of(at_chiefs_desk.get(page_of(post)))
    office = f'name="chon-hoi-dong" value="{OFFICE}">Bài này của hội đồng đang dùng (HĐND quận Hai Bà Trưng)'
    added = 'name="them-hoi-dong" value="HĐND quận Cầu Giấy">Thêm HĐND quận Cầu Giấy'
    assert page.index("còn thiếu") < page.index(office) < page.index('name="council"') < page.index(added)
    assert page.count("xem có đúng kho bài không") == 1
    assert "đúng thì hãy chọn ô xác nhận" in words_of(mend(at_chiefs_desk, post, **NEW))
    assert "không cả hai" in words_of(mend(at_chiefs_desk, post, council=OFFICE, yes="on", **NEW))
    assert "không phải tên một hội đồng" in words_of(mend(at_chiefs_desk, post, new_council="Chợ Trời", yes="on"))
    assert Council.objects.count() == 1
    mend(at_chiefs_desk, post, yes="on", **NEW)
    post.refresh_from_db()
    assert Council.objects.count() == 2 and post.verdict == "clean"


def test_the_button_is_a_name_and_a_yes(at_chiefs_desk, gathered):
    post = gathered(la=STRANGE)["la"]
    mend(at_chiefs_desk, post, **{"them-hoi-dong": "HĐND quận Cầu Giấy"})
    post.refresh_from_db()
    assert post.record.council.short_name == "HĐND quận Cầu Giấy" and post.verdict == "clean"


def test_a_clerk_chooses_from_the_list_and_adds_none(at_clerks_desk, gathered):
    post = gathered(la=STRANGE)["la"]
    page = words_of(at_clerks_desk.get(page_of(post)))
    assert "them-hoi-dong" not in page and 'name="new_council"' not in page
    mend(at_clerks_desk, post, yes="on", **{"them-hoi-dong": "HĐND quận Cầu Giấy"})
    assert Council.objects.count() == 1
    mend(at_clerks_desk, ImportedPost.objects.get(pk=post.pk), council=OFFICE)
    post.refresh_from_db()
    assert post.record.council.short_name == "HĐND quận Hai Bà Trưng" and post.verdict == "clean"


def test_the_answers_of_a_colleague_are_not_written_over(at_clerks_desk, at_chiefs_desk, dayless):
    stale = ImportedPost.objects.get(pk=dayless.pk)
    mend(at_chiefs_desk, dayless, held_on="02/02/2021")
    refusal = mend(at_clerks_desk, stale, held_on="03/02/2021")
    assert refusal.status_code == 409 and "vừa có người sửa" in words_of(refusal)
    where = reverse("admin:meetings_importedpost_decide", args=[dayless.pk])
    late = at_clerks_desk.post(where, {"viec": "nhap", "ban": version_of(stale)})
    assert late.status_code == 409 and "vừa được đọc lại" in words_of(late)
    where = reverse("admin:meetings_importedpost_answer", args=[dayless.pk])
    seen = at_clerks_desk.post(where, {"xem": "0", "ban": version_of(stale)})
    assert seen.status_code == 409 and "các chỗ chưa chắc đã khác" in words_of(seen)
    dayless.refresh_from_db()
    assert f"{dayless.record.held_on}" == "2021-02-02" and not Session.objects.exists()


def test_a_decided_post_is_not_mended(at_clerks_desk, dayless):
    decide(at_clerks_desk, dayless, "bo-qua")
    refusal = mend(at_clerks_desk, dayless, held_on="02/02/2021")
    assert refusal.status_code == 409 and "không còn chờ sửa" in words_of(refusal)
    assert "tra-loi-khung" not in words_of(at_clerks_desk.get(page_of(dayless)))


def test_only_who_may_mends(reader, dayless, client):
    assert mend(logged_in(reader), dayless, held_on="02/02/2021").status_code == 403
    assert mend(client, dayless, held_on="02/02/2021").status_code == 302
    assert ImportedPost.objects.get(pk=dayless.pk).answers == {}


def test_the_months_of_a_post_are_offered_in_its_order():
    words = "Phiên họp tháng Bảy. Ngày 04/8/2020 họp; báo cáo ngày 28/12/2019; hạn 05/9/2020; 06/10/2020."
    assert months_named(words) == [(2020, 7), (2020, 8), (2019, 12)] and months_named("Không có gì.") == []


def test_the_month_of_the_day_held_is_offered_first():
    words = "Ngày đăng 09/01/2020\nBáo cáo số 3 được nêu.\nSáng ngày 30/12/2019, Thường trực họp; hạn 05/3/2020."
    assert f"{day_held(words)}" == "2019-12-30"
    assert months_of(words) == [(2019, 12), (2020, 1), (2020, 3)]
    assert months_of(words, date(2020, 3, 1))[0] == (2020, 3) and day_held("Không có gì.") is None


def test_a_guessed_month_is_offered_in_the_folded_box(at_clerks_desk, gathered):
    guessed = UNDATED.replace("Sáng nay, Thường", "Ngày 02/02/2021, Thường")
    post = gathered(doan=guessed)["doan"]
    page = words_of(at_clerks_desk.get(page_of(post)))
    assert post.verdict == "doubts" and "Phải trả lời" not in page and "còn thiếu" not in page
    assert page.count("tạm lấy tháng của ngày họp") == 1
    assert page.index('name="chon-thang" value="02/2021"') < page.index('name="chon-thang" value="07/2020"')


def test_the_council_in_office_is_one_click(at_clerks_desk, gathered):
    post = gathered(la=STRANGE)["la"]
    mend(at_clerks_desk, post, **{"chon-hoi-dong": OFFICE})
    post.refresh_from_db()
    assert post.record.council.committee_name == OFFICE and Council.objects.count() == 1


def test_a_month_that_has_its_session_is_said(at_clerks_desk, undated, january):
    Session.objects.filter(pk=january.pk).update(year=2020, month=7)
    assert '07/2020 <span class="small">đã có phiên</span>' in words_of(at_clerks_desk.get(page_of(undated)))


def test_a_session_without_directives_says_so(at_clerks_desk, gathered, batch):
    plain = WORDS[: WORDS.index("Sau khi nghe")]
    post = gathered(tran=plain)["tran"]
    page = words_of(at_clerks_desk.get(page_of(post)))
    assert post.verdict == "doubts" and "không thấy chỉ đạo nào" in page[page.index("Sẽ thành phiên họp") :]
