"""The admin of accounts locked after wrong passwords; an administrator unlocks them."""

from axes.models import AccessAttempt
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.db.models import Sum, Window
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.views.decorators.http import require_POST

from ...models import Membership
from ..office_time import hour_and_day
from ..read_only import ReadOnly


@admin.register(AccessAttempt)
class LockedAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ("username", "ip_address", "attempt_time", "failures", "until", "unlock_button")
    list_display_links = None
    fields = ("username", "ip_address", "attempt_time", "failures_since_start")
    search_fields = ("username",)
    search_help_text = "Tên đăng nhập"
    change_form_template = "admin/row_form.html"
    noun = "lần"
    none_yet = "Gần đây không ai nhập sai mật khẩu, không phải mở khóa cho ai."
    who_begins = ""

    def get_queryset(self, request):
        """The attempts that still count, with the total of all browsers at one address."""
        recent = super().get_queryset(request).filter(attempt_time__gt=timezone.now() - settings.AXES_COOLOFF_TIME)
        if not request.user.is_superuser:
            recent = recent.filter(username__in=Membership.objects.values("user__username"))
        total = Window(Sum("failures_since_start"), partition_by=["username", "ip_address"])
        return recent.annotate(total=total)

    @admin.display(description="Số lần sai")
    def failures(self, attempt):
        return attempt.total

    @admin.display(description="Tình trạng")
    def until(self, attempt):
        if attempt.total < settings.AXES_FAILURE_LIMIT:
            return f"còn {settings.AXES_FAILURE_LIMIT - attempt.total} lần nữa thì khóa"
        return f"khóa đến {hour_and_day(attempt.attempt_time + settings.AXES_COOLOFF_TIME)}"

    @admin.display(description="Mở khóa")
    def unlock_button(self, attempt):
        if attempt.total < settings.AXES_FAILURE_LIMIT:
            return ""
        where = reverse("admin:axes_accessattempt_unlock", args=[attempt.pk])
        return format_html('<button class="button" type="submit" formaction="{}">Mở khóa</button>', where)

    def get_urls(self):
        view = self.admin_site.admin_view(self.unlock)
        return [path("<int:pk>/mo-khoa/", view, name="axes_accessattempt_unlock"), *super().get_urls()]

    @method_decorator([require_POST, permission_required("axes.delete_accessattempt", raise_exception=True)])
    def unlock(self, request, pk):
        attempt = get_object_or_404(self.get_queryset(request), pk=pk)
        self.log_change(request, attempt, f"Mở khóa {attempt.username}, {attempt.ip_address}")
        AccessAttempt.objects.filter(username=attempt.username, ip_address=attempt.ip_address).delete()
        messages.success(request, f"Đã mở khóa {attempt.username} tại địa chỉ {attempt.ip_address}.")
        return HttpResponseRedirect(reverse("admin:axes_accessattempt_changelist"))
