"""A copy of a session takes along what the clerk ticks: people, agenda, words, directives, files."""

import re

import pytest
from django.urls import reverse

from meetings.models import Coordination, Session
from meetings.models.stored_file import StoredFile

from .earlier import february, post

ALL = ["thanh-phan", "noi-dung", "cau-chu", "chi-dao", "tep"]


@pytest.fixture
def rich(published, clerk):
    """January, published and followed, with two files: one of a public item and one of an internal item."""
    for order, (title, item) in enumerate(zip(("Báo cáo", "Nhân sự"), published.agenda.all(), strict=True)):
        file = StoredFile(str(order) * 64, "bao-cao.pdf")
        file.keep(b"%PDF-1.7")
        published.attachments.create(
            title=title, kind="PDF", file=file.path, size=8, sha256=file.sha256, is_public=True, agenda_item=item
        )
    published.directives.get(number="1").report(by=clerk, state="done", note="Xong.")
    return published


def copy(client, session, parts, **words):
    where = reverse("admin:meetings_session_copy", args=[session.pk])
    return post(client, where, kind="regular", belongs_to="02/2021", parts=parts, **words)


def test_people_and_agenda_are_ticked_at_first(at_clerks_desk, rich):
    page = at_clerks_desk.get(reverse("admin:meetings_session_copy", args=[rich.pk]))
    assert page.context["form"].initial["parts"] == ("thanh-phan", "noi-dung")
    html = page.content.decode()
    boxes = re.findall(r'<input type="checkbox" name="parts"[^>]*>', html)
    assert len(boxes) == 5 and sum("checked" in box for box in boxes) == 2


def test_everything_ticked_comes_along(at_clerks_desk, rich, clerk):
    copy(at_clerks_desk, rich, ALL)
    new = february()
    assert new.assessment == rich.assessment and new.directives_intro == rich.directives_intro
    assert new.state == "draft" and new.attendees.count() == 4 and new.attachments.count() == 2
    words = ("topic", "assignment", "task", "lead_unit", "due_text", "is_public")
    assert list(new.directives.values_list(*words)) == list(rich.directives.values_list(*words))
    assert new.directives.first().history.get().history_user == clerk


def test_directives_come_as_new_rows_without_number_state_and_day(at_clerks_desk, rich):
    copy(at_clerks_desk, rich, ["chi-dao"])
    rows = february().directives
    assert set(rows.values_list("number", "state", "closed_on", "due_on", "reports")) == {
        ("", "open", None, None, None)
    }
    assert [row.parent_id and row.parent.task for row in rows.all()] == [
        row.parent_id and row.parent.task for row in rich.directives.all()
    ]
    assert all(row.parent is None or row.parent.session_id == row.session_id for row in rows.all())
    units = Coordination.objects.order_by("directive__order", "order")
    assert list(units.filter(directive__session=february()).values_list("unit", "order")) == list(
        units.filter(directive__session=rich).values_list("unit", "order")
    )


def test_files_are_new_rows_of_the_same_stored_files(at_clerks_desk, rich):
    copy(at_clerks_desk, rich, ["noi-dung", "tep"])
    new = february()
    assert set(new.attachments.values_list("sha256", "file")) == set(rich.attachments.values_list("sha256", "file"))
    assert not set(new.attachments.values_list("pk")) & set(rich.attachments.values_list("pk"))
    assert [row.agenda_item.session_id for row in new.attachments.all()] == [new.pk, new.pk]


def test_a_file_of_an_internal_item_stays_internal_without_the_item(at_clerks_desk, rich):
    copy(at_clerks_desk, rich, ["tep"])
    marks = february().attachments.values_list("title", "is_public", "agenda_item")
    assert list(marks) == [("Báo cáo", True, None), ("Nhân sự", False, None)]


def test_nothing_ticked_takes_nothing(at_clerks_desk, rich):
    page = copy(at_clerks_desk, rich, [], look="1")
    assert "không lấy thành phần" in page.content.decode()
    copy(at_clerks_desk, rich, [])
    new = february()
    counts = [getattr(new, name).count() for name in ("attendees", "directives", "attachments")]
    assert counts == [0, 0, 0] and new.assessment == ""
    assert not new.agenda.filter(title="Kết quả công tác năm 2020").exists()


def test_what_comes_along_is_shown_before_anything_is_made(at_clerks_desk, rich):
    page = copy(at_clerks_desk, rich, ALL, look="1").content.decode()
    assert "6 dòng chỉ đạo mới" in page and "2 tệp: Báo cáo, Nhân sự" in page
    assert Session.objects.count() == 1


def test_the_copy_changes_nothing_of_its_source(at_clerks_desk, rich):
    before = list(rich.directives.values()), list(rich.attachments.values()), list(rich.attendees.values())
    copy(at_clerks_desk, rich, ALL)
    assert before == (list(rich.directives.values()), list(rich.attachments.values()), list(rich.attendees.values()))
