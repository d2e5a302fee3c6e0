"""Whether two names mean one unit: the same words but for those that are often left out, or the initials of them."""

import re
from collections import defaultdict

from ..vietnamese import fold, squeeze

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
_SAYS_NOTHING = re.compile(r"\b(?:ủy ban|uỷ ban|việt nam)\b")
_LEVEL = re.compile(r"(?:thị xã|thành phố|quận|huyện|phường|xã|tỉnh)(?= )")
_WORD = re.compile(r"[^\s,;()]+")
_JOINS = re.compile(r"[-–—&]| và ", re.IGNORECASE)
_LEAST_INITIALS = 3


def meaning(name: str, localities=()) -> str:
    """A name without the words that are often left out: the same for two names of one unit.

    >>> meaning("Ủy ban MTTQ Việt Nam quận Hai Bà Trưng", ["quận Hai Bà Trưng"]) == meaning("MTTQ quận")
    True
    """
    words = " ".join(SHORT.get(word, word) for word in _WORD.findall(name.casefold()))
    words = _without_place(words, localities)
    return fold(_JOINS.sub(" ", _SAYS_NOTHING.sub(" ", words)))


def _without_place(name, localities):
    for place in localities:
        if name.casefold().endswith(f" {place.casefold()}"):
            name = squeeze(name[: -len(place)])
    levels = {level[0] for place in localities if (level := _LEVEL.match(place.casefold()))}
    level = next(iter(levels)) if len(levels) == 1 else ""
    if level and name.casefold().endswith(f" {level}") and not name.casefold().endswith("hợp tác xã"):
        name = squeeze(name[: -len(level)])
    return name


class Likeness:
    """Groups of names by meaning. A name with initials in it joins the one group whose words these are the initials
    of: "Ban KT-XH" stands with "Ban Kinh tế - Xã hội"."""

    def __init__(self, names, localities=()):
        self.localities = localities
        self.meanings = {name: meaning(name, localities) for name in names}
        self._by_initials = defaultdict(list)
        spelled = {name: _spelled(_without_place(name, localities)) for name in self.meanings}
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


def _spelled(name):
    """[(the initial, the word, or "" where only the initial is written)]."""
    parts = []
    for word in _JOINS.sub(" ", name).split():
        letters = [letter for letter in word if letter.isalpha()]
        if len(letters) > 1 and word.isupper():
            parts += [(fold(letter), "") for letter in letters]
        elif folded := fold(word):
            parts.append((folded[0], folded))
    return parts


def _says_more(full, short):
    """Whether `full` has a word wherever `short` has one, the same one, and a word for each initial."""
    return full != short and all(
        word and short_word in ("", word) for (_, word), (_, short_word) in zip(full, short, strict=True)
    )
