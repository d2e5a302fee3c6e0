"""The desk's admin site: Django's own, in the office's words, with a log-in that leads back to where one was."""

from functools import update_wrapper
from urllib.parse import urlencode, urlsplit

from django.apps import apps
from django.conf import settings
from django.contrib import admin
from django.contrib.admin.apps import AdminConfig
from django.http import HttpResponseRedirect
from django.urls import path, reverse
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
        from meetings.desk.home import home_page as home  # its tables are not there yet when this module is read

        return super().index(request, {**home.context(request), **(extra_context or {})})

    def get_urls(self):
        from meetings.desk import form_token, guide

        paths = [*guide.PATHS, *form_token.PATHS]
        own = [path(each.pattern._route, self.admin_view(each.callback), name=each.name) for each in paths]
        return own + super().get_urls()

    def admin_view(self, view, cacheable=False):
        """A form sent after the log-in ran out leads to the log-in page, and from there back to the form. One sent
        twice is worked on once."""
        from meetings.desk import sent_once  # its table is not there yet when this module is read

        inner = super().admin_view(view, cacheable)

        def guarded(request, *args, **kwargs):
            leaving = request.path == reverse("admin:logout", current_app=self.name)
            if request.method == "POST" and not leaving and not request.user.is_authenticated:
                asked = urlencode({"next": _the_form(request), "het-han": 1})
                return HttpResponseRedirect(f"{reverse('admin:login', current_app=self.name)}?{asked}")
            return sent_once.once(request, lambda: inner(request, *args, **kwargs), _the_form)

        return update_wrapper(guarded, inner)

    @method_decorator(never_cache)
    def login(self, request, extra_context=None):
        back = request.GET.get("next", "")
        if request.method == "GET" and self.has_permission(request) and _is_ours(back, request):
            return HttpResponseRedirect(back)
        said = {"expired": "het-han" in request.GET, "idle_minutes": settings.SESSION_COOKIE_AGE // 60}
        return super().login(request, {**said, **(extra_context or {})})


def _the_form(request):
    """Where the form stood that was sent: a verb's own address cannot be opened again, its page can."""
    try:
        came_from = urlsplit(request.META.get("HTTP_REFERER", ""))
    except ValueError:  # a browser sends no such thing as "http://["
        return request.get_full_path()
    if came_from.netloc == request.get_host() and came_from.path.startswith(reverse("admin:index")):
        return came_from._replace(scheme="", netloc="", fragment="").geturl()
    return request.get_full_path()


def _is_ours(address, request):
    return url_has_allowed_host_and_scheme(
        address, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
