"""The minutes (biên bản) of a session: a PDF in the official form, with blanks for what the record does not know."""

from dataclasses import dataclass

from .. import prose
from ..official_form import SYMBOLS
from ..record import Role, SessionRecord
from ..vietnamese import date_words, hour_words, paragraphs, squeeze, two_digits
from . import minutes_words, sheet

_ROMAN = ("I", "II", "III")


def write(record: SessionRecord, *, number: int | None = None, draft: bool = False, verify_at: str = "") -> bytes:
    """The minutes as a PDF. `verify_at` is the address where a reader may check the paper.

    A draft is marked on every page and bears neither number nor address, whatever is given.
    Raises NoUsableFont where no font fit for an official paper is installed.
    """
    return sheet.pdf(html(record, number=number, draft=draft, verify_at=verify_at))


def html(record: SessionRecord, *, number: int | None = None, draft: bool = False, verify_at: str = "") -> str:
    """The page that `write` prints."""
    secretaries = minutes_words.acting(record, Role.SECRETARY)
    chairs = minutes_words.acting(record, Role.CHAIR)
    signers = [squeeze(people[0].name) if people else "" for people in (secretaries, chairs)]
    title = minutes_words.title(record)
    return sheet.html(
        "minutes.html",
        hold=(record.council.place_name, *signers),
        draft=draft,
        title=f"{title} (dự thảo)" if draft else title,
        record=record,
        number="" if number is None or draft else two_digits(number),
        symbol=f"{SYMBOLS['minutes']}-{record.council.symbol_suffix}",
        presiding=minutes_words.named(chairs),
        recording=minutes_words.named(secretaries),
        sections=_sections(record),
        directives_intro=prose.directives_intro(record),
        tasks=prose.numbered(record.directives),
        signatures=[("THƯ KÝ", signers[0]), ("CHỦ TỌA", signers[1])],
        recipients=minutes_words.recipients(record),
        verify_at="" if draft else verify_at,
        words=minutes_words,
        paragraphs=paragraphs,
        date_words=date_words,
        hour_words=hour_words,
    )


@dataclass(frozen=True, slots=True)
class _Section:
    mark: str
    heading: str
    template: str


def _sections(record: SessionRecord) -> list[_Section]:
    """The sections that have something in them; the Roman numerals follow."""
    filled = [
        (heading, template)
        for heading, template, present in (
            ("CÁC NỘI DUNG TRÌNH TẠI PHIÊN HỌP", "agenda.html", record.agenda),
            ("ĐÁNH GIÁ CỦA CHỦ TỌA", "assessment.html", record.assessment),
            ("NỘI DUNG CHỈ ĐẠO CỦA CHỦ TỌA", "directives.html", record.directives or record.directives_intro),
        )
        if present
    ]
    return [_Section(mark, *section) for mark, section in zip(_ROMAN, filled, strict=False)]
