"""What readers found wrong on public pages: read by all, answered by whoever edits."""

from django import forms
from django.contrib import admin, messages
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from ..models import ErrorReport, Revision
from .merging.one_row import MergesStaleSaves
from .office_time import day_left_words, hour_and_day, today

MOST = 8
"""On the front page."""


class AnswerForm(forms.ModelForm):
    class Meta:
        model = ErrorReport
        fields = ("state", "reason", "is_told")


@admin.register(ErrorReport)
class ErrorReportAdmin(MergesStaleSaves, admin.ModelAdmin):
    form = AnswerForm
    fields = ("where", "said", "answer_to", "received", "due", "state", "reason", "is_told")
    readonly_fields = ("where", "said", "answer_to", "received", "due")
    list_display = ("page", "said", "received", "due", "state")
    list_filter = ("state",)
    actions = None
    noun = "phản ánh"
    none_yet = "Chưa có phản ánh nào. Bạn đọc báo sai sót ở cuối mỗi trang phiên họp, chỉ đạo, đơn vị."
    who_begins = ""

    @admin.display(description="Trang")
    def where(self, report):
        return format_html('<a href="{0}">{0}</a>', report.page)

    @admin.display(description="Phản ánh")
    def said(self, report):
        return format_html_join(mark_safe("<br>"), "{}", ((line,) for line in report.words.splitlines()))

    @admin.display(description="Trả lời tới")
    def answer_to(self, report):
        return format_html('<a href="mailto:{0}">{0}</a>', report.address) if report.address else "không ghi địa chỉ"

    @admin.display(description="Nhận lúc", ordering="received_at")
    def received(self, report):
        return hour_and_day(report.received_at)

    @admin.display(description="Trả lời", ordering="received_at")
    def due(self, report):
        return "đã trả lời" if report.is_answered else day_left_words(report.answer_by)

    def get_fields(self, request, obj=None):
        """Who only reads has nobody to answer."""
        may = self.has_change_permission(request, obj)
        return self.fields if may else [name for name in self.fields if name != "answer_to"]

    def has_add_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def save_model(self, request, report, form, change):
        """The address serves the answer alone. What the page says of the correction is public."""
        if report.is_answered and report.address:
            report.address = ""
            messages.info(request, "Đã xóa địa chỉ của người phản ánh, vì phản ánh đã trả lời xong.")
        super().save_model(request, report, form, change)
        if "is_told" in form.changed_data:
            Revision.bump()


def for_front_page(user):
    """Those that wait for an answer, the first due first; [] to whoever does not answer."""
    if not user.has_perm("meetings.change_errorreport"):
        return []
    return [
        {
            "report": report,
            "received": hour_and_day(report.received_at),
            "left": day_left_words(report.answer_by),
            "is_late": report.answer_by < today(),
        }
        for report in ErrorReport.objects.unanswered().order_by("received_at", "pk")[:MOST]
    ]
