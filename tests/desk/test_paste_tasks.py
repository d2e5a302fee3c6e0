"""Pasted directives: the sentence that leads in has its own box, "./." goes, one item of a list is one task."""

import pytest

from meetings.models import Unit


@pytest.fixture
def paste(at_clerks_desk, january):
    Unit.objects.create(name="Phòng Tài chính")
    Unit.objects.create(name="Ban Kinh tế - Xã hội HĐND quận").names.create(name="Ban KT-XH")

    def post(text):
        where = "/quan-tri/meetings/session/tach-van-ban/"
        found = at_clerks_desk.post(where, {"kind": "directives", "text": text}).json()
        assert "không bỏ sót chữ nào" in found["summary"]
        return found["rows"]

    return post


def tasks(rows):
    return [row for row in rows if not row["leads_in"]]


@pytest.mark.parametrize(
    "sentence",
    [
        "Tại phiên họp, đồng chí Chủ tịch HĐND quận kết luận, yêu cầu:",
        "Chủ tọa kết luận, yêu cầu:",
        "Chủ trì phiên họp kết luận, chỉ đạo như sau:",
        "Thường trực HĐND quận thống nhất kết luận, chỉ đạo các nội dung sau:",
        "Trên cơ sở các ý kiến, Thường trực HĐND quận kết luận, yêu cầu:",
    ],
)
@pytest.mark.parametrize("below", ["\n1. Giao Phòng Tài chính rà soát số liệu\n2. Trực đêm", " Trực đêm; trực ngày."])
def test_the_sentence_that_leads_in_is_told_apart(paste, sentence, below):
    first, *others = paste(sentence + below)
    assert (first["leads_in"], first["take"], first["values"]["task"]) == (True, False, sentence)
    assert "ô riêng" in first["notes"][0]
    assert [(row["take"], row["values"]["level"], row["leads_in"]) for row in others] == [(True, "0", False)] * 2


@pytest.mark.parametrize(
    "sentence", ["Yêu cầu Ban KT-XH:", "Đối với công tác tiếp công dân:", "Thường trực HĐND quận yêu cầu Ban KT-XH:"]
)
def test_a_head_of_tasks_is_no_sentence_that_leads_in(paste, sentence):
    rows = paste(f"{sentence}\n- rà soát\n- báo cáo")
    assert [row["values"]["level"] for row in rows] == ["0", "1", "1"] and not rows[0]["leads_in"]


@pytest.mark.parametrize("end", ["./.", " ./.", "/.", ". /."])
@pytest.mark.parametrize("line", ["Trực đêm{}", "1. Trực ngày;\n2. Trực đêm{}", "Trực ngày; trực đêm{}"])
def test_the_mark_that_ends_a_paper_goes(paste, line, end):
    assert paste(line.format(end))[-1]["values"]["task"].lower() == "trực đêm"


def test_a_slash_inside_the_words_stays(paste):
    assert [row["values"]["task"] for row in paste("Rà soát 12/30 hồ sơ theo Quyết định 15/QĐ-UBND.")] == [
        "Rà soát 12/30 hồ sơ theo Quyết định 15/QĐ-UBND"
    ]


@pytest.mark.parametrize(
    "item",
    [
        "Giao Phòng Tài chính rà soát số liệu thu, chi; tổng hợp, báo cáo trước ngày 25/01/2021",
        "Giao Phòng Tài chính rà soát số liệu thu, chi. Hoàn thành trước ngày 25/01/2021",
        "Giao Phòng Tài chính rà soát số liệu; lập danh sách. Báo cáo Thường trực trước ngày 25/01/2021",
    ],
)
@pytest.mark.parametrize("form", ["1. {}.\n2. Trực đêm.", "- {};\n- Trực đêm./.", "a) {}\nb) Trực đêm"])
def test_one_item_keeps_its_unit_and_its_deadline_together(paste, item, form):
    first, second = paste(form.format(item))
    assert first["lead_unit"]["text"] == "Phòng Tài chính" and first["values"]["due"] == "trước ngày 25/01/2021"
    assert f"Giao Phòng Tài chính {first['values']['task']}" == item
    assert (second["values"]["task"], second["lead_unit"]) == ("Trực đêm", None)


def test_a_later_part_that_gives_a_task_to_another_unit_is_a_task(paste):
    rows = paste("1. Giao Phòng Tài chính rà soát số liệu; giao Ban KT-XH thẩm tra\n2. Trực đêm")
    assert [row["lead_unit"] and row["lead_unit"]["text"] for row in rows] == [
        "Phòng Tài chính",
        "Ban Kinh tế - Xã hội HĐND quận",
        None,
    ]


def test_a_paragraph_without_marks_is_still_parted(paste):
    assert len(tasks(paste("Giao Phòng Tài chính rà soát số liệu; phối hợp chuẩn bị hội trường; trực đêm"))) == 3


def test_a_deadline_behind_its_label_is_a_deadline(paste):
    [row] = paste("Giao Phòng Tài chính chủ trì rà soát số liệu. Thời hạn: 25/01/2021.")
    assert (row["lead_unit"]["text"], row["values"]["due"]) == ("Phòng Tài chính", "25/01/2021")
    assert row["values"]["task"] == "rà soát số liệu. Thời hạn: 25/01/2021"
