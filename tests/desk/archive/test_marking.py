"""The post's text by what its words became: the innermost part wins, and what no part takes is counted."""

import pytest

from meetings import readers
from meetings.desk.archive import source_marks
from meetings.desk.archive.doubts import Doubted, letter, lettered, on_rows
from meetings.desk.archive.post_filters import FieldMarks, row_of
from meetings.models import ImportedPost

from .conftest import CLEAN, DOUBTFUL


def part(field, words, text, sure=True):
    start = text.index(words)
    return {"field": field, "start": start, "end": start + len(words), "sure": sure, "words": words}


def reading(text, *parts):
    return {"text": text, "parts": list(parts)}


@pytest.fixture
def kinds(january_record):
    return FieldMarks(january_record)


def pieces(text):
    return [(piece.words, piece.kind, piece.label) for paragraph in text.paragraphs for piece in paragraph]


def test_a_part_inside_a_part_has_its_own_kind(kinds):
    text = "Ngày 02/02/2021, Thường trực họp."
    found = source_marks.marked(
        reading(text, part("opening", text, text), part("held_on", "02/02/2021", text)), kinds, []
    )
    assert pieces(found) == [
        ("Ngày ", "verbatim", ""),
        ("02/02/2021", "day", "ngày họp"),
        (", Thường trực họp.", "verbatim", ""),
    ]
    assert found.left == 0


def test_a_part_three_deep_and_one_over_two_paragraphs(kinds):
    text = "Giao Ban A\nlàm ngay."
    found = source_marks.marked(
        reading(
            text,
            part("directives[0].task", text, text),
            part("directives[0].assignment", "Giao Ban A", text),
            part("directives[0].lead", "Ban A", text),
        ),
        kinds,
        [],
    )
    assert [[piece.words for piece in each] for each in found.paragraphs] == [["Giao ", "Ban A"], ["làm ngay."]]
    assert [piece.kind for each in found.paragraphs for piece in each] == ["matter", "lead", "matter"]


def test_words_of_no_part_are_counted_and_marked(kinds):
    text = "1. Họp tổ - dân phố rồi."
    found = source_marks.marked(reading(text, part("assessment", "Họp tổ", text)), kinds, [])
    assert found.left == 3
    assert [piece.words for piece in found.paragraphs[0] if piece.left] == [" - dân phố rồi."]


def test_the_words_around_the_day_of_the_post_are_accounted_for_and_wear_no_colour(kinds):
    text = "Ngày đăng 08/02/2021 | Lượt xem: 7"
    parts = [part("dateline", text, text), part("posted_at", "08/02/2021", text), part("imported_views", "7", text)]
    found = source_marks.marked(reading(text, *parts), kinds, [])
    assert found.left == 0
    assert [kind for _, kind, _ in pieces(found)] == ["", "day", "", "day"]


def test_a_doubt_over_two_parts_opens_once(kinds):
    text = "các phòng, các ban dự."
    parts = (part("attendees[1].position", "các phòng", text), part("attendees[2].position", "các ban", text))
    doubts = [Doubted((0,), "A", ("Một hay hai?",), 0, 18, is_seen=False, is_settled=False)]
    found = source_marks.marked(reading(text, *parts), kinds, doubts).paragraphs[0]
    assert [(piece.words, piece.doubt, piece.opens) for piece in found] == [
        ("các phòng", "A", ("A",)),
        (", ", "A", ()),
        ("các ban", "A", ()),
        (" dự.", "", ()),
    ]
    assert on_rows(doubts, list(parts)) == {"attendees-2": ["A"]}


def test_a_part_that_is_not_sure_says_so_without_a_doubt(kinds):
    text = "Họp sáng nay."
    found = source_marks.marked(reading(text, part("held_on", "sáng nay", text, sure=False)), kinds, [])
    assert [piece.doubt for piece in found.paragraphs[0]] == ["", "?", ""]


def test_attendees_are_numbered_as_beside(kinds):
    """The first of January's rows is the chair."""
    assert [kinds.kind_and_label(f"attendees[{place}].name") for place in range(3)] == [
        ("lead", "chủ trì"),
        ("people", "1"),
        ("people", "2"),
    ]


def test_letters_go_on_after_z():
    assert [letter(place) for place in (0, 25, 26, 52)] == ["A", "Z", "AA", "BA"]


def test_fields_of_one_line_share_its_letter():
    assert row_of("directives[2].coordinators[1]") == "directives-2"
    assert row_of("imported_views") == row_of("posted_at")


def test_a_doubt_without_a_place_is_found_by_the_words_it_quotes():
    post = ImportedPost(reading=readers.read(DOUBTFUL.read_text(encoding="utf-8")).to_data())
    text = post.reading["text"]
    placed = {text[doubt.start : doubt.end]: doubt for doubt in lettered(post)}
    assert not placed["trước ngày 15/04/2021"].is_answered
    assert "vui lòng nhận việc" in placed


def test_every_word_of_a_clean_post_is_accounted_for():
    data = readers.read(CLEAN.read_text(encoding="utf-8")).to_data()
    post = ImportedPost(reading=data)
    found = source_marks.marked(data, FieldMarks(post.record), [])
    assert found.left == 0
    assert "".join(piece.words for each in found.paragraphs for piece in each) == data["text"].replace("\n", "")
