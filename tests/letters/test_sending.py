"""The outbox and the mail server: each letter goes once; what the server says decides what becomes of it."""

import datetime

import pytest
from django.core.management import call_command
from django.utils import timezone

from meetings.letters import sending
from meetings.management.commands import send_letters
from meetings.models import Letter, LetterState, Office
from meetings.models.letter import LONGEST_SENDING, WAITS

from .mail_server import BUSY, HANGS_UP, NO_SUCH_BOX, mail_server

pytestmark = pytest.mark.django_db


@pytest.fixture
def server(settings):
    with mail_server() as server:
        settings.EMAIL_URL, settings.EMAIL_FROM = server.url, "hdnd@phuong.example"
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = server.server_address
        yield server


def letter(to="phong@noi.example", key="nhac:1", **fields):
    named = {"to_name": "Phòng Kinh tế", "subject": "2 việc đến hạn", "text": "Kính gửi: Phòng Kinh tế,\n"}
    return Letter.objects.append(key, to=to, **named | fields)


def state_of(row):
    row.refresh_from_db()
    return LetterState(row.state)


def test_a_letter_goes_once_with_all_it_says(server):
    row = letter()
    assert (sending.send_due(), sending.send_due(), state_of(row)) == (1, 0, LetterState.SENT)
    [(to, message)] = server.taken
    assert to == "phong@noi.example" and message["Subject"] == "2 việc đến hạn"
    assert message["To"].addresses[0].display_name == "Phòng Kinh tế"
    assert message["From"].addresses[0].addr_spec == "hdnd@phuong.example"
    assert message["Auto-Submitted"] == "auto-generated" and message["Message-ID"].endswith("@phuong.example>")
    for kind in ("plain", "html"):
        assert "Kính gửi: Phòng Kinh tế," in message.get_body((kind,)).get_content()


def test_the_same_letter_is_written_once():
    assert letter().pk == letter(text="Lời khác").pk
    assert Letter.objects.get().text == "Kính gửi: Phòng Kinh tế,\n"


def test_a_letter_whose_time_has_not_come_and_one_to_nobody_wait(server):
    later = letter(key="a", due_at=timezone.now() + datetime.timedelta(hours=1))
    nobody = letter(key="b", to="")
    assert sending.send_due() == 0
    assert (state_of(later), state_of(nobody)) == (LetterState.WAITING, LetterState.WAITING)


def test_an_address_that_does_not_exist_is_not_tried_again(server):
    row = letter(NO_SUCH_BOX)
    assert sending.send_due() == 0 and state_of(row) is LetterState.REFUSED
    assert row.trouble == "550 5.1.1 No such user"


def test_a_busy_server_is_tried_again_later_and_given_up_in_the_end(server):
    row, waited = letter(BUSY), []
    for _ in range(len(WAITS) + 1):
        assert sending.send_due() == 0
        row.refresh_from_db()
        waited.append(row.due_at - timezone.now())
        Letter.objects.update(due_at=timezone.now())
    assert (row.state, row.tries) == (LetterState.REFUSED, len(WAITS) + 1)
    assert all(abs(was - asked).total_seconds() < 30 for was, asked in zip(waited, WAITS, strict=False))


def test_one_that_is_refused_holds_up_nobody(server):
    letter(NO_SUCH_BOX, key="a")
    letter(BUSY, key="b")
    good = letter(key="c")
    assert sending.send_due() == 1 and state_of(good) is LetterState.SENT


def test_a_server_that_hangs_up_in_the_middle_leaves_a_doubt_and_the_others_go(server):
    doubtful, good = letter(HANGS_UP, key="a"), letter(key="b")
    assert sending.send_due() == 1
    assert (state_of(doubtful), state_of(good)) == (LetterState.UNSURE, LetterState.SENT)
    assert sending.send_due() == 0, "a letter in doubt goes again only when a person says so"
    assert doubtful.move("gui-lai") and state_of(doubtful) is LetterState.WAITING


def test_where_no_server_answers_no_letter_is_touched(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    row = letter()
    with pytest.raises(OSError):
        sending.send_due()
    assert (state_of(row), row.tries) == (LetterState.WAITING, 0)


def test_who_dies_with_a_letter_in_hand_leaves_a_doubt():
    row = letter()
    Letter.objects.take("dead")
    Letter.objects.doubt_the_forgotten()
    assert state_of(row) is LetterState.TAKEN
    Letter.objects.update(taken_at=timezone.now() - LONGEST_SENDING - datetime.timedelta(seconds=1))
    Letter.objects.doubt_the_forgotten()
    assert state_of(row) is LetterState.UNSURE


def test_whoever_wakes_up_too_late_says_nothing_of_the_letter_any_more():
    late = letter() and Letter.objects.take("slow")
    Letter.objects.update(taken_at=timezone.now() - datetime.timedelta(hours=1))
    Letter.objects.doubt_the_forgotten()
    late.mark_sent()
    assert state_of(late) is LetterState.UNSURE


def test_a_letter_is_taken_by_one():
    letter()
    assert Letter.objects.take("one") and Letter.objects.take("other") is None


def test_a_move_is_made_from_where_the_letter_stands():
    row = letter()
    assert row.verbs == ["thoi-gui"] and row.move("thoi-gui") and not row.move("thoi-gui")
    row.refresh_from_db()
    assert row.verbs == ["gui-lai"]


def test_the_command_says_what_it_does(server, capsys, settings):
    letter()
    call_command("send_letters", "--dry-run")
    assert "1 thư đến lượt, chưa gửi thư nào." in capsys.readouterr().out and not server.taken
    call_command("send_letters")
    assert capsys.readouterr().out == "Đã gửi 1 thư.\n"
    settings.EMAIL_URL = ""
    call_command("send_letters")
    assert "Chưa đặt EMAIL_URL" in capsys.readouterr().out


def test_a_header_cannot_be_smuggled_in(server):
    row = letter(to_name="Phòng\nBcc: ke-gian@noi.example")
    Letter.objects.update(subject="a\nBcc: ke-gian@noi.example")
    sending.send_due()
    assert state_of(row) is LetterState.REFUSED and not server.taken


def test_a_loop_beside_a_program_ends_with_it(monkeypatch):
    command, parents = send_letters.Command(), [7, 7, 1]
    monkeypatch.setattr(send_letters.os, "getppid", lambda: parents.pop(0))
    monkeypatch.setattr(send_letters.signal, "signal", lambda *told: None)
    monkeypatch.setattr(send_letters, "EVERY", 0)
    monkeypatch.setattr(send_letters, "write_due", lambda: None)
    command.handle(loop=True, dry_run=False, with_parent=True)
    assert parents == []


def test_the_ladder_waits_for_the_hour_at_which_the_office_opens(monkeypatch):
    taken = []
    monkeypatch.setattr(send_letters.ladder_letters, "take_steps", lambda office, day: taken.append(day))
    for at, count in ((datetime.time(23, 59, 59), 0), (datetime.time(0), 1)):
        monkeypatch.setattr(send_letters, "LADDER_FROM", at)
        send_letters.write_due()
        assert len(taken) == count


def test_the_fault_of_one_office_holds_up_no_other(monkeypatch, caplog):
    taken, other = [], Office.objects.create(slug="khac", name="Khác")

    def take_steps(office, day):
        if office != other:
            raise ValueError("hỏng")
        taken.append(office)

    monkeypatch.setattr(send_letters.ladder_letters, "take_steps", take_steps)
    monkeypatch.setattr(send_letters, "LADDER_FROM", datetime.time(0))
    send_letters.write_due()
    assert taken == [other] and "Chưa viết được thư nhắc của Cơ quan." in caplog.text
