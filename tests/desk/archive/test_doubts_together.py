"""Doubts about the same words are one doubt; a doubt about a name is settled on the units page."""

import pytest
from django.urls import reverse

from meetings.desk.archive.doubts import lettered
from meetings.models import ImportedPost, Unit

from .conftest import answer, of_batch, page_of, words_of

NAME = "Văn phòng"


def with_doubts(post, *doubts):
    post.reading = {**post.reading, "doubts": list(doubts)}
    post.verdict = "doubts"
    post.save()
    return post


def at(post, words, said, length=None):
    start = post.reading["text"].index(words)
    return {"said": said, "start": start, "end": start + (length or len(words))}


@pytest.fixture
def twice(clean):
    """One sentence doubted twice, the second time by its first words, and another doubt behind them."""
    text = clean.reading["text"]
    words = text[text.index("Sau khi nghe") :][:60]
    return with_doubts(
        clean,
        at(clean, words, f"Câu “{words}” đứng giữa các chỉ đạo mà không giao việc."),
        {"said": "Không thấy địa điểm.", "start": 0, "end": 0},
        at(clean, words, f"Chưa chắc “{words[:50]}…” là việc phải làm.", 50),
    )


def test_one_place_has_one_letter_and_one_button(at_clerks_desk, twice):
    first, second = lettered(twice)
    assert (first.places, second.places, second.letter) == ((0, 2), (1,), "B")
    page = words_of(at_clerks_desk.get(page_of(twice)))
    assert "2 chỗ, chưa xem 2" in page and page.count('name="xem" value="0"') == 1 and 'value="2"' not in page
    assert "đứng giữa các chỉ đạo" in page and "là việc phải làm" in page
    assert answer(at_clerks_desk, twice, xem="0").url.endswith("#cho-A")
    twice.refresh_from_db()
    assert twice.answers == {"0": "seen", "2": "seen"} and [doubt.is_answered for doubt in lettered(twice)] == [
        True,
        False,
    ]
    answer(at_clerks_desk, twice, bo="0")
    twice.refresh_from_db()
    assert twice.answers == {}


def test_other_words_stay_apart(doubtful):
    assert [doubt.places for doubt in lettered(doubtful)] == [(0,), (1,)]


@pytest.fixture
def named(clean, batch):
    said = f"Chưa chắc “{NAME}” là tên một đơn vị; hãy xem lại."
    clean.reading["record"]["directives"][0]["lead"] = NAME
    with_doubts(clean, {"said": said, "start": 0, "end": 0})
    return batch.units.create(name=NAME, folded="van phong", count=1)


def test_a_name_decided_on_the_units_page_is_settled_and_shown(at_clerks_desk, clean, named):
    page = words_of(at_clerks_desk.get(page_of(clean)))
    assert "Còn 1 chỗ chưa xem" in page and f"{NAME} →" not in page
    Unit.objects.create(name="Văn phòng HĐND&UBND quận")
    where = of_batch("units", clean.batch)
    at_clerks_desk.post(where, {f"answer-{named.pk}": "other", f"unit-{named.pk}": "Văn phòng HĐND&UBND quận"})
    page = words_of(at_clerks_desk.get(page_of(clean)))
    assert f"<i>chủ trì</i> {NAME} → Văn phòng HĐND&amp;UBND quận" in page
    assert "đã quyết định tên đơn vị" in page and "chỗ chưa xem" not in page
    where = reverse("admin:meetings_importbatch_change", args=[clean.batch_id])
    assert "1 chỗ, đã xem" in words_of(at_clerks_desk.get(f"{where}?tab=can-xem"))


@pytest.mark.parametrize(("choice", "shown"), [("words", "để trong câu chữ"), ("new", "đơn vị mới")])
def test_each_decision_has_its_words(at_clerks_desk, clean, named, choice, shown):
    at_clerks_desk.post(of_batch("units", clean.batch), {f"answer-{named.pk}": choice})
    assert f"{NAME} → {shown}" in words_of(at_clerks_desk.get(page_of(clean)))


def test_a_decision_taken_back_doubts_again(clean, named):
    named.answer = "new"
    named.save()
    assert lettered(ImportedPost.objects.get(pk=clean.pk))[0].is_settled
    named.answer = "pending"
    named.save()
    assert not lettered(ImportedPost.objects.get(pk=clean.pk))[0].is_answered
