"""Whether two names mean one unit: the same words but for those that are often left out, or the initials of them."""

from collections import defaultdict

from ..vietnamese import fold
from .unit_words import begins_with, ends_with, spelling, without, words_of

SHORT = {
    "mttq": "mặt trận tổ quốc",
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "tand": "tòa án nhân dân",
    "vksnd": "viện kiểm sát nhân dân",
    "lđlđ": "liên đoàn lao động",
    "lhpn": "liên hiệp phụ nữ",
    "ccb": "cựu chiến binh",
    "tncs": "thanh niên cộng sản",
    "hcm": "hồ chí minh",
    "gd&đt": "giáo dục và đào tạo",
    "tn&mt": "tài nguyên và môi trường",
    "lđtbxh": "lao động thương binh và xã hội",
    "lđtb&xh": "lao động thương binh và xã hội",
    "tc-kh": "tài chính kế hoạch",
}
_IN_FULL = {spelling(words_of(short)): words_of(full) for short, full in SHORT.items()}
_LONGEST_SHORT = max(map(len, _IN_FULL))
_AND = words_of("và")
_SAYS_NOTHING = (words_of("ủy ban"), words_of("việt nam"), _AND)
_LEVELS = [words_of(level) for level in ("thị xã", "thành phố", "quận", "huyện", "phường", "xã", "tỉnh")]
_COOPERATIVE = words_of("hợp tác xã")
_COMMITTEES = (words_of("ban"), words_of("các ban"))
_THE_COUNCIL = [words_of(name) for name in ("của hội đồng nhân dân", "của hđnd", "hội đồng nhân dân", "hđnd")]
_LEAST_INITIALS = 3


def meaning(name: str, localities=()) -> str:
    """A name without the words that are often left out: the same for two names of one unit.

    >>> meaning("Ủy ban MTTQ Việt Nam quận Hai Bà Trưng", ["quận Hai Bà Trưng"])
    'mat tran to quoc'
    """
    words = _without_place(_in_full(words_of(name)), localities)
    for phrase in _SAYS_NOTHING:
        words = without(words, phrase)
    return " ".join(word.folded for word in words)


def _in_full(words):
    """The words, with the full ones in the place of a usual short form."""
    full, at = [], 0
    while at < len(words):
        lengths = (n for n in range(_LONGEST_SHORT, 0, -1) if spelling(words[at : at + n]) in _IN_FULL)
        length = next(lengths, 0)
        full += _IN_FULL[spelling(words[at : at + length])] if length else [words[at]]
        at += length or 1
    return full


def _without_place(words, localities):
    """The words without the office's own place at the end; a committee of the council also without its council."""
    places = [words_of(place) for place in localities]
    for place in places:
        words = _without_end(words, place)
    levels = [level for level in _LEVELS if any(begins_with(place, level) for place in places)]
    if len(levels) == 1 and not ends_with(words, _COOPERATIVE):
        words = _without_end(words, levels[0])
    if any(begins_with(words, committee) for committee in _COMMITTEES):
        for council in _THE_COUNCIL:
            words = _without_end(words, council)
    return words


def _without_end(words, phrase):
    """A name that is nothing but the phrase stays."""
    return words[: -len(phrase)] if len(words) > len(phrase) and ends_with(words, phrase) else words


class Likeness:
    """Groups of names by meaning. A name with initials in it joins the one group whose words these are the initials
    of: "Ban KT-XH" stands with "Ban Kinh tế - Xã hội"."""

    def __init__(self, names, localities=()):
        self.localities = localities
        self.meanings = {name: meaning(name, localities) for name in names}
        self._by_initials = defaultdict(list)
        spelled = {name: _spelled(_without_place(words_of(name), localities)) for name in self.meanings}
        for name, parts in spelled.items():
            self._by_initials[tuple(initial for initial, _ in parts)].append((parts, self.meanings[name]))
        self._joined = {self.meanings[name]: full for name, parts in spelled.items() if (full := self._full(parts))}

    def of(self, name):
        """The same for all names of one unit; "" for a name that means nothing by itself."""
        means = self.meanings[name]
        return self._joined.get(means, means)

    def _full(self, parts):
        """The meaning of the only name that has the initials in `parts` as words."""
        if all(word for _, word in parts) or len(parts) < _LEAST_INITIALS:
            return None
        rows = self._by_initials[tuple(initial for initial, _ in parts)]
        fuller = {means for others, means in rows if _says_more(others, parts)}
        return fuller.pop() if len(fuller) == 1 else None


def _spelled(words):
    """[(the initial, the word, or "" where only the initial is written)]."""
    parts = []
    for word in without(words, _AND):
        letters = [letter for letter in word.written if letter.isalpha()]
        if len(letters) > 1 and word.written.isupper():
            parts += [(fold(letter), "") for letter in letters]
        else:
            parts.append((word.folded[0], word.folded))
    return parts


def _says_more(full, short):
    """Whether `full` has a word wherever `short` has one, the same one, and a word for each initial."""
    return full != short and all(
        word and short_word in ("", word) for (_, word), (_, short_word) in zip(full, short, strict=True)
    )
