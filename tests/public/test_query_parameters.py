"""What a page reads of its address is what its answer is kept under: the query is read in one place."""

import ast
from pathlib import Path

import pytest
from django.http import HttpResponse

from meetings.public.cached_page import page
from meetings.public.query_parameters import integer, parameters

ROOM = Path(__file__).resolve().parent.parent.parent / "meetings" / "public"
TEMPLATES = ROOM.parent.parent / "templates" / "public"
READS_THE_QUERY = {"GET", "META", "environ", "get_full_path", "get_full_path_info", "get_raw_uri"}
ALLOWED = {
    ("cached_page.py", "GET"): "reads the parameters that a page declares, for its view and its key",
    ("old_addresses.py", "get_full_path"): "looks up a whole address of the old portal; the answer to it is not kept",
    ("verification.py", "GET"): "tells a number from a file; the page that answers declares its own parameters",
    ("uploaded_hash.py", "META"): "asks how long the body is that a form sends; the answer to it is not kept",
}


def readers_of_the_query(source):
    """The attributes and keys through which a module can come at the query."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and node.attr in READS_THE_QUERY:
            yield node.attr
        if isinstance(node, ast.Constant) and node.value in READS_THE_QUERY - {"GET"} | {"QUERY_STRING"}:
            yield node.value
        is_call = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        if is_call and node.func.attr == "build_absolute_uri" and not (node.args or node.keywords):
            yield "build_absolute_uri"


def test_the_query_is_read_in_the_named_places_alone():
    modules = {path: path.read_text(encoding="utf-8") for path in ROOM.rglob("*.py")}
    readers = {
        (f"{path.relative_to(ROOM)}", name) for path, text in modules.items() for name in readers_of_the_query(text)
    }
    assert readers == set(ALLOWED)


@pytest.mark.parametrize(
    "reads",
    [
        "request.GET['nam']",
        "request.GET.get('nam')",
        "given := request.GET",
        "request.META['QUERY_STRING']",
        "request.environ",
        "request.get_full_path()",
        "request.build_absolute_uri()",
        "getattr(request, 'META')",
        "scope['QUERY_STRING']",
    ],
)
def test_another_reader_would_be_seen(reads):
    assert list(readers_of_the_query(f"def view(request):\n    return HttpResponse(({reads}))"))


def test_no_template_of_the_public_site_reads_the_request():
    assert [path.name for path in TEMPLATES.rglob("*.html") if "request." in path.read_text(encoding="utf-8")] == []


@page(query=parameters(year=integer("nam")))
def shows_its_year(request, year):
    return HttpResponse(f"{year}")


def test_an_answer_is_kept_under_the_values_of_its_parameters_and_no_others(rf, db):
    ask = lambda query: shows_its_year(rf.get(f"/?{query}"))  # noqa: E731
    one, same, other = ask("nam=2020"), ask("utm=x&nam=2020"), ask("nam=2021")
    assert [answer.content for answer in (one, same, other)] == [b"2020", b"2020", b"2021"]
    assert one["ETag"] == same["ETag"] != other["ETag"]


def test_a_view_is_handed_nothing_that_its_page_does_not_declare(rf, db):
    @page
    def wants_a_year(request, year):
        return HttpResponse(f"{year}")

    with pytest.raises(TypeError):
        wants_a_year(rf.get("/?year=2020&nam=2020"))
