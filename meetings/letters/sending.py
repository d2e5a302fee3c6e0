"""The mail server is handed each letter once. Whoever stops in the middle leaves a letter in doubt, never two."""

import os
import re
import smtplib
import socket
import uuid
from contextlib import suppress
from email.utils import formataddr, formatdate

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.template.loader import render_to_string

from ..models import Letter, every_office
from ..models.stored_file import StoredFile
from . import subscriber_letters

A_CONNECTION = 50
"""So many letters go over one connection: some servers close it after a hundred."""

_PUT_OFF = range(400, 500)
_SAID_NO = (
    smtplib.SMTPRecipientsRefused,
    smtplib.SMTPSenderRefused,
    smtplib.SMTPDataError,
    smtplib.SMTPNotSupportedError,
)
"""The server answered, and took no letter."""


def is_set_up() -> bool:
    """Without EMAIL_URL letters are written and wait."""
    return bool(settings.EMAIL_URL)


def send_due(stop=lambda: False) -> int:
    """Sends what is due in every office, until nothing is or `stop()` says so. Returns how many letters went.

    Raises OSError or smtplib.SMTPException where the mail server cannot be reached; no letter was taken then.
    """
    sender, gone = f"{socket.gethostname()}:{os.getpid()}:{uuid.uuid4().hex[:8]}", 0
    with every_office():
        Letter.objects.doubt_the_forgotten()
        while not stop() and Letter.objects.due().exists():
            with get_connection() as mail:
                for _ in range(A_CONNECTION):
                    if stop() or not _answers(mail) or (letter := Letter.objects.take(sender)) is None:
                        break
                    gone += _hand_over(letter, mail)
    return gone


def _answers(mail) -> bool:
    """Asked before a letter is taken: one taken over a dead connection would be in doubt for nothing."""
    with suppress(smtplib.SMTPServerDisconnected, OSError):
        return not hasattr(mail, "connection") or mail.connection.noop()[0] == 250
    return False


def _hand_over(letter, mail) -> bool:
    """Whether it went."""
    if letter.subscriber_id and not subscriber_letters.compose(letter):
        letter.call_off("Không còn gì để báo.")
        return False
    try:
        mail.send_messages([_message(letter)])
    except _SAID_NO as refusal:
        code, words = _answer(refusal)
        lay_down = letter.put_off if code in _PUT_OFF else letter.give_up
        lay_down(_kept(letter, f"{code} {words}"))
    except ValueError as unwritable:
        letter.give_up(_kept(letter, str(unwritable)))
    except (smtplib.SMTPException, OSError) as broken:
        letter.doubt(_kept(letter, f"Mất liên lạc với máy gửi thư khi đang gửi: {broken}"))
    else:
        letter.mark_sent()
        return True
    return False


def _message(letter):
    """Its Message-ID is always the same, so that a mail server which meets it twice may know it."""
    office = letter.office
    headers = {
        "Message-ID": f"<{office.key if office else 'cong'}.{letter.pk}@{settings.EMAIL_FROM.rpartition('@')[2]}>",
        "Date": formatdate(letter.written_at.timestamp(), localtime=True),
        "Auto-Submitted": "auto-generated",
        **(subscriber_letters.headers(letter) if letter.subscriber_id else {}),
    }
    message = EmailMultiAlternatives(
        letter.subject,
        letter.text,
        formataddr((str(office or settings.PORTAL_NAME), settings.EMAIL_FROM)),
        [letter.address if letter.subscriber_id else formataddr((letter.to_name, letter.to))],
        reply_to=[office.email] if office and office.email else None,
        headers=headers,
    )
    message.attach_alternative(letter.html or render_to_string("letters/plain.html", {"letter": letter}), "text/html")
    for file in map(StoredFile.of_facts, letter.files):
        message.attach(file.filename, _content(file), file.file_type.content_type)
    if letter.calendar:
        method = "CANCEL" if "METHOD:CANCEL" in letter.calendar else "PUBLISH"
        message.attach("phien-hop.ics", letter.calendar, f"text/calendar; method={method}")
    return message


def _kept(letter, trouble) -> str:
    """What the server said, without the address of a subscriber."""
    address = letter.subscriber_id and letter.address
    return re.sub(re.escape(address), "…", trouble, flags=re.IGNORECASE) if address else trouble


def _content(file) -> bytes:
    """Raises ValueError where the store has lost it: the letter is given up, and somebody is told."""
    try:
        return file.read()
    except FileNotFoundError:
        raise ValueError(f"Không thấy tệp kèm theo trong kho: {file.filename}.") from None


def _answer(refusal) -> tuple[int, str]:
    """What the server said: (550, "5.1.1 no such user")."""
    code, words = getattr(refusal, "smtp_code", 500), getattr(refusal, "smtp_error", str(refusal))
    if isinstance(refusal, smtplib.SMTPRecipientsRefused):
        code, words = next(iter(refusal.recipients.values()))
    return code, words.decode(errors="replace") if isinstance(words, bytes) else words
