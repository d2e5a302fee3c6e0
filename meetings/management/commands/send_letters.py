"""Takes the steps of the ladder and hands letters to the mail server: once, or in a loop until it is told to end."""

import logging
import os
import signal
import smtplib
import threading
import time
from datetime import time as hour

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import close_old_connections
from django.utils import timezone

from meetings.letters import ladder_letters, notices, sending, subscriber_letters
from meetings.letters.invitation_reminders import asked_again
from meetings.letters.ladder_plan import plan
from meetings.management.office_commands import each_office
from meetings.models import Letter, at_office, every_office
from meetings.supervision import weekly_letter
from meetings.vietnamese import LOCAL_ZONE

EVERY, AFTER_TROUBLE = 15, 60
"""Seconds between two looks."""
LADDER_EVERY, LADDER_FROM = 1800, hour(7, 30)
"""Seconds between two looks at the ladder, and since when in the day: a letter of the day comes in working hours."""

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Gửi các thư đến lượt. Chạy được nhiều nơi cùng lúc: không thư nào đi hai lần."

    def add_arguments(self, parser):
        how = parser.add_mutually_exclusive_group()
        how.add_argument("--once", action="store_true", help="gửi hết thư đến lượt rồi thôi (mặc định)")
        how.add_argument("--loop", action="store_true", help=f"xem lại sau mỗi {EVERY} giây, đến khi được lệnh dừng")
        how.add_argument("--dry-run", action="store_true", help="kể các thư đến lượt, không gửi")
        parser.add_argument("--with-parent", action="store_true", help="dừng khi chương trình gọi lệnh này dừng")

    def handle(self, **options):
        if options["dry_run"]:
            return self._tell()
        self.parent = os.getppid() if options["with_parent"] else None
        self.told = threading.Event()
        for each in (signal.SIGTERM, signal.SIGINT):
            signal.signal(each, lambda *told: self.told.set())
        if options["loop"]:
            return self._loop()
        write_due()
        subscriber_letters.write_confirmations()
        if not sending.is_set_up():
            return self.stdout.write("Chưa đặt EMAIL_URL nên chưa gửi được; thư vẫn chờ trong sổ thư.")
        try:
            gone = sending.send_due(self.stopped)
        except (smtplib.SMTPException, OSError) as trouble:
            return self.stderr.write(f"Không nối được máy gửi thư; không thư nào mất: {trouble}")
        return self.stdout.write(f"Đã gửi {gone} thư.")

    def stopped(self):
        """By a signal, or because the program that it was started beside is gone."""
        return self.told.is_set() or self.parent not in (None, os.getppid())

    def _tell(self):
        with every_office():
            due = Letter.objects.due().select_related("office")
            for letter in due[:100]:
                whose = letter.office or settings.PORTAL_NAME
                self.stdout.write(f"{whose}: {letter.shown_address}: {letter.subject}")
            self.stdout.write(f"{due.count()} thư đến lượt, chưa gửi thư nào.")
        for office in each_office():
            if asked := asked_again(today()):
                self.stdout.write(f"{office}: sẽ nhắc {len(asked)} địa chỉ chưa trả lời giấy mời.")
            if found := plan(office, today()):
                addresses = len(ladder_letters.by_address(found))
                self.stdout.write(
                    f"{office}: {len(found)} chỉ đạo đến bước nhắc, sẽ viết {addresses} thư cho đơn vị."
                )

    def _loop(self):
        """Whatever goes wrong is logged and tried again: the database and the mail server may come back."""
        pause, look_again = 0, 0
        while not self._rested(pause):
            pause = EVERY
            try:
                subscriber_letters.write_confirmations()
                if sending.is_set_up():
                    sending.send_due(self.stopped)
                if time.monotonic() >= look_again:
                    look_again = time.monotonic() + LADDER_EVERY
                    write_due()
            except Exception:
                pause = AFTER_TROUBLE
                logger.exception("Chưa gửi được thư; thử lại sau %s giây.", pause)
            close_old_connections()

    def _rested(self, seconds):
        """Whether it was stopped meanwhile."""
        end = time.monotonic() + seconds
        while not self.stopped() and (left := end - time.monotonic()) > 0:
            self.told.wait(min(left, 1))
        return self.stopped()


def write_due():
    """What the day asks for, in every office; before the office opens, nothing."""
    if timezone.localtime(timezone=LOCAL_ZONE).time() < LADDER_FROM:
        return
    for office in each_office():
        try:
            if not office.is_closed:
                ladder_letters.take_steps(office, today())
                with at_office(office):
                    notices.of_error_reports()
                subscriber_letters.write_digests(office)
        except Exception:  # the fault of one office holds up no other
            logger.exception("Chưa viết được thư nhắc của %s.", office)
    weekly_letter.write(today())


def today():
    return timezone.localdate(timezone=LOCAL_ZONE)
