"""The tags of a template as a clerk sees them in Word: each closed, each pair whole, each in its place."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from jinja2 import TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment

from .bad_template import BadTemplate

MOST_TAGS = 200
_OPENERS = re.compile(r"\{\{|\{%|\{#")
_CLOSERS = {"{{": "}}", "{%": "%}", "{#": "#}"}
_STRAY = re.compile(r"\}\}|%\}|#\}")
_FIELD = re.compile(r"\{\{\s*[^\W\d]\w*(?:\.[^\W\d]\w*)*\s*\}\}")
_COMMAND = re.compile(r"\{%(p|tr)?\s+(if|elif|else|endif|for|endfor)\b(.*)%\}")
_ENDS = {"endif": "if", "elif": "if", "else": "if", "endfor": "for"}


@dataclass(frozen=True, slots=True)
class _Open:
    word: str
    level: str
    """ "p" for a tag that takes its whole paragraph away, "tr" for one that takes its row."""
    tag: str


def check_tags(paragraphs: Iterable[str], environment: SandboxedEnvironment) -> None:
    """Raises BadTemplate for the first tag that is not well made, told with the words about it."""
    pairs: list[_Open] = []
    count = 0
    for text in paragraphs:
        for tag in _tags(text):
            count += 1
            if tag.startswith("{%"):
                _check_command(tag, text, pairs, environment)
            elif tag.startswith("{{") and not _FIELD.fullmatch(tag):
                raise BadTemplate(
                    f"Mẫu có biểu thức “{tag[:60]}” không được dùng; giữa hai ngoặc chỉ ghi một tên trường, "
                    "viết liền, không dấu, ví dụ “{{ so_ky_hieu }}”."
                )
    if count > MOST_TAGS:
        raise BadTemplate(f"Mẫu có {count} thẻ, nhiều hơn mức cho phép là {MOST_TAGS}.")
    if pairs:
        raise BadTemplate(f"Mẫu có “{pairs[-1].tag}” chưa có “end{pairs[-1].word}” đi cùng.")


def _tags(text: str) -> Iterable[str]:
    """The tags of one paragraph. A tag that does not end in its paragraph has not been closed."""
    end = 0
    while start := _OPENERS.search(text, end):
        _no_stray(text[end : start.start()])
        closer = _CLOSERS[start.group()]
        stop, again = text.find(closer, start.end()), _OPENERS.search(text, start.end())
        if stop < 0 or (again and again.start() < stop):
            raise BadTemplate(
                f"Mẫu có thẻ mở bằng “{start.group()}” mà chưa đóng bằng “{closer}”, "
                f"gần chữ “{text[start.start() : start.start() + 40].strip()}”."
            )
        end = stop + 2
        yield text[start.start() : end]
    _no_stray(text[end:])


def _no_stray(text: str) -> None:
    if stray := _STRAY.search(text):
        near = text[max(0, stray.start() - 30) : stray.end()].strip()
        raise BadTemplate(f"Mẫu thừa dấu đóng “{stray.group()}”, hoặc thiếu dấu mở, gần chữ “{near}”.")


def _check_command(tag: str, paragraph: str, pairs: list[_Open], environment: SandboxedEnvironment) -> None:
    command = _COMMAND.fullmatch(tag)
    if not command:
        raise BadTemplate(f"Mẫu có lệnh “{tag[:60]}” không được dùng; chỉ có if, elif, else, endif, for, endfor.")
    level, word, rest = command[1] or "", command[2], command[3].strip()
    if level == "p" and paragraph.strip() != tag:
        raise BadTemplate(f"Thẻ “{tag}” làm mất cả đoạn chứa nó, nên phải đứng riêng một đoạn.")
    if word in ("if", "for"):
        _check_syntax(f"{{% {word} {rest} %}}{{% end{word} %}}", tag, environment)
        pairs.append(_Open(word, level, tag))
        return
    if word == "elif":
        _check_syntax(f"{{% if {rest} %}}{{% endif %}}", tag, environment)
    if not pairs or pairs[-1].word != _ENDS[word]:
        raise BadTemplate(f"Mẫu có “{tag}” mà phía trước không có “{_ENDS[word]}” đi cùng.")
    if pairs[-1].level != level:
        raise BadTemplate(
            f"Thẻ “{tag}” không cùng kiểu với “{pairs[-1].tag}”: cả hai cùng có chữ p, hoặc cùng không."
        )
    if word.startswith("end"):
        pairs.pop()


def _check_syntax(source: str, tag: str, environment: SandboxedEnvironment) -> None:
    try:
        environment.parse(source)
    except TemplateSyntaxError as error:
        raise BadTemplate(f"Mẫu có lệnh “{tag[:60]}” viết không đúng cách.") from error
