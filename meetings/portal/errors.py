"""The portal's error pages. They ask nothing of the database, which may be what is broken."""

from datetime import timedelta

from django.shortcuts import render
from django.utils import timezone

from ..public.errors import broken
from ..vietnamese import LOCAL_ZONE
from .show import whose

__all__ = ["broken", "forbidden", "not_found", "not_understood", "too_many"]


def not_found(request, exception):
    """A page of an office is at that office: an address without its host leads nowhere."""
    return _said("not_found", 404)


def not_understood(request, exception):
    return _said("not_understood", 400)


def forbidden(request, exception):
    return _said("forbidden", 403)


def too_many(request, seconds):
    again = timezone.localtime(timezone.now() + timedelta(seconds=seconds), LOCAL_ZONE)
    return _said("too_many", 429, again=again, seconds=seconds)


def _said(reason, status, **context):
    context = {"reason": reason, "masthead": whose(), **context}
    response = render(None, "portal/error.html", context, status=status)
    response["Cache-Control"] = "no-store"
    return response
