"""The archive of the demo: nine sessions of a district's council that ended, one correction, all reports."""

import hashlib
import json
from datetime import date, datetime

from meetings import intake
from meetings.models import Council, ProgressReport, Unit
from meetings.record import SessionRecord

from .demo_rows import mend, name_members, publish, report, session_called
from .demo_ward import DEMO

ENDED_ON = date(2025, 6, 30)
REMINDED_ON = date(2021, 3, 6)
"""What was reported later is told when the reminder of that day is printed."""
ALIASES = {
    "Ủy ban MTTQ Việt Nam quận": ("Ủy ban MTTQ quận", "MTTQ quận"),
    "Ủy ban nhân dân quận": ("UBND quận",),
    "Ban Kinh tế - Xã hội HĐND quận": ("Ban KT-XH",),
}


def load(clerk, chief):
    for path in sorted(DEMO.glob("20*.json")):
        record = SessionRecord.from_data(json.loads(path.read_text(encoding="utf-8")))
        source = hashlib.sha256(path.read_bytes()).hexdigest() if record.from_old_post else ""
        session = intake.store(record, source_hash=source)
        publish(session, record.posted_at, clerk=clerk, chief=chief)
        if not session.council.members.exists():
            name_members(session)
    for name, others in ALIASES.items():
        for other in others:
            Unit.objects.called(name).names.create(name=other)
    _correct(chief)
    report_until(REMINDED_ON, clerk)


def _correct(chief):
    correction = _read("correction")
    at = datetime.fromisoformat(correction["issued_at"])
    record, reason = SessionRecord.from_data(correction["record"]), "Ghi nhầm thời gian tiếp xúc cử tri."
    mend(session_called(correction["session"]), record, reason=reason, note=correction["note"], at=at, chief=chief)


def report_until(last, clerk, *, after=date.min):
    for entry in _read("progress"):
        reports = [each | {"reported_on": date.fromisoformat(each["reported_on"])} for each in entry["reports"]]
        if told := [each for each in reports if after < each["reported_on"] <= last]:
            row = session_called(entry["session"]).directives.all()[entry["directive"] - 1]
            report(row, told, by=clerk, done_by=clerk)


def end(clerk):
    """The district's council has ended, and so has all that it was still owed. Told once."""
    if not ProgressReport.objects.filter(directive__session__council__valid_to=ENDED_ON, reported_on__gt=REMINDED_ON):
        report_until(ENDED_ON, clerk, after=REMINDED_ON)


def hand_over(heir):
    """The council of the ward takes over."""
    council = Council.objects.exclude(pk=heir.pk).get()
    council.valid_to, council.successor = ENDED_ON, heir
    council.save()
    council.members.update(valid_to=ENDED_ON)


def _read(name):
    return json.loads((DEMO / f"{name}.json").read_text(encoding="utf-8"))
