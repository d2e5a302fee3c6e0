"""The log-in of who supervises and of operators, and who may go on from there.

Cookies are read under /quan-tri/ alone, so that every page behind the log-in stands there.
"""

from functools import wraps

from django.contrib.auth import views
from django.contrib.auth.forms import AuthenticationForm
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache

from .. import first_password
from ..models.roles import SUPERVISE
from ..portal.places import Places
from ..portal.show import shown_around

PERMISSION = f"meetings.{SUPERVISE}"


class SupervisorForm(AuthenticationForm):
    def confirm_login_allowed(self, user):
        super().confirm_login_allowed(user)
        if not user.has_perm(PERMISSION):
            raise ValidationError("Tài khoản này không được vào trang giám sát. Hãy đăng nhập ở trang của cơ quan.")


class Framed:
    """A page with the portal's frame around it."""

    def get_context_data(self, **named):
        return super().get_context_data(**shown_around(Places(self.request)), **named)


@method_decorator(never_cache, name="dispatch")
class LogIn(Framed, views.LoginView):
    template_name = "portal/login.html"
    authentication_form = SupervisorForm
    next_page = reverse_lazy("supervision:grid")


class LogOut(views.LogoutView):
    next_page = reverse_lazy("portal:home")


class OwnPassword(Framed, views.PasswordChangeView):
    template_name = "portal/password.html"
    success_url = reverse_lazy("supervision:grid")

    def form_valid(self, form):
        if first_password.is_the_old_one(self.request):
            form.add_error("new_password1", "Mật khẩu mới phải khác mật khẩu đang dùng.")
            return self.form_invalid(form)
        answer = super().form_valid(form)
        first_password.changed(self.request)
        return answer


def logged_in(view):
    """A page for whoever is let in here. A form that was sent after the log-in was over leads to the log-in too."""

    @never_cache
    @wraps(view)
    def answer(request, *args, **named):
        if not request.user.is_authenticated:
            way_back = urlencode({"next": request.get_full_path()})
            return HttpResponseRedirect(f"{reverse('supervision:login')}?{way_back}")
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        return view(request, *args, **named)

    return answer


def for_supervisors(view):
    """Who has a one-time password chooses their own first."""

    @logged_in
    @wraps(view)
    def answer(request, *args, **named):
        return (
            redirect("supervision:password") if first_password.must_change(request) else view(request, *args, **named)
        )

    return answer
