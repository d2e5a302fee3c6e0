"""Two versions of a session: what differs is found at its place, and nothing else is."""

from dataclasses import replace
from datetime import date, time

import pytest

from meetings.comparison import compare
from meetings.prose import completed
from meetings.record import AgendaItemRecord, AttachmentRecord, AttendeeRecord, DirectiveRecord, Presence, Role


@pytest.fixture
def before(january_record):
    """The January session with rows enough to move, as it was issued."""
    people = [
        ("Trần Quyết Thắng", "Chủ tịch HĐND quận", Role.CHAIR),
        ("Phạm Đức Long", "Phó Trưởng Ban", Role.MEMBER),
    ]
    people += [("", "Đại diện Ban Quản lý chợ", Role.INVITEE), ("Lê Thị Hoa", "Trưởng phòng", Role.INVITEE)]
    return replace(
        january_record,
        attendees=tuple(
            AttendeeRecord(name=name, position=position, role=role, presence=Presence.PRESENT)
            for name, position, role in people
        ),
        agenda=(AgendaItemRecord(title="Công tác tiếp dân", conclusion="Thống nhất báo cáo."),),
        directives=(
            DirectiveRecord(number="1", task="Rà soát biển tên phố, đề xuất phương án thay thế", lead="Văn phòng"),
            DirectiveRecord(number="2", task="Tổng hợp kiến nghị của cử tri", lead="Công an phường"),
        ),
        attachments=(AttachmentRecord(title="Báo cáo", filename="bao-cao.pdf", sha256="a" * 64, is_public=True),),
    )


def rows(old, new):
    return {(section.key, row.place): row for section in compare(old, new) for row in section.rows}


def words(pieces):
    return "".join(f"[{piece.text}]" if piece.part != "same" else piece.text for piece in pieces)


def test_equal_versions_differ_nowhere(before):
    assert compare(before, before) == ()
    assert compare(completed(before), before) == (), "composed sentences are no change"


def test_a_field_filled_in(before):
    (row,) = rows(before, replace(before, ends_at=time(11, 20))).values()
    assert (row.place, row.cells[0].label, row.cells[0].old, words(row.cells[0].new)) == (
        "",
        "Kết thúc",
        (),
        "[11:20]",
    )


def test_sentences_that_follow_from_the_rows_are_left_out(before):
    fewer = replace(before, attendees=before.attendees[:3])
    assert list(rows(completed(before), completed(fewer))) == [("attendees", "Dòng 4")]


def test_a_sentence_that_was_typed_is_shown(before):
    (row,) = rows(completed(before), replace(before, attendance="Có mặt đông đủ.")).values()
    assert row.cells[0].label == "Câu nêu thành phần"


def test_words_are_marked_and_never_letters(before):
    promoted = replace(before.attendees[1], position="Trưởng Ban")
    (row,) = rows(before, replace(before, attendees=(before.attendees[0], promoted, *before.attendees[2:]))).values()
    assert (row.step, row.place) == ("changed", "Dòng 2")
    assert words(row.cells[0].old) == "[Phó ]Trưởng Ban" and words(row.cells[0].new) == "Trưởng Ban"


def test_a_date_is_one_word(before):
    old, new = (
        replace(before, directives=(replace(before.directives[0], due_on=day),))
        for day in (date(2021, 10, 31), date(2021, 11, 30))
    )
    (row,) = rows(old, new).values()
    assert words(row.cells[0].old) == "[31/10/2021]" and words(row.cells[0].new) == "[30/11/2021]"


def test_a_row_added_one_dropped_and_the_rest_kept(before):
    new_one = AttendeeRecord(position="Trạm trưởng Trạm Y tế phường", role=Role.INVITEE, presence=Presence.PRESENT)
    kept = (*before.attendees[:2], before.attendees[3], new_one)
    (section,) = compare(before, replace(before, attendees=kept))
    assert {row.place: row.step for row in section.rows} == {"Dòng 3": "removed", "Dòng 4": "added"}
    assert section.kept == 3


def test_a_moved_row_says_from_where_to_where_and_marks_no_words(before):
    first, second, third, fourth = before.attendees
    (row,) = rows(before, replace(before, attendees=(first, fourth, second, third))).values()
    assert (row.step, row.moved, row.cells) == ("moved", (4, 2), ())


def test_a_directive_is_known_by_its_number_whatever_it_says(before):
    one, two = before.directives
    swapped = replace(one, task=two.task, lead=two.lead), replace(two, task=one.task, lead=one.lead)
    assert [row.step for row in rows(before, replace(before, directives=swapped)).values()] == ["changed", "changed"]


def test_a_directive_that_became_internal_is_dropped_for_the_public(before):
    internal = replace(before, directives=(replace(before.directives[0], is_public=False), before.directives[1]))
    (row,) = rows(before.public(), internal.public()).values()
    assert (row.step, row.number) == ("removed", "1")


def test_a_file_with_other_bytes_under_its_old_name_differs(before):
    other = replace(before.attachments[0], sha256="b" * 64)
    (row,) = rows(before, replace(before, attachments=(other,))).values()
    assert [cell.label for cell in row.cells] == ["Nội dung tệp"]


def test_a_place_is_marked_the_same_from_two_starts(before):
    """What was mended since it came back is found again among what differs from the page."""
    sent = replace(before, venue="Phòng 1")
    now = replace(sent, directives=(replace(before.directives[0], lead="Phòng Y tế"), before.directives[1]))
    since = {mark for row in rows(sent, now).values() for mark in row.marks}
    from_page = {mark for row in rows(before, now).values() for mark in row.marks}
    assert since == {("directives", 0, "Chủ trì")} and since < from_page


def test_long_prose_is_cut_around_the_change(before):
    long = " ".join(f"Câu thứ {number} nói về việc của quận." for number in range(40))
    old, new = replace(before, assessment=long), replace(before, assessment=long.replace("thứ 20", "thứ hai mươi"))
    (row,) = rows(old, new).values()
    assert "[hai mươi]" in words(row.cells[0].new) and "…" in words(row.cells[0].new)
    assert len(words(row.cells[0].new)) < 200
