"""The addresses of PORTAL_HOST: what is public of all offices, and behind a log-in the pages of who supervises."""

from django.urls import include, path

urlpatterns = [
    path("", include("meetings.portal.urls")),
    path("", include("meetings.supervision.urls")),
]
handler400 = "meetings.portal.errors.not_understood"
handler403 = "meetings.portal.errors.forbidden"
handler404 = "meetings.portal.errors.not_found"
handler500 = "meetings.portal.errors.broken"
