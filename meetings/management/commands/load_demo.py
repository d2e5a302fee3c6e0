"""The demo: nine sessions of one council, two log-ins. Loaded once, into an empty database."""

import hashlib
import json
import os
import secrets
from datetime import datetime, time, timedelta
from pathlib import Path

from django.contrib.auth.models import Group, User
from django.db import transaction

from meetings import intake, issuing
from meetings.management.office_commands import OfOneOffice
from meetings.models import Council, Directive, Member, Membership, ProgressReport, Session, Unit
from meetings.models.office_scope import current
from meetings.paper import PaperKind
from meetings.record import SessionRecord
from meetings.vietnamese import LOCAL_ZONE

DEMO = Path(__file__).parent.parent / "demo"
LOG_INS = {
    "vanthu": ("Hà", "Phạm Thu", "Văn thư"),
    "chanhvp": ("Khải", "Đỗ Văn", "Lãnh đạo văn phòng"),
}
"""First name, last name, and the role."""

ALIASES = {
    "Ủy ban MTTQ Việt Nam quận": ("Ủy ban MTTQ quận", "MTTQ quận"),
    "Ủy ban nhân dân quận": ("UBND quận",),
    "Ban Kinh tế - Xã hội HĐND quận": ("Ban KT-XH",),
}


MINUTES, NOTICE = PaperKind.MINUTES, PaperKind.NOTICE
INVITATION, REMINDER = PaperKind.INVITATION, PaperKind.REMINDER
PAPERS = (
    *((f"2020-{month}", MINUTES) for month in ("09", "10", "11", "12")),
    ("2021-01", MINUTES),
    ("2021-01", NOTICE),
    ("2021-02", INVITATION),
    ("2021-02", MINUTES),
    ("2021-02", NOTICE),
    ("2021-03", INVITATION),
    ("2021-01", REMINDER),
)
"""What the demo's office has issued."""

DUTIES = (Member.Duty.CHAIR, Member.Duty.DEPUTY, Member.Duty.ORDINARY, Member.Duty.ORDINARY)
"""Of the committee's members, in the order of protocol."""
AWAITS = "2020-10-chuyen-de"
"""The session whose minutes the clerk has sent to the chief."""

UNFINISHED = "# Chưa nạp xong dữ liệu mẫu; chạy lại bin/run để nạp tiếp.\n"
"""The first line of the file of the log-ins until the last paper is printed."""
DAYS_TO_PAPER = {MINUTES: 0, NOTICE: 3, INVITATION: -5, REMINDER: 60}


class Command(OfOneOffice):
    help = "Nạp dữ liệu mẫu vào cơ sở dữ liệu trống; nơi đã có dữ liệu thì giữ nguyên."

    def handle(self, **options):
        if Session.objects.exists() or User.objects.exists() or Council.objects.exists():
            if not self._was_broken_off():
                self.stdout.write("Cơ sở dữ liệu đã có dữ liệu, giữ nguyên.")
                if issuing.demo_log_ins().exists():
                    self.stdout.write(f"Tài khoản dùng thử: xem {issuing.demo_log_ins()}")
                return
        else:
            self._load()
        self._issue_papers(User.objects.get(username="chanhvp"))
        self._send(User.objects.get(username="vanthu"))
        self._tell(issuing.demo_log_ins().read_text(encoding="utf-8").removeprefix(UNFINISHED))

    def _was_broken_off(self):
        """The log-ins are those of the demo, and its papers were still being printed."""
        file = issuing.demo_log_ins()
        started = file.exists() and file.read_text(encoding="utf-8").startswith(UNFINISHED)
        return started and User.objects.filter(username__in=LOG_INS).count() == len(LOG_INS)

    def _load(self):
        """All but the papers, or nothing. The passwords are on disk before the first of them can be needed."""
        passwords = {name: os.environ.get("DEMO_PASSWORD") or secrets.token_urlsafe(12) for name in LOG_INS}
        _keep(UNFINISHED + "".join(f"{name} ({LOG_INS[name][2]}): {word}\n" for name, word in passwords.items()))
        with transaction.atomic():
            self._name_the_office()
            clerk, chief = self._make_users(passwords)
            self._load_sessions(clerk, chief)
            self._correct(chief)
            self._load_progress(clerk)

    def _name_the_office(self):
        office = current()
        if not office.name:
            office.slug, office.name = "quan-hai-ba-trung", "Thường trực HĐND quận Hai Bà Trưng"
            office.save()

    def _make_users(self, passwords):
        for name, (first, last, role) in LOG_INS.items():
            user = User.objects.create_user(
                name, password=passwords[name], first_name=first, last_name=last, is_staff=True
            )
            Membership.objects.create(user=user).roles.add(Group.objects.get(name=role))
        return [User.objects.get(username=name) for name in LOG_INS]

    def _load_sessions(self, clerk, chief):
        for path in sorted(DEMO.glob("20*.json")):
            record = SessionRecord.from_data(json.loads(path.read_text(encoding="utf-8")))
            source = hashlib.sha256(path.read_bytes()).hexdigest() if record.from_old_post else ""
            session = intake.store(record, source_hash=source)
            if record.posted_at:
                session.submit(by=clerk, at=record.posted_at - timedelta(hours=3))
                session.publish(by=chief, at=record.posted_at)
            self._enter_members(session)
        for name, others in ALIASES.items():
            unit = Unit.objects.called(name)
            for other in others:
                unit.names.create(name=other)

    def _enter_members(self, session):
        """Those of the first session that names them are the committee's."""
        members = session.attendees.filter(role__in=("chair", "member")).exclude(name="")
        if session.council.members.exists() or len(members) < 2:
            return
        for order, (row, duty) in enumerate(zip(members, DUTIES, strict=True), start=1):
            session.council.members.create(order=order, name=row.name, position=row.position, duty=duty)

    def _correct(self, chief):
        correction = json.loads((DEMO / "correction.json").read_text(encoding="utf-8"))
        session = _session(correction["session"])
        numbers = list(session.directives.values_list("number", flat=True))
        at = datetime.fromisoformat(correction["issued_at"])
        session.reopen(by=chief, note="Ghi nhầm thời gian tiếp xúc cử tri.", at=at)
        record = SessionRecord.from_data(correction["record"])
        intake.write_fields(session, record)
        session.save()
        intake.write_rows(session, record)
        for row, number in zip(session.directives.all(), numbers, strict=True):
            row.number = number
            row.save(update_fields=["number"])
        session.republish(by=chief, note=correction["note"], at=at)

    def _load_progress(self, clerk):
        for entry in json.loads((DEMO / "progress.json").read_text(encoding="utf-8")):
            row = _session(entry["session"]).directives.all()[entry["directive"] - 1]
            Directive.objects.filter(pk=row.pk).update(state=entry["state"], closed_on=entry["closed_on"])
            for report in entry["reports"]:
                ProgressReport.objects.create(directive=row, author=clerk, **report)

    def _issue_papers(self, chief):
        """After the rest is stored: printing takes its time, and no transaction waits for it."""
        for key, kind in PAPERS:
            session = _session(key)
            if session.editions.filter(kind=kind).exists():
                continue
            dated = session.held_on + timedelta(days=DAYS_TO_PAPER[kind])
            at = datetime.combine(dated, time(16), tzinfo=LOCAL_ZONE)
            note = "Thể thức theo bài cũ." if session.source_hash else ""
            order = issuing.Order(dated=dated, at=at, form_note=note)
            issuing.issue(session, kind, order, by=chief)

    def _send(self, clerk):
        session = _session(AWAITS)
        if not session.paper_drafts.filter(kind=MINUTES).exists():
            issuing.send(session, MINUTES, by=clerk)

    def _tell(self, log_ins):
        _keep(log_ins)
        self.stdout.write(f"Đã nạp dữ liệu mẫu. Tài khoản dùng thử (cũng ghi ở {issuing.demo_log_ins()}):")
        for line in log_ins.splitlines():
            self.stdout.write(f"  {line}")


def _keep(words):
    """Into the file of the log-ins, which the owner alone may read, whole or not at all."""
    unfinished = issuing.demo_log_ins().with_suffix(".new")
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(words)
    unfinished.replace(issuing.demo_log_ins())


def _session(key):
    """ "2020-12-dot-xuat" → the session of that month and slug."""
    year, month, *slug = key.split("-", 2)
    return Session.objects.get(year=year, month=month, slug="".join(slug))
