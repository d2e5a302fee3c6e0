"""Hands letters to the mail server: once, or in a loop until it is told to end."""

import logging
import signal
import smtplib
import threading

from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections

from meetings.letters import sending
from meetings.models import Letter, every_office

EVERY, AFTER_TROUBLE = 15, 60
"""Seconds between two looks."""

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Gửi các thư đến lượt. Chạy được nhiều nơi cùng lúc: không thư nào đi hai lần."

    def add_arguments(self, parser):
        how = parser.add_mutually_exclusive_group()
        how.add_argument("--once", action="store_true", help="gửi hết thư đến lượt rồi thôi (mặc định)")
        how.add_argument("--loop", action="store_true", help=f"xem lại sau mỗi {EVERY} giây, đến khi được lệnh dừng")
        how.add_argument("--dry-run", action="store_true", help="kể các thư đến lượt, không gửi")

    def handle(self, **options):
        if options["dry_run"]:
            return self._tell()
        self.stopped = threading.Event()
        for each in (signal.SIGTERM, signal.SIGINT):
            signal.signal(each, lambda *told: self.stopped.set())
        if options["loop"]:
            return self._loop()
        if not sending.is_set_up():
            return self.stdout.write("Chưa đặt EMAIL_URL nên chưa gửi được; thư vẫn chờ trong sổ thư.")
        try:
            gone = sending.send_due(self.stopped.is_set)
        except (smtplib.SMTPException, OSError) as trouble:
            return self.stderr.write(f"Không nối được máy gửi thư; không thư nào mất: {trouble}")
        return self.stdout.write(f"Đã gửi {gone} thư.")

    def _tell(self):
        with every_office():
            due = Letter.objects.due().select_related("office")
            for letter in due[:100]:
                self.stdout.write(f"{letter.office}: {letter.to}: {letter.subject}")
            self.stdout.write(f"{due.count()} thư đến lượt, chưa gửi thư nào.")

    def _loop(self):
        """What goes wrong is logged and tried again: the database and the mail server may come back."""
        pause = 0
        while not self.stopped.wait(pause):
            pause = EVERY
            try:
                if sending.is_set_up():
                    sending.send_due(self.stopped.is_set)
            except (smtplib.SMTPException, OSError, DatabaseError):
                pause = AFTER_TROUBLE
                logger.exception("Chưa gửi được thư; thử lại sau %s giây.", pause)
            close_old_connections()
