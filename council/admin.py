"""The desk's admin site: Django's own, in Vietnamese, with a log-in that leads back to the page before it."""

from functools import update_wrapper
from urllib.parse import urlencode, urlsplit

from django.apps import apps
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.admin.apps import AdminConfig
from django.http import HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache


class CouncilAdminConfig(AdminConfig):
    default_site = "council.admin.CouncilAdminSite"

    def ready(self):
        super().ready()
        apps.get_app_config("axes").verbose_name = "Đăng nhập"  # it has none of its own to translate


class CouncilAdminSite(admin.AdminSite):
    site_header = "Bàn việc Thường trực HĐND"
    site_title = "Bàn việc"
    index_title = "Bàn việc"
    enable_nav_sidebar = False

    def index(self, request, extra_context=None):
        from meetings.desk.home import home_page  # Django loads its models after this module

        return super().index(request, {**home_page.context(request), **(extra_context or {})})

    def app_index(self, request, app_label, extra_context=None):
        """The home page has all that Django would list of an app."""
        return HttpResponseRedirect(reverse("admin:index", current_app=self.name))

    def get_urls(self):
        from meetings.desk import form_token, guide
        from meetings.desk.letters import notice_choice
        from meetings.desk.merging import drafts_page
        from meetings.desk.office import look_page
        from meetings.desk.setup import accounts_step, door, doors_step, office_step, people_step, units_step
        from meetings.desk.staff_paths import staff_paths

        steps = (step.PATHS for step in (office_step, people_step, units_step, accounts_step, doors_step))
        pages = (guide, form_token, drafts_page, notice_choice, look_page)
        own = staff_paths(self, *(page.PATHS for page in pages), *steps)
        return [door.DOOR, *own, *super().get_urls()]

    def has_permission(self, request):
        from meetings.office_permissions import works_here  # Django loads its models after this module

        return super().has_permission(request) and works_here(request.user)

    def admin_view(self, view, cacheable=False):
        """A form sent after the log-in expired leads to the log-in page and from there back to the form. A form sent
        twice is handled once."""
        from meetings.desk import first_pages, sent_once  # Django loads their models after this module

        inner = super().admin_view(view, cacheable)

        def guarded(request, *args, **kwargs):
            leaving = request.path == reverse("admin:logout", current_app=self.name)
            if request.method == "POST" and not leaving and not request.user.is_authenticated:
                query = urlencode({"next": _form_address(request), "het-han": 1})
                return HttpResponseRedirect(f"{reverse('admin:login', current_app=self.name)}?{query}")
            if first := first_pages.before(request):
                return redirect(first)
            return sent_once.once(request, lambda: inner(request, *args, **kwargs), _form_address)

        return update_wrapper(guarded, inner)

    @method_decorator(never_cache)
    def login(self, request, extra_context=None):
        from meetings.desk.setup import opening_code

        back = request.GET.get("next", "")
        if request.method == "GET" and self.has_permission(request) and _is_ours(back, request):
            return HttpResponseRedirect(back)
        if opening_code.is_awaited():
            return redirect("admin:setup_door")
        context = {"expired": "het-han" in request.GET, "idle_minutes": settings.SESSION_COOKIE_AGE // 60}
        return super().login(request, {**context, **(extra_context or {})})

    def password_change(self, request, extra_context=None):
        from meetings import first_password

        if first_password.is_the_old_one(request):
            messages.error(request, "Mật khẩu mới phải khác mật khẩu đang dùng.")
            return redirect("admin:password_change")
        answer = super().password_change(request, extra_context)
        if answer.status_code == 302:
            first_password.changed(request)
        return answer

    @method_decorator(never_cache)
    def logout(self, request, extra_context=None):
        from meetings.desk.merging import drafts_page

        leaving = request.user.pk
        return drafts_page.forget(super().logout(request, extra_context), leaving)


def _form_address(request):
    """The address of the page with the form: the address that a verb is sent to may not answer a GET."""
    try:
        came_from = urlsplit(request.META.get("HTTP_REFERER", ""))
    except ValueError:  # no browser sends "http://[", but a forged request does
        return request.get_full_path()
    if came_from.netloc == request.get_host() and came_from.path.startswith(reverse("admin:index")):
        return came_from._replace(scheme="", netloc="", fragment="").geturl()
    return request.get_full_path()


def _is_ours(address, request):
    return url_has_allowed_host_and_scheme(
        address, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
