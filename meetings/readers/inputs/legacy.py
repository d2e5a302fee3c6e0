"""Converts letters typed with fonts from before Unicode (.VnTime, VNI-Times), which look like Latin letters.

Words that are Vietnamese already are not converted: the words are judged before and after the conversion.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from meetings.syllables import is_syllable

from .charsets import BYTES, CHARSETS, Charset

_SEPARATORS = r"\s!-/:-@\[-`{-~0-9–—“”‘’…\u00a0"
_TOKEN = re.compile(rf"(?<![A-Za-z])[A-Za-z]*[^\x00-\x7f{_SEPARATORS}][^{_SEPARATORS}]*")
"""A word with a letter beyond a-z in it."""
_BEYOND_LATIN1 = re.compile("[\u0100-\u024f\u0300-\u036f\u1e00-\u1eff]")
_ABBREVIATION = re.compile("[A-ZĐƯƠĂÂÊÔ&]{2,12}")
_MISREAD = re.compile("á[º»]|Ã[\xa0-\xbf]|Ä[‘\x91\x90\u0090]|Æ[°¡ ]")
_LONGEST_TYPED = 16
"""The most letters that one syllable is typed with."""
_FEWEST_MISREAD = 3
_FEWEST_IN_A_LINE = 3
_FEWEST_IN_A_TEXT = 2
_MANY = 6
"""So many words prove that a part of the text is in an old font."""


@dataclass(frozen=True, slots=True)
class Repaired:
    text: str
    charset: str = ""
    """The encoding of most lines; "" where nothing was converted."""
    notes: tuple[str, ...] = ()


def spelling(text: str) -> tuple[int, int]:
    """The numbers of words with letters beyond a-z that are Vietnamese syllables and that are not; an abbreviation
    such as "HĐND" does not count."""
    words = Counter(word for word in _TOKEN.findall(text) if not _ABBREVIATION.fullmatch(word))
    good = sum(count for word, count in words.items() if is_syllable(word))
    return good, words.total() - good


def change(text: str, charset: Charset) -> tuple[int, int]:
    """The numbers of words that the conversion makes Vietnamese and that it spoils."""
    gained = lost = 0
    for word, count in Counter(_TOKEN.findall(text)).items():
        gain = _gain(word, charset)
        gained += count * (gain > 0)
        lost += count * (gain < 0)
    return gained, lost


def _gain(word: str, charset: Charset) -> int:
    return _known_gain(word, charset) if len(word) <= _LONGEST_TYPED else 0


@lru_cache(maxsize=2**14)
def _known_gain(word: str, charset: Charset) -> int:
    return is_syllable(charset.convert(word)) - is_syllable(word)


def repair(text: str) -> Repaired:
    """The text with its lines in TCVN3 or VNI converted, each on its own; other lines stay as they are."""
    if text.isascii():
        return Repaired(text)
    text, reread = _reread(text)
    notes = ("Đã chữa chữ UTF-8 bị đọc nhầm bảng mã.",) if reread else ()
    lines = text.split("\n")
    doubtful = [place for place, line in enumerate(lines) if _has_strange_words(line)]
    if not doubtful:
        return Repaired(text, notes=notes)
    latin_only = "\n".join(line for line in lines if not _BEYOND_LATIN1.search(line))
    votes = {charset.name: change(latin_only, charset) for charset in CHARSETS}
    best = max(CHARSETS, key=lambda charset: votes[charset.name][0] - votes[charset.name][1])
    gained, lost = votes[best.name]
    unicode_words = sum(1 for word in _TOKEN.findall(text) if _BEYOND_LATIN1.search(word) and is_syllable(word))
    wholly = gained >= max(_FEWEST_IN_A_TEXT, 4 * lost, unicode_words)
    fewest = {charset: 1 if votes[charset.name][0] >= _MANY else _FEWEST_IN_A_LINE for charset in CHARSETS}
    if wholly:
        return _by_line(lines, list(range(len(lines))), {best: 0}, notes)
    return _by_line(lines, doubtful, fewest, notes)


def _by_line(lines: list[str], places: list[int], fewest: dict[Charset, int], notes: tuple[str, ...]) -> Repaired:
    changed: Counter[Charset] = Counter()
    for place in places:
        line = lines[place]
        for charset, gain in fewest.items():
            if (converted := _line(line, charset, gain)) != line:
                lines[place] = converted
                changed[charset] += 1
                break
    text = "\n".join(lines)
    for charset, count in changed.most_common():
        kept = sum(1 for line in lines if not line.isascii()) - count
        if kept:
            note = f"Có {count} dòng theo bảng mã {charset.words} đã đổi sang Unicode; các dòng khác giữ nguyên."
        else:
            note = f"Đã đổi từ bảng mã {charset.words} sang Unicode."
        notes += (note, *charset.notes)
    main = max(changed, key=lambda charset: changed[charset], default=None)
    return Repaired(text, main.name if main else "", notes)


def _line(line: str, charset: Charset, fewest: int) -> str:
    """The line, converted if that makes `fewest` words Vietnamese, and more than it spoils."""
    if line.isascii():
        return line
    gained, lost = change(line, charset)
    if _BEYOND_LATIN1.search(line):
        return _words(line, charset) if gained >= max(fewest, 1) else line
    return charset.convert(line) if gained >= fewest and (not lost or (not fewest and gained >= lost)) else line


def _words(line: str, charset: Charset) -> str:
    """A line that has Unicode letters too: it converts only words that become Vietnamese by that."""

    def word(match: re.Match[str]) -> str:
        converted = charset.convert(match[0])
        return converted if is_syllable(converted) and not is_syllable(match[0]) else match[0]

    return _TOKEN.sub(word, line)


def _has_strange_words(line: str) -> bool:
    """Whether the line has words that are no syllables and have no Vietnamese letter of Unicode."""
    return not line.isascii() and any(
        not is_syllable(word) and not _BEYOND_LATIN1.search(word) for word in _TOKEN.findall(line)
    )


def _reread(text: str) -> tuple[str, bool]:
    """Repairs UTF-8 that was decoded as Latin letters and encoded again ("PhiÃªn há»\x8dp")."""
    if len(_MISREAD.findall(text)) < _FEWEST_MISREAD:
        return text, False
    lines = text.split("\n")
    for place, line in enumerate(lines):
        try:
            lines[place] = line.translate(BYTES).encode("latin-1").decode("utf-8")
        except UnicodeError:
            continue
    reread = "\n".join(lines)
    return reread, reread != text
