from django.urls import path, re_path

from . import report_pages

app_name = "unit_reports"
urlpatterns = [
    path("<str:token>/", report_pages.tasks, name="tasks"),
    path("<str:token>/<slug:reference>/", report_pages.report, name="report"),
    path("<str:token>/<slug:reference>/da-gui/<int:pk>/", report_pages.sent, name="sent"),
    re_path("", report_pages.tasks, {"token": ""}),
]
