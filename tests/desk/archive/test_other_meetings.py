"""On its page: a post that may be of another body, and one of another day than the session of its month."""

import pytest
from django.urls import reverse

from meetings import archiving
from meetings.models import ImportedPost, OldAddress, Session
from tests.conftest import logged_in

from .conftest import CLEAN, decide, page_of, words_of
from .test_mending_page import OFFICE, mend

WORDS = CLEAN.read_text(encoding="utf-8")
OTHER = "UBND quận họp phiên thường kỳ\n" + WORDS.partition("\n")[2].replace("Thường trực HĐND", "UBND")
LATER = WORDS.replace("02/02/2021", "24/02/2021").replace("08/02/2021", "26/02/2021")


def test_leaving_it_out_comes_first_and_reading_it_is_folded(at_clerks_desk, gathered):
    post = gathered(ubnd=OTHER)["ubnd"]
    page = words_of(at_clerks_desk.get(page_of(post)))
    main = page.index('class="button next is-ready" type="submit" form="quyet-dinh" name="viec" value="bo-qua"')
    assert page.index("Bài này có thể của cơ quan khác") < main < page.index("<summary>Vẫn đọc như phiên họp…")
    assert "Phải trả lời" not in page
    mend(at_clerks_desk, post, council=OFFICE, month="2/2021")
    post.refresh_from_db()
    page = words_of(at_clerks_desk.get(page_of(post)))
    assert post.verdict == "doubts" and "Bài này có thể của cơ quan khác" in page
    decide(at_clerks_desk, post, "bo-qua")
    assert "cơ quan khác</h2>" not in words_of(at_clerks_desk.get(page_of(post)))


@pytest.fixture
def later(clean, gathered):
    archiving.accept(clean)
    return gathered(sau=LATER)["sau"]


def test_another_day_is_said_and_offered_as_its_own_session(at_clerks_desk, later):
    page = words_of(at_clerks_desk.get(page_of(later)))
    assert "Ngày họp khác nhau (24/02/2021 và 02/02/2021): có thể là một phiên khác." in page
    assert "Mỗi tháng chỉ có một phiên thường kỳ" in page
    answered = decide(at_clerks_desk, later, "rieng-chuyen-de")
    session = Session.objects.get(kind="thematic")
    assert answered.url == reverse("admin:meetings_session_change", args=[session.pk])


def test_where_the_old_address_is_taken_it_says_so(at_clerks_desk, later):
    OldAddress.objects.create(path=OldAddress.key("https://cu.example.vn/bai/1"), session=later.session)
    ImportedPost.objects.filter(pk=later.pk).update(address="https://cu.example.vn/bai/1")
    page = words_of(at_clerks_desk.get(page_of(later)))
    assert "Không nhập thành phiên riêng được" in page and "rieng-" not in page
    assert decide(at_clerks_desk, later, "rieng-chuyen-de").status_code == 409
    assert decide(at_clerks_desk, later, "rieng-bia").status_code == 404


def test_who_may_not_add_takes_no_session_of_its_own(reader, later):
    assert decide(logged_in(reader), later, "rieng-chuyen-de").status_code == 403
    assert Session.objects.count() == 1
