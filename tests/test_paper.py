"""A paper is plain data: what goes into JSON comes back, and the public gets nothing internal."""

from dataclasses import fields, replace
from datetime import date

import pytest

from meetings.paper import OwedRecord, PaperKind, PaperRecord, SignatureRecord
from meetings.record import RecordError

INVITATION = PaperRecord(
    kind=PaperKind.INVITATION,
    symbol="GM-HĐND",
    number=7,
    dated=date(2020, 12, 31),
    contact="Liên hệ: 0900 000 000",
    addressees=("Các đồng chí trong Thường trực HĐND quận",),
    signatures=(SignatureRecord(authority=("TM. THƯỜNG TRỰC", "HỘI ĐỒNG NHÂN DÂN", "CHỦ TỊCH"), name="Nguyễn An"),),
    owed=(
        OwedRecord(reference="2020-11-1", words="Giao Phòng A trả lời."),
        OwedRecord(reference="2020-11-2", words="Rà soát nhân sự.", is_public=False),
    ),
)


def test_a_paper_goes_into_json_and_back_without_loss():
    assert PaperRecord.from_data(INVITATION.to_data()) == INVITATION


def test_the_public_gets_no_telephone_number_and_no_internal_row():
    public = INVITATION.public()
    assert public == replace(INVITATION, contact="", owed=INVITATION.owed[:1])


def test_a_number_below_ten_takes_a_nought():
    assert INVITATION.reference == "07/GM-HĐND"
    assert replace(INVITATION, number=112).reference == "112/GM-HĐND"
    assert replace(INVITATION, number=None).reference == ""


@pytest.mark.parametrize("data", [None, [], {}, {"schema": 99}, {"schema": 1, "kind": "hoá đơn"}])
def test_other_data_is_refused(data):
    with pytest.raises(RecordError):
        PaperRecord.from_data(data)


def test_what_is_marked_internal_never_reaches_the_public():
    marked = [each for each in fields(PaperRecord) if "internal" in each.metadata]
    assert [each.name for each in marked] == ["contact", "order_note", "internal_addressees", "public_account"]
    filled = {each.name: ("Ban Pháp chế",) if each.default == () else "nội bộ" for each in marked}
    public = replace(INVITATION, **filled).public()
    assert {each.name: getattr(public, each.name) for each in marked} == {each.name: each.default for each in marked}
