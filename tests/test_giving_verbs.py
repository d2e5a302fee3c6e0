"""The verbs that give a task stand in one list, which the reader, the paste panel and the sentences share."""

import ast
import re
from pathlib import Path

import pytest

from meetings.desk.pasted import directive_lines
from meetings.desk.pasted.pasted_lines import lines
from meetings.giving_verbs import GIVES, GIVING
from meetings.readers.grammar import assignment, topic
from meetings.readers.rules import speech, task_tests
from meetings.readers.text_span import Clip

ROOT = Path(__file__).resolve().parent.parent
MEETINGS = ROOT / "meetings"
LISTED = re.compile(rf"(?<=[|(:])(?:{'|'.join(GIVING)})(?=[|)])")


def verbs_typed(source):
    """The verbs that a module lists anew in one of its texts, where they are two or more."""
    texts = (node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant))
    listed = (set(LISTED.findall(text)) for text in texts if isinstance(text, str))
    return [verbs for verbs in listed if len(verbs) > 1]


def test_no_module_lists_the_verbs_anew():
    assert verbs_typed('rule(r"được (?:giao|yêu cầu|phân công)")') == [{"giao", "yêu cầu", "phân công"}]
    paths = MEETINGS.rglob("*.py")
    assert {path.name: found for path in paths if (found := verbs_typed(path.read_text(encoding="utf-8")))} == {}


@pytest.mark.parametrize("verb", GIVING)
def test_each_verb_gives_a_task_wherever_it_is_read(verb):
    given = assignment.read(Clip.of(f"{verb} Ban Pháp chế rà soát hồ sơ"))
    assert given.lead and (given.lead.words, given.task.words) == ("Ban Pháp chế", "rà soát hồ sơ")
    about = topic.split(Clip.of(f"Về cây xanh, {verb} Ban Pháp chế rà soát"))
    assert about and about[0].words == "Về cây xanh"
    assert task_tests.gives_inside(f"Hộ bà Sua mất nhà, {verb} Hội Phụ nữ xã giúp đỡ")
    assert speech.announces(f"Chủ tọa {verb}:")
    [line] = lines(f"- Tổ chức trực; {verb} Ban Pháp chế rà soát")
    assert len([*directive_lines.pieces(line)]) == 2


def test_a_word_that_only_begins_like_a_verb_gives_nothing():
    gives = re.compile(rf"(?:{GIVES})\b", re.IGNORECASE)
    assert gives.match("Giao Ban Pháp chế") and not gives.match("Giao ban tháng 01")
    assert not gives.match("giao thông nông thôn")
