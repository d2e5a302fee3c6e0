"""The sentence of a post that names a unit, so that whoever decides on the name sees it at work."""

import re

_ENDS = re.compile(r"(?<=[.!?;]) (?=\S)")
LONGEST = 260
_NAMES_UNIT = re.compile(r"\.(?:lead|coordinators)(?:\[\d+\])?$")


def sentence(reading, name):
    """The sentence around the first place where the directives name the unit; a long one is cut around the name."""
    places = (
        part["start"] for part in reading["parts"] if part["words"] == name and _NAMES_UNIT.search(part["field"])
    )
    at = next(places, None)
    at = reading["text"].find(name) if at is None else at
    return _around(reading["text"], at, name) if at >= 0 else ""


def _around(text, at, name):
    start = text.rfind("\n", 0, at) + 1
    line = text[start : text.find("\n", at) if "\n" in text[at:] else len(text)]
    cuts = [0, *(cut.end() for cut in _ENDS.finditer(line)), len(line)]
    begin = max(cut for cut in cuts if cut <= at - start)
    end = min(cut for cut in cuts if cut >= min(at - start + len(name), len(line)))
    return _shortened(line[begin:end].strip(), at - start - begin)


def _shortened(words, at):
    if len(words) <= LONGEST:
        return words
    begin = 0 if at < LONGEST // 2 else words.rfind(" ", 0, at - LONGEST // 4) + 1
    end = words.rfind(" ", 0, begin + LONGEST) if begin + LONGEST < len(words) else len(words)
    return f"{'… ' if begin else ''}{words[begin:end]}{' …' if end < len(words) else ''}"
