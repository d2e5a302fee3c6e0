from django.urls import path

from ..public.sitemap import favicon
from . import api, directive_list, home_page, machines, place_pages, search_page, session_list, verification

app_name = "portal"
urlpatterns = [
    path("", home_page.home, name="home"),
    path("co-quan/", place_pages.places_page, name="places"),
    path("co-quan/ten-cu/", place_pages.former, name="former"),
    path("phien-hop/", session_list.sessions, name="sessions"),
    path("chi-dao/", directive_list.directives, name="directives"),
    path("tim-kiem/", search_page.search, name="search"),
    path("xac-minh/", verification.verify, name="verify"),
    path("du-lieu-mo/", api.open_data, name="open_data"),
    path("api/", api.system, name="api"),
    path("api/bodies", api.bodies, name="api_bodies"),
    path("api/<path:rest>", api.missing),
    path("rss.xml", machines.rss, name="rss"),
    path("sitemap.xml", machines.sitemap, name="sitemap"),
    path("sitemap-cong.xml", machines.own_sitemap, name="own_sitemap"),
    path("robots.txt", machines.robots, name="robots"),
    path("favicon.ico", favicon),
]
