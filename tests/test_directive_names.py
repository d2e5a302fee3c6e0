"""A directive's short name: what it asks for, in at most 80 letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.directive_names import LONGEST, short_name
from meetings.record import DirectiveRecord


@pytest.mark.parametrize(
    ("task", "topic", "name"),
    [
        ("công khai 12 điểm giữ xe.", "", "Công khai 12 điểm giữ xe"),
        ("xây dựng kế hoạch.", "Đối với việc giám sát", "Xây dựng kế hoạch (giám sát)"),
        ("", "Đối với nhiệm vụ tháng 01 năm 2021, cần tập trung:", "Nhiệm vụ tháng 01 năm 2021, cần tập trung"),
        (
            "rà soát mọi điểm ngập úng trên địa bàn phường, lập danh mục, báo cáo Thường trực HĐND phường",
            "",
            "Rà soát mọi điểm ngập úng trên địa bàn phường, lập danh mục",
        ),
        ("một " * 30, "", "Một" + " một" * 19 + "…"),
    ],
)
def test_it_says_what_is_asked(task, topic, name):
    assert short_name(DirectiveRecord(task=task, topic=topic)) == name


@given(st.text(max_size=300), st.text(max_size=100))
def test_it_is_never_too_long(task, topic):
    assert len(short_name(DirectiveRecord(task=task, topic=topic))) <= LONGEST + 3
