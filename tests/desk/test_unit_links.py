"""The clerk gives a unit its link: by mail, as words for a message, on paper; and takes it back."""

from django.urls import reverse
from django.utils import timezone

from meetings.models import Letter, UnitLink

from ..unit_reports.conftest import link, list_of, typed, unit
from .test_progress import text

__all__ = ["link", "unit"]


def page(unit, name="meetings_unit_link"):
    return reverse(f"admin:{name}", args=[unit.pk])


def test_the_clerk_makes_one_and_gives_it_out(at_clerks_desk, client, unit):
    assert "Cấp đường dẫn" in text(at_clerks_desk.get(page(unit)))
    assert at_clerks_desk.get(page(unit, "meetings_unit_link_sheet")).status_code == 404
    at_clerks_desk.post(page(unit), {"viec": "cap"})
    link = UnitLink.objects.get()
    shown = at_clerks_desk.get(page(unit))
    assert link.address in text(shown) and "chưa mở đường dẫn" in text(shown)
    assert "việc cần báo cáo" in text(shown) and "Đơn vị chưa có hộp thư" in text(shown)
    sheet = at_clerks_desk.get(page(unit, "meetings_unit_link_sheet"))
    assert "<svg" in sheet.content.decode() and "2021-01-1" in text(sheet) and link.address in text(sheet)
    client.get(list_of(link))
    assert "mở lần đầu" in text(shown := at_clerks_desk.get(page(unit))) and "đã nhận" not in text(shown)


def test_the_letter_is_written_once(at_clerks_desk, unit, link):
    type(unit).objects.update(email="mttq@noi.example")
    for _ in range(2):
        at_clerks_desk.post(page(unit), {"viec": "gui-thu", "duong-dan": link.pk})
    letter = Letter.objects.get()
    assert (letter.to, letter.subject.partition(" việc")[0]) == ("mttq@noi.example", "1")
    assert link.address in letter.text and "Chỉ đạo 2021-01-1" in letter.text
    assert "Thư mttq@noi.example: chờ gửi" in text(at_clerks_desk.get(page(unit)))


def test_another_link_closes_the_first_and_keeps_what_was_sent(at_clerks_desk, client, unit, link):
    client.post(list_of(link) + "2021-01-1/", typed())
    at_clerks_desk.post(page(unit), {"viec": "cap-lai", "duong-dan": link.pk})
    new = UnitLink.objects.usable().get()
    assert client.get(list_of(link)).status_code == 410 and new.month == timezone.localdate().replace(day=1)
    assert "Đã gửi tháng này: 1 việc" in text(client.get(list_of(new)))
    at_clerks_desk.post(page(unit), {"viec": "thu-hoi", "duong-dan": new.pk})
    assert not UnitLink.objects.usable().exists()
    assert "vừa đổi" in text(at_clerks_desk.post(page(unit), {"viec": "thu-hoi", "duong-dan": new.pk}, follow=True))
