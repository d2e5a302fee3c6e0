from django.urls import path, re_path, register_converter

from . import files, papers, views


class SessionPath:
    """A session's part of its addresses, as the edition keeps it: "2021/01", "2020/12/dot-xuat"."""

    regex = r"[0-9]{4}/(?:0[1-9]|1[0-2])(?:/(?!ban/)[a-z0-9]+(?:-[a-z0-9]+)*)?"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


register_converter(SessionPath, "session")

app_name = "public"
urlpatterns = [
    path("", views.front, name="front"),
    path("phien-hop/", views.archive, name="archive"),
    path("phien-hop/<session:path>/", views.session, name="session"),
    path("phien-hop/<session:path>/ban/<int:sequence>/", views.earlier, name="earlier"),
    path("phien-hop/<session:path>/bien-ban.pdf", papers.minutes_pdf, name="minutes"),
    path("phien-hop/<session:path>/du-lieu.json", papers.data, name="data"),
    path("phien-hop/<session:path>/tep/<slug:digest>/<str:name>", files.attachment, name="attachment"),
    re_path(r"^phien-hop/(?P<year>[0-9]{4})/(?P<month>[1-9])/(?P<rest>[a-z0-9./-]*)$", views.one_digit_month),
]
