"""The picture a session's page is shared with: the letterhead, the day, the title; 1200 by 630, type only."""

from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from ..prose import title
from ..record import SessionRecord
from ..vietnamese import month_and_year
from .masthead import masthead
from .pdf.fonts import NoUsableFont, family, file_of

SIZE = 1200, 630
PAPER, INK, QUIET, SEAL = "#FBF7F0", "#221C18", "#5D5249", "#9C1C1F"
_LEFT, _WIDTH = 80, 1040


def share_picture(record: SessionRecord) -> bytes:
    """A PNG. Raises NoUsableFont where no installed font has every Vietnamese letter."""
    name = family()
    plain, bold = file_of(name), file_of(name, ":bold")
    image = Image.new("RGB", SIZE, PAPER)
    draw = ImageDraw.Draw(image)
    head = masthead(record.council)
    draw.text((_LEFT, 64), head.body, font=ImageFont.truetype(plain, 34), fill=INK)
    draw.text((_LEFT, 108), head.place, font=ImageFont.truetype(bold, 58), fill=INK)
    draw.rectangle((_LEFT, 194, _LEFT + 130, 198), fill=SEAL)
    top = 262
    if record.held_on:
        draw.text((_LEFT, top), f"{record.held_on.day:02d}", font=ImageFont.truetype(bold, 96), fill=INK)
        month = month_and_year(record.held_on.year, record.held_on.month)
        draw.text((_LEFT + 128, top + 44), month, font=ImageFont.truetype(plain, 40), fill=QUIET)
        top += 128
    _paragraph(draw, title(record), ImageFont.truetype(bold, 54), top)
    out = BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def _paragraph(draw: ImageDraw.ImageDraw, words: str, font: ImageFont.FreeTypeFont, top: int, lines: int = 3) -> None:
    line, place = "", 0
    for word in words.split():
        longer = f"{line} {word}".strip()
        if line and draw.textlength(longer, font=font) > _WIDTH:
            if place == lines - 1:
                line += "…"
                break
            draw.text((_LEFT, top + 72 * place), line, font=font, fill=INK)
            line, place = word, place + 1
        else:
            line = longer
    draw.text((_LEFT, top + 72 * place), line, font=font, fill=INK)


__all__ = ["SIZE", "NoUsableFont", "share_picture"]
