"""What a unit sent by its link. It moves nothing and shows nowhere until the office takes it; then it is a progress
report, and what the unit had written is kept beside it."""

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone

from ..directive_states import REPORTED_CHOICES
from ..vietnamese import LOCAL_ZONE, tidy
from .office_scope import scoped
from .stored_file import StoredFile
from .text_fields import LineField, ProseField
from .workflow import Refused


class ProposalState(models.TextChoices):
    WAITING = "waiting", "Chờ xem"
    WITH_CHIEF = "with_chief", "Chờ Chánh Văn phòng"
    """The clerk took it for the public, and the office wants four eyes."""
    TAKEN = "taken", "Đã nhận"
    SENT_BACK = "sent_back", "Đã trả lại"


UNDECIDED = (ProposalState.WAITING, ProposalState.WITH_CHIEF)


class ExtensionState(models.TextChoices):
    ASKED = "asked", "Chờ Chánh Văn phòng"
    GRANTED = "granted", "Được gia hạn"
    REFUSED = "refused", "Không gia hạn"


class ProposalQuerySet(models.QuerySet):
    def awaiting(self):
        """Those on which somebody in the office has still to decide."""
        return self.filter(models.Q(standing__in=UNDECIDED) | models.Q(extension=ExtensionState.ASKED))

    def of_unit_and_month(self, link):
        """By that link and by those of the same month that were revoked before it, the newest last."""
        return self.filter(link__unit=link.unit_id, link__month=link.month).order_by("pk")


class Proposal(models.Model):
    link = models.ForeignKey("meetings.UnitLink", models.PROTECT, related_name="proposals", verbose_name="đường dẫn")
    key = models.CharField(max_length=64, editable=False)
    """Of the form that was sent: the same form sent again is the same proposal."""
    directive = models.ForeignKey("meetings.Directive", models.PROTECT, related_name="proposals")
    state = models.CharField("tình trạng", max_length=12, choices=REPORTED_CHOICES)
    note = ProseField("lời đơn vị gửi")
    file = models.JSONField("tệp", null=True)
    """What Upload.facts says of the kept file; None where there is none."""
    sender = LineField("người gửi tự ghi", max_length=120)
    sent_at = models.DateTimeField("gửi lúc", auto_now_add=True)

    standing = models.CharField("đang ở đâu", max_length=10, choices=ProposalState, default=ProposalState.WAITING)
    mended_note = ProseField("lời báo cáo", blank=True)
    is_public = models.BooleanField("lời công khai", default=False)
    file_is_public = models.BooleanField("tệp công khai", default=False)
    answer = LineField("lời nhắn cho đơn vị", max_length=500, blank=True)
    decided_at = models.DateTimeField("xử lý lúc", null=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    report = models.OneToOneField("meetings.ProgressReport", models.PROTECT, null=True, related_name="proposal")

    extension = models.CharField("xin gia hạn", max_length=8, choices=ExtensionState, blank=True)
    extend_to = models.DateField("xin đến ngày", null=True)
    extend_reason = LineField("vì sao xin gia hạn", max_length=300, blank=True)
    extension_answer = LineField("lời về gia hạn", max_length=500, blank=True)
    extension_decided_at = models.DateTimeField(null=True)
    extension_decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    objects = scoped("link__unit__office", ProposalQuerySet)

    class Meta:
        verbose_name = verbose_name_plural = "báo cáo đơn vị gửi"
        ordering = ["-pk"]
        permissions = [("grant_extension", "Quyết định gia hạn")]
        constraints = [models.UniqueConstraint(fields=["link", "key"], name="a_form_of_a_unit_once")]
        indexes = [models.Index(fields=["standing"], name="proposals_that_await")]

    def __str__(self):
        return f"{self.link.unit}, chỉ đạo {self.directive.reference}"

    @property
    def receipt(self):
        return f"BC-{timezone.localtime(self.sent_at, LOCAL_ZONE).year}-{self.pk}"

    @property
    def stored(self):
        return StoredFile.of_facts(self.file)

    @property
    def words(self):
        """As the office last had them: the unit's own where nobody mended them."""
        return self.mended_note or self.note

    @property
    def is_mended(self):
        return self.words != self.note

    @property
    def is_undecided(self):
        return self.standing in UNDECIDED

    @property
    def asks_extension(self):
        return self.extension == ExtensionState.ASKED

    def may_be_taken_by(self, user):
        """What the clerk took for the public waits for the chief."""
        return self.standing == ProposalState.WAITING or (
            self.standing == ProposalState.WITH_CHIEF and user.has_perm("meetings.publish_session")
        )

    @transaction.atomic
    def take(self, *, by, note, is_public=False, file_is_public=False):
        """It becomes a progress report, in these words. Where the office wants four eyes, one for the public that the
        clerk took waits for the chief.

        Raises Refused, and ValidationError where the report cannot be true.
        """
        if not self.may_be_taken_by(by):
            raise Refused(f"Báo cáo này {self.get_standing_display().lower()}, nên bạn không nhận được nữa.")
        if not tidy(note):
            raise Refused("Hãy giữ lời báo cáo, hoặc trả lại để đơn vị ghi.")
        public = is_public and self.directive.is_public_in_its_tree
        file_is_public = bool(public and file_is_public and self.file and self.stored.file_type.may_be_public)
        four_eyes = self.directive.session.council.four_eyes
        for_chief = public and four_eyes and not by.has_perm("meetings.publish_session")
        said = {"mended_note": tidy(note), "is_public": public, "file_is_public": file_is_public}
        self._decide(ProposalState.WITH_CHIEF if for_chief else ProposalState.TAKEN, by, **said)
        if not for_chief:
            self.report = self.directive.report(
                by=by,
                state=self.state,
                note=self.mended_note,
                reported_on=timezone.localdate(self.sent_at, LOCAL_ZONE),
                is_public=public,
                file=self.file,
                file_is_public=file_is_public,
            )
            self.save(update_fields=["report"])

    def send_back(self, *, by, answer):
        """With words that the unit reads at its link; a request for more time goes back with it."""
        self._decide(ProposalState.SENT_BACK, by, answer=self._needed(answer, "Hãy ghi đơn vị cần sửa, bổ sung gì."))
        still_asked = Proposal.objects.filter(pk=self.pk, extension=ExtensionState.ASKED)
        still_asked.update(
            extension=ExtensionState.REFUSED,
            extension_answer=self.answer,
            extension_decided_at=self.decided_at,
            extension_decided_by=by,
        )

    def _decide(self, standing, by, **said):
        """Where nobody decided meanwhile."""
        said |= {"standing": standing, "decided_by": by, "decided_at": timezone.now()}
        self._move(Proposal.objects.filter(standing=self.standing), said)

    @transaction.atomic
    def decide_extension(self, *, by, granted, answer=""):
        answer = tidy(answer) if granted else self._needed(answer, "Hãy ghi vì sao không gia hạn.")
        said = {
            "extension": ExtensionState.GRANTED if granted else ExtensionState.REFUSED,
            "extension_answer": answer,
            "extension_decided_by": by,
            "extension_decided_at": timezone.now(),
        }
        self._move(Proposal.objects.filter(extension=ExtensionState.ASKED), said)
        if granted:
            self.directive.extend(by=by, to=self.extend_to, reason=self.extend_reason)

    def _needed(self, words, refusal):
        if not (words := tidy(words)):
            raise Refused(refusal)
        if len(words) > 500:
            raise Refused("Lời ghi dài quá 500 chữ. Hãy viết gọn lại.")
        return words

    def _move(self, unmoved, said):
        if not unmoved.filter(pk=self.pk).update(**said):
            raise Refused("Báo cáo này vừa được người khác xử lý. Hãy xem lại.")
        for name, value in said.items():
            setattr(self, name, value)
