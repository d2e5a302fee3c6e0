"""A pattern of words whose capitals are surely wrong, with the right form and its place in the law."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_LETTERS = [chr(code) for code in (*range(0x61, 0x7B), *range(0xE0, 0x1B1), *range(0x1EA0, 0x1EFA))]
LOWER = "".join(dict.fromkeys(letter.lower() for letter in _LETTERS if unicodedata.category(letter)[0] == "L"))
UPPER = "".join(dict.fromkeys(letter.upper() for letter in LOWER if len(letter.upper()) == 1))
SMALL, CAPITAL = f"[{LOWER}]", f"[{UPPER}]"
NAME = f"{CAPITAL}{SMALL}+"
"""A syllable with a capital and small letters after it."""

SURNAMES = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Trương|Trịnh|Đoàn|Lương|Tạ|Chu|"
    "Tôn|Triệu|Lưu|Kiều|Tô|Quách|Nghiêm|Vương|Doãn|Phùng|Thạch|Cao|Mai|Hà|Đào|Lâm|Thái|Tống|Khuất|La|Lã|Ninh|Ông"
)
"""The commonest; a name that begins with another is not recognised."""

SURE_SURNAMES = "Nguyễn|Trần|Lê|Huỳnh|Phan|Đặng|Bùi|Đỗ|Ngô|Trịnh|Trương|Lương|Tạ|Triệu|Nghiêm|Doãn|Phùng|Khuất"
"""Those that are no ordinary word before a small letter."""


@dataclass(frozen=True, slots=True)
class Advice:
    law: str
    words: str
    advice: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CasePattern:
    law: str
    pattern: re.Pattern[str]
    advice: str
    """"{}" stands for the right form where the pattern knows it."""
    right: str = ""
    """The only right form of the words, in any case; what is in capitals throughout is right too."""
    unless: re.Pattern[str] | None = None
    """What the words before may not end with."""

    def find(self, text: str) -> Iterator[Advice]:
        for match in self.pattern.finditer(text):
            words = match[0].strip()
            if words in ("", self.right) or (self.right and words.isupper()):
                continue
            if self.unless and self.unless.search(text[: match.start()]):
                continue
            yield Advice(self.law, words, self.advice.format(self.right), match.start(), match.end())


def after(*words: str) -> str:
    """A part of a pattern: one of the words stands before, with a space between."""
    return "(?:" + "|".join(rf"(?<=\b{re.escape(word)} )" for word in words) + ")"


def not_after(*words: str) -> str:
    """A part of a pattern: none of the words stands before."""
    return "".join(rf"(?<!\b{re.escape(word)} )" for word in words)


def wrong(law: str, pattern: str, advice: str, unless: str = "") -> CasePattern:
    """Words that are wrong wherever the pattern fits, `unless` the words before end so."""
    return CasePattern(law, re.compile(pattern), advice, unless=re.compile(unless) if unless else None)


def only(law: str, forms: Iterable[str], before: str = "") -> tuple[CasePattern, ...]:
    """Names with one right form: any other use of capitals is wrong."""
    return tuple(
        CasePattern(law, re.compile(rf"{before}\b{re.escape(form)}\b", re.IGNORECASE), "Viết: {}.", form)
        for form in forms
    )


def partly(law: str, forms: Iterable[str]) -> tuple[CasePattern, ...]:
    """Names that are ordinary words in small letters: wrong only where some syllables have a capital and some not."""
    return tuple(
        CasePattern(law, re.compile(rf"\b(?={SMALL}*)(?:{_mixed(form)})\b"), "Viết: {}.", form) for form in forms
    )


def _mixed(form: str) -> str:
    syllables = form.split()
    ways = []
    for place in range(len(syllables)):
        each = [word.lower() if here == place else word for here, word in enumerate(syllables)]
        ways.append(" ".join(map(re.escape, each)))
    return "|".join(ways)
