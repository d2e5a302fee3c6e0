"""What the site says of itself: how far everyone can use it, and in English what it is."""

from datetime import date

from django.urls import reverse

from ..directive_states import DirectiveState
from .cached_page import newest_masthead, page, show

CHECKED_ON = date(2026, 11, 26)
"""When the checks that the statement of accessibility names were last gone through."""

CONTACTS = ("Cơ quan", "Địa chỉ", "Điện thoại", "Thư điện tử")
CONTACTS_IN_ENGLISH = ("Office", "Address", "Telephone", "E-mail")
MEANINGS_IN_ENGLISH = {
    DirectiveState.OPEN: "open; nothing has been reported yet.",
    DirectiveState.IN_PROGRESS: "in progress.",
    DirectiveState.DONE: "done.",
    DirectiveState.OVERDUE: "overdue; the state is written underneath, with the days that it is late.",
    DirectiveState.NOT_FOLLOWED: "not followed; told by an old post, nothing reported since.",
    DirectiveState.DROPPED: "dropped; the committee no longer asks for it.",
}


@page
def accessibility(request):
    context = {"masthead": newest_masthead(), "checked_on": CHECKED_ON, "labels": CONTACTS}
    return show(request, "accessibility", reverse("public:accessibility"), **context)


@page
def english(request):
    states = [(state.value, state.label, meaning) for state, meaning in MEANINGS_IN_ENGLISH.items()]
    context = {"masthead": newest_masthead(), "labels": CONTACTS_IN_ENGLISH, "states": states}
    return show(request, "english", reverse("public:english"), lang="en", **context)
