"""Letters to colleagues: something awaits them, or came back. They name it and say where to look, and hold nothing of
what stands there."""

from datetime import datetime, time, timedelta

from django.db.models import F, Value
from django.db.models.functions import Concat
from django.urls import reverse
from django.utils import timezone

from ..models import ErrorReport, Letter, LetterState, Membership, Proposal, SessionState
from ..models.office import Told
from ..models.office_scope import current
from ..models.user_names import known_as

DAILY_AT = time(16, 30)
AWAITS, CAME_BACK, IS_OUT = "Chờ bạn duyệt", "Trả lại để sửa", "Đã đăng"


def of_session(session, verb, *, by):
    """After `verb` was done to the session by `by`."""
    link = reverse("admin:meetings_session_change", args=[session.pk])
    last = session.last_change
    if verb == "submit":
        _tell(_who_may("publish_session", by), AWAITS, session, link, by, last.pk)
    elif verb in ("send_back", "publish", "republish") and (sender := _sender(session, last)) not in (None, by):
        _tell([sender], CAME_BACK if verb == "send_back" else IS_OUT, session, link, by, last.pk)


def of_paper(draft, verb, *, by):
    """After `verb` was done to the paper by `by`."""
    link = reverse("admin:meetings_session_paper", args=[draft.session.pk, draft.described.slug])
    name = f"{draft.described.name}, {draft.session}"
    moves = list(draft.moves.select_related("by")) if draft.pk else []
    sent = next((move for move in reversed(moves) if move.verb == "send"), None)
    if verb == "send":
        _tell(_who_may("issue_edition", by), "Chờ bạn ký", name, link, by, f"paper-{sent.pk}")
    elif verb in ("send_back", "issue") and sent and sent.by not in (None, by):
        _tell(
            [sent.by], CAME_BACK if verb == "send_back" else "Đã phát hành", name, link, by, f"paper-{moves[-1].pk}"
        )


def _sender(session, last):
    """Who sent for approval what was decided in the change `last`."""
    sent = session.state_changes.select_related("by").filter(
        after__in=(SessionState.SUBMITTED, SessionState.RESUBMITTED), pk__lt=last.pk
    )
    return sent.last().by if sent else None


def _who_may(permission, by):
    people = (membership.user for membership in Membership.objects.select_related("user"))
    return [user for user in people if user != by and user.has_perm(f"meetings.{permission}")]


def of_ladder(lines, day):
    """What the ladder found on `day`, to whoever follows directives: one letter each. Returns those letters."""
    text = "\n".join((*lines, _where(reverse("admin:index"))))
    subject = f"{len(lines)} việc cần xem về chỉ đạo quá hạn"
    return _send(_who_may("add_progressreport", by=None), f"ladder:{day:%Y-%m-%d}", subject, text)


def of_proposal(proposal):
    """A unit sent a report by its link: one letter for all that it sends in a day."""
    unit, day = proposal.link.unit, timezone.localdate()
    sent = Proposal.objects.filter(link__unit=unit, sent_at__gte=_midnight(day)).exclude(pk=proposal.pk)
    if not sent.exists():
        where = _where(reverse("admin:meetings_proposal_changelist"))
        text = f"{unit} gửi báo cáo, chờ nhận ({timezone.localtime():%H:%M})\n{where}"
        _send(_who_may("change_proposal", by=None), f"proposals:{unit.pk}:{day}", f"{unit} gửi báo cáo", text)


def of_error_reports():
    """What readers found wrong since the day before, a letter for each; written once, whoever asks how often."""
    since = _midnight(timezone.localdate() - timedelta(days=1))
    for report in ErrorReport.objects.unanswered().filter(received_at__gte=since, is_notified=False):
        where = _where(reverse("admin:meetings_errorreport_change", args=[report.pk]))
        text = f"Bạn đọc báo sai sót ở {report.page}; trả lời trước ngày {report.answer_by:%d/%m/%Y}\n{where}"
        _send(_who_may("change_errorreport", by=None), f"error-report:{report.pk}", "Bạn đọc báo sai sót", text)
        ErrorReport.objects.filter(pk=report.pk).update(is_notified=True)


def _midnight(day):
    return timezone.make_aware(datetime.combine(day, time.min))


def _tell(people, what, name, link, by, change):
    line = f"{what}: {name} ({known_as(by)}, {timezone.localtime():%H:%M})"
    _send(people, f"notice:{change}", f"{what}: {name}", f"{line}\n{_where(link)}")


def _where(link):
    return f"{current().site}{link}" if current().site else "Mở Bàn việc để xem."


def _send(people, key, subject, text):
    """As each of them chose; the letters in which it stands."""
    places = Membership.objects.filter(user__in=people, user__is_active=True).exclude(user__email="")
    letters = [
        _write(f"{key}:{place.user_id}", place.user, subject, f"{text}\n")
        if place.told == Told.AT_ONCE
        else _add(place.user, f"{text}\n\n")
        for place in places.exclude(told=Told.NEVER).select_related("user")
    ]
    return list(filter(None, letters))


def _write(key, user, subject, text, **due):
    named = {"to": user.email, "to_name": known_as(user), "subject": subject}
    return Letter.objects.append(key, text=f"Kính gửi {known_as(user)},\n\n{text}", **named, **due)


def _add(user, text):
    """To the letter of the day, which grows until it goes; to that of the next day where it just went."""
    due = _next_daily()
    for each in (due, due + timedelta(days=1)):
        key = f"day:{each:%Y-%m-%d}:{user.pk}"
        waiting = Letter.objects.filter(key=key, state=LetterState.WAITING)
        if waiting.update(text=Concat(F("text"), Value(text))):
            return waiting.get()
        if not Letter.objects.filter(key=key).exists():
            return _write(key, user, f"Việc ở Bàn việc ngày {each:%d/%m/%Y}", text, due_at=each)
    return None


def _next_daily():
    local = timezone.localtime()
    day = local.date() if local.time() < DAILY_AT else local.date() + timedelta(days=1)
    return timezone.make_aware(datetime.combine(day, DAILY_AT))
