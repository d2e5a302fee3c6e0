"""The preview of a session's page and minutes: of the saved session (GET) or of the form as typed (POST).

It is for staff alone, marked DỰ THẢO, and stored nowhere.
"""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.forms.formsets import all_valid
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path
from django.views.decorators.cache import never_cache

from .. import printing
from ..models import Session
from ..paper import PaperKind, PaperRecord
from ..writers.article import article
from .desk_page import desk_page


class Unreadable(Exception):
    """The form has errors; `faults` are sentences that say where."""

    def __init__(self, faults):
        super().__init__(*faults)
        self.faults = faults


def record_of(request, pk=None):
    """The session as stored, or as typed in the form. Raises Unreadable for a form with errors."""
    session_admin = admin.site.get_model_admin(Session)
    session = get_object_or_404(Session.objects.with_rows(), pk=pk) if pk else None
    if request.method != "POST" and session and session_admin.has_view_permission(request, session):
        return session.to_record()
    change, add = session_admin.has_change_permission, session_admin.has_add_permission
    allowed = change(request, session) if session else add(request)
    if request.method != "POST" or not allowed:
        raise PermissionDenied
    return _typed_record(session_admin, request, session)


def _typed_record(session_admin, request, session):
    """The record that saving the form would make: the form is saved, read and rolled back. Files are left out."""
    request.POST = request.POST.copy()
    request.POST["seen_version"] = session.version if session else ""
    with transaction.atomic():
        form = session_admin.get_form(request, session, change=bool(session))(request.POST, instance=session)
        formsets = session_admin._create_formsets(request, form.instance, change=bool(session))[0]
        formsets = [rows for rows in formsets if not rows.is_multipart()]
        if not all([form.is_valid(), all_valid(formsets)]):
            raise Unreadable(list(_faults(form, formsets)))
        form.save()
        for rows in formsets:
            rows.save()
        record = Session.objects.with_rows().get(pk=form.instance.pk).to_record()
        transaction.set_rollback(True)
    return record


def _faults(form, formsets):
    """ "Nội dung chỉ đạo, dòng 2, Nội dung phải làm: …"."""
    for name, faults in form.errors.items():
        yield from (f"{_label(form, name)}{fault}" for fault in faults)
    for rows in formsets:
        for number, row in enumerate(rows.forms, start=1):
            where = f"{rows.model._meta.verbose_name_plural}, dòng {number}, "
            yield from (f"{where}{_label(row, name)}{fault}" for name in row.errors for fault in row.errors[name])


def _label(form, name):
    return f"{form[name].label}: " if name in form.fields else ""


def refused(request, faults, status):
    context = {"faults": faults, "title": "Chưa xem thử được"}
    return desk_page(request, "session/preview_refused", context, status=status)


def _preview(show):
    """A view of the request's record; no cache keeps the answer and no search engine lists it."""

    @never_cache
    def view(request, pk=None):
        try:
            answer = show(request, record_of(request, pk))
        except Unreadable as unreadable:
            answer = refused(request, unreadable.faults, status=422)
        except printing.PressRefused as reason:
            answer = refused(request, [str(reason)], status=503)
        answer["X-Robots-Tag"] = "noindex"
        return answer

    return view


@_preview
def page(request, record):
    return render(request, "public/session.html", {"article": article(record.public()), "draft": True})


@_preview
def minutes_pdf(request, record):
    return HttpResponse(printing.draft(record, PaperRecord(kind=PaperKind.MINUTES)), content_type="application/pdf")


PATHS = [
    path("<int:pk>/xem-thu/", page, name="meetings_session_preview"),
    path("<int:pk>/xem-thu/bien-ban.pdf", minutes_pdf, name="meetings_session_preview_minutes"),
    path("xem-thu/", page, name="meetings_session_preview_new"),
    path("xem-thu/bien-ban.pdf", minutes_pdf, name="meetings_session_preview_new_minutes"),
]
