"""verify_editions finds what was tampered with, and names it."""

from dataclasses import replace
from io import StringIO

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import connection, transaction

from meetings.models import Edition, Session, frozen
from meetings.models.stored_file import StoredFile
from meetings.record import AttachmentRecord


def verify(*words):
    out, errors = StringIO(), StringIO()
    try:
        call_command("verify_editions", *words, stdout=out, stderr=errors)
    except SystemExit as failed:
        assert failed.code == 1
        return errors.getvalue()
    return out.getvalue()


@pytest.fixture
def three(issue):
    """Two notices, the second in place of the first, and the minutes."""
    return [issue("notice"), issue("notice", note="Sửa thời hạn."), issue("minutes")]


def tamper(statement, *values):
    """As somebody would who has the whole database in hand."""
    frozen.release(connection)
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
    frozen.guard(connection)


def test_what_was_left_alone_holds(three):
    first, last = verify().splitlines()
    assert first == "Đã kiểm 3 bản, 12 tệp: mọi mã băm, dấu niêm, tệp và số đều khớp."
    assert last.endswith(f": {three[-1].seal}")


def test_contacts_entered_later_change_nothing_that_was_issued(three, published):
    before = published.council.to_record()
    published.council.telephone = "024 0000 0000"
    published.council.save()
    assert published.council.to_record() != before
    assert verify().startswith("Đã kiểm 4 bản")


def test_nothing_issued_holds_too(db):
    assert verify().startswith("Đã kiểm 0 bản")


@pytest.mark.parametrize(
    ("column", "value", "fault"),
    [
        ("note", "không có gì", "dấu niêm không khớp"),
        ("title", "Phiên khác", "dấu niêm không khớp"),
        ("public_record", "{}", "dấu niêm không khớp"),
        ("paper", "{}", "dấu niêm không khớp"),
        ("is_public", False, "dấu niêm không khớp"),
        ("record", '{"schema": 1}', "hồ sơ không khớp mã băm"),
    ],
)
def test_a_changed_column_breaks_the_seal_of_its_edition(three, column, value, fault):
    tamper(f"UPDATE meetings_edition SET {column} = %s WHERE id = %s", value, three[1].pk)
    told = verify()
    assert f"Thông báo kết luận 02/TB-HĐND, bản 2 (mã {three[1].pk}): {fault}" in told
    assert "01/TB-HĐND" not in told


def test_an_edition_that_was_taken_out_breaks_the_seal_after_it(three):
    tamper("DELETE FROM meetings_editionfile WHERE edition_id = %s", three[1].pk)
    tamper("DELETE FROM meetings_edition WHERE id = %s", three[1].pk)
    assert f"Biên bản 01/BB-HĐND, bản 1 (mã {three[2].pk}): dấu niêm không khớp" in verify()


def test_a_changed_and_a_lost_file_are_named(three):
    changed, lost = three[2].files.filter(filename__endswith=".pdf")
    with default_storage.open(changed.stored.path, "wb") as file:
        file.write(b"%PDF-1.7 khac")
    default_storage.delete(lost.stored.path)
    told = verify()
    assert f"tệp {changed.filename} đã bị sửa" in told and f"mất tệp {lost.filename}" in told
    assert "2 chỗ không khớp" in told


def test_a_file_swapped_in_the_table_breaks_the_seal(three):
    tamper("UPDATE meetings_editionfile SET sha256 = %s WHERE edition_id = %s", "0" * 64, three[0].pk)
    assert "dấu niêm không khớp" in verify()


def test_a_replaced_edition_put_back_into_force_is_seen(three):
    Edition.objects.filter(pk=three[1].pk).close("withdrawn", "x")
    tamper("UPDATE meetings_edition SET state = 'live' WHERE id = %s", three[0].pk)
    assert "vẫn ghi là đang có hiệu lực" in verify()


def test_missing_triggers_are_named(three):
    frozen.release(connection)
    told = verify()
    assert "thiếu khóa chống sửa meetings_edition_stays" in told and "bin/manage migrate" in told


def test_a_tail_that_was_cut_off_is_found_by_the_seals_kept_elsewhere(three, tmp_path):
    kept = tmp_path / "dau-niem.txt"
    for _ in range(2):
        assert "đều khớp" in verify("--anchors", f"{kept}")
    assert kept.read_text(encoding="utf-8").count(three[-1].seal) == 2
    last = three[-1].pk
    tamper("DELETE FROM meetings_editionfile WHERE edition_id = %s", last)
    tamper("DELETE FROM meetings_edition WHERE id = %s", last)
    assert "đều khớp" in verify(), "the chain alone does not see it"
    assert "Dấu niêm đã ghi không còn bản nào mang" in verify("--anchors", f"{kept}")


def test_an_attachment_that_a_record_names_is_looked_for(published, clerk):
    file = StoredFile("a" * 64, "bao-cao.pdf", "Báo cáo")
    file.keep(b"%PDF-1.7")
    named = AttachmentRecord(title=file.title, filename=file.filename, sha256=file.sha256, size=8, is_public=True)
    record = replace(Session.objects.with_rows().get(pk=published.pk).to_record(), attachments=(named,))
    with transaction.atomic():
        Edition.objects.issue(published.pk, "news", record, by=clerk)
    assert "tệp bao-cao.pdf đã bị sửa" in verify()
    default_storage.delete(file.path)
    assert "mất tệp bao-cao.pdf" in verify()
