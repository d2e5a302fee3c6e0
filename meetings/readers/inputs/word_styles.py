"""What the styles of a Word document say of fonts and lists."""

from typing import Any

from .word_numbering import W

_MOST_BASED_ON = 10
_LEVELS = frozenset("012345678")


class Styles:
    """The fonts and the lists of the styles, looked up as they are met: a document has hundreds and uses three."""

    def __init__(self, root: Any) -> None:
        self.known: dict[str, tuple[str, str, int]] = {}
        self.named = (
            {}
            if root is None
            else {element.get(W + "styleId"): element for element in root.iterchildren(W + "style")}
        )
        self.font = "" if root is None else font_in(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))

    def font_of(self, style: str) -> str:
        return self._of(style)[0]

    def list_of(self, style: str) -> tuple[str, int]:
        return self._of(style)[1:]

    def _of(self, style: str) -> tuple[str, str, int]:
        if style not in self.known:
            self.known[style] = self._looked_up(style)
        return self.known[style]

    def _looked_up(self, style: str) -> tuple[str, str, int]:
        font, number, level = "", "", 0
        for _ in range(_MOST_BASED_ON):
            element = self.named.get(style)
            if element is None:
                break
            font = font or font_in(element.find(W + "rPr"))
            listed = element.find(f"{W}pPr/{W}numPr")
            if not number and listed is not None:
                number, level = value_of(listed.find(W + "numId")), level_of(listed)
            style = value_of(element.find(W + "basedOn"))
        return font, number, level


def level_of(listed: Any) -> int:
    level = value_of(listed.find(W + "ilvl"))
    return int(level) if level in _LEVELS else 0


def font_in(properties: Any) -> str:
    fonts = properties.find(W + "rFonts") if properties is not None else None
    return (fonts.get(W + "ascii") or fonts.get(W + "hAnsi") or "") if fonts is not None else ""


def value_of(element: Any) -> str:
    return (element.get(W + "val") or "") if element is not None else ""
