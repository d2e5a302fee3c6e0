"""The number and symbol line, as the decree abbreviates the kinds of paper."""

import pytest

from meetings.form_check.rules.number import NUMBER


@pytest.mark.parametrize("line", ["Số: 05/BB-HĐND", "Số: 05/TTr-HĐND", "Số: /QĐ-UBND", "Số: 12/CTr-TTHĐND"])
def test_every_abbreviation_of_the_decree_is_a_symbol(line):
    assert NUMBER.match(line)


@pytest.mark.parametrize("line", ["Số: 05/bb-HĐND", "Số 05/BB-HĐND", "Số: 05-BB/HĐND", "Số: 05/BB-hđnd"])
def test_other_spellings_are_none(line):
    assert not NUMBER.match(line)
