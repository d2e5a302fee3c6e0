"""A list that is empty says what comes first, to whom may begin; one that is narrowed to nothing says by what."""

import re

import pytest
from django.urls import reverse

from meetings.models import Council, ImportBatch, Unit
from tests.conftest import logged_in

EMPTY = re.compile(r'<p class="panel panel__none">(.*?)</p>', re.DOTALL)
BEGINS = {
    # the list, who opens it, what it says, where it leads
    "no session": ("meetings_session", "clerk", "Chưa có phiên họp nào.", "meetings_session_add"),
    "no unit": ("meetings_unit", "clerk", "Chưa có đơn vị nào.", "meetings_unit_add"),
    "no directive": (
        "meetings_directive",
        "clerk",
        "Chưa có chỉ đạo nào để theo dõi.",
        "meetings_session_changelist",
    ),
    "no paper": ("meetings_edition", "clerk", "Chưa phát hành giấy tờ nào.", "meetings_session_changelist"),
    "no batch": ("meetings_importbatch", "clerk", "Chưa có đợt nhập nào.", "meetings_importbatch_add"),
}


def told(client, name, **query):
    """The words of the empty list, and where its links lead."""
    (said,) = EMPTY.findall(client.get(reverse(f"admin:{name}_changelist"), query).content.decode())
    return " ".join(re.sub(r"<[^>]+>", "", said).split()), re.findall(r'href="([^"]*)"', said)


@pytest.mark.parametrize("which", BEGINS)
def test_an_empty_list_says_what_comes_first_and_leads_there(request, council, which):
    name, who, words, begin = BEGINS[which]
    said, links = told(logged_in(request.getfixturevalue(who)), name)
    assert said.startswith(words) and links[0] == reverse(f"admin:{begin}")


@pytest.mark.parametrize("name", ["meetings_session", "meetings_unit"])
def test_who_may_not_begin_reads_who_does(reader, council, name):
    said, links = told(logged_in(reader), name)
    assert "Văn thư" in said and links == []


def test_before_the_first_session_the_council_is_entered(administrator, clerk):
    assert not Council.objects.exists()
    said, links = told(logged_in(administrator), "meetings_session")
    assert "Trước hết cần khai hội đồng" in said and links == [reverse("admin:meetings_council_add")]
    said, links = told(logged_in(clerk), "meetings_session")
    assert "Người giữ vai trò Quản trị khai hội đồng." in said and links == []
    said, links = told(logged_in(administrator), "meetings_council")
    assert said.startswith("Chưa có hội đồng nhân dân nào.") and links == [reverse("admin:meetings_council_add")]
    assert "Người giữ vai trò Quản trị thêm hội đồng." in told(logged_in(clerk), "meetings_council")[0]


def test_where_nobody_is_locked_nothing_is_to_be_done(administrator):
    assert told(logged_in(administrator), "axes_accessattempt")[0] == (
        "Gần đây không ai nhập sai mật khẩu, không phải mở khóa cho ai."
    )


@pytest.mark.parametrize(
    ("name", "query", "words"),
    [
        ("meetings_session", {"q": "đường sắt", "trang_thai": "draft"}, "“đường sắt”, Bản nháp"),
        ("meetings_session", {"nam": 2021, "loai": "thematic"}, "Năm 2021, Chuyên đề"),
        ("meetings_directive", {"q": "đường sắt", "tinh_trang": "overdue"}, "“đường sắt”, Quá hạn"),
        ("meetings_unit", {"q": "đường sắt", "kind__exact": "party"}, "“đường sắt”, loại: cơ quan của Đảng"),
        ("meetings_edition", {"q": "đường sắt", "year": "2021"}, "“đường sắt”, năm: 2021"),
    ],
)
def test_a_list_narrowed_to_nothing_names_the_filters_and_takes_them_off(
    at_chiefs_desk, published, name, query, words
):
    said, links = told(at_chiefs_desk, name, **query)
    assert f"khớp với {words}. Bỏ lọc" in said
    (off,) = links
    assert "panel__none" not in at_chiefs_desk.get(reverse(f"admin:{name}_changelist") + _query(off)).content.decode()


def _query(link):
    return link[link.index("?") :] if "?" in link else ""


def test_a_stage_of_a_batch_without_posts_names_itself(at_clerks_desk):
    batch = ImportBatch.objects.create(name="Bài cũ")
    batch.posts.create(name="a.txt", verdict="refused", reason="tệp rỗng")
    page = at_clerks_desk.get(reverse("admin:meetings_importbatch_change", args=[batch.pk]), {"xem": "tron-ven"})
    assert "Không có bài nào ở mục “Đọc trọn vẹn”" in page.content.decode()


def test_the_history_of_an_untouched_row_says_when_it_begins(at_clerks_desk):
    unit = Unit.objects.create(name="Phòng Nội vụ")
    page = at_clerks_desk.get(reverse("admin:meetings_unit_history", args=[unit.pk])).content.decode()
    assert "Lần lưu đầu tiên sẽ hiện ở trang này" in page


def test_a_history_narrowed_to_nothing_names_the_filter(at_clerks_desk, january):
    where = reverse("admin:meetings_session_history", args=[january.pk])
    page = " ".join(at_clerks_desk.get(where, {"loc": "giay-to"}).content.decode().split())
    assert "Không có việc nào khớp với Giấy tờ." in page and "Bỏ lọc" in page
