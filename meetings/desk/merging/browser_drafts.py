"""What the page carries so that nothing typed is lost: where the clerk began, and the mark of the browser's draft.

The browser keeps what is typed under a mark of its own making (drafts.js) and forgets it only when told, by a cookie
with that mark, that it is saved.
"""

import re

from django.conf import settings
from django.contrib.admin.helpers import AdminErrorList
from django.core.exceptions import ValidationError
from django.utils import timezone

from ...models import Session
from ..primary_keys import as_pk
from .screen_data import shown, sign

REOPEN = "_reopen"
REOPENED = "reopened"
DAY = 24 * 60 * 60


def refuse_to_save(post):
    """A draft brought back is looked at first; called where the form is cleaned."""
    if REOPEN in post:
        raise ValidationError("Đây là bản gõ dở, chưa lưu. Xem lại rồi bấm Lưu.", code=REOPENED)


def of(request, session, base=""):
    """The context of kept.html; what was posted goes before what would be begun now."""
    return {
        "base": request.POST.get("_base", base),
        "draft": _mark(request),
        "key": f"{request.user.pk}:{session.pk if session else 'moi'}",
        "title": str(session) if session else "phiên họp mới",
        "unsaved": request.method == "POST",
        "reopened": REOPEN in request.POST,
    }


def on_the_form(request, context):
    """The same for the session's form as the admin is about to show it."""
    form, session = context["adminform"].form, context["original"]
    formsets = [each.formset for each in context["inline_admin_formsets"]]
    if REOPEN in request.POST:
        _forget_refusal(form)
        context["errors"] = AdminErrorList(form, formsets)
    begun = session and session.is_editable and not form.is_bound and request.user.has_perm("meetings.change_session")
    return of(request, session, sign(shown(form, formsets)) if begun else "")


def _forget_refusal(form):
    """Being a draft is no fault of the form."""
    whole = form.errors.get("__all__")
    if whole is not None:
        whole.data = [datum for datum in whole.as_data() if datum.code != REOPENED]
        if not whole.data:
            del form.errors["__all__"]


def tell_saved(request, answer, object_id):
    """Let the browser forget its draft: its words are in the tables now, unless the session was deleted meanwhile."""
    went_on = request.method == "POST" and answer.status_code == 302
    stands = object_id is None or Session.objects.filter(pk=as_pk(object_id)).exists()
    if went_on and stands and (mark := _mark(request)):
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
