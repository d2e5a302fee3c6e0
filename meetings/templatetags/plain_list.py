"""A list of Django's admin as a ledger of the desk: its cells, the filters chosen, the way on."""

import re

from django import template
from django.contrib.admin.sites import site
from django.contrib.admin.templatetags.admin_list import result_headers, results
from django.contrib.admin.views.main import PAGE_VAR
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.text import capfirst

register = template.Library()
BOOLEAN = re.compile(r'<img src="[^"]*icon-(yes|no|unknown)[^"]*"[^>]*>')
WORDS = {"yes": "có", "no": "không", "unknown": "chưa rõ"}


@register.filter
def in_words(contents):
    """Django draws a yes or no as an icon; the desk says it."""
    return mark_safe(BOOLEAN.sub(lambda icon: WORDS[icon[1]], str(contents)))


@register.simple_tag
def plain_ledger(cl):
    """The heads with their ways to sort, and the rows; each cell says its head, for a phone shows no heads."""
    heads = list(result_headers(cl))
    rows = [[_cell(cell, head) for head, cell in zip(heads, row, strict=True)] for row in results(cl)]
    return {"heads": heads, "rows": rows}


def _cell(cell, head):
    """A cell that holds nothing takes no line on a phone."""
    label = format_html('<td data-label="{}"', capfirst(head["text"]))
    if cell.endswith(f">{site.empty_value_display}</td>"):
        return mark_safe(f'{label} class="ledger__none"><span class="quiet">—</span></td>')
    return mark_safe(in_words(cell).replace("<td", label, 1))


@register.simple_tag
def plain_filters(cl):
    """Each filter of the list: its title and its choices, the first of which filters nothing."""
    return [{"title": spec.title, "choices": list(spec.choices(cl))} for spec in cl.filter_specs]


@register.simple_tag
def chosen_filters(cl):
    """What the list is narrowed by, in words: ["“tài chính”", "loại: Ban của HĐND"]."""
    words = [f"“{cl.query}”"] if cl.query else []
    for spec in cl.filter_specs:
        chosen = next((each for each in list(spec.choices(cl))[1:] if each["selected"]), None)
        words += [f"{spec.title}: {chosen['display']}"] if chosen else []
    return words


@register.simple_tag
def plain_pages(cl):
    """The page that is shown, and the addresses of the one before and the one after."""
    page = cl.paginator.page(cl.page_num)
    way = {name: cl.get_query_string({PAGE_VAR: number}) for name, number in _beside(page)}
    return {"page": page, **way}


def _beside(page):
    if page.has_previous():
        yield "before", page.previous_page_number()
    if page.has_next():
        yield "after", page.next_page_number()
