"""Spaces as they are meant, whatever was typed in haste; the letters stay."""

import pytest

from meetings.readers.spacing import as_meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Đảng ủy- Chủ tịch HĐND  -UBND xã", "Đảng ủy - Chủ tịch HĐND - UBND xã"),
        ("HĐND phường ,  đ/c Bách ( Trưởng ban ),đ/c Chi", "HĐND phường, đ/c Bách (Trưởng ban), đ/c Chi"),
        ("Chủ trì:Ông An chủ tọa .", "Chủ trì: Ông An chủ tọa."),
        ("họp tại xã.Đồng chí Nam dự", "họp tại xã. Đồng chí Nam dự"),
        ("TP.Vinh, 3,5 ha, 8:30, 2021-2026, Kinh tế-Xã hội", "TP.Vinh, 3,5 ha, 8:30, 2021-2026, Kinh tế-Xã hội"),
        ("- Về kinh tế", "- Về kinh tế"),
    ],
)
def test_the_spaces_of_a_line(typed, meant):
    assert as_meant(typed) == meant
    assert as_meant(meant) == meant
