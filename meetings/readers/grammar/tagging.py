"""Words with their part of speech, by underthesea where it is installed, else by our list of verbs alone."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.util import find_spec

from .rule import rule
from .verbs import LEADS_TO_TASK, ONE_SYLLABLE, TASK_VERBS, is_listed, listed

_WORD = rule(r"[^\W_]+(?:[./'’-][^\W_]+)*|[^\w\s]|_")
_SMALL_BEHIND_CAPITAL = re.compile(r"(?<=[^\W\d_]) (?=[^\W\d_A-ZĐ])")
_VERBS = ("V", "Z")
"""Verbs, and what stands before one as its part: "tái kiểm tra"."""
_JOINED_VERBS = "|".join(sorted((verb for verb in TASK_VERBS if " " in verb), key=lambda verb: (-len(verb), verb)))
_SMALL_VERB = rule(rf"(?<![^\W_])(?:tái |tự )?(?:{_JOINED_VERBS})(?!\w)")
_LONGEST = 600
"""Characters of one clause that the tagger is given: a longer one is no clause."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word, of one or several syllables, `start` and `end` counted in the words it was found in."""

    start: int
    end: int
    words: str
    is_verb: bool


@cache
def is_installed() -> bool:
    return find_spec("underthesea") is not None


@lru_cache(maxsize=4096)
def tokens(words: str) -> tuple[Token, ...]:
    """The tokens of a clause. A listed verb in small letters is a verb whatever the tagger says."""
    tagged = _by_tagger(words) if is_installed() and len(words) <= _LONGEST else None
    return tagged or _by_list(words)


def _by_tagger(words: str) -> tuple[Token, ...] | None:
    from underthesea import pos_tag

    found, at = [], 0
    for word, tag in pos_tag(words):
        place = _place(words, word, at)
        if not place:
            return None  # the tagger wrote a word otherwise than the post has it
        at = place[1]
        if tail := _verb_behind_name(words[slice(*place)]):
            found.append(_token(words, place[0], tail + place[0] - 1, is_verb=False))
            place = (tail + place[0], at)
        if verb := _verb_behind_nouns(words[slice(*place)]):
            found.append(_token(words, place[0], verb + place[0] - 1, is_verb=False))
            place, tag = (verb + place[0], at), "V"
        joined = words[slice(*place)].partition(" ")[0] in ONE_SYLLABLE
        found.append(_token(words, *place, is_verb=tag in _VERBS or joined))
    return tuple(_realigned(words, found))


def _realigned(words: str, tokens: list[Token]) -> Iterator[Token]:
    """The tokens, with a listed verb of several syllables that the tagger tore apart as one: "Lợi xây | dựng"."""
    starts = [token.start for token in tokens]
    verbs = [verb for verb in _SMALL_VERB.finditer(words) if any(verb.start() < at < verb.end() for at in starts)]
    for token in tokens:
        verb = next((verb for verb in verbs if verb.start() < token.end and token.start < verb.end()), None)
        if not verb:
            yield token
            continue
        if token.start < verb.start():
            yield _token(words, token.start, len(words[: verb.start()].rstrip()), is_verb=False)
        if token.start <= verb.start():
            yield Token(verb.start(), verb.end(), verb.group(), True)
        if token.end > verb.end():
            rest = verb.end() + len(words[verb.end() : token.end]) - len(words[verb.end() : token.end].lstrip())
            yield _token(words, rest, token.end, is_verb=token.is_verb)


def _token(words: str, start: int, end: int, *, is_verb: bool) -> Token:
    text = words[start:end]
    if text[0].islower() and any(letter.isupper() for letter in text):
        return Token(start, end, text, False)  # the tail of a name: "nông Phước Lâm"
    return Token(start, end, text, is_verb or (" " in text and is_listed(text)))


def _verb_behind_name(text: str) -> int:
    """Where a listed verb begins that the tagger joined to a name: "Cao Minh Trí sửa". 0 for none."""
    small = _SMALL_BEHIND_CAPITAL.search(text)
    if not small or is_listed(text):
        return 0
    before, _, last = text.rpartition(" ")
    if last in ONE_SYLLABLE - {"trực"}:
        return len(before) + 1
    name, verb = text[: small.start()], text[small.end() :]
    opens = is_listed(verb) or LEADS_TO_TASK.fullmatch(verb)
    return small.end() if " " in name and opens else 0


def _verb_behind_nouns(text: str) -> int:
    """Where a verb of one syllable begins that the tagger joined to a noun of two: "xã hội họp". 0 for none."""
    nouns, _, last = text.rpartition(" ")
    before, _, last_two = text.partition(" ")
    if is_listed(last_two) and text.islower() and not is_listed(text):
        return len(before) + 1
    joined = " " in nouns and text.islower() and last in TASK_VERBS and not is_listed(text)
    return len(nouns) + 1 if joined else 0


def _place(words: str, word: str, at: int) -> tuple[int, int] | None:
    """Where the tagger's word stands: letter for letter, spaces and the place of the tone aside ("hoà", "hòa")."""
    start = at
    while start < len(words) and words[start].isspace():
        start += 1
    end = start
    for letter in word:
        if letter.isspace():
            continue
        while end < len(words) and words[end].isspace():
            end += 1
        if end >= len(words) or _plain(words[end]) != _plain(letter):
            return None
        end += 1
    return start, end


@cache
def _plain(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0]


def _by_list(words: str) -> tuple[Token, ...]:
    found, at = [], 0
    while word := _WORD.search(words, at):
        verb = listed(words, word.start())
        end = verb.end() if verb else word.end()
        text = words[word.start() : end]
        found.append(Token(word.start(), end, text, bool(verb) and text[0].islower()))
        at = end
    return tuple(found)
