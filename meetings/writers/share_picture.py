"""The pictures pages are shared with, 1200 by 630, type only: the letterhead, and of a session its day and title."""

from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from ..prose import title
from ..record import CouncilRecord, SessionRecord
from ..vietnamese import month_and_year
from .fonts import NoUsableFont, family, file_of
from .masthead import masthead

SIZE = 1200, 630
PAPER, INK, QUIET, SEAL = "#FBF7F0", "#221C18", "#5D5249", "#9C1C1F"
_LEFT, _WIDTH = 80, 1040
_TITLE, _LEADING, _LINES = 54, 74, 3
_SMALLEST = 24


def share_picture(record: SessionRecord) -> bytes:
    """A PNG. Raises NoUsableFont where no installed font has every Vietnamese letter."""
    name = family()
    plain, bold = file_of(name), file_of(name, ":bold")
    image = Image.new("RGB", SIZE, PAPER)
    draw = ImageDraw.Draw(image)
    _letterhead(draw, record.council, top=64, body_size=34, place_size=58)
    top = 262
    if record.held_on:
        draw.text((_LEFT, top), f"{record.held_on.day:02d}", font=ImageFont.truetype(bold, 96), fill=INK)
        month = month_and_year(record.held_on.year, record.held_on.month)
        draw.text((_LEFT + 128, top + 44), month, font=ImageFont.truetype(plain, 40), fill=QUIET)
        top += 128
    font = ImageFont.truetype(bold, _TITLE)
    for line in _lines(title(record), font):
        draw.text((_LEFT, top), _cut(line, font), font=font, fill=INK)
        top += _LEADING
    return _png(image)


def council_picture(council: CouncilRecord) -> bytes:
    """The picture of the site itself, a PNG: the letterhead alone, larger. Raises NoUsableFont."""
    image = Image.new("RGB", SIZE, PAPER)
    _letterhead(ImageDraw.Draw(image), council, top=210, body_size=48, place_size=92)
    return _png(image)


def _letterhead(
    draw: ImageDraw.ImageDraw, council: CouncilRecord, *, top: int, body_size: int, place_size: int
) -> None:
    """The body, the place in bold under it, and the short rule."""
    head, name = masthead(council), family()
    body = _fitting(file_of(name), head.body, body_size)
    place = _fitting(file_of(name, ":bold"), head.place, place_size)
    foot = top + body_size + round(1.3 * place_size)
    draw.text((_LEFT, top), _cut(head.body, body), font=body, fill=INK)
    draw.text((_LEFT, foot), _cut(head.place, place), font=place, fill=INK, anchor="ld")
    draw.rectangle((_LEFT, foot + 20, _LEFT + 130, foot + 24), fill=SEAL)


def _png(image: Image.Image) -> bytes:
    out = BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def _fitting(file: str, words: str, size: int) -> ImageFont.FreeTypeFont:
    """The font in `size`, or as much smaller as `words` need to stand on one line."""
    font = ImageFont.truetype(file, size)
    while font.getlength(words) > _WIDTH and size > _SMALLEST:
        size -= 2
        font = ImageFont.truetype(file, size)
    return font


def _cut(words: str, font: ImageFont.FreeTypeFont) -> str:
    """`words`, or as many of their letters as one line holds."""
    if font.getlength(words) <= _WIDTH:
        return words
    return next(
        cut for end in range(len(words), 0, -1) if font.getlength(cut := f"{words[:end].rstrip()}…") <= _WIDTH
    )


def _lines(words: str, font: ImageFont.FreeTypeFont) -> list[str]:
    """`words` on as few lines as they need, these as even as they can be; what finds no room is left off with "…"."""
    fewest = _wrapped(words, font, _WIDTH)
    if len(fewest) > _LINES:
        *kept, last = fewest[:_LINES]
        while font.getlength(f"{last}…") > _WIDTH and " " in last:
            last = last.rpartition(" ")[0]
        return [*kept, f"{last}…"]
    evener = (_wrapped(words, font, width) for width in range(_WIDTH // 2, _WIDTH, 20))
    return next((lines for lines in evener if len(lines) == len(fewest)), fewest)


def _wrapped(words: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and font.getlength(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


__all__ = ["SIZE", "NoUsableFont", "council_picture", "share_picture"]
