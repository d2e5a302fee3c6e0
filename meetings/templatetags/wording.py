"""How the pages write dates, and where a line of Vietnamese may not end."""

import base64
import json
import re
from urllib.parse import urlencode

from django import template
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.utils import timezone
from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe

from ..record import directive_reference, tells_hour
from ..vietnamese import (
    LOCAL_ZONE,
    WEEKDAYS,
    date_digits,
    date_words,
    hold_together,
    month_and_year,
    month_words,
    upper_first,
)

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
# Fewer places than hold_together: a phone's narrow, ragged column must still find where to end its lines.
_HELD = re.compile(r"(?<=\b[Nn]gày) (?=\d)|(?<=\b[Tt]háng) (?=\d)| (?=- )")
_NUMBER = re.compile(r"số\s\d+/[\w-]+")

register = template.Library()


@register.filter
def held(text, record):
    """`text` with no-break spaces inside "ngày 05", "tháng 01" and the name of the place, and before a dash."""
    place = record.council.place_name
    return _HELD.sub(NO_BREAK_SPACE, text).replace(place, place.replace(" ", NO_BREAK_SPACE))


@register.filter(needs_autoescape=True)
def held_title(text, record, autoescape=True):
    """The session's month with its year, and the name of the place, each in one piece: as boxes, for letters so large
    that a line ends inside one all the same, and there no-break spaces would break a word."""
    words = conditional_escape(text) if autoescape else text
    for name in (month_and_year(record.year, record.month), record.council.place_name):
        piece = conditional_escape(name) if autoescape else name
        words = words.replace(piece, f'<span class="held">{piece}</span>') if piece else words
    return mark_safe(words)


@register.filter(needs_autoescape=True)
def number_held(text, autoescape=True):
    """`text` with the number of a paper in one piece: a line may end at its hyphen, and no character forbids it."""
    escaped = conditional_escape(text) if autoescape else text
    return mark_safe(_NUMBER.sub(r'<span class="number">\g<0></span>', escaped))


@register.filter
def posted(moment):
    """ "11/01/2021 | 08:52"; the day alone where the old post gave no hour."""
    moment = timezone.localtime(moment, LOCAL_ZONE)
    return f"{moment:%d/%m/%Y | %H:%M}" if tells_hour(moment) else f"{moment:%d/%m/%Y}"


@register.filter
def month(number):
    """ "tháng 01", "tháng 3"."""
    return hold_together(f"tháng {month_words(number)}")


@register.filter
def follow(edition, anchor):
    """The number all sessions over of a directive: "2021-01-2-1"; "" before it was issued."""
    return directive_reference(edition.path, anchor) if edition and anchor else ""


@register.filter
def zalo(address):
    """Where Zalo asks whom to send `address` to."""
    message = base64.b64encode(json.dumps({"url": address}, separators=(",", ":")).encode()).decode()
    return f"https://button-share.zalo.me/share_external?{urlencode({'d': message})}"


@register.filter
def shortened(text, length):
    """`text` cut at a word where it is longer than `length`: "… của hai Ban…"."""
    if len(text) <= length:
        return text
    return text[:length].rpartition(" ")[0].rstrip(" ,;:.-") + "…"


@register.filter
def sentence(words):
    """`words` with the full stop their writer may have left out."""
    words = words.strip()
    return words if not words or words[-1] in ".!?…" else f"{words}."


@register.filter
def in_thousands(number):
    """ "1.607"."""
    return f"{number:,}".replace(",", ".")


@register.filter
def format_name(extension):
    """What the reader calls the program that opens it: "PDF", "Word"."""
    return "Word" if extension == "docx" else extension.upper()


@register.filter
def file_size(size):
    """ "312 byte", "36 KB", "1,4 MB", in one piece."""
    if size < 1024:
        words = f"{size} byte"
    elif size < 1024 * 1024:
        words = f"{size / 1024:.0f} KB"
    else:
        words = f"{size / 1024 / 1024:.1f} MB".replace(".", ",")
    return words.replace(" ", NO_BREAK_SPACE)


@register.simple_tag(takes_context=True)
def said_in(context, block):
    """What the page says in `block`, to be said again; of its title not the name of the site at the end."""
    words = context.render_context[BLOCK_CONTEXT_KEY].get_block(block).nodelist.render(context)
    site = getattr(context.get("masthead"), "name", "")
    return mark_safe(words.removesuffix(f" | {conditional_escape(site)}"))


@register.simple_tag
def today_in_digits():
    """ "25/01/2021", by the clock of Hà Nội."""
    return date_digits(timezone.localdate(timezone=LOCAL_ZONE))


@register.simple_tag
def today_in_words():
    """ "Thứ Hai, ngày 25 tháng 01 năm 2021", by the clock of Hà Nội."""
    today = timezone.localdate(timezone=LOCAL_ZONE)
    return f"{upper_first(WEEKDAYS[today.weekday()])}, {hold_together(date_words(today))}"
