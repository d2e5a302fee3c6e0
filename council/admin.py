"""The desk's admin site: Django's own, in the office's words."""

from django.contrib import admin
from django.contrib.admin.apps import AdminConfig


class CouncilAdminConfig(AdminConfig):
    default_site = "council.admin.CouncilAdminSite"


class CouncilAdminSite(admin.AdminSite):
    site_header = "Bàn việc Thường trực HĐND"
    site_title = "Bàn việc"
    index_title = "Bàn việc"
    enable_nav_sidebar = False
