"""Whom a session's invitation invites, one by one: the link by which they answer, and what they answered.

An answer is what is expected. Who was present, the clerk records (`Attendee.presence`).
"""

import uuid
from datetime import datetime, time
from functools import cached_property

from django.conf import settings
from django.db import models
from django.utils import timezone

from .. import prose
from ..paper import PaperKind
from ..paper_kinds import description
from ..record import Role
from ..vietnamese import LOCAL_ZONE, upper_first
from ..working_days import working_days_before
from .attachment import Attachment
from .edition import Edition
from .edition_file import Part
from .member import bare_name
from .office_scope import scoped
from .signed_link import SignedLink, SignedLinkQuerySet
from .text_fields import LineField

ANSWER_BY = time(17)
WORKING_DAYS_BEFORE = 2


class Answer(models.TextChoices):
    COMING = "coming", "Dự"
    AWAY = "away", "Vắng"
    SUBSTITUTE = "substitute", "Cử người dự thay"


class InvitationQuerySet(SignedLinkQuerySet):
    def usable(self):
        """While the invitation is in force and its session is not over, for who is still on the roll."""
        in_force = Edition.objects.live(Edition.INVITES).filter(session=models.OuterRef("session"))
        return super().usable().filter(models.Exists(in_force), attendee__isnull=False)

    def unanswered(self):
        return self.filter(answer="", revoked_at=None, attendee__isnull=False)


class Invitation(SignedLink):
    salt, page = "meetings.invitation", "invitations:answer"

    session = models.ForeignKey("meetings.Session", models.CASCADE, related_name="invitations")
    attendee = models.OneToOneField("meetings.Attendee", models.SET_NULL, null=True, related_name="invitation")
    """None since the row was taken off the roll: the link opens nothing any more."""
    addressee = LineField("kính mời", max_length=500)
    """As the invitation that was issued last calls them."""
    email = models.EmailField("thư điện tử", blank=True)
    answer = models.CharField("trả lời", max_length=10, choices=Answer, blank=True)
    reason = LineField("lý do (nội bộ)", max_length=200, blank=True)
    substitute = LineField("người dự thay", max_length=120, blank=True)
    substitute_position = LineField("chức vụ người dự thay", max_length=200, blank=True)
    answered_at = models.DateTimeField("trả lời lúc", null=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người ghi thay"
    )
    """Who of the office wrote the answer down, where it did not come by the link."""

    objects = scoped("session__office", InvitationQuerySet)

    class Meta:
        verbose_name = verbose_name_plural = "giấy mời đã gửi"
        ordering = ["attendee__order", "pk"]

    def __str__(self):
        return self.addressee

    @cached_property
    def edition(self):
        """The invitation in force, whose words the page shows; None where there is none."""
        return Edition.objects.live(Edition.INVITES).filter(session=self.session_id).first()

    @cached_property
    def documents(self):
        """The session's papers that those invited may read."""
        return list(Attachment.objects.filter(session=self.session_id, is_for_invited=True))

    @property
    def may_answer(self):
        return timezone.now() < answers_until(self.edition.whole)

    def reply(self, answer, *, reason="", substitute="", substitute_position="", by=None):
        """The last answer counts. The reason is shown to nobody who has the link, so a blank one keeps what was said
        for the same answer; `by`, who writes it down for them, sees it."""
        self.reason = reason or (self.reason if answer == self.answer and not by else "")
        is_sent = answer == Answer.SUBSTITUTE
        self.answer, self.answered_at, self.written_by = answer, timezone.now(), by
        self.substitute, self.substitute_position = (substitute, substitute_position) if is_sent else ("", "")
        said = ["answer", "reason", "substitute", "substitute_position"]
        self.save(update_fields=[*said, "answered_at", "written_by"])

    def ask_anew(self):
        """The session was moved: an answer for another day says nothing of this one."""
        self.answer, self.reason, self.substitute, self.substitute_position = "", "", "", ""
        self.answered_at = self.written_by = None

    def renew(self):
        """Another link: the one that was given out opens nothing from now on."""
        self.nonce, self.first_opened_at, self.revoked_at, self.revoked_by = uuid.uuid4(), None, None, None
        self.save(update_fields=["nonce", "first_opened_at", "revoked_at", "revoked_by"])


class DocumentOpening(models.Model):
    """That a paper of the session was opened by the link of somebody who is invited; rows are only added."""

    invitation = models.ForeignKey(Invitation, models.CASCADE, related_name="openings")
    attachment = models.ForeignKey("meetings.Attachment", models.CASCADE, related_name="openings")
    opened_at = models.DateTimeField("mở lúc", auto_now_add=True)

    objects = scoped("invitation__session__office")

    class Meta:
        verbose_name = verbose_name_plural = "lần mở tài liệu họp"
        ordering = ["-opened_at", "-pk"]

    def __str__(self):
        return f"{self.attachment}, {self.invitation}"


def invite(edition) -> list[Invitation]:
    """The invitations of all whom the `edition` invites, made where there are none. Those who answered for another
    day or hour are asked anew."""
    session, before = edition.session, edition.replaces
    is_moved = before is not None and _appointment(before.whole) != _appointment(edition.whole)
    known = {each.attendee_id: each for each in session.invitations.exclude(attendee=None)}
    invited = []
    for attendee in session.attendees.exclude(role=Role.CHAIR).select_related("unit"):
        invitation = known.get(attendee.pk) or Invitation(session=session, attendee=attendee)
        record = attendee.to_record()
        invitation.addressee = upper_first(prose.person(record) or record.unit)
        invitation.expires_on = edition.held_on
        if is_moved:
            invitation.ask_anew()
        invitation.save()
        invited.append(invitation)
    return invited


def known_addresses(invitations, session) -> dict[int, str]:
    """{the key of an invitation: where it is sent}: what was typed for it, else the member's address, else the
    unit's; only those that have one."""
    members = {bare_name(member.name): member.email for member in session.council.members_on(session.day)}
    found = {}
    for each in invitations:
        unit = each.attendee.unit if each.attendee else None
        own = members.get(bare_name(each.attendee.name)) if each.attendee and each.attendee.name else ""
        if address := each.email or own or (unit.email if unit else ""):
            found[each.pk] = address
    return found


def paper_of(edition):
    """The PDF that those invited are given: signed, where a signed copy is kept, else as it was printed, whole."""
    files = edition.files.select_related("edition", "revocation")
    kept = {file.part: file for file in files if file.extension == "pdf" and not file.is_revoked}
    return next((kept[part] for part in (Part.SIGNED, Part.WHOLE, Part.PUBLIC) if part in kept), None)


def answers_until(record) -> datetime:
    """When the session begins; without an hour, when its day does."""
    return datetime.combine(record.held_on, record.starts_at or time(0), LOCAL_ZONE)


def answer_by(record) -> datetime:
    """Until when the office asks for an answer, so that it can still prepare."""
    return datetime.combine(working_days_before(record.held_on, WORKING_DAYS_BEFORE), ANSWER_BY, LOCAL_ZONE)


def presiding(record) -> str:
    """Who is to preside, as the invitation says it."""
    chairs = description(PaperKind.INVITATION).presiding(record)
    return ", ".join(upper_first(prose.person(each)) for each in chairs)


def _appointment(record):
    return record.held_on, record.starts_at
