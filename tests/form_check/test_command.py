"""bin/manage form_check: a table with what is broken first, and an exit status that a script can act on."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from .conftest import printed, sound


@pytest.fixture
def run(tmp_path):
    """Exit status, what was said, what was complained of, of papers put in files."""

    def checked(*papers, flags=()):
        files = []
        for place, pdf in enumerate(papers, start=1):
            files.append(tmp_path / f"van-ban-{place}.pdf")
            if pdf is not None:
                files[-1].write_bytes(pdf)
        out, err = StringIO(), StringIO()
        try:
            call_command("form_check", *map(str, files), *flags, stdout=out, stderr=err)
        except SystemExit as stop:
            return stop.code, out.getvalue(), err.getvalue()
        return 0, out.getvalue(), err.getvalue()

    return checked


def test_a_paper_in_the_form_ends_with_status_0(run):
    status, said, complained = run(sound("january"))
    assert (status, complained) == (0, "")
    first, *rows, last = said.splitlines()
    assert first == "van-ban-1.pdf: biên bản, 3 trang"
    assert last == f"  0 sai, 0 không kiểm được, {len(rows)} đúng"
    assert "  ✓ Đúng            1  Cỡ chữ Quốc hiệu: 13 pt" in rows


def test_broken_rules_come_first_with_place_measure_and_limit(run):
    status, said, _ = run(printed(replacing=[(r"năm 2021\./\.", "năm 2021.")]))
    assert status == 1
    assert said.splitlines()[1] == (
        "  ✗ Sai             6  Nội dung kết thúc bằng dấu “./.”: “… 01 năm 2021.” (quy định: “./.”); "
        "trang 2, dòng “Phiên họp kết thúc vào 11 giờ 15 phút, ngày 05 t…”"
    )


def test_a_file_that_cannot_be_read_ends_with_status_2_and_the_others_are_still_checked(run):
    status, said, complained = run(b"khong phai PDF", sound("notice"), None)
    assert status == 2
    assert complained.splitlines() == [
        "van-ban-1.pdf: không phải tệp PDF. Hãy xuất văn bản ra PDF rồi kiểm lại.",
        "van-ban-3.pdf: không có tệp này",
    ]
    assert said.startswith("van-ban-2.pdf: thông báo, 1 trang")


def test_the_kind_may_be_given(run):
    status, said, _ = run(sound("notice"), flags=["--kind=invitation"])
    assert status == 1
    assert "Tên loại văn bản: THÔNG BÁO (quy định: GIẤY MỜI)" in said
    with pytest.raises(CommandError, match="nghi-quyet"):
        run(sound("notice"), flags=["--kind=nghi-quyet"])


def test_json_for_another_program(run):
    status, said, complained = run(sound("invitation"), b"", flags=["--json"])
    assert (status, complained) == (2, "")
    paper, empty = json.loads(said)
    assert (paper["file"], paper["kind"], paper["pages"]) == ("van-ban-1.pdf", "invitation", 1)
    assert {"rule", "cell", "label", "outcome", "where", "measured", "allowed"} == paper["findings"][0].keys()
    assert empty == {"file": "van-ban-2.pdf", "unreadable": "tệp rỗng, không có nội dung. Hãy chọn lại tệp."}


def test_hints_are_shown_and_break_nothing(run):
    status, said, _ = run(printed("notice", [("Phục vụ Nhân dân", "Phục vụ nhân dân")]))
    assert status == 0
    assert (
        "  ? trang 1, dòng “b) Phục vụ nhân dân đón Tết nguyên đán;”: “Phục vụ nhân dân”. Viết hoa: Nhân dân." in said
    )
