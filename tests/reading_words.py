"""What people will read of a source file: everything else becomes blanks, so that each word keeps its line."""

import ast
import re

VIETNAMESE = re.compile(r"[À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]")
_NOT_SHOWN = re.compile(
    r"{#.*?#}|{% comment %}.*?{% endcomment %}|{% block bodyclass %}.*?{% endblock %}|<!--.*?-->"
    r"|<script.*?</script>|<style.*?</style>|<code.*?</code>",
    re.DOTALL,
)
_TAG = re.compile(r"{%.*?%}|{{.*?}}", re.DOTALL)
_ELEMENT = re.compile(r"</?[a-zA-Z][^<>]*>")
_QUOTED = re.compile(r'"([^"]*)"')
_SHOWN = re.compile(r'\b(?:aria-label|title|placeholder|alt)="([^"]*)"')
_LITERAL = re.compile(r'"[^"\n]*"|`[^`]*`')
_COMMENT = re.compile(r"/\*.*?\*/|(?<!:)//[^\n]*", re.DOTALL)


def of_template(source):
    source = _NOT_SHOWN.sub(_blank, source)
    return of_html(_TAG.sub(_words_alone, source))


def of_html(source):
    return _ELEMENT.sub(_words_alone, source)


def of_python(source):
    """The Vietnamese strings, but for the docstrings, each on the line where it begins."""
    tree = ast.parse(source)
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)}
    inside |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    lines = [""] * (source.count("\n") + 1)
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr) and VIETNAMESE.search(words := _of_parts(node)):
            lines[node.lineno - 1] += " · " + " ".join(of_html(words).split())
        elif isinstance(node, ast.Constant) and id(node) not in inside and VIETNAMESE.search(str(node.value)):
            lines[node.lineno - 1] += " · " + " ".join(of_html(str(node.value)).split())
    return "\n".join(lines)


def of_script(source):
    source = _COMMENT.sub(_blank, source)
    kept = [match.span() for match in _LITERAL.finditer(source) if VIETNAMESE.search(match.group())]
    return re.sub(r"\${[^}]*}", _blank, _only(source, kept))


def of_translations(source):
    said = [match.span(1) for match in re.finditer(r'^msgstr(?:\[\d\])? "(.*)"$', source, re.MULTILINE)]
    return of_html(_only(source, said))


def _of_parts(node):
    return "".join(part.value if isinstance(part, ast.Constant) else "·" for part in node.values)


def _blank(match):
    return _only(match.group(), [])


def _words_alone(match):
    """Of a tag the words in it that are shown: labels, and whatever is written in Vietnamese; "·" for a value."""
    tag = match.group()
    if tag.startswith("{{"):
        return "·" + _only(tag[1:], [])
    shown = [each.span(1) for each in _SHOWN.finditer(tag)]
    return _only(tag, shown + [each.span(1) for each in _QUOTED.finditer(tag) if VIETNAMESE.search(each.group(1))])


def _only(text, spans):
    kept = {place for start, end in spans for place in range(start, end)}
    return "".join(letter if place in kept or letter == "\n" else " " for place, letter in enumerate(text))
