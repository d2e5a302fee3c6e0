"""The office keeps nine types of file, five of which may be public, and says so in one way wherever it keeps them."""

import pytest

from meetings import file_types
from meetings.desk.archive.batch_admin import ACCEPTED
from meetings.file_types import FileType
from meetings.models.stored_file import StoredFile
from meetings.uploads.office import MAIN_PARTS


def test_what_is_accepted_is_said_in_words_and_in_endings():
    assert file_types.accepted_words() == "PDF, DOCX, XLSX, JPEG, PNG, PPTX, DOC, ODT hoặc ZIP"
    assert file_types.accepted_endings() == ".pdf,.docx,.xlsx,.jpg,.jpeg,.png,.pptx,.doc,.odt,.zip"
    assert set(file_types.accepted_endings().split(",")) < set(ACCEPTED.split(","))


@pytest.mark.parametrize("file_type", FileType)
def test_a_kept_file_is_served_as_what_it_is(file_type):
    file = StoredFile("0" * 64, f"bien-ban.{file_type}")
    assert file.file_type is file_type
    assert file.path.endswith(f"/bien-ban.{file_type.value}")
    how = "inline" if file_type in file_types.SHOWN_IN_PLACE else "attachment"
    assert file.disposition.startswith(f'{how}; filename="bien-ban.{file_type.value}"')


def test_no_other_name_leads_into_the_store():
    with pytest.raises(ValueError, match="không phải tệp đã kiểm tra"):
        _ = StoredFile("0" * 64, "bien-ban.svg").path


def test_files_of_office_are_known_by_their_main_part():
    assert MAIN_PARTS == {
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": "docx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml": "xlsx",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml": "pptx",
    }


def test_four_types_stay_in_the_office_and_say_what_to_do():
    inside = [each for each in FileType if not each.may_be_public]
    assert inside == [FileType.PPTX, FileType.DOC, FileType.ODT, FileType.ZIP]
    assert all(f"(.{each})" in each.why_internal and "PDF" in each.why_internal for each in inside)
    assert FileType.PDF.why_internal == ""
