"""A page of the desk that is no form of Django's admin."""

from django.contrib import admin
from django.shortcuts import render


def desk_page(request, template, context, status=200):
    """The page, with what every page of the desk shows around its own `context`."""
    return render(request, f"admin/{template}.html", {**admin.site.each_context(request), **context}, status=status)
