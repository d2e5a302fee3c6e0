from django.urls import path, re_path

from . import invitation_pages

app_name = "invitations"
urlpatterns = [
    path("<str:token>/", invitation_pages.answer, name="answer"),
    path("<str:token>/giay-moi.pdf", invitation_pages.paper, name="paper"),
    path("<str:token>/lich.ics", invitation_pages.event, name="event"),
    path("<str:token>/tai-lieu/<int:pk>/", invitation_pages.document, name="document"),
    re_path("", invitation_pages.answer, {"token": ""}),
]
