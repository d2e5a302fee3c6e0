"""The list of a batch: what each post is, what is to do first, and which posts are copies."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from meetings import archiving
from meetings.models import ImportedPost

from .conftest import CLEAN, DOUBTFUL, of_batch, page_of, words_of

WORDS = CLEAN.read_text(encoding="utf-8")


def rows_of(client, batch):
    page = words_of(client.get(of_batch("change", batch)))
    return page[page.index("<tbody>") : page.index("</tbody>")].split("<tr")[1:]


def test_a_row_shows_title_and_council_and_the_file_in_small(at_clerks_desk, batch, clean):
    row = next(row for row in rows_of(at_clerks_desk, batch) if clean.name in row)
    assert f">{clean.record.title}</a>" in row
    assert f'<span class="small">HĐND quận Hai Bà Trưng · {clean.order} · {clean.name}</span>' in row


def test_a_refused_post_goes_by_its_first_line_and_a_file_without_words_by_its_name(at_clerks_desk, batch, refused):
    ImportedPost.objects.create(batch=batch, name="hong.docx", order=9, verdict="refused", reason="tệp hỏng")
    rows = rows_of(at_clerks_desk, batch)
    assert any(">Lịch tiếp công dân tháng này.</a>" in row for row in rows)
    assert any(">hong.docx</a>" in row for row in rows)


def test_doubts_come_first_then_refused_then_clean_then_done(at_clerks_desk, batch, gathered):
    january = WORDS.replace("tháng 02", "tháng 01").replace("02/02/2", "12/01/2")
    posts = gathered(CLEAN, DOUBTFUL, lich="Lịch.", xong=january)
    archiving.accept(posts["xong"])
    names = ["giao-viec-2021-04", "lich", "thuong-ky-2021-02", "xong"]
    shown = [next(name for name in names if f"{name}.txt" in row) for row in rows_of(at_clerks_desk, batch)]
    assert shown == names


def test_a_copy_in_the_batch_is_named_as_one(at_clerks_desk, batch, gathered, clean):
    copy = gathered(lan_hai=WORDS)["lan_hai"]
    copied = f'bản sao của <a href="{page_of(clean)}">bài {clean.order}</a>'
    assert [copy.name in row for row in rows_of(at_clerks_desk, batch) if copied in row] == [True]
    assert "Bản sao của" in words_of(at_clerks_desk.get(page_of(copy)))
    assert "Bản sao của" not in words_of(at_clerks_desk.get(page_of(clean)))


def test_a_copy_of_a_stored_session_is_named_with_it_and_waits_no_more(at_clerks_desk, batch, gathered, clean):
    copy = gathered(lan_hai=WORDS)["lan_hai"]
    session = archiving.accept(clean)
    copy.refresh_from_db()
    assert (copy.verdict, copy.session, copy.decision) == ("known", session, "pending")
    row = next(row for row in rows_of(at_clerks_desk, batch) if copy.name in row)
    where = reverse("admin:meetings_session_change", args=[session.pk])
    assert f'bản sao</span> <span class="small">của <a href="{where}">{session}</a>' in row
    assert not archiving.waiting(batch).filter(pk=copy.pk).exists()


def test_files_without_words_are_no_copies(at_clerks_desk, batch):
    for name in ("a.docx", "b.docx"):
        ImportedPost.objects.create(batch=batch, name=name, verdict="refused", reason="tệp hỏng")
    assert "bản sao" not in "".join(rows_of(at_clerks_desk, batch))


def test_nothing_ordered_is_said_in_the_list(at_clerks_desk, batch, gathered):
    post = gathered(tran=WORDS[: WORDS.index("Sau khi nghe")])["tran"]
    row = next(row for row in rows_of(at_clerks_desk, batch) if post.name in row)
    assert '<span class="doubtful">không thấy chỉ đạo nào</span>' in row and "đọc trọn vẹn" not in row
    assert not archiving.clean_posts(batch).filter(pk=post.pk).exists()


def test_seen_doubts_stand_out_no_more(at_clerks_desk, batch, doubtful):
    ImportedPost.objects.filter(pk=doubtful.pk).update(answers={"0": "seen", "1": "seen"})
    row = next(row for row in rows_of(at_clerks_desk, batch) if doubtful.name in row)
    assert "2 chỗ, đã xem" in row


def test_copies_and_titles_cost_the_same_queries_for_many(at_chiefs_desk, batch, clean, django_assert_num_queries):
    where = of_batch("change", batch)
    with CaptureQueriesContext(connection) as few:
        at_chiefs_desk.get(where)
    for number in range(60):
        made = {"source_hash": f"{number // 2}", "source_text": WORDS, "reading": clean.reading}
        batch.posts.create(name=f"{number}.txt", order=90 + number, **made)
    with django_assert_num_queries(len(few)):
        at_chiefs_desk.get(where)
