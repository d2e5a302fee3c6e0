"""The addresses of the desk's own pages, for get_urls of an admin."""

from django.urls import path


def staff_paths(site, *lists):
    """The paths of the lists, each view open to logged-in staff alone."""
    return [
        path(pattern.pattern._route, site.admin_view(pattern.callback), name=pattern.name)
        for paths in lists
        for pattern in paths
    ]
