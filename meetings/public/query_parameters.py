"""The parameters of a page's address, declared once, beside its view: @page(query=parameters(year=integer("nam"))).

`page` reads them, hands the view the values alone and keeps the answer under exactly those values. If a view read the
query itself, the cache would serve one answer for all queries.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import Http404


@dataclass(frozen=True)
class Parameter:
    name: str
    """As the address says it."""
    read: Callable[[str], Any]
    """From the text, "" where the address has none, to the value. It raises Http404 where no address of ours has
    such a text. Values are frozen and tell all of themselves in their repr()."""


def parameters(**by_keyword):
    """What reads a query: from request.GET to the keyword arguments of the view."""

    def read(query):
        return {key: parameter.read(query.get(parameter.name, "")) for key, parameter in by_keyword.items()}

    return read


def integer(name, default=None):
    def read(text):
        return int(_matching("[1-9][0-9]{0,5}", text)) if text else default

    return Parameter(name, read)


def slug(name):
    return Parameter(name, lambda text: _matching("[a-z0-9]+(?:-[a-z0-9]+)*", text) if text else "")


def choice(name, words):
    """One of `words`, "" where none is chosen."""

    def read(text):
        if text and text not in words:
            raise Http404
        return text

    return Parameter(name, read)


def _matching(pattern, text):
    if not re.fullmatch(pattern, text):
        raise Http404
    return text


def address(path, **values):
    """`path` with those of `values` that say something, in this order: one address for one page. The first page of a
    list goes without its number."""
    written = {
        name.replace("_", "-"): value for name, value in values.items() if value and (name, value) != ("trang", 1)
    }
    query = urlencode(written)
    return f"{path}?{query}" if query else path
