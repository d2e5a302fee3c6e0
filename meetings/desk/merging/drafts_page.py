"""The page of the drafts that lie in this browser, and their end on log-out where the office shares its machines."""

from django.conf import settings
from django.urls import path
from django.views.decorators.http import require_safe

from ...models import Council
from ..desk_page import desk_page


def forgets():
    council = Council.objects.in_office()
    return bool(council and council.forgets_drafts)


@require_safe
def show(request):
    return desk_page(request, "drafts", {"title": "Bản gõ dở trên máy này", "forgets": forgets()})


def forget(answer, user_pk):
    """Tells the browser whose drafts to remove. The page that answers does it (shelf.js): the form that is being left
    may still write its own."""
    if user_pk and forgets():
        answer.set_cookie(
            "quen-ban-go-do",
            str(user_pk),
            max_age=14 * 24 * 60 * 60,
            path=settings.SESSION_COOKIE_PATH,
            secure=settings.SESSION_COOKIE_SECURE,
            samesite="Lax",
        )
    return answer


PATHS = [path("ban-go-do/", show, name="drafts")]
