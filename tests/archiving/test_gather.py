"""A batch is gathered: each post read once, judged against the desk, and left alone the second time."""

import io

import pytest
from django.core.files.storage import default_storage
from PIL import Image

from meetings import archiving, intake
from meetings.models import ImportedFile, OldAddress, Session, Verdict
from tests.desk.documents import zipped

from .conftest import FEBRUARY, MAY, a_file, a_post, unread


def picture():
    written = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(written, "PNG")
    return written.getvalue()


def test_each_post_waits_with_what_was_made_of_it(batch):
    posts = [a_post("1.txt", FEBRUARY), a_post("2.txt", "Tin thời tiết hôm nay."), unread("3.docx")]
    tally = archiving.gather(batch, posts)
    assert [(post.name, post.verdict) for post in batch.posts.all()] == [
        ("1.txt", "clean"),
        ("2.txt", "refused"),
        ("3.docx", "refused"),
    ]
    assert (tally.read, tally.unchanged, tally["clean"], tally["refused"]) == (3, 0, 1, 2)
    assert batch.posts.get(name="3.docx").reason == "tệp hỏng, hãy tải lại"
    assert "không thấy tên phiên họp" in batch.posts.get(name="2.txt").reason
    assert not Session.objects.exists()


def test_the_same_again_is_left_alone(batch):
    posts = [a_post("1.txt", FEBRUARY), a_post("2.txt", "Tin thời tiết hôm nay."), unread("3.docx")]
    archiving.gather(batch, posts)
    before = list(batch.posts.values())
    tally = archiving.gather(batch, posts)
    assert (tally.read, tally.unchanged, tally["refused"]) == (0, 3, 2)
    assert list(batch.posts.values()) == before


def test_a_run_that_broke_off_goes_on_where_it_stopped(batch):
    def broken():
        yield a_post("1.txt", FEBRUARY)
        raise OSError("đĩa hỏng")

    with pytest.raises(OSError):
        archiving.gather(batch, broken())
    tally = archiving.gather(batch, [a_post("1.txt", FEBRUARY), a_post("2.txt", MAY)])
    assert (tally.read, tally.unchanged) == (1, 1)
    assert list(batch.posts.values_list("name", "order")) == [("1.txt", 1), ("2.txt", 2)]


def test_a_file_that_changed_is_read_anew_and_waits_again(batch, february, clerk):
    archiving.skip(february, by=clerk)
    archiving.gather(batch, [a_post(february.name, MAY)])
    post = batch.posts.get()
    assert (post.record.month, post.decision, post.decided_by) == (5, "pending", None)


def test_what_is_on_the_desk_is_known_and_another_text_is_a_change(batch, february):
    session = archiving.accept(february)
    other = FEBRUARY + "\nThêm một câu khác."
    archiving.gather(batch, [a_post("a.txt", FEBRUARY), a_post("b.txt", other)])
    known, changed = batch.posts.exclude(pk=february.pk)
    assert (known.verdict, known.session) == (Verdict.KNOWN, session)
    assert (changed.verdict, changed.session) == (Verdict.CHANGED, session)


def test_a_session_typed_on_the_desk_is_another_text(batch, february):
    session = intake.store(february.record)
    archiving.gather(batch, [a_post("b.txt", FEBRUARY)])
    changed = batch.posts.get(name="b.txt")
    assert (changed.verdict, changed.session) == (Verdict.CHANGED, session)


def test_another_text_at_the_same_old_address_is_a_change(batch, january):
    OldAddress.objects.create(path=OldAddress.key("http://cu.vn/tin/1?id=2"), session=january)
    archiving.gather(batch, [a_post("b.txt", FEBRUARY, address="https://cu.vn/tin/1/?id=2&utm_source=x")])
    assert batch.posts.get().session == january


def test_files_beside_a_post_are_kept_once_they_are_what_they_say(batch):
    good = a_file("anh/hop.gif", picture(), "Quang cảnh phiên họp")
    archiving.gather(batch, [a_post("1.txt", FEBRUARY, files=(good, good, a_file("x.pdf", b"MZ\x90 chuong trinh")))])
    file = ImportedFile.objects.get()
    assert (file.title, file.filename) == ("Quang cảnh phiên họp", "hop.png")
    assert default_storage.exists(f"attachments/{file.sha256[:32]}/hop.png")
    assert ["x.pdf" in note and "chương trình" in note for note in batch.posts.get().notes] == [True]


def test_a_file_that_stays_in_the_office_is_kept_beside_the_post_and_never_public(batch):
    archiving.gather(batch, [a_post("1.txt", FEBRUARY, files=(a_file("x.zip", zipped(thu="x")),))])
    post = batch.posts.get()
    assert ["chỉ lưu nội bộ" in note for note in post.notes] == [True]
    assert [(row.filename, row.is_public) for row in archiving.accept(post).attachments.all()] == [("x.zip", False)]


def test_progress_is_told_after_each_post(batch):
    told = []
    archiving.gather(
        batch,
        [a_post("1.txt", FEBRUARY), unread("2.txt")],
        progress=lambda done, post: told.append((done, post.name)),
    )
    assert told == [(1, "1.txt"), (2, "2.txt")]
