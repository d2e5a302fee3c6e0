"""The data of papers and files by ND30, Phụ lục VI: its names, types and lengths; what is not known is said so."""

import json
import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest

from meetings.paper import PaperKind, PaperRecord, SignatureRecord
from meetings.paper_prose import completed
from meetings.writers import paper_metadata

DECREE_I = """FileCode | OrganId String 13 | FileCatalog Number 4 | FileNotation String 20 | DocOrdinal Number 3
| TypeName String 100 | CodeNumber String 11 | CodeNotation String 30 | IssuedDate Date 10 | OrganName String 200
| Subject String 500 | Language String 30 | PageAmount Number 3 | Description String 500 | SignerInfo
| Position String 100 | FullName String 50 | To | OrganId String 13 | OrganName String 200 | Priority Number 1
| IssuedAmount Number 3 | DueDate Date 10"""
DECREE_III = """FileCode | OrganId String 13 | FileCatalog Number 4 | FileNotation String 20 | Title String 500
| Maintenance String 30 | Rights String 30 | Creator String 30 | Language String 50 | StartDate Date 10
| EndDate Date 10 | DocTotal Number 4 | PageTotal Number 4 | Description String 500"""
"""The rows of the decree's two tables, in their order."""


def rows(fields):
    for field in fields:
        yield f"{field.tag} {field.type} {field.length}" if field.type else field.tag
        yield from rows(field.parts)


@pytest.mark.parametrize(
    ("fields", "decree"), [(paper_metadata.DOCUMENT, DECREE_I), (paper_metadata.FILE, DECREE_III)]
)
def test_the_fields_are_those_of_the_decree_in_its_order(fields, decree):
    assert list(rows(fields)) == [" ".join(row.split()) for row in decree.split("|")]


def within(fields, data):
    """Every value is of the decree's type and no longer than it allows."""
    assert list(data) == [field.tag for field in fields]
    for field in fields:
        value = data[field.tag]
        if field.parts:
            for part in value if field.repeats else [value]:
                within(field.parts, part)
        elif field.type == "String":
            assert isinstance(value, str) and len(value) <= field.length, field
        elif field.type == "Number":
            assert value is None or (isinstance(value, int) and len(str(value)) <= field.length), field
        else:
            assert value is None or re.fullmatch(r"\d{4}-\d{2}-\d{2}", value), field
    return True


def metadata(record, kind="notice", **more):
    paper = completed(PaperRecord(kind=PaperKind(kind), number=5, dated=date(2021, 1, 9)), record)
    return paper_metadata.of_paper(record, paper, **{"subject": "Kết luận phiên họp", "pages": 3, **more})


def test_a_paper_says_what_issue_knows(january_record):
    data = metadata(january_record, IssuedAmount=12, DocOrdinal=2)
    assert within(paper_metadata.DOCUMENT, data)
    assert (data["TypeName"], data["CodeNumber"], data["CodeNotation"]) == ("Thông báo", "05", "TB-HĐND")
    assert (data["IssuedDate"], data["PageAmount"], data["IssuedAmount"]) == ("2021-01-09", 3, 12)
    assert data["OrganName"] == "Hội đồng nhân dân quận Hai Bà Trưng" and data["Language"] == "Tiếng Việt"
    assert data["SignerInfo"] == [
        {"Position": "TM. THƯỜNG TRỰC, HỘI ĐỒNG NHÂN DÂN, CHỦ TỊCH", "FullName": "Trần Quyết Thắng"}
    ]
    assert "Lưu" not in str(data["To"])


def test_minutes_have_two_signers_and_an_invitation_names_whom_it_invites(january_record):
    assert len(metadata(january_record, "minutes")["SignerInfo"]) == 2
    names = [each["OrganName"] for each in metadata(january_record, "invitation")["To"]]
    assert "Trưởng phòng Y tế quận" in names and "Như trên" not in names


def test_what_is_not_known_is_blank_and_said_so(january_record):
    data = metadata(january_record, pages=None)
    assert data["FileCode"]["OrganId"] == "" and data["PageAmount"] is None
    assert data["Description"] == "Chưa ghi: mã định danh cơ quan, số trang"
    known = replace(january_record, council=replace(january_record.council, organ_id="H26.01"))
    assert metadata(known)["FileCode"] == {"OrganId": "H26.01", "FileCatalog": 2021, "FileNotation": ""}
    assert metadata(known)["Description"] == ""


def test_nothing_is_longer_than_the_decree_allows(january_record):
    long = "chữ dài " * 200
    council = replace(january_record.council, name=long, organ_id="H26.01.02.033.4")
    record = replace(january_record, council=council)
    paper = PaperRecord(
        kind=PaperKind.NOTICE,
        symbol="TB-" + "X" * 60,
        number=5,
        dated=date(2021, 1, 9),
        signatures=(SignatureRecord(authority=(long,), name=long),),
        recipients=(long,),
    )
    data = paper_metadata.of_paper(
        record, paper, subject=long, pages=12345, Description=long, FileNotation=long, IssuedAmount=1000
    )
    assert within(paper_metadata.DOCUMENT, data) and data["Subject"].endswith("chữ dài…")
    assert data["PageAmount"] is None and data["IssuedAmount"] is None
    file = paper_metadata.of_file(record.council, 2021, Title=long, Creator=long, PageTotal=123456, DocTotal=3)
    assert within(paper_metadata.FILE, file) and file["DocTotal"] == 3


def test_json_and_xml_say_the_same(january_record):
    data = metadata(january_record, "minutes", subject='Trích yếu có <dấu> & "ngoặc"\x0b')
    assert json.loads(paper_metadata.to_json(data)) == data
    tree = ElementTree.fromstring(paper_metadata.to_xml("Document", data))
    assert [each.tag for each in tree][:3] == ["FileCode", "DocOrdinal", "TypeName"]
    assert tree.findtext("Subject") == 'Trích yếu có <dấu> & "ngoặc"'
    assert len(tree.findall("SignerInfo")) == 2 and tree.find("DueDate").text is None
    assert tree.findtext("SignerInfo/Position") == data["SignerInfo"][0]["Position"]
