"""The office keeps five types of file, and says so in one way wherever it takes, keeps or serves them."""

import pytest

from meetings import file_types
from meetings.desk.archive.batch_admin import ACCEPTED
from meetings.file_types import FileType
from meetings.models.stored_file import StoredFile
from meetings.uploads.office import MAIN_PARTS


def test_what_is_accepted_is_said_in_words_and_in_endings():
    assert file_types.accepted_words() == "PDF, DOCX, XLSX, JPEG hoặc PNG"
    assert file_types.accepted_endings() == ".pdf,.docx,.xlsx,.jpg,.jpeg,.png"
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


def test_a_word_file_and_a_sheet_are_known_by_their_main_part():
    assert MAIN_PARTS == {
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": "docx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml": "xlsx",
    }
