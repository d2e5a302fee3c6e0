"""What a template may ask of the words it is given: a field, a condition on a field, a loop over a field. No more.

An administrator's template runs on the server. It is let through only where each node of its syntax is known here,
which leaves nothing to call, and nothing to repeat but the lines of the paper itself.
"""

from collections.abc import Collection
from difflib import get_close_matches

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

from .bad_template import BadTemplate
from .template_fields import FIELDS, LISTS, ONLY_ASKED, REQUIRED

_NAMES = frozenset(name for name, _ in FIELDS)
_OF_A_LOOP = frozenset({"loop.first", "loop.last", "loop.index"})


def environment() -> SandboxedEnvironment:
    """Jinja without a single function, filter or test to call."""
    made = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    for shelf in (made.globals, made.filters, made.tests):
        shelf.clear()
    return made


def check_expressions(sources: Collection[str], jinja: SandboxedEnvironment) -> None:
    """Raises BadTemplate for what is not allowed, for an unknown field and for a required one that is missing."""
    used: set[str] = set()
    for source in sources:
        try:
            tree = jinja.parse(source)
        except TemplateSyntaxError as error:
            raise BadTemplate(f"Mẫu có thẻ viết không đúng cách: {error.message}.") from error
        for node in tree.body:
            _check(node, "", used)
    missing = [name for name in REQUIRED if name not in used]
    if missing:
        names = ", ".join(f"“{{{{ {name} }}}}”" for name in missing)
        raise BadTemplate(f"Mẫu thiếu trường {names}: văn bản in ra sẽ mất phần ấy.")


def _check(node: nodes.Node, line: str, used: set[str]) -> None:
    """`line` is the name of the loop's variable, "" outside a loop."""
    match node:
        case nodes.Output():
            for part in node.nodes:
                if not isinstance(part, nodes.TemplateData):
                    _printed(_path(part), line, used)
        case nodes.If():
            _asked(node.test, line)
            for child in (*node.body, *node.elif_, *node.else_):
                _check(child, line, used)
        case nodes.For(target=nodes.Name(name=name), recursive=False, test=None) if not line:
            if _path(node.iter) not in LISTS or name in _NAMES or name in ("loop", "chu_ky"):
                raise BadTemplate(f"Mẫu chỉ được lặp qua các trường {', '.join(sorted(LISTS))}.")
            used.add(_path(node.iter))
            for child in (*node.body, *node.else_):
                _check(child, name, used)
        case nodes.For():
            raise BadTemplate("Mẫu có vòng lặp “for” lồng nhau hoặc có điều kiện riêng, không được dùng.")
        case _:
            raise _forbidden(node)


def _printed(path: str, line: str, used: set[str]) -> None:
    if line:
        if path not in (line, *_OF_A_LOOP):
            raise BadTemplate(f"Trong vòng lặp “for {line}” chỉ được in “{{{{ {line} }}}}”.")
    elif path not in _NAMES:
        raise _unknown(path)
    elif path in ONLY_ASKED:
        raise BadTemplate(f"Trường “{{{{ {path} }}}}” chỉ dùng để hỏi trong “if”, không in ra được.")
    used.add(path)


def _asked(node: nodes.Node, line: str) -> None:
    match node:
        case nodes.Not():
            _asked(node.node, line)
        case nodes.And() | nodes.Or():
            _asked(node.left, line)
            _asked(node.right, line)
        case _:
            path = _path(node)
            if path not in _NAMES and not (line and path in (line, *_OF_A_LOOP)):
                raise _unknown(path)


def _path(node: nodes.Node) -> str:
    """ "chu_ky.phai.ho_ten"."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{_path(node.node)}.{node.attr}"
    raise _forbidden(node)


def _unknown(path: str) -> BadTemplate:
    near = get_close_matches(path, _NAMES, 1)
    hint = f"; có phải “{near[0]}” không?" if near else "."
    return BadTemplate(f"Mẫu có trường “{{{{ {path} }}}}” không có trong danh sách{hint}")


def _forbidden(node: nodes.Node) -> BadTemplate:
    return BadTemplate(
        f"Mẫu có biểu thức không được dùng ({type(node).__name__}); chỉ có tên trường, if và for, với not, and, or."
    )
