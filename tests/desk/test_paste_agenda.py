"""A pasted agenda: headings are no items, and what was said and concluded goes into the item above."""

import pytest


@pytest.fixture
def paste(at_clerks_desk, january):
    def post(text):
        where = "/quan-tri/meetings/session/tach-van-ban/"
        return at_clerks_desk.post(where, {"kind": "agenda", "text": text}).json()

    return post


def taken(found):
    return [row["values"] for row in found["rows"] if row["take"]]


def test_opinions_and_the_conclusion_belong_to_the_item_above(paste):
    found = paste(
        "1. Báo cáo công tác tháng 10 (Văn phòng trình bày)\nÝ kiến: bổ sung số liệu thu.\n"
        "Kết luận: Thống nhất.\n2. Việc khác"
    )
    assert taken(found) == [
        {
            "title": "Báo cáo công tác tháng 10",
            "presenter": "Văn phòng",
            "opinions": "bổ sung số liệu thu.",
            "conclusion": "Thống nhất.",
        },
        {"title": "Việc khác"},
    ]
    assert found["summary"].startswith("Đã tách thành 2 nội dung; không bỏ sót chữ nào.")
    kinds = {each["kind"]: each["text"] for each in found["rows"][0]["words"] if each["kind"]}
    assert (kinds["opinions"], kinds["conclusion"]) == ("bổ sung số liệu thu.", "Thống nhất.")


def test_several_opinions_are_a_line_each_with_who_gave_them(paste):
    found = paste(
        "1. Báo cáo\nÝ kiến thảo luận:\n- Đồng chí An: nhất trí\n- Đồng chí Bình: bổ sung\n"
        "Ý kiến của đồng chí Chi: chưa rõ nguồn vốn\nKết luận của chủ tọa: Thống nhất\n"
        "Kết luận: Giao Văn phòng hoàn thiện"
    )
    [item] = taken(found)
    assert item["opinions"].split("\n") == [
        "Đồng chí An: nhất trí",
        "Đồng chí Bình: bổ sung",
        "Ý kiến của đồng chí Chi: chưa rõ nguồn vốn",
    ]
    assert item["conclusion"].split("\n") == ["Thống nhất", "Giao Văn phòng hoàn thiện"]
    assert "không bỏ sót chữ nào" in found["summary"]


@pytest.mark.parametrize(
    "heading",
    [
        "I. NỘI DUNG",
        "NỘI DUNG PHIÊN HỌP",
        "II. Nội dung:",
        "CHƯƠNG TRÌNH",
        "III. DIỄN BIẾN PHIÊN HỌP",
        "Nội dung họp",
    ],
)
def test_a_heading_is_no_item(paste, heading):
    found = paste(f"{heading}\n1. Báo cáo\n2. Việc khác")
    assert [item["title"] for item in taken(found)] == ["Báo cáo", "Việc khác"]
    assert len(found["rows"]) == 3 and found["rows"][0]["notes"]
    assert "Đã tách thành 2 nội dung (để ngoài: “" in found["summary"]


@pytest.mark.parametrize(
    "title",
    [
        "Kết luận thanh tra về đất đai",
        "Nội dung kỳ họp thứ 20",
        "Chương trình giám sát năm 2021",
        "Ý kiến, kiến nghị của cử tri",
        "Kết luận số 12: việc thực hiện",
    ],
)
def test_an_item_that_only_begins_so_is_an_item(paste, title):
    assert [item["title"] for item in taken(paste(f"1. Báo cáo\n2. {title}"))] == ["Báo cáo", title]


def test_a_conclusion_without_an_item_above_is_left_out_and_told(paste):
    found = paste("Kết luận: Thống nhất.\nNỘI DUNG\nÝ kiến: nhất trí\n1. Báo cáo")
    assert taken(found) == [{"title": "Báo cáo"}]
    assert "“Kết luận: Thống nhất.”" in found["summary"] and "“Ý kiến: nhất trí”" in found["summary"]


def test_a_conclusion_goes_to_the_item_right_above(paste):
    found = paste("- Báo cáo\n- Kết luận: một\n- Việc khác\n- Kết luận: hai")
    assert [(item["title"], item["conclusion"]) for item in taken(found)] == [
        ("Báo cáo", "một"),
        ("Việc khác", "hai"),
    ]
