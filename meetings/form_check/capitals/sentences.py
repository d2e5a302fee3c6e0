"""The first letter of a sentence and of a paragraph (ND30-II.I)."""

from .case_pattern import LOWER, SMALL, wrong

_SHORTENED = ("vv", "tp", "tr", "st", "gs", "ts", "ths", "đc", "đ/c", "tt", "nxb", "cn", "ks")
"""Shortened words end with a stop that ends no sentence."""

_NO_SHORT_WORD = "".join(rf"(?<!\b{word}\.)" for word in _SHORTENED)

SENTENCES = (
    wrong("ND30-II.I", rf"(?<=[{LOWER}]{{2}}[.?!]){_NO_SHORT_WORD} {SMALL}{SMALL}*", "Đầu câu viết hoa."),
    wrong("ND30-II.I", rf"^(?:[-+–•] ?|\d{{1,2}}[.)] |[a-zđ]\) )?{SMALL}{{2,}} {SMALL}*", "Đầu dòng viết hoa."),
)
