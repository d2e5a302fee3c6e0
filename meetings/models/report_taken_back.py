"""A progress report recorded by mistake: its author takes it back on the same day, and both stay on the record."""

from django.conf import settings
from django.db import IntegrityError, models, transaction

from ..vietnamese import tidy
from .office_scope import scoped
from .progress_report import ProgressReport
from .text_fields import LineField
from .workflow import Refused

LONGEST_REASON = 500
LET_OUT = "Đã cho công khai, cùng lời."


class ReportTakenBack(models.Model):
    """The report stays as it was written; it moves nothing any more, and the public does not see it."""

    report = models.OneToOneField(
        ProgressReport, models.PROTECT, related_name="taken_back", verbose_name="báo cáo tiến độ"
    )
    reason = LineField("lý do rút lại", max_length=LONGEST_REASON)
    at = models.DateTimeField("lúc rút lại", auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người rút lại")

    objects = scoped("report__office")

    class Meta:
        verbose_name = verbose_name_plural = "báo cáo tiến độ đã rút lại"
        ordering = ["pk"]

    def __str__(self):
        return f"{self.report}: {self.reason}"

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise TypeError("Báo cáo đã rút lại thì giữ nguyên, không sửa.")
        super().save(*args, **kwargs)


def take_back(report, *, by, reason):
    """Take a report back: its directive then stands where the reports that hold put it."""
    reason = tidy(reason)
    if not report.may_be_taken_back(by):
        raise Refused("Chỉ người ghi rút lại được báo cáo, ngay trong ngày ghi. Hãy ghi thêm một báo cáo đúng.")
    if not reason:
        raise Refused("Hãy ghi rõ vì sao rút lại báo cáo này.")
    if len(reason) > LONGEST_REASON:
        raise Refused(f"Lý do dài quá {LONGEST_REASON} chữ. Hãy viết gọn lại.")
    return _close(report, by, reason)


@transaction.atomic
def let_out(report, *, by):
    """What the clerk recorded for the public: the same report by `by`, public, takes its place."""
    if not report.awaits_chief:
        raise Refused("Báo cáo này không chờ cho công khai.")
    _close(report, by, LET_OUT)
    kept = ("state", "note", "reported_on", "evidence", "waived", "occurrence", "extended_to", "session", "file")
    said = {name: getattr(report, name) for name in (*kept, "file_is_public")}
    return report.directive.report(by=by, is_public=True, as_a_whole=report.occurrence is None, **said)


def _close(report, by, reason):
    try:
        with transaction.atomic():
            directive = type(report.directive).objects.select_for_update(of=("self",)).get(pk=report.directive_id)
            taken_back = ReportTakenBack.objects.create(report=report, by=by, reason=reason)
            directive.follow_latest()
    except IntegrityError as error:
        raise Refused("Báo cáo này đã được rút lại trước đó.") from error
    return taken_back
