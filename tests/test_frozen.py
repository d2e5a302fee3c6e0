"""The database itself refuses to change or delete what was issued, whoever asks."""

import pytest
from django.db import DatabaseError, connection, models, transaction

from meetings.models import Edition, EditionFile, PrintedFile, frozen


@pytest.fixture
def issued(published):
    edition = Edition.objects.get()
    PrintedFile("public", "bien-ban.pdf", b"%PDF-1.7").row(edition).save()
    return edition


def sql(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


WAYS = {
    "update()": lambda edition: Edition.objects.update(title="Khác"),
    "update() of one": lambda edition: Edition.objects.filter(pk=edition.pk).update(note="thêm"),
    "bulk_update": lambda edition: Edition.objects.bulk_update([_changed(edition)], ["record"]),
    "save of the base class": lambda edition: models.Model.save(_changed(edition)),
    "delete()": lambda edition: Edition.objects.all().delete(),
    "_raw_delete": lambda edition: Edition.objects.all()._raw_delete("default"),
    "delete of the base class": lambda edition: models.Model.delete(edition),
    "raw UPDATE": lambda edition: sql("UPDATE meetings_edition SET record_sha256 = 'x'"),
    "raw UPDATE back into force": lambda edition: _put_back(edition),
    "raw DELETE": lambda edition: sql("DELETE FROM meetings_edition"),
    "files, update()": lambda edition: EditionFile.objects.update(sha256="x"),
    "files, delete()": lambda edition: EditionFile.objects.all().delete(),
    "files, raw UPDATE": lambda edition: sql("UPDATE meetings_editionfile SET size = 0"),
    "files, raw DELETE": lambda edition: sql("DELETE FROM meetings_editionfile"),
}
if connection.vendor == "postgresql":
    WAYS["TRUNCATE"] = lambda edition: sql("SET CONSTRAINTS ALL IMMEDIATE; TRUNCATE meetings_edition CASCADE")
    WAYS["files, TRUNCATE"] = lambda edition: sql(
        "SET CONSTRAINTS ALL IMMEDIATE; TRUNCATE meetings_editionfile CASCADE"
    )


def _changed(edition):
    edition.record = {**edition.record, "venue": "nơi khác"}
    return edition


def _put_back(edition):
    Edition.objects.filter(pk=edition.pk).close("withdrawn", "sai")
    sql("UPDATE meetings_edition SET state = 'live'")


@pytest.mark.parametrize("way", WAYS)
def test_no_way_leads_into_what_was_issued(issued, way):
    before = Edition.objects.values().get(), EditionFile.objects.values().get()
    with pytest.raises(DatabaseError, match="không sửa, không xóa được|protected foreign keys"), transaction.atomic():
        WAYS[way](Edition.objects.get())
    with transaction.atomic():
        assert (Edition.objects.values().get(), EditionFile.objects.values().get()) == before


def test_what_is_in_force_can_be_taken_out_of_it_once(issued):
    assert Edition.objects.filter(pk=issued.pk).close("withdrawn", "Đăng nhầm.") == 1
    assert Edition.objects.filter(pk=issued.pk).close("replaced") == 0


def test_the_rows_refuse_in_words_before_the_database_does(issued):
    for row in (issued, issued.files.get()):
        for refused in (row.save, row.delete):
            with pytest.raises(TypeError):
                refused()


def test_the_triggers_stand_after_a_migration_and_their_absence_is_seen(db):
    assert frozen.missing(connection) == []
    frozen.release(connection)
    assert len(frozen.missing(connection)) == 14
    frozen.guard(connection)
    assert frozen.missing(connection) == []
