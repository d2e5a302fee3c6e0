"""Whom "Nơi nhận:" names: who is sent the paper, and who keeps the office's own copy."""

import pytest

from meetings.paper import PaperKind, PaperRecord
from meetings.recipients import file_copy, receivers, receivers_in_short


def paper(*recipients, addressees=()):
    return PaperRecord(kind=PaperKind.INVITATION, recipients=recipients, addressees=addressees)


@pytest.mark.parametrize(
    ("line", "copy"),
    [("Lưu: VT", "VT"), ("Lưu: VT, Hồ sơ phiên họp.", "VT, Hồ sơ phiên họp"), ("LƯU : VT(2)", "VT(2)")],
)
def test_the_line_of_the_file_copy_is_nobody_who_is_sent_it(line, copy):
    one = paper("Các phường;", line)
    assert receivers(one) == ("Các phường",) and file_copy(one) == copy


def test_an_invitation_as_above_names_whom_it_invites_and_the_register_counts_them():
    one = paper("Như trên", "Văn phòng", "Lưu: VT", addressees=("Đồng chí Lê An", "Trưởng phòng Y tế"))
    assert receivers(one) == ("Đồng chí Lê An", "Trưởng phòng Y tế", "Văn phòng")
    assert receivers_in_short(one) == "2 thành phần được mời; Văn phòng"


def test_without_anybody_above_the_words_stay():
    assert receivers(paper("Như trên")) == ("Như trên",) and file_copy(paper("Như trên")) == ""
