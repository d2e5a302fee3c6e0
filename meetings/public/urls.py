from django.urls import path, re_path, register_converter
from django.urls.converters import IntConverter, StringConverter

from ..paper import PaperKind
from ..paper_kinds import description
from . import (
    calendar_page,
    calendars,
    directive_pages,
    error_reports,
    feeds,
    following,
    open_data,
    page_pictures,
    plain_pages,
    search_page,
    session_files,
    session_pages,
    sitemap,
    unit_pages,
    verification,
    view_requests,
)
from .api import endpoints as api
from .api.answers import missing


class SessionPath(StringConverter):
    """A session's part of its addresses, as the edition keeps it: "2021/01", "2020/12/dot-xuat"."""

    regex = r"[0-9]{4}/(?:0[1-9]|1[0-2])(?:/(?!ban/)[a-z0-9]+(?:-[a-z0-9]+)*)?"


class PaperSlug:
    """The kind of a paper as its address says it: "bien-ban"."""

    regex = "|".join(description(kind).slug for kind in PaperKind)

    def to_python(self, value):
        return next(kind for kind in PaperKind if description(kind).slug == value)

    def to_url(self, value):
        return description(PaperKind(value)).slug


class Extension(StringConverter):
    """What a paper can be had as."""

    regex = "pdf|docx"


class MetadataExtension(StringConverter):
    """What the data of a paper can be had as; no paper's file ends so."""

    regex = "json|xml"


class PictureExtension(StringConverter):
    """What a logo is kept as."""

    regex = "png|jpg"


class Year(IntConverter):
    """A year, in one spelling only."""

    regex = "[1-9][0-9]{3}"


register_converter(Year, "year")
register_converter(PictureExtension, "picture")
register_converter(SessionPath, "session")
register_converter(PaperSlug, "paper")
register_converter(Extension, "extension")
register_converter(MetadataExtension, "metadata")

app_name = "public"
urlpatterns = [
    path("", session_pages.front, name="front"),
    path("anh.png", page_pictures.of_council, name="council_picture"),
    path("bieu-trung/<slug:digest>.<picture:extension>", page_pictures.logo, name="logo"),
    path("phien-hop/", session_pages.archive, name="archive"),
    path("phien-hop/<year:year>/", session_pages.archive_of_year),
    path("phien-hop/<session:path>/", session_pages.session, name="session"),
    path("phien-hop/<session:path>/ban/<int:sequence>/", session_pages.earlier, name="earlier"),
    path("phien-hop/<session:path>/<paper:kind>.<extension:extension>", session_files.paper, name="paper"),
    path(
        "phien-hop/<session:path>/ban/<paper:kind>-<int:sequence>.<extension:extension>",
        session_files.earlier,
        name="earlier_paper",
    ),
    path("phien-hop/<session:path>/<paper:kind>.<metadata:extension>", session_files.metadata, name="paper_metadata"),
    path(
        "phien-hop/<session:path>/ban/<paper:kind>-<int:sequence>.<metadata:extension>",
        session_files.earlier_metadata,
        name="earlier_paper_metadata",
    ),
    path("phien-hop/<session:path>/du-lieu.json", session_files.data, name="data"),
    path("phien-hop/<session:path>/anh.png", page_pictures.picture, name="picture"),
    path("phien-hop/<session:path>/lich.ics", calendars.one_session, name="calendar"),
    path("phien-hop/<session:path>/tep/<slug:digest>/<str:name>", session_files.attached, name="attachment"),
    path(
        "phien-hop/<session:path>/ban/<int:sequence>/tep/<slug:digest>/<str:name>",
        session_files.earlier_attached,
        name="earlier_attachment",
    ),
    path("phien-hop/<session:path>/luot-xem", view_requests.counted, name="counted"),
    path(
        "phien-hop/<session:path>/luot-xem.gif", view_requests.counted_without_script, name="counted_without_script"
    ),
    path("lich/", calendar_page.calendar, name="calendar_page"),
    path("lich.ics", calendars.all_sessions, name="calendars"),
    path("rss.xml", feeds.feed, {"form": feeds.Rss}, name="rss"),
    path("atom.xml", feeds.feed, {"form": feeds.Atom}, name="atom"),
    path("sitemap.xml", sitemap.index, name="sitemap"),
    path("sitemap-<slug:name>.xml", sitemap.part, name="sitemap_part"),
    path("robots.txt", sitemap.robots, name="robots"),
    path("favicon.ico", sitemap.favicon),
    path("chi-dao/", directive_pages.directives, name="directives"),
    path("chi-dao/<slug:reference>/", directive_pages.directive, name="directive"),
    path("chi-dao/<slug:reference>/tep/<slug:digest>/<str:name>", directive_pages.report_file, name="report_file"),
    path("don-vi/", unit_pages.units, name="units"),
    path("don-vi/<slug:slug>/", unit_pages.unit, name="unit"),
    path("chi-dao/<slug:reference>/rss.xml", feeds.of_directive, name="directive_feed"),
    path("don-vi/<slug:slug>/rss.xml", feeds.of_unit, name="unit_feed"),
    path("theo-doi/", following.follow, name="follow"),
    path("theo-doi/xac-nhan/<str:token>/", following.confirm, name="confirm_following"),
    path("theo-doi/thoi/<str:token>/", following.leave, name="leave_following"),
    path("bao-sai-sot/", error_reports.report, name="report_error"),
    path("tim-kiem/", search_page.search, name="search"),
    path("tim-kiem/rss.xml", feeds.of_search, name="search_feed"),
    path("api/", api.system, name="api"),
    path("api/openapi.json", api.described, name="api_description"),
    path("api/bodies", api.bodies, name="api_bodies"),
    path("api/bodies/<slug:slug>", api.body, name="api_body"),
    path("api/announced", api.announced, name="api_announced"),
    path("api/meetings", api.meetings, name="api_meetings"),
    path("api/meetings/<slug:name>", api.meeting, name="api_meeting"),
    path("api/directives", api.directives, name="api_directives"),
    path("api/directives/<slug:reference>", api.directive, name="api_directive"),
    path("api/organizations", api.organizations, name="api_organizations"),
    path("api/organizations/<slug:slug>", api.organization, name="api_organization"),
    path("api/<path:rest>", missing),
    path("du-lieu-mo/", open_data.page_vi, name="open_data"),
    path("en/open-data/", open_data.page_en, name="open_data_en"),
    path("du-lieu-mo/tat-ca.jsonl", open_data.records, name="bulk_all"),
    path("du-lieu-mo/tat-ca-phien-hop.csv", open_data.sessions, name="bulk_all_sessions"),
    path("du-lieu-mo/tat-ca-chi-dao.csv", open_data.directives, name="bulk_all_directives"),
    path("du-lieu-mo/tat-ca-tien-do.csv", open_data.progress, name="bulk_all_progress"),
    path("du-lieu-mo/<year:year>.jsonl", open_data.records, name="bulk"),
    path("du-lieu-mo/<year:year>-phien-hop.csv", open_data.sessions, name="bulk_sessions"),
    path("du-lieu-mo/<year:year>-chi-dao.csv", open_data.directives, name="bulk_directives"),
    path("du-lieu-mo/<year:year>-tien-do.csv", open_data.progress, name="bulk_progress"),
    path("xac-minh/", verification.verify, name="verify"),
    path("gioi-thieu/", plain_pages.about, name="about"),
    path("kha-nang-tiep-can/", plain_pages.accessibility, name="accessibility"),
    path("en/", plain_pages.english, name="english"),
    re_path(r"^phien-hop/(?P<year>[0-9]{4})/(?P<month>[1-9])/(?P<rest>[a-z0-9./-]*)$", session_pages.one_digit_month),
]
