"""Batches: handed in as files, listed by where their posts stand, taken together where nothing is in doubt."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from meetings.desk.archive import accept_all_page, batch_admin
from meetings.models import ImportBatch, Session
from tests.conftest import logged_in

from .conftest import CLEAN, DOUBTFUL, decide, of_batch, page_of, words_of

LIST = "/quan-tri/meetings/importbatch/"
NEW = f"{LIST}them/"


def upload(name, content):
    return SimpleUploadedFile(name, content if isinstance(content, bytes) else content.encode())


def test_files_handed_in_become_a_batch(at_clerks_desk, clerk, council):
    files = [upload("a.txt", CLEAN.read_bytes()), upload("b.txt", DOUBTFUL.read_bytes()), upload("c.txt", "Lịch.")]
    answer = at_clerks_desk.post(NEW, {"name": "Năm 2021", "files": files}, follow=True)
    batch = ImportBatch.objects.get()
    assert (batch.name, batch.made_by) == ("Năm 2021", clerk)
    assert dict(batch.posts.values_list("name", "verdict")) == {
        "a.txt": "clean",
        "b.txt": "doubts",
        "c.txt": "refused",
    }
    assert "Đã đọc 3 bài: 1 đọc trọn vẹn, 1 có chỗ chưa chắc, 1 không đọc được." in words_of(answer)
    assert not Session.objects.exists()


def test_an_archive_of_files_is_opened(at_clerks_desk):
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr("2021/thang-2.txt", CLEAN.read_text(encoding="utf-8"))
    at_clerks_desk.post(NEW, {"name": "", "files": [upload("bai.zip", packed.getvalue())]})
    assert [post.name for post in ImportBatch.objects.get().posts.all()] == ["bai.zip/2021/thang-2.txt"]


def test_two_files_of_one_name_are_two_posts(at_clerks_desk):
    files = [upload("a.txt", CLEAN.read_bytes()), upload("a.txt", DOUBTFUL.read_bytes())]
    at_clerks_desk.post(NEW, {"name": "", "files": files})
    assert {post.name for post in ImportBatch.objects.get().posts.all()} == {"a.txt", "a (2).txt"}


def test_no_file_or_too_much_is_said_in_words(at_clerks_desk, monkeypatch):
    nothing = at_clerks_desk.post(NEW, {"name": ""})
    assert nothing.status_code == 409 and "Hãy chọn ít nhất một tệp." in words_of(nothing)
    monkeypatch.setattr(batch_admin, "MOST_MB", 0)
    much = at_clerks_desk.post(NEW, {"name": "", "files": [upload("a.txt", "Lịch.")]})
    assert much.status_code == 409 and "Hãy chia thành nhiều đợt" in words_of(much)
    assert not ImportBatch.objects.exists()


def test_the_batch_says_how_far_it_is(at_clerks_desk, batch, clean, doubtful, refused):
    page = words_of(at_clerks_desk.get(of_batch("change", batch)))
    assert "đã quyết <b>0/3</b>" in page and "Nhập tất cả bài đọc trọn vẹn (1)" in page and "đăng luôn" not in page
    assert page.index(doubtful.name) < page.index(refused.name) < page.index(clean.name)
    decide(at_clerks_desk, clean, "bo-qua")
    page = words_of(at_clerks_desk.get(of_batch("change", batch)))
    assert "đã quyết <b>1/3</b>" in page
    table = page[page.index("<tbody>") :]
    assert table.index(refused.name) < table.index(clean.name)
    batches = words_of(at_clerks_desk.get(LIST))
    assert "1/3" in batches and '<b class="doubtful">1</b>' in batches and 'data-label="Không đọc được">1<' in batches


def test_a_row_says_month_day_doubts_and_directives(at_clerks_desk, batch, doubtful):
    row = words_of(at_clerks_desk.get(of_batch("change", batch) + "?xem=can-xem"))
    assert "04/2021, thường kỳ" in row and "2 chỗ" in row and '<td data-label="Chỉ đạo">' in row


@pytest.mark.parametrize(
    ("tab", "shown"),
    [
        ("can-xem", "giao-viec"),
        ("tron-ven", "thuong-ky"),
        ("khong-doc-duoc", "khac.txt"),
        ("da-nhap", ""),
        ("bia", ""),
    ],
)
def test_each_tab_shows_its_own(at_clerks_desk, batch, posts, tab, shown):
    page = words_of(at_clerks_desk.get(of_batch("change", batch) + f"?xem={tab}"))
    table = page[page.index("</nav>", page.index("archive-tabs")) :]
    found = [name for name in ("giao-viec", "thuong-ky", "khac.txt") if name in table]
    assert found == (["giao-viec", "thuong-ky", "khac.txt"] if tab == "bia" else [shown] * bool(shown))


def test_one_goes_on_where_one_stopped(at_clerks_desk, batch, clean, doubtful, refused):
    onward = of_batch("next", batch)
    assert at_clerks_desk.get(onward).url == page_of(doubtful)
    decide(at_clerks_desk, doubtful, "bo-qua")
    assert at_clerks_desk.get(onward).url == page_of(refused)
    decide(at_clerks_desk, refused, "bo-qua")
    assert at_clerks_desk.get(onward).url == page_of(clean)
    decide(at_clerks_desk, clean, "bo-qua")
    assert at_clerks_desk.get(onward).url == of_batch("change", batch)


def test_later_and_before_lead_around(at_clerks_desk, clean, doubtful, refused):
    page = words_of(at_clerks_desk.get(page_of(clean)))
    assert f'data-key="k" href="{page_of(refused)}"' in page and f'data-key="j" href="{page_of(doubtful)}"' in page
    foot = page[page.index("Bài sau") :]
    assert f'href="{page_of(doubtful)}">{doubtful.record.title}' in foot and "có chỗ chưa chắc, 2 chỗ" in foot


def test_all_clean_posts_are_taken_after_a_page_that_says_how_many(at_clerks_desk, batch, clean, doubtful):
    take = of_batch("take", batch)
    page = words_of(at_clerks_desk.get(take))
    assert "<b>1 bài</b> đọc trọn vẹn sẽ thành 1 bản nháp" in page and "tên đơn vị</b> chưa quyết" in page
    assert not Session.objects.exists()
    assert "Đã nhập 1 bài." in words_of(at_clerks_desk.post(take, follow=True))
    assert Session.objects.get().state == "draft"
    doubtful.refresh_from_db()
    assert doubtful.decision == "pending"


def test_taken_and_published_by_who_may(at_clerks_desk, at_chiefs_desk, batch, clean):
    take = of_batch("take", batch)
    assert at_clerks_desk.get(take + "?dang=1").status_code == 403
    assert at_clerks_desk.post(take, {"dang": "1"}).status_code == 403
    assert not Session.objects.exists()
    assert "được đăng ngay" in words_of(at_chiefs_desk.get(take + "?dang=1"))
    at_chiefs_desk.post(take, {"dang": "1"})
    assert Session.objects.get().state == "published"


def test_a_long_batch_is_taken_in_several_clicks(at_clerks_desk, batch, clean, gathered, monkeypatch):
    gathered(thang_ba=CLEAN.read_text(encoding="utf-8").replace("tháng 02", "tháng 01").replace("02/02/2", "12/01/2"))
    monkeypatch.setattr(accept_all_page, "SECONDS", -1)
    said = words_of(at_clerks_desk.post(of_batch("take", batch), follow=True))
    assert "Đã nhập 1 bài; còn 1 bài đọc trọn vẹn. Bấm lần nữa" in said and Session.objects.count() == 1
    at_clerks_desk.post(of_batch("take", batch))
    assert Session.objects.count() == 2


def test_what_is_kept_back_says_why(at_clerks_desk, batch, clean, gathered):
    gathered(lan_hai=CLEAN.read_text(encoding="utf-8").replace("đúng tiến độ", "đúng thời hạn"))
    said = words_of(at_clerks_desk.post(of_batch("take", batch), follow=True))
    assert "Đã nhập 1 bài." in said and "Chưa nhập" in said and Session.objects.count() == 1


def test_a_reader_meets_none_of_it(reader, batch, posts):
    reading = logged_in(reader)
    for where in (LIST, NEW, *(of_batch(name, batch) for name in ("change", "next", "take", "units"))):
        assert reading.get(where).status_code == 403
        assert reading.post(where).status_code in (403, 405)
    assert "Nhập bài cũ" not in words_of(reading.get(reverse("admin:index")))


def test_the_way_there_is_in_the_head(at_clerks_desk):
    assert f'href="{LIST}"' in words_of(at_clerks_desk.get("/quan-tri/"))


def test_pages_cost_the_same_for_many_posts(at_chiefs_desk, batch, clean, posts, django_assert_max_num_queries):
    with django_assert_max_num_queries(17) as few:
        at_chiefs_desk.get(of_batch("change", batch))
    with django_assert_max_num_queries(12) as few_batches:
        at_chiefs_desk.get(LIST)
    for number in range(70):
        batch.posts.create(name=f"{number}.txt", order=90 + number, source_hash=f"{number}", reading=clean.reading)
        ImportBatch.objects.create(name=f"Đợt {number}") if number < 9 else None
    with django_assert_max_num_queries(len(few)):
        page = words_of(at_chiefs_desk.get(of_batch("change", batch)))
    with django_assert_max_num_queries(len(few_batches)):
        at_chiefs_desk.get(LIST)
    assert "Bài 1–50 trong 73" in page
