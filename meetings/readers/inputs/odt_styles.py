"""What the styles of an OpenDocument text say of fonts, hidden words and lists."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .word_numbering import Level, Numbering

OFFICE, STYLE, TEXT, FO, SVG = (
    f"{{urn:oasis:names:tc:opendocument:xmlns:{name}:1.0}}"
    for name in ("office", "style", "text", "xsl-fo-compatible", "svg-compatible")
)
_MOST_BASED_ON = 10
_DEEPEST = 9
_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_LEVELS = {
    TEXT + "list-level-style-number": "",
    TEXT + "outline-level-style": "",
    TEXT + "list-level-style-bullet": "bullet",
    TEXT + "list-level-style-image": "bullet",
}
OUTLINE = "\x00outline"
"""The list of the numbered headings; no style can have this name."""


@dataclass(frozen=True, slots=True)
class Look:
    font: str = ""
    hidden: bool = False


class Styles:
    """Looked up as they are met. `roots` are content.xml and styles.xml; the first that names a style is heard."""

    def __init__(self, *roots: Any) -> None:
        self.named: dict[tuple[str, str], Any] = {}
        self.lists: dict[str, dict[int, Level]] = {}
        self.families: dict[str, str] = {}
        self.known: dict[tuple[str, str], Look] = {}
        for element in (each for root in roots for each in _styles(root)):
            name = element.get(STYLE + "name") or ""
            if element.tag in (STYLE + "style", STYLE + "default-style"):
                self.named.setdefault((element.get(STYLE + "family") or "", name), element)
            elif element.tag == STYLE + "font-face":
                self.families.setdefault(name, element.get(SVG + "font-family") or "")
            elif element.tag in (TEXT + "list-style", TEXT + "outline-style"):
                self.lists.setdefault(name if element.tag == TEXT + "list-style" else OUTLINE, _levels(element))

    def look_of(self, family: str, style: str) -> Look:
        """Of a "paragraph" or a "text" style."""
        if (family, style) not in self.known:
            self.known[family, style] = self._looked_up(family, style)
        return self.known[family, style]

    def list_of(self, style: str) -> str:
        """The list that a paragraph style puts its paragraphs in."""
        element = self.named.get(("paragraph", style))
        return (element.get(STYLE + "list-style-name") or "") if element is not None else ""

    def _looked_up(self, family: str, style: str) -> Look:
        chain = list(self._chain(family, style))
        fonts = (self._font(properties) for properties in chain)
        displays = (shown for properties in chain if (shown := properties.get(TEXT + "display")))
        return Look(next(filter(None, fonts), ""), next(displays, "") == "none")

    def _chain(self, family: str, style: str) -> Iterator[Any]:
        """The text properties of a style, of those it is based on, and of the default."""
        for _ in range(_MOST_BASED_ON):
            element = self.named.get((family, style))
            if element is None:
                break
            if (properties := element.find(STYLE + "text-properties")) is not None:
                yield properties
            if not style:
                break
            style = element.get(STYLE + "parent-style-name") or ""

    def _font(self, properties: Any) -> str:
        named = properties.get(STYLE + "font-name") or ""
        return (properties.get(FO + "font-family") or self.families.get(named, named)).strip("'\" ")


class Lists:
    """Counts the items of the lists of one text."""

    def __init__(self, levels: dict[str, dict[int, Level]]) -> None:
        self.levels, self.numbering = levels, Numbering()
        self.latest: dict[str, str] = {}
        self.by_id: dict[str, str] = {}

    def begun(self, element: Any, style: str) -> str:
        """The name under which this list counts: that of an earlier list where it goes on with it."""
        earlier = self.by_id.get(element.get(TEXT + "continue-list") or "")
        if not earlier and element.get(TEXT + "continue-numbering") == "true":
            earlier = self.latest.get(style)
        name = earlier or f"{len(self.numbering.levels)} {style}"
        self.numbering.levels.setdefault(name, self.levels.get(style, {}))
        self.latest[style] = name
        if here := element.get("{http://www.w3.org/XML/1998/namespace}id"):
            self.by_id[here] = name
        return name

    def mark(self, name: str, level: int, start: int | None = None) -> str:
        """What stands before the next item; `start` is the number that the item itself asks for."""
        if start is not None:
            counts = self.numbering.counts.setdefault(name, [])
            del counts[level:]
            counts += [1] * (level - len(counts)) + [start - 1]
        return self.numbering.mark(name, level)

    def restyle(self, name: str, style: str, level: int) -> None:
        """From this level down the list looks as this style says."""
        outer = {at: look for at, look in self.numbering.levels[name].items() if at < level}
        self.numbering.levels[name] = self.levels.get(style, {}) | outer

    def heading_mark(self, level: int) -> str:
        self.numbering.levels.setdefault(OUTLINE, self.levels.get(OUTLINE, {}))
        return self.numbering.mark(OUTLINE, level)


def _styles(root: Any) -> Iterator[Any]:
    for name in ("font-face-decls", "automatic-styles", "styles"):
        for around in () if root is None else root.iterchildren(OFFICE + name):
            yield from around.iterchildren()


def _levels(element: Any) -> dict[int, Level]:
    levels = {}
    for child in element.iterchildren(*_LEVELS):
        place = number(child.get(TEXT + "level"), 1) - 1
        if 0 <= place <= _DEEPEST - 1:
            levels[place] = _level(child, place)
    return levels


def _level(child: Any, place: int) -> Level:
    format_ = child.get(STYLE + "num-format") or ""
    form = _LEVELS[child.tag] or _FORMS.get(format_[:1], "none")
    shown = min(max(number(child.get(TEXT + "display-levels"), 1), 1), place + 1) if form != "none" else 1
    places = ".".join(f"%{at + 1}" for at in range(place + 1 - shown, place + 1))
    around = (child.get(STYLE + "num-prefix") or "")[:30], (child.get(STYLE + "num-suffix") or "")[:30]
    return Level(form, around[0] + places + around[1], number(child.get(TEXT + "start-value"), 1))


def number(words: str | None, otherwise: int) -> int:
    return int(words) if words and words.isascii() and words.isdecimal() and len(words) < 6 else otherwise
