"""One old post: seen beside its record, its doubts answered, decided on once."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from meetings import archiving
from meetings.models import ImportedPost, Session, Verdict
from tests.conftest import logged_in, make_staff

from .conftest import CLEAN, answer, decide, of_batch, page_of, words_of


def test_both_sides_stand_on_the_page(at_clerks_desk, clean):
    html = words_of(at_clerks_desk.get(page_of(clean)))
    assert '<span class="w w--day"><small>ngày họp</small> 02/02/2021</span>' in html
    assert "<small>chủ trì</small> Trần Quyết Thắng" in html
    assert "Không còn chữ nào bị bỏ sót" in html
    assert "02/02/2021 (thứ Ba)" in html and "02/2021, thường kỳ" in html
    assert "<i>phối hợp</i> Ban Pháp chế HĐND quận, các tổ chức chính trị - xã hội quận" in html


def test_words_left_out_are_said(at_clerks_desk, clean):
    reading = clean.reading
    reading["parts"] = [part for part in reading["parts"] if part["field"] != "assessment"]
    ImportedPost.objects.filter(pk=clean.pk).update(reading=reading)
    html = words_of(at_clerks_desk.get(page_of(clean)))
    assert "Còn 37 chữ chưa dùng" in html and "<small>chưa dùng</small> Sau khi nghe báo cáo" in html


def test_a_doubt_has_one_letter_on_top_in_the_source_and_in_the_record(at_clerks_desk, doubtful):
    html = words_of(at_clerks_desk.get(page_of(doubtful)))
    assert 'id="cho-A"' in html and 'id="o-A" href="#cho-A"' in html and 'href="#o-A">Tới chỗ này' in html
    record = html[html.index("Sẽ thành phiên họp") :]
    assert record.count('href="#cho-A"') == 1 and record.count('href="#cho-B"') == 1
    assert "Còn 2 chỗ chưa xem" in html


def test_nothing_inline_stands_on_the_pages(at_chiefs_desk, doubtful, refused):
    for where in (page_of(doubtful), page_of(refused), of_batch("change", doubtful.batch)):
        html = at_chiefs_desk.get(where).content.decode()
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)", html)


def test_words_of_a_post_are_words_only(at_clerks_desk, clean):
    reading = clean.reading
    reading["text"] = reading["text"].replace("Sau khi nghe", "<b>Sau</b> nghe")
    ImportedPost.objects.filter(pk=clean.pk).update(reading=reading, name="<i>a</i>.txt")
    html = at_clerks_desk.get(page_of(clean)).content.decode()
    assert "<b>Sau" not in html and "<i>a</i>" not in html


def test_each_doubt_is_answered_and_taken_up_again(at_clerks_desk, doubtful):
    assert answer(at_clerks_desk, doubtful, xem="1").url == f"{page_of(doubtful)}#cho-B"
    doubtful.refresh_from_db()
    assert doubtful.answers == {"1": "seen"}
    assert "chưa xem 1" in words_of(at_clerks_desk.get(page_of(doubtful)))
    answer(at_clerks_desk, doubtful, xem="tat-ca")
    doubtful.refresh_from_db()
    assert doubtful.answers == {"0": "seen", "1": "seen"}
    answer(at_clerks_desk, doubtful, bo="0")
    doubtful.refresh_from_db()
    assert doubtful.answers == {"1": "seen"}


@pytest.mark.parametrize("forged", [{"xem": "2"}, {"xem": "-1"}, {"xem": "x"}, {}, {"bo": "9" * 30}])
def test_a_doubt_that_is_none_is_no_address(at_clerks_desk, doubtful, forged):
    assert answer(at_clerks_desk, doubtful, **forged).status_code == 404


def test_a_post_becomes_a_draft_and_the_next_one_opens(at_clerks_desk, clerk, clean, doubtful):
    answered = decide(at_clerks_desk, clean, "nhap")
    clean.refresh_from_db()
    assert (clean.decision, clean.decided_by, clean.session.state) == ("accepted", clerk, "draft")
    assert answered.url == page_of(doubtful)
    page = words_of(at_clerks_desk.get(page_of(clean)))
    assert "Phạm Thu Hà đã nhập bài này lúc" in page and "Đã thành phiên họp" in page and 'value="nhap"' not in page


def test_unseen_doubts_are_said_and_one_more_click_takes_the_post_all_the_same(at_clerks_desk, doubtful):
    said = decide(at_clerks_desk, doubtful, "nhap")
    page = words_of(said)
    assert said.status_code == 409 and "Còn 2 chỗ chưa chắc chưa xem." in page and not Session.objects.exists()
    assert page.count("Vẫn nhập thành bản nháp") == 2 and 'name="van-nhap" value="A,B"' in page
    assert decide(at_clerks_desk, doubtful, "nhap", **{"van-nhap": "A,B"}).status_code == 302
    assert Session.objects.count() == 1


def test_seen_doubts_are_not_said_again(at_clerks_desk, doubtful):
    answer(at_clerks_desk, doubtful, xem="tat-ca")
    assert decide(at_clerks_desk, doubtful, "nhap").status_code == 302


def test_the_second_click_is_for_the_doubts_that_were_said(at_clerks_desk, doubtful):
    for others in ("", "A", "A,B,C", "1"):
        assert decide(at_clerks_desk, doubtful, "nhap", **{"van-nhap": others}).status_code == 409
    assert not Session.objects.exists()


def test_what_is_published_at_once_was_seen(at_chiefs_desk, doubtful):
    for more in ({}, {"van-nhap": "A,B"}):
        refusal = decide(at_chiefs_desk, doubtful, "dang", **more)
        assert refusal.status_code == 409 and "Còn 2 chỗ chưa chắc chưa xem. Hãy xem rồi đăng" in words_of(refusal)
    assert not Session.objects.exists()


def test_mending_takes_it_as_a_draft_and_opens_the_session(at_clerks_desk, doubtful):
    answered = decide(at_clerks_desk, doubtful, "sua")
    assert answered.url == reverse("admin:meetings_session_change", args=[Session.objects.get().pk])
    assert at_clerks_desk.get(answered.url).status_code == 200


def test_the_chief_publishes_at_once(at_chiefs_desk, clean):
    assert 'value="dang"' in words_of(at_chiefs_desk.get(page_of(clean)))
    decide(at_chiefs_desk, clean, "dang")
    assert Session.objects.get().state == "published"


def test_a_clerk_does_not_publish(at_clerks_desk, clean):
    assert 'value="dang"' not in words_of(at_clerks_desk.get(page_of(clean)))
    assert decide(at_clerks_desk, clean, "dang").status_code == 403
    assert not Session.objects.exists()


def test_left_out_and_taken_up_again(at_clerks_desk, clean):
    decide(at_clerks_desk, clean, "bo-qua")
    clean.refresh_from_db()
    assert clean.decision == "skipped" and "Xét lại bài này" in words_of(at_clerks_desk.get(page_of(clean)))
    assert decide(at_clerks_desk, clean, "xet-lai").url == page_of(clean)
    clean.refresh_from_db()
    assert clean.decision == "pending"


@pytest.mark.parametrize("verb", ["nhap", "sua", "bo-qua", "dinh-chinh"])
def test_the_second_of_two_people_changes_nothing_and_is_told(at_clerks_desk, at_chiefs_desk, clean, verb):
    decide(at_chiefs_desk, clean, "bo-qua")
    before = ImportedPost.objects.values().get(pk=clean.pk)
    second = decide(at_clerks_desk, clean, verb)
    page = words_of(second)
    assert second.status_code == 409
    assert "Đồng nghiệp đã quyết định bài này trước" in page and "Đỗ Văn Khải đã bỏ qua bài này" in page
    assert ImportedPost.objects.values().get(pk=clean.pk) == before and not Session.objects.exists()


def test_an_answer_after_the_decision_changes_nothing(at_clerks_desk, at_chiefs_desk, doubtful):
    decide(at_chiefs_desk, doubtful, "bo-qua")
    assert answer(at_clerks_desk, doubtful, xem="0").status_code == 409
    doubtful.refresh_from_db()
    assert doubtful.answers == {}


def test_a_post_read_again_meanwhile_is_looked_at_again(at_clerks_desk, clean):
    refusal = decide(at_clerks_desk, clean, "nhap", ban="0" * 64)
    assert refusal.status_code == 409 and "vừa được đọc lại" in words_of(refusal)
    assert not Session.objects.exists()


def test_what_cannot_be_read_shows_why_and_its_words(at_clerks_desk, refused):
    page = words_of(at_clerks_desk.get(page_of(refused)))
    assert "Không đọc được:" in page and "Lịch tiếp công dân tháng này." in page
    assert 'value="nhap"' not in page and 'value="bo-qua"' in page
    assert decide(at_clerks_desk, refused, "nhap").status_code == 409


def test_what_is_there_already_leads_to_its_session(at_clerks_desk, clean, batch, gathered):
    session = archiving.accept(clean)
    again = gathered(lan_hai=CLEAN.read_text(encoding="utf-8"))["lan_hai"]
    assert again.verdict == Verdict.KNOWN
    page = words_of(at_clerks_desk.get(page_of(again)))
    assert reverse("admin:meetings_session_change", args=[session.pk]) in page and "đã có từ trước" in page
    assert 'value="nhap"' not in page


def test_the_same_post_twice_in_a_batch_becomes_one_session(at_clerks_desk, clean, gathered):
    twin = gathered(lan_hai=CLEAN.read_text(encoding="utf-8"))["lan_hai"]
    session = archiving.accept(clean)
    refusal = decide(at_clerks_desk, twin, "nhap")
    assert refusal.status_code == 409 and f"Mở {session}" in words_of(refusal)
    twin.refresh_from_db()
    assert twin.decision == "pending" and Session.objects.count() == 1


@pytest.fixture
def changed(clean, gathered):
    """February again, one word another."""
    archiving.accept(clean)
    return gathered(khac_chu=CLEAN.read_text(encoding="utf-8").replace("đúng tiến độ", "đúng thời hạn"))["khac_chu"]


def test_another_text_of_the_month_shows_what_differs(at_clerks_desk, changed):
    assert changed.verdict == Verdict.CHANGED
    page = words_of(at_clerks_desk.get(page_of(changed)))
    assert "<del>tiến</del>" in page and "<ins>thời</ins>" in page
    assert 'value="nhap"' not in page and 'value="dinh-chinh"' in page


def test_it_is_put_in_place_as_a_correction(at_clerks_desk, changed):
    answered = decide(at_clerks_desk, changed, "dinh-chinh")
    session = Session.objects.get()
    assert answered.url == reverse("admin:meetings_session_change", args=[session.pk])
    assert "đúng thời hạn" in session.assessment


def test_a_session_made_at_the_desk_is_compared_by_its_words(at_clerks_desk, changed):
    Session.objects.update(source_text="")
    page = words_of(at_clerks_desk.get(page_of(changed)))
    assert "<del>tiến</del>" in page and "<ins>thời</ins>" in page


def test_only_who_may_reads_and_decides(client, reader, clean):
    assert client.get(page_of(clean)).status_code == 302
    for staff in (logged_in(reader), logged_in(make_staff("moi"))):
        assert staff.get(page_of(clean)).status_code == 403
        assert decide(staff, clean, "nhap").status_code == answer(staff, clean, xem="0").status_code == 403
    watching = logged_in(make_staff("xem", "view_importedpost"))
    page = words_of(watching.get(page_of(clean)))
    assert 'name="viec"' not in page
    for verb in ("nhap", "dang", "sua", "bo-qua", "xet-lai", "dinh-chinh", "bia"):
        assert decide(watching, clean, verb).status_code == 403
    assert not Session.objects.exists()


def test_only_a_post_with_its_token_decides(clerk, at_clerks_desk, clean):
    where = reverse("admin:meetings_importedpost_decide", args=[clean.pk])
    assert at_clerks_desk.get(where).status_code == 405
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(clerk)
    assert strict.post(where, {"viec": "nhap", "ban": clean.source_hash}).status_code == 403
    assert decide(at_clerks_desk, clean, "bia").status_code == 404
    assert not Session.objects.exists()


def test_the_page_costs_the_same_for_many_posts(at_clerks_desk, clean, batch, django_assert_max_num_queries):
    with django_assert_max_num_queries(17) as few:
        at_clerks_desk.get(page_of(clean))
    for number in range(40):
        batch.posts.create(name=f"{number}.txt", order=90 + number, source_hash=f"{number}", reading=clean.reading)
    with django_assert_max_num_queries(len(few)):
        at_clerks_desk.get(page_of(clean))
