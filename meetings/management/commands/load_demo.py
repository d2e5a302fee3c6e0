"""The demo: a ward with the archive of the district before it, a second ward, and their log-ins. Loaded once, into an
empty database."""

import os
import secrets
from datetime import date

from django.contrib.auth.models import Group, Permission, User
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from meetings import issuing
from meetings.management import demo_offices
from meetings.management.demo_offices import FIRST, SECOND
from meetings.models import Council, Membership, Office, Session, at_office, every_office
from meetings.models.roles import SUPERVISE
from meetings.vietnamese import LOCAL_ZONE

CLERK, CHIEF, SUPERVISOR = "Văn thư", "Lãnh đạo văn phòng", "Giám sát"
LOG_INS = {
    "vanthu": ("Hà", "Phạm Thu", {FIRST: CLERK, SECOND: CLERK}),
    "chanhvp": ("Khải", "Đỗ Văn", {FIRST: CHIEF}),
    "giamsat": ("Nguyên", "Bồ Thị", {}),
}
"""First name, last name, and the role in each office; who has none supervises all of them."""
CHIEF_OF_SECOND = "chanhvp-moclan"
WITHOUT_LOG_IN = {CHIEF_OF_SECOND: ("Thạch", "Sầm Văn", {SECOND: CHIEF})}

UNFINISHED = "# Chưa nạp xong dữ liệu mẫu; chạy lại bin/run để nạp tiếp.\n"
"""The first line of the file of the log-ins until the last paper is printed."""


class Command(BaseCommand):
    help = "Nạp dữ liệu mẫu vào cơ sở dữ liệu trống; nơi đã có dữ liệu thì giữ nguyên."

    def add_arguments(self, parser):
        parser.add_argument("--today", metavar="NGÀY", help="dạng 2026-11-30: nạp như vào ngày ấy, không sau hôm nay")

    def handle(self, today=None, **options):
        day = _day(today)
        with every_office():
            is_empty = not (Session.objects.exists() or User.objects.exists() or Council.objects.exists())
        if is_empty and Office.objects.count() == 1:
            self._load(day)
        elif not _was_broken_off():
            self._keep_what_is_there()
            return
        self._issue_papers(day)
        self._tell(issuing.demo_log_ins().read_text(encoding="utf-8").removeprefix(UNFINISHED))

    def _keep_what_is_there(self):
        self.stdout.write("Cơ sở dữ liệu đã có dữ liệu, giữ nguyên.")
        if issuing.demo_log_ins().exists():
            demo_offices.name_hosts()
            self.stdout.write(f"Tài khoản dùng thử: xem {issuing.demo_log_ins()}")

    def _load(self, today):
        """All but the papers, or nothing. The passwords are on disk before the first of them can be needed."""
        passwords = {name: os.environ.get("DEMO_PASSWORD") or secrets.token_urlsafe(12) for name in LOG_INS}
        roles = {name: next(iter(person[2].values()), SUPERVISOR) for name, person in LOG_INS.items()}
        lines = (f"{name} ({roles[name]}): {passwords[name]}\n" for name in LOG_INS)
        _keep(UNFINISHED + "".join(lines))
        with transaction.atomic():
            demo_offices.open_both()
            for name, person in {**LOG_INS, **WITHOUT_LOG_IN}.items():
                _make_user(name, passwords.get(name), *person)
            with at_office(demo_offices.first()):
                demo_offices.load_first(today, *_users("vanthu", "chanhvp"))
            with at_office(demo_offices.second()):
                demo_offices.load_second(today, *_users("vanthu", CHIEF_OF_SECOND))

    def _issue_papers(self, today):
        """After the rest is stored: printing takes its time, and no transaction waits for it."""
        with at_office(demo_offices.first()):
            demo_offices.issue_first(today, *_users("vanthu", "chanhvp"))
        with at_office(demo_offices.second()):
            demo_offices.issue_second(today, *_users("vanthu", CHIEF_OF_SECOND))

    def _tell(self, log_ins):
        _keep(log_ins)
        self.stdout.write(f"Đã nạp dữ liệu mẫu. Tài khoản dùng thử (cũng ghi ở {issuing.demo_log_ins()}):")
        for line in log_ins.splitlines():
            self.stdout.write(f"  {line}")


def _day(typed):
    today = timezone.localdate(timezone=LOCAL_ZONE)
    try:
        day = date.fromisoformat(typed) if typed else today
    except ValueError:
        raise CommandError("Ngày ghi dạng 2026-11-30.") from None
    if day > today:
        raise CommandError("Ngày này chưa tới. Hãy ghi ngày hôm nay hoặc một ngày trước đó.")
    return day


def _was_broken_off():
    """The log-ins are those of the demo, and its papers were still being printed."""
    file = issuing.demo_log_ins()
    started = file.exists() and file.read_text(encoding="utf-8").startswith(UNFINISHED)
    return started and User.objects.filter(username__in=LOG_INS).count() == len(LOG_INS)


def _make_user(username, password, first_name, last_name, roles):
    """Nobody logs in as one without a password."""
    named = {"first_name": first_name, "last_name": last_name}
    user = User.objects.create_user(username, password=password, is_staff=bool(roles), **named)
    if not roles:
        user.user_permissions.set(Permission.objects.filter(codename=SUPERVISE))
    for slug, role in roles.items():
        with at_office(Office.objects.get(slug=slug)):
            Membership.objects.create(user=user).roles.add(Group.objects.get(name=role))


def _users(*names):
    return [User.objects.get(username=name) for name in names]


def _keep(words):
    """Into the file of the log-ins, which the owner alone may read, whole or not at all."""
    unfinished = issuing.demo_log_ins().with_suffix(".new")
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(words)
    unfinished.replace(issuing.demo_log_ins())
