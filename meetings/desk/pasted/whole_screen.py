"""The box "Dán cả bài" on the session's form: on that of a new session, and of a draft without content."""

from django.urls import reverse

from ...models import SessionState
from ...record import PROSE_FIELDS

_ROWS = ("attendees", "agenda", "directives")


def context(user, form_context):
    """{"whole_url": where the box is sent}, or {} where there is none. It costs no query."""
    session, form = form_context.get("original"), form_context["adminform"].form
    if form.is_bound:
        return {}
    if session is None:
        return {"whole_url": reverse("admin:meetings_session_whole")} if user.has_perm("meetings.add_session") else {}
    if not (user.has_perm("meetings.change_session") and session.state == SessionState.DRAFT):
        return {}
    sets = [inline.formset for inline in form_context["inline_admin_formsets"]]
    filled = any(formset.initial_form_count() for formset in sets if formset.prefix in _ROWS)
    if filled or any(getattr(session, name) for name in PROSE_FIELDS):
        return {}
    return {"whole_url": reverse("admin:meetings_session_whole_into", args=[session.pk])}
