"""A pasted passage becomes rows to look at: nothing lost, nothing guessed, nothing stored."""

import json
import unicodedata

import pytest

from meetings.models import Attendee, Directive, Unit

SPLIT = "/quan-tri/meetings/session/tach-van-ban/"
THREE_TASKS = (
    "Giao Ban KT-XH chủ trì, phối hợp với Phòng Tài chính và Tổ cầu cảng giám sát tiến độ giải ngân, "
    "báo cáo trước ngày 25/01/2021; phối hợp chuẩn bị hội trường; tiếp tục tuyên truyền."
)


@pytest.fixture
def units(db):
    committee = Unit.objects.create(name="Ban Kinh tế - Xã hội HĐND quận")
    committee.names.create(name="Ban KT-XH")
    finance = Unit.objects.create(name="Phòng Tài chính")
    return {"committee": committee, "finance": finance}


@pytest.fixture
def paste(at_clerks_desk, units):
    def post(kind, text, **answers):
        return at_clerks_desk.post(SPLIT, {"kind": kind, "text": text, "answers": json.dumps(answers)}).json()

    return post


def marked(row, kind):
    return [each["text"] for each in row["words"] if each["kind"] == kind]


def choice(unit):
    return {"id": str(unit.pk), "text": unit.name}


def test_a_sentence_of_tasks_becomes_directives_with_their_units_and_deadline(paste, units):
    found = paste("directives", THREE_TASKS)
    assert found["summary"] == "Đã tách thành 3 việc; không bỏ sót chữ nào."
    first = found["rows"][0]
    assert (first["lead_unit"], first["coordinators"]) == (choice(units["committee"]), [choice(units["finance"])])
    assert first["values"]["due"] == "trước ngày 25/01/2021"
    assert [marked(first, kind) for kind in ("lead", "coordinator", "unit-unknown", "due")] == [
        ["Ban KT-XH"],
        ["Phòng Tài chính"],
        ["Tổ cầu cảng"],
        ["trước ngày 25/01/2021"],
    ]
    assert "“Ban KT-XH” là tên gọi khác của Ban Kinh tế - Xã hội HĐND quận." in first["notes"]


def test_with_an_unknown_unit_left_every_word_stays_in_the_task(paste):
    first = paste("directives", THREE_TASKS)["rows"][0]
    assert [each["name"] for each in first["unknown"]] == ["Tổ cầu cảng"]
    assert first["values"]["task"] == THREE_TASKS.split(";")[0]
    assert first["values"]["assignment"] == ""


def test_coordinating_that_is_itself_the_task_names_no_unit(paste):
    second = paste("directives", THREE_TASKS)["rows"][1]
    assert (second["lead_unit"], second["coordinators"], second["unknown"]) == (None, [], [])
    assert second["notes"] == ["“phối hợp” ở đây là việc phải làm; không thấy tên đơn vị, không thấy thời hạn."]


def test_nothing_is_stored_by_looking(paste):
    paste("directives", THREE_TASKS)
    assert (Directive.objects.count(), Attendee.objects.count(), Unit.objects.count()) == (0, 0, 2)


def test_a_unit_chosen_by_the_clerk_is_used_and_the_words_stay_as_typed(paste, units):
    text = "Giao Ban KT-XH chủ trì, phối hợp với Tổ cầu cảng rà soát số liệu"
    (row,) = paste("directives", text, **{"Tổ cầu cảng": str(units["finance"].pk)})["rows"]
    assert row["coordinators"] == [choice(units["finance"])] and row["unknown"] == []
    assert f"{row['values']['assignment']} {row['values']['task']}" == text
    assert "“Tổ cầu cảng”: bạn đã chọn Phòng Tài chính." in row["notes"]


def test_a_name_left_in_the_words_is_not_asked_about_again(paste):
    (row,) = paste("directives", "Giao Tổ cầu cảng chủ trì rà soát số liệu", **{"Tổ cầu cảng": ""})["rows"]
    assert (row["lead_unit"], row["unknown"], marked(row, "unit-unknown")) == (None, [], [])
    assert row["values"]["task"] == "Giao Tổ cầu cảng chủ trì rà soát số liệu"


def test_names_as_the_list_has_them_leave_the_blanks_of_the_assignment(paste, units):
    (row,) = paste("directives", "Giao Phòng Tài chính chủ trì rà soát số liệu.")["rows"]
    assert row["values"]["assignment"] == "Giao … chủ trì"
    assert row["values"]["task"] == "rà soát số liệu"
    assert row["lead_unit"] == choice(units["finance"])


def test_the_longest_name_wins_and_a_name_inside_a_longer_unknown_one_is_only_offered(paste, units):
    longer = Unit.objects.create(name="Phòng Tài chính - Kế hoạch")
    known, unknown = paste(
        "directives",
        "Giao Phòng Tài chính – Kế hoạch chủ trì rà soát số liệu\nGiao Phòng Tài chính thành phố chủ trì rà soát",
    )["rows"]
    assert known["lead_unit"] == choice(longer)
    assert unknown["lead_unit"] is None
    assert unknown["unknown"] == [
        {"name": "Phòng Tài chính thành phố", "candidates": [choice(units["finance"])]},
    ]


def test_a_name_that_holds_and_a_comma_or_a_verb_is_still_one_unit(paste):
    names = ["Văn phòng HĐND và UBND quận", "Phòng Lao động, Thương binh và Xã hội", "Ban quản lý dự án xây dựng"]
    units = [Unit.objects.create(name=name) for name in names]
    text = f"Giao {names[0]} chủ trì, phối hợp với {names[1]} và {names[2]} rà soát hồ sơ"
    (row,) = paste("directives", text)["rows"]
    assert row["lead_unit"] == choice(units[0])
    assert row["coordinators"] == [choice(each) for each in units[1:]]


@pytest.mark.parametrize("typed", ["GIAO PHÒNG TÀI CHÍNH", "Giao Phong Tai chinh", "Giao phòng  tài chính"])
def test_a_name_is_known_whatever_its_accents_and_capitals(paste, units, typed):
    (row,) = paste("directives", f"{typed} chủ trì rà soát số liệu")["rows"]
    assert row["lead_unit"] == choice(units["finance"])


def test_decomposed_accents_are_the_same_words(paste):
    decomposed = unicodedata.normalize("NFD", THREE_TASKS)
    assert paste("directives", decomposed) == paste("directives", THREE_TASKS)


def test_a_unit_that_ended_is_left_in_the_words(paste, units):
    Unit.objects.filter(pk=units["finance"].pk).update(active=False)
    (row,) = paste("directives", "Giao Phòng Tài chính chủ trì rà soát số liệu")["rows"]
    assert row["lead_unit"] is None and row["unknown"] == []
    assert "Phòng Tài chính đã thôi hoạt động; tên được để trong câu chữ." in row["notes"]


def test_a_lead_that_is_named_again_does_not_coordinate_itself(paste, units):
    (row,) = paste("directives", "Giao Ban KT-XH chủ trì, phối hợp với Ban Kinh tế - Xã hội HĐND quận rà soát")[
        "rows"
    ]
    assert (row["lead_unit"], row["coordinators"]) == (choice(units["committee"]), [])


def test_marks_of_layout_are_dropped_and_tell_the_levels(paste):
    found = paste(
        "directives",
        "1. Đối với công tác tiếp công dân:\na) lập sổ theo dõi;\nb) bố trí phòng tiếp.\n"
        "2. Tiếp tục trực đêm\n- Trực ngày",
    )
    assert [(row["values"]["level"], row["values"]["topic"] or row["values"]["task"]) for row in found["rows"]] == [
        ("0", "Đối với công tác tiếp công dân"),
        ("1", "lập sổ theo dõi"),
        ("1", "bố trí phòng tiếp"),
        ("0", "Tiếp tục trực đêm"),
        ("1", "Trực ngày"),
    ]
    assert found["summary"].endswith("không bỏ sót chữ nào.")


@pytest.mark.parametrize(
    ("line", "task"),
    [
        ("25/01/2021 là hạn cuối", "25/01/2021 là hạn cuối"),
        ("1.500 hồ sơ cần rà soát", "1.500 hồ sơ cần rà soát"),
        ("3 tổ đại biểu trực tiếp dân", "3 tổ đại biểu trực tiếp dân"),
        ("\uf0b7 Trực đêm", "Trực đêm"),
        ("1.\tTrực đêm", "Trực đêm"),
        ("đ) Trực đêm", "Trực đêm"),
    ],
)
def test_a_number_that_is_no_mark_is_kept(paste, line, task):
    (row,) = paste("directives", line)["rows"]
    assert row["values"]["task"] == task


def test_a_semicolon_inside_brackets_parts_nothing(paste):
    (row,) = paste("directives", "Rà soát số liệu (thu; chi; tồn quỹ) quý này")["rows"]
    assert row["values"]["task"] == "Rà soát số liệu (thu; chi; tồn quỹ) quý này"


def test_a_lead_in_is_shown_but_not_taken(paste):
    lead_in, task = paste("directives", "Tại phiên họp, đồng chí Chủ tịch chỉ đạo các nội dung sau:\nTrực đêm")[
        "rows"
    ]
    assert (lead_in["take"], task["take"], task["values"]["level"]) == (False, True, "0")


def test_a_day_no_calendar_has_and_a_second_deadline_are_told(paste):
    impossible, double = paste("directives", "Trực đêm, xong trước ngày 31/02/2021\nTrực trong quý I và trước Tết")[
        "rows"
    ]
    assert "“trước ngày 31/02/2021”: trên lịch không có ngày này." in impossible["notes"]
    assert double["values"]["due"] == "" and double["notes"][0].startswith("Có nhiều thời hạn")


def test_the_same_few_queries_for_many_rows(at_clerks_desk, units, django_assert_max_num_queries):
    with django_assert_max_num_queries(10) as few:
        at_clerks_desk.post(SPLIT, {"kind": "directives", "text": THREE_TASKS})
    with django_assert_max_num_queries(len(few)):
        at_clerks_desk.post(SPLIT, {"kind": "directives", "text": "\n".join([THREE_TASKS] * 60)})
