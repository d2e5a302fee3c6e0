"""Each invited who has an address gets the invitation, hears once that it moved or is off, and is asked once more."""

from datetime import date, timedelta

from icalendar import Calendar

from meetings import issuing
from meetings.letters import invitation_letters, ladder_letters, sending
from meetings.models import Directive, Edition, EditionFile, Letter, Session, Unit
from meetings.models.office_scope import current

from ..letters.test_sending import server
from .conftest import HELD_ON, NOW

__all__ = ["server"]


def letters(**named):
    return {letter.to: letter for letter in Letter.objects.filter(state="waiting", **named)}


def event_of(letter):
    (event,) = Calendar.from_ical(letter.calendar).walk("VEVENT")
    return event


def went():
    Letter.objects.filter(state="waiting").update(state="sent")


def test_the_member_and_the_unit_are_written_to_and_who_presides_is_not(edition, session, link):
    sent = letters()
    assert set(sent) == {"uyvien@noi.example", "yte@noi.example"}
    text = sent["yte@noi.example"].text
    for words in ("Kính gửi: Trưởng phòng Y tế", "08 giờ 30 phút, thứ Ba, 08/12/2026", "Phòng họp tầng 3"):
        assert words in text
    assert link.address in text and "17 giờ 00 phút, thứ Sáu, 04/12/2026" in text
    assert session.invitations.count() == 3 and link.token not in sent["uyvien@noi.example"].text
    invitation_letters.invite_all(edition)
    assert Letter.objects.count() == 2, "the same letter is written once"


def test_the_letter_carries_the_paper_and_an_event_with_its_end(server, edition):
    sending.send_due()
    message = dict(server.taken)["yte@noi.example"]
    paper, calendar = message.iter_attachments()
    stored = EditionFile.objects.filter(edition=edition, filename__endswith=".pdf").first()
    assert (paper.get_filename(), paper.get_content()) == (stored.filename, stored.stored.read())
    assert calendar.get_content_type() == "text/calendar" and calendar["Content-Type"].params["method"] == "PUBLISH"
    (event,) = Calendar.from_ical(calendar.get_content()).walk("VEVENT")
    assert event["UID"] == f"2026/12@{current().key}.phien-hop.thuong-truc-hdnd" and event["SEQUENCE"] == 0
    assert f"{event.decoded('DTEND'):%H:%M}" == "11:30" and "dự kiến" in event["DESCRIPTION"]
    assert event["ORGANIZER"] == "mailto:hdnd@phuong.example"


def test_without_its_file_a_letter_is_given_up_in_words(server, edition, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "lost"
    sending.send_due()
    assert {letter.state for letter in Letter.objects.all()} == {"refused"}
    assert "Không thấy tệp kèm theo" in Letter.objects.first().trouble


def test_moved_each_hears_once_of_the_same_event_and_is_asked_anew(issue, session, link):
    link.reply("coming")
    first = event_of(letters()["yte@noi.example"])
    went()
    Session.objects.filter(pk=session.pk).update(held_on=HELD_ON + timedelta(days=1))
    issue(note="Dời ngày họp.")
    moved = letters()["yte@noi.example"]
    assert len(letters()) == 2 and "Đổi giấy mời" in moved.subject and "Dời ngày họp." in moved.text
    assert (event_of(moved)["UID"], event_of(moved)["SEQUENCE"]) == (first["UID"], 1)
    link.refresh_from_db()
    assert link.answer == "" and link.expires_on == HELD_ON + timedelta(days=1) and link.address in moved.text


def test_replaced_for_the_same_hour_the_answers_stand(issue, session, link):
    link.reply("away", reason="đi công tác")
    issue(note="Bổ sung nội dung.")
    link.refresh_from_db()
    assert (link.answer, link.reason) == ("away", "đi công tác")
    assert Letter.objects.filter(state="called_off").count() == 2, "the first had not gone yet"


def test_withdrawn_the_event_is_cancelled_for_those_to_whom_it_went(edition, session, chief):
    Letter.objects.filter(to="yte@noi.example").update(state="sent")
    issuing.withdraw(edition, by=chief, note="Hoãn họp.")
    for _ in range(2):
        invitation_letters.call_off(Edition.objects.get(pk=edition.pk))
    [letter] = letters().values()
    assert letter.to == "yte@noi.example" and letter.subject.startswith("Thôi mời") and "Hoãn họp." in letter.text
    event = event_of(letter)
    assert "METHOD:CANCEL" in letter.calendar and (event["STATUS"], event["SEQUENCE"]) == ("CANCELLED", 1)
    assert event["UID"] == f"2026/12@{current().key}.phien-hop.thuong-truc-hdnd"


def test_who_is_taken_off_the_roll_hears_it_once(issue, session, link):
    went()
    session.attendees.get(position="Trưởng phòng Y tế").delete()
    for note in ("Bớt thành phần.", "Sửa nội dung."):
        issue(note=note)
    assert [letter.subject[:8] for letter in Letter.objects.filter(to="yte@noi.example")] == ["Thôi mời", "Giấy mời"]


def test_who_has_not_answered_is_asked_on_the_last_working_day_before(edition, session, link, now):
    session.invitations.get(attendee__name="Đồng chí Lê Thị Ủy").reply("coming")
    days = [NOW.date() + timedelta(days=count) for count in range(8)]
    before, found = Letter.objects.count(), {}
    for day in days:
        for _ in range(2):
            ladder_letters.take_steps(current(), day)
        found[day] = Letter.objects.count() - before
    assert [day for day in days[1:] if found[day] > found[day - timedelta(days=1)]] == [date(2026, 12, 7)]
    letter = Letter.objects.order_by("-pk")[0]
    assert letter.to == "yte@noi.example" and "Nhắc trả lời giấy mời" in letter.subject
    assert link.address in letter.text and found[days[-1]] == 1


def test_the_reminder_goes_with_the_digest_of_the_day(edition, session, link, published):
    unit = Unit.objects.get(email="yte@noi.example")
    before = Letter.objects.count()
    named = {"task": "việc một", "lead_unit": unit, "due_on": date(2026, 12, 10), "number": "9"}
    Directive.objects.create(session=published, **named)
    ladder_letters.take_steps(current(), date(2026, 12, 7))
    [letter] = Letter.objects.filter(to=unit.email).order_by("pk")[1:]
    assert "việc một" not in letter.subject and link.address in letter.text and link.address in letter.html
    assert "chưa trả lời" in letter.text and Letter.objects.count() == before + 2, "the member's too"
