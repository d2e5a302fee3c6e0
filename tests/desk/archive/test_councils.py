"""Posts of a council nobody has heard of: shown with its name, taken in only after somebody's yes."""

import pytest

from meetings.models import Council, Session

from .conftest import CLEAN, decide, of_batch, page_of, words_of

STRANGER = "HĐND quận Cầu Giấy"


@pytest.fixture
def strange(gathered):
    words = CLEAN.read_text(encoding="utf-8").replace("Hai Bà Trưng", "Cầu Giấy")
    return gathered(khac=words)["khac"]


def test_the_council_is_named_in_the_batch_and_on_the_post(at_clerks_desk, batch, strange):
    assert strange.verdict == "doubts"
    page = words_of(at_clerks_desk.get(of_batch("change", batch)))
    assert f"1 bài của {STRANGER}" in page and f'<span class="small">{STRANGER} ·' in page
    assert f"Bài của {STRANGER}, chưa có trong danh sách" in words_of(at_clerks_desk.get(page_of(strange)))


def test_seen_is_no_yes(at_clerks_desk, strange):
    strange.answers = {str(place): "seen" for place in range(len(strange.reading["doubts"]))}
    strange.save()
    refused = decide(at_clerks_desk, strange, "nhap")
    assert refused.status_code == 409 and "có người xác nhận hội đồng này" in words_of(refused)
    assert not Session.objects.exists() and Council.objects.count() == 1


def test_a_yes_puts_it_on_the_list_and_the_post_is_clean(at_chiefs_desk, batch, strange):
    said = {"hoi-dong": strange.reading["record"]["council"]["committee_name"]}
    assert at_chiefs_desk.post(of_batch("council", batch), said).status_code == 302
    strange.refresh_from_db()
    assert (strange.verdict, strange.reading["doubts"]) == ("clean", [])
    assert decide(at_chiefs_desk, strange, "nhap").status_code == 302
    assert Session.objects.get().council.short_name == STRANGER


def test_the_yes_is_not_the_clerks_and_not_to_any_name(at_clerks_desk, at_chiefs_desk, batch, strange):
    said = {"hoi-dong": strange.reading["record"]["council"]["committee_name"]}
    assert at_clerks_desk.post(of_batch("council", batch), said).status_code == 403
    assert at_chiefs_desk.post(of_batch("council", batch), {"hoi-dong": "Thường trực HĐND xã Lạ"}).status_code == 404
    assert Council.objects.count() == 1
