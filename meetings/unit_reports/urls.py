from django.urls import path, re_path

from . import pages

app_name = "unit_reports"
urlpatterns = [
    path("<str:token>/", pages.tasks, name="tasks"),
    path("<str:token>/<slug:reference>/", pages.report, name="report"),
    path("<str:token>/<slug:reference>/da-gui/<int:pk>/", pages.sent, name="sent"),
    re_path("", pages.tasks, {"token": ""}),
]
