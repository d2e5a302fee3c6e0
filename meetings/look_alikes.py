"""Letters that look Vietnamese and are not, unseen marks, and the spaces and bullets of Word: as they are meant.

What is a letter of some other language stays: a word is changed only where it becomes a Vietnamese syllable, or an
abbreviation in Latin capitals, by it.
"""

import re
import unicodedata

from .syllables import is_syllable

_STRANGE = re.compile(
    "[\u00a0\u00ad\u00d0\u00f0\u0131\u0180-\u019f\u01a2-\u01ae\u01b1-\u024f\u0250-\u02af\u0342\u0370-\u03ff\u0400-\u04ff\u061c\u115f\u1160\u180e"
    "\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\u3164\ue000-\uf8ff\ufeff\ufff9-\ufffb\x00-\x08\x0b-\x1f\x7f-\x9f]"
)
"""Whatever is looked at more closely; text without any of it is returned at once. Ơ and ư, which lie among
the letters of other languages, are left out: nearly every text has them."""

_UNSEEN = re.compile(
    "[\u00ad\u061c\u115f\u1160\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb"
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]"
    "|(?<![\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\u200d"  # between two pictures it makes them one
)
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_LINE_ENDS = re.compile("[\x0b\x0c\x85\u2028\u2029]")
_BULLETS = {0xF02D: "-", 0xF06F: "○", 0xF0A7: "▪", 0xF0A8: "□", 0xF0D8: "•", 0xF0E0: "→", 0xF0FC: "•", 0xF0FE: "•"}
"""Bullets of Word's symbol fonts, as signs that the font of the papers carries."""
_PRIVATE = re.compile("[\uf020-\uf0ff]")
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*")
_LATIN = str.maketrans(
    "АВЕКМНОРСТХУЅІЈаеорсухѕіјΑΒΕΖΗΙΚΜΝΟΡΤΥΧοινÐƉðɖıɑɡ",
    "ABEKMHOPCTXYSIJaeopcyxsijABEZHIKMNOPTYXoivĐĐđđiag",
)
_MARKS = str.maketrans("\u030c\u0342", "\u0306\u0303")
"""A caron for the breve ("Vǎn"), a Greek tilde for ours."""


def mended(text: str) -> str:
    """The text in NFC, each such letter, mark, space and bullet as it is meant."""
    text = unicodedata.normalize("NFC", text)
    if not _STRANGE.search(text):
        return text
    text = _LINE_ENDS.sub("\n", _SPACES.sub(" ", _UNSEEN.sub("", text)))
    text = _PRIVATE.sub(lambda match: _BULLETS.get(ord(match[0]), "•"), text)
    return unicodedata.normalize("NFC", _WORD.sub(lambda match: _word(match[0]), text))


def _word(word: str) -> str:
    if word.isascii() or not _STRANGE.search(word):
        return word
    decomposed = unicodedata.normalize("NFD", word).translate(_LATIN)
    for marks in ({}, _MARKS):
        meant = unicodedata.normalize("NFC", decomposed.translate(marks))
        if meant != word and _is_vietnamese(word, meant):
            return meant
    return word


def _is_vietnamese(word: str, meant: str) -> bool:
    """A word all of other letters may be one of their language: only a stroked d, or Latin letters beside, tell."""
    if not any("a" <= letter.lower() <= "z" or letter in "ÐƉðɖ" for letter in unicodedata.normalize("NFD", word)):
        return False
    return is_syllable(meant) or meant in "Đđ" or _is_abbreviation(meant)


def _is_abbreviation(word: str) -> bool:
    """ "HĐND", "QĐ", "Đ": Latin capitals without a tone, few enough to be no name."""
    return len(word) <= 8 and all(letter in "ĐƠƯ" or "A" <= letter <= "Z" for letter in word)
