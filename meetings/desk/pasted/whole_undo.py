"""Takes the paste of a whole post back: the session is as it was; the pasted text stays in its batch."""

from datetime import date, datetime, time

from django.db import transaction

from ...archiving import deciding
from ...archiving.giving_back import PASTED, never_left_the_draft
from ...models import Decision, PageViews, Refused, Session

_DATES = {"held_on": date, "starts_at": time, "ends_at": time, "posted_at": datetime}


def is_changed(session, post):
    """Whether the session was saved after the paste: taking it back loses that work too."""
    return session.version != post.answers[PASTED]["version"]


@transaction.atomic
def undo(post, *, by, seen_version) -> Session | None:
    """The session as it was before the paste, or None for one that the paste made. Raises Refused, with nothing
    changed, where it may not be taken back or was saved since the clerk saw it."""
    session = Session.objects.select_for_update().get(pk=post.session_id)
    if not never_left_the_draft(session):
        raise Refused(f"{session} đã được gửi duyệt hoặc đã có báo cáo tiến độ, không hoàn tác lần dán được nữa.")
    if session.version != seen_version:
        raise Refused(f"{session} vừa có người sửa. Hãy mở lại phiên họp để xem trước khi hoàn tác.")
    before = post.answers[PASTED]
    answers = {name: value for name, value in post.answers.items() if name != PASTED}
    deciding.decide(post, Decision.SKIPPED, by=by, session=None, answers=answers)
    if before["made"]:
        session.delete()
        return None
    _restore(session, before)
    return session


def _restore(session, before):
    for rows in (session.directives, session.agenda, session.attendees):
        rows.all().delete()
    for name, value in before["fields"].items():
        parse = _DATES.get(name)
        setattr(session, name, parse.fromisoformat(value) if parse and value else value)
    session.version += 1
    session.save()
    views = PageViews.objects.filter(session=session)
    if before["views"] is None:
        views.filter(counted=0).delete()
    else:
        views.update(imported=before["views"])
