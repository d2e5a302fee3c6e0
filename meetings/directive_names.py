"""The short name of a directive: what it asks for, in words that fit a heading, a tab of the browser, a letter."""

import re

from .record import DirectiveRecord
from .vietnamese import upper_first

LONGEST, SHORT = 80, 30
"""Letters of a name, and of one that says little without its topic."""
_ABOUT = re.compile(r"^đối với\s+(?:việc\s+|nội dung\s+)?", re.IGNORECASE)
_STOPS = " .,;:…-"


def short_name(directive: DirectiveRecord) -> str:
    """ "Xây dựng kế hoạch (giám sát)", "Công khai 12 điểm giữ xe trên hè phố"."""
    task, topic = directive.task.strip(_STOPS), _ABOUT.sub("", directive.topic).strip(_STOPS)
    name = upper_first(task or topic)
    if task and topic and len(task) < SHORT and len(name) + len(topic) + 3 <= LONGEST:
        return f"{name} ({topic})"
    return _cut(name)


def _cut(name: str) -> str:
    """At the last comma that leaves most of the room used, else at a word."""
    if len(name) <= LONGEST:
        return name
    room = name[: LONGEST + 1]
    clause = max(room.rfind(stop) for stop in (", ", "; ", ": "))
    return room[:clause] if clause > LONGEST // 2 else room[:LONGEST].rpartition(" ")[0].rstrip(_STOPS) + "…"
