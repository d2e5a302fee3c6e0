"""An invitation goes to each whom it invites and whose address is known: moved or withdrawn, they hear of it once."""

from datetime import datetime, time

from django.conf import settings
from django.utils import timezone

from ..models import Edition, Letter, LetterState
from ..models.invitation import answer_by, invite, known_addresses, paper_of, presiding
from ..models.office_scope import current
from ..vietnamese import WEEKDAYS, date_digits, hour_words
from ..writers.session_event import SessionEvent, Status

HALF_DAYS_END = (time(11, 30), time(17))
"""A calendar must know an end: where the office typed none, that of the half day."""


def invite_all(edition):
    """A letter to each whom the `edition` invites, once; whoever was taken off the roll hears that too."""
    invited = invite(edition)
    gone = edition.session.invitations.filter(attendee=None).values_list("pk", flat=True)
    _tell_off(edition, set(gone), "Giấy mời mới không còn ghi tên người nhận thư này.")
    return write(edition, invited)


def write(edition, invited) -> list[Letter]:
    """The letters to those of `invited` whose address is known; a second one by the same link is the same. What an
    earlier letter said is not sent any more, if it still waits."""
    where, file = known_addresses(invited, edition.session), paper_of(edition)
    event = _mailed(event_of(edition))
    files = [{"sha256": file.sha256, "name": file.filename, "title": file.stored.title}] if file else []
    written = []
    for each in invited:
        lead, to = f"{_lead(edition.session)}{each.pk}:", where.get(each.pk, "")
        key = f"{lead}{edition.pk}:{each.nonce.hex[:8]}:{to[:120]}"
        _call_off(Letter.objects.filter(key__startswith=lead).exclude(key=key))
        if to:
            named = {"to": to, "to_name": each.addressee[:200], "subject": _subject(edition)}
            text = _text(edition, each)
            written.append(Letter.objects.append(key, **named, text=text, files=files, calendar=event))
    return written


def call_off(edition):
    """The invitation was withdrawn: the session is not held as it said."""
    everybody = edition.session.invitations.values_list("pk", flat=True)
    _tell_off(edition, set(everybody), f"Lý do: {edition.closed_note}" if edition.closed_note else "")


def letters_by_invitation(session) -> dict[int, Letter]:
    """{the key of an invitation: the last letter about it that was not called off}."""
    letters = Letter.objects.filter(key__startswith=_lead(session)).exclude(state=LetterState.CALLED_OFF)
    return {_invitation_of(letter): letter for letter in letters.order_by("pk")}


def _mailed(event) -> str:
    """The library is loaded for a letter alone: no web worker needs it at rest."""
    from ..writers import calendar

    return calendar.mailed(event).decode()


def event_of(edition, status=Status.CONFIRMED) -> SessionEvent:
    """The same event as in the public calendars; it grows with every edition that said when the session is."""
    record = edition.whole
    said = Edition.objects.filter(session=edition.session_id, kind__in=(Edition.Kind.NEWS, Edition.INVITES))
    said = said.exclude(state=Edition.State.CANCELLED)
    ends_at = _ends_at(edition.session, record)
    return SessionEvent(
        office=f"{current().key}",
        path=edition.path,
        sequence=said.count() - 1 + said.filter(state=Edition.State.WITHDRAWN).count(),
        stamp=edition.closed_at or edition.issued_at,
        day=edition.held_on,
        starts_at=record.starts_at,
        ends_at=ends_at,
        title=edition.title,
        venue=record.venue,
        notes=(f"Giấy mời số {edition.reference}.", *_expected_end(edition.session, ends_at)),
        status=status,
        organizer=current().email or settings.EMAIL_FROM,
    )


def contact_words() -> str:
    """ "thư điện tử …, điện thoại …" of the office; "" where it said neither."""
    ways = (("thư điện tử", current().email), ("điện thoại", current().telephone))
    return ", ".join(f"{way} {where}" for way, where in ways if where)


def moment(at: datetime) -> str:
    """ "17 giờ 00 phút, thứ Sáu, 04/12/2026"."""
    return f"{hour_words(at.time())}, {WEEKDAYS[at.weekday()]}, {date_digits(at.date())}"


def when(record) -> str:
    """As `moment`; without an hour the day alone."""
    day = f"{WEEKDAYS[record.held_on.weekday()]}, {date_digits(record.held_on)}"
    return f"{hour_words(record.starts_at)}, {day}" if record.starts_at else day


def _ends_at(session, record):
    if session.ends_at or not record.starts_at:
        return session.ends_at
    return next((end for end in HALF_DAYS_END if end > record.starts_at), None)


def _expected_end(session, ends_at):
    return ("Giờ kết thúc là dự kiến.",) if ends_at and not session.ends_at else ()


def _subject(edition):
    lead = "Đổi giấy mời, nay là" if edition.replaces_id else "Giấy mời"
    return f"{lead} số {edition.reference}: {edition.session_words}, {when(edition.whole)}"[:300]


def _text(edition, invitation):
    record = edition.whole
    chair = presiding(record)
    facts = (f"Thời gian: {when(record)}", f"Địa điểm: {record.venue}", chair and f"Chủ trì: {chair}")
    paragraphs = (
        f"Kính gửi: {invitation.addressee},",
        f"{record.council.committee_full_name or current()} trân trọng kính mời dự {edition.session_words}.",
        *_what_it_replaces(edition),
        "\n".join(filter(None, facts)),
        *how_to_answer(edition, invitation),
        "Giấy mời và lịch họp kèm theo thư này.",
    )
    return "\n\n".join(paragraphs) + "\n"


def _what_it_replaces(edition):
    if not edition.replaces_id:
        return ()
    return (f"Giấy mời này thay giấy mời số {edition.replaces.reference}. {edition.note}",)


def how_to_answer(edition, invitation):
    by = answer_by(edition.whole)
    before = f" trước {moment(by)}" if by > timezone.now() else ""
    if not current().site:
        contact = contact_words()
        return (f"Đề nghị báo Văn phòng{f' ({contact})' if contact else ''}{before}: có dự được không.",)
    return (
        f"Đề nghị trả lời{before} tại đường dẫn riêng, không cần đăng nhập:\n{invitation.address}",
        "Ai có đường dẫn thì trả lời được: đề nghị không chuyển thư này ra ngoài.",
    )


def _tell_off(edition, whom, why):
    """Those of `whom` to whom an invitation went; the letter takes the event out of their calendars."""
    waiting = Letter.objects.filter(key__startswith=_lead(edition.session), state=LetterState.WAITING)
    unsent = [each.pk for each in waiting if _invitation_of(each) in whom and not _is_cancellation(each)]
    _call_off(Letter.objects.filter(pk__in=unsent))
    event = _mailed(event_of(edition, Status.CANCELLED))
    words = f"Không mời dự {edition.session_words}, {when(edition.whole)}, theo giấy mời đã gửi nữa."
    for pk, letter in letters_by_invitation(edition.session).items():
        if pk in whom and not _is_cancellation(letter):
            Letter.objects.append(
                f"{_lead(edition.session)}{pk}:off:{letter.pk}",
                to=letter.to,
                to_name=letter.to_name,
                subject=f"Thôi mời: {edition.session_words}, {when(edition.whole)}"[:300],
                text="\n\n".join(filter(None, (f"Kính gửi: {letter.to_name},", words, why))) + "\n",
                calendar=event,
            )


def _call_off(letters):
    waiting = letters.filter(state=LetterState.WAITING)
    waiting.update(state=LetterState.CALLED_OFF, trouble="Giấy mời đã thay hoặc đã thu hồi.")


def _is_cancellation(letter):
    return "METHOD:CANCEL" in letter.calendar


def _lead(session):
    """What the keys of the letters about its invitations begin with; then comes the key of the invitation."""
    return f"invitation:{session.pk}:"


def _invitation_of(letter):
    return int(letter.key.split(":")[2])
