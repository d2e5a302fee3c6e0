"""The drafts of the session form that the browser keeps (drafts.js), and the signed start of the form.

The browser makes a mark for each draft. It deletes the draft only when a cookie with that mark says that it is saved.
"""

import re

from django.conf import settings
from django.contrib.admin.helpers import AdminErrorList
from django.core.exceptions import ValidationError
from django.utils import timezone

from ...models import Session
from ..primary_keys import as_pk
from .screen_data import form_values, sign_start

REOPEN = "_reopen"
REOPENED = "reopened"
DAY = 24 * 60 * 60


def refuse_to_save(post):
    """Called in the form's clean(): a draft that was just restored is shown before it can be saved."""
    if REOPEN in post:
        raise ValidationError("Đây là bản gõ dở, chưa lưu. Xem lại rồi bấm Lưu.", code=REOPENED)


def draft_context(request, session, base=""):
    """The context of kept.html; a posted start goes before `base`."""
    return {
        "base": request.POST.get("_base", base),
        "draft": _mark(request),
        "key": f"{request.user.pk}:{session.pk if session else 'moi'}",
        "title": str(session) if session else "phiên họp mới",
        "unsaved": request.method == "POST",
        "reopened": REOPEN in request.POST,
    }


def form_context(request, context):
    """The context of kept.html on the session's form; `context` is the admin's own."""
    form, session = context["adminform"].form, context["original"]
    formsets = [inline.formset for inline in context["inline_admin_formsets"]]
    if REOPEN in request.POST:
        _forget_refusal(form)
        context["errors"] = AdminErrorList(form, formsets)
    starts = (
        session and session.is_editable and not form.is_bound and request.user.has_perm("meetings.change_session")
    )
    return draft_context(request, session, sign_start(form_values(form, formsets)) if starts else "")


def _forget_refusal(form):
    """A restored draft is no error of the form."""
    whole = form.errors.get("__all__")
    if whole is not None:
        whole.data = [datum for datum in whole.as_data() if datum.code != REOPENED]
        if not whole.data:
            del form.errors["__all__"]


def mark_saved(request, answer, object_id):
    """Sets the cookie that lets the browser delete its draft, unless the session was deleted meanwhile."""
    redirects = request.method == "POST" and answer.status_code == 302
    exists = object_id is None or Session.objects.filter(pk=as_pk(object_id)).exists()
    if redirects and exists and (mark := _mark(request)):
        answer.set_cookie(
            f"da-luu-{mark}",
            f"{timezone.now():%H%M}",
            max_age=30 * DAY,
            path=settings.SESSION_COOKIE_PATH,
            secure=settings.SESSION_COOKIE_SECURE,
            samesite="Lax",
        )
    return answer


def _mark(request):
    mark = request.POST.get("_draft", "")
    return mark if re.fullmatch(r"[a-z0-9]{8,40}", mark) else ""
