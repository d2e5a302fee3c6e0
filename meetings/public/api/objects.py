"""Sessions, directives and units as JSON objects. What is public of them, and nothing else."""

from datetime import datetime

from django.urls import reverse
from django.utils import timezone

from ...record import Role, directive_reference
from ...vietnamese import LOCAL_ZONE, fold
from .. import attachment_files, session_papers
from .openapi import VERSION

OPARL = "https://schema.oparl.org/1.1"
OWN = "directive"


class Writer:
    """Objects with addresses of the site at `origin`."""

    def __init__(self, origin):
        self.origin = origin

    def at(self, name, *args):
        return self.origin + reverse(f"public:{name}", args=args)

    def system(self):
        return {
            "id": self.at("api"),
            "type": f"{OPARL}/System",
            "oparlVersion": f"{OPARL}/",
            "apiVersion": VERSION,
            "name": "Dữ liệu mở của Thường trực Hội đồng nhân dân",
            "body": self.at("api_bodies"),
            "meeting": self.at("api_meetings"),
            "directive": self.at("api_directives"),
            "organization": self.at("api_organizations"),
            "description": self.at("api_description"),
            "feed": self.at("rss"),
            "calendar": self.at("calendars"),
            "verification": self.at("verify"),
            "website": self.at("open_data"),
        }

    def body(self, council):
        return {
            "id": self.at("api_bodies"),
            "type": f"{OPARL}/Body",
            "name": council.name,
            "shortName": council.short_name,
            "website": self.at("front"),
            "meeting": self.at("api_meetings"),
            "organization": self.at("api_organizations"),
        }

    def organization(self, unit):
        return {
            "id": self.at("api_organization", unit.slug),
            "type": f"{OPARL}/Organization",
            "name": unit.name,
            "body": self.at("api_bodies"),
            "web": self.at("unit", unit.slug),
        }

    def gone(self, entry):
        return {**self._named(entry), "deleted": True, "modified": _moment(entry.modified)}

    def _named(self, entry):
        if hasattr(entry, "reference"):
            return {"id": self.at("api_directive", entry.reference), "type": OWN}
        return {"id": self.at("api_meeting", entry.path.replace("/", "-")), "type": f"{OPARL}/Meeting"}

    def meeting(self, entry):
        record = entry.edition.public
        path = record.path
        return {
            **self._named(entry),
            "name": entry.title,
            "meetingState": "held",
            "cancelled": False,
            "start": _on(record.held_on, record.starts_at),
            "end": _on(record.held_on, record.ends_at) if record.ends_at else None,
            "location": record.venue or None,
            "organization": [self.at("api_bodies")],
            "chair": [attendee.name or attendee.position for attendee in record.attending(Role.CHAIR)],
            "agendaItem": [
                {"number": f"{place}", "name": item.title, "public": True, "result": item.conclusion or None}
                for place, item in enumerate(record.agenda, start=1)
            ],
            "directive": [
                self._directive_at(path, directive.number) for directive in record.directives if directive.number
            ],
            "year": record.year,
            "month": record.month,
            "kind": record.kind.value,
            "expanded": record.expanded,
            "created": _moment(record.posted_at),
            "modified": _moment(entry.modified),
            "deleted": False,
            "web": self.at("session", path),
            "record": self.at("data", path),
            "calendar": self.at("calendar", path),
        }

    def meeting_in_full(self, entry):
        record = entry.edition.public
        papers = [
            {
                "name": paper.name,
                "kind": paper.kind.value,
                "number": paper.edition.reference or None,
                "date": paper.edition.dated.isoformat() if paper.edition.dated else None,
                "format": file.extension,
                "size": file.size,
                "sha256": file.sha256,
                "accessUrl": self.at("paper", record.path, paper.kind, file.extension),
            }
            for paper in session_papers.listed(entry.session_id)
            if paper.edition.state == session_papers.LIVE
            for file in paper.files
        ]
        attachments = [
            {
                "name": attachment.title,
                "size": attachment.size,
                "sha256": attachment.sha256,
                "accessUrl": self.at(
                    "attachment",
                    record.path,
                    attachment.sha256[: attachment_files.DIGITS_IN_ADDRESS],
                    attachment.filename,
                ),
            }
            for attachment in record.attachments
        ]
        attendees = [_attendee(attendee) for attendee in record.attendees]
        return {**self.meeting(entry), "attendee": attendees, "paper": papers, "auxiliaryFile": attachments}

    def _directive_at(self, path, number):
        return self.at("api_directive", directive_reference(path, number))

    def directive(self, each):
        row, progress = each.followed.task.directive, each.progress
        return {
            **self._named(each.entry),
            "name": each.followed.task.words,
            "reference": each.reference,
            "number": row.number,
            "partOf": None if row.level == 0 else self._directive_at(each.path, each.head.task.directive.number),
            "meeting": self.at("api_meeting", each.path.replace("/", "-")),
            "lead": self._unit(row.lead, each) if row.lead else None,
            "coordinator": [self._unit(name, each) for name in row.coordinators],
            "dueOn": row.due_on.isoformat() if row.due_on else None,
            "dueText": row.due_text or None,
            "recurrence": row.recurrence or None,
            "state": each.entry.state,
            "overdue": bool(progress and progress.state == "overdue"),
            "reportedOn": each.entry.told_on.isoformat() if each.entry.told_on else None,
            "created": _moment(each.record.posted_at),
            "modified": _moment(each.entry.modified),
            "deleted": False,
            "web": self.at("directive", each.reference),
        }

    def directive_in_full(self, each, reports):
        return {
            **self.directive(each),
            "progress": [
                {
                    "reportedOn": report.reported_on.isoformat(),
                    "state": report.state,
                    "note": report.note or None,
                    "evidence": report.evidence or None,
                }
                for report in reports
            ],
        }

    def _unit(self, name, each):
        slug = each.followed.slugs.get(fold(name), "")
        return {"name": name, "id": self.at("api_organization", slug) if slug else None}


def _attendee(each):
    return {
        "role": each.role.value,
        "name": each.name or None,
        "position": each.position or None,
        "unit": each.unit or None,
        "headcount": each.headcount,
        "presence": each.presence.value,
        "delegate": each.delegate or None,
    }


def _moment(moment):
    return timezone.localtime(moment, LOCAL_ZONE).isoformat(timespec="seconds") if moment else None


def _on(day, hour):
    """A day, with its hour where that is recorded."""
    if not day:
        return None
    return datetime.combine(day, hour, LOCAL_ZONE).isoformat() if hour else day.isoformat()
