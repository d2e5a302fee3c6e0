"""Characters that the form's font has no letter for: an empty box stands for them, or a letter of another font."""

import unicodedata
from dataclasses import dataclass

_RANGES = (
    (0x20, 0x24F),  # Latin, with Vietnamese đ, ơ, ư
    (0x2B0, 0x345),  # marks that stand alone or combine
    (0x370, 0x4FF),  # Greek, Cyrillic
    (0x1E00, 0x1EFF),  # Vietnamese, above all
    (0x2000, 0x2027),  # spaces, dashes, quotation marks, dots
    (0x202F, 0x205E),
    (0x2070, 0x209C),  # raised and lowered figures
    (0x20A0, 0x20BF),  # money
    (0x2100, 0x215F),  # №, ™, fractions
    (0x2160, 0x2169),  # Roman figures
    (0x2190, 0x2195),  # arrows
    (0x2200, 0x22C5),  # mathematics
    (0x2500, 0x25E6),  # rules and simple shapes
    (0x2660, 0x2666),
    (0xFB00, 0xFB04),  # fi, fl as one letter
)
"""What Times New Roman and the fonts of its measure carry, in broad strokes."""

_UNSEEN = ("Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp")
BREAKS = ("\u2028", "\u2029", "\x0b", "\x0c")
"""Those that end a line in the middle of a paragraph."""

SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class Stray:
    character: str
    """ "" for a letter that the file gives no Unicode of."""
    page: int
    baseline: float


def is_stray(text: str) -> bool:
    """Whether what the file calls one letter is none of the form's font."""
    if text.startswith("(cid:"):
        return True
    return any(_is_stray(character) for character in text if character not in (SOFT_HYPHEN, "\t", "\n", "\r"))


def _is_stray(character: str) -> bool:
    if unicodedata.category(character) in _UNSEEN:
        return True
    return not any(first <= ord(character) <= last for first, last in _RANGES)


def name(character: str) -> str:
    """ "“中” (U+4E2D)"; of one without a shape the code alone."""
    if not character:
        return "một chữ không có mã Unicode"
    codes = " ".join(f"U+{ord(each):04X}" for each in character)
    seen = all(unicodedata.category(each) not in _UNSEEN for each in character)
    return f"“{character}” ({codes})" if seen else f"{codes} (không có hình chữ)"
