"""What the site says of itself: how far everyone can use it, and in English what it is."""

from datetime import date

from django.urls import reverse

from ..writers.follow_up import STATE_WORDS
from .cached_page import newest_masthead, page, show

CHECKED_ON = date(2026, 11, 26)
"""When the checks that the statement of accessibility names were last gone through."""

CONTACTS = ("Cơ quan", "Địa chỉ", "Điện thoại", "Thư điện tử")
CONTACTS_IN_ENGLISH = ("Office", "Address", "Telephone", "E-mail")
STATES_IN_ENGLISH = (
    ("open", STATE_WORDS["open"], "open; nothing has been reported yet."),
    ("in_progress", STATE_WORDS["in_progress"], "in progress."),
    ("done", STATE_WORDS["done"], "done."),
    ("overdue", "Quá hạn", "overdue; the state is written underneath, with the days that it is late."),
    (
        "not_followed",
        STATE_WORDS["not_followed"],
        "not followed; told by an old post, nothing reported since.",
    ),
    ("dropped", STATE_WORDS["dropped"], "dropped; the committee no longer asks for it."),
)


@page
def accessibility(request):
    context = {"masthead": newest_masthead(), "checked_on": CHECKED_ON, "labels": CONTACTS}
    return show(request, "accessibility", reverse("public:accessibility"), **context)


@page
def english(request):
    context = {"masthead": newest_masthead(), "labels": CONTACTS_IN_ENGLISH, "states": STATES_IN_ENGLISH}
    return show(request, "english", reverse("public:english"), lang="en", **context)
