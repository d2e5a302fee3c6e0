from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("quan-tri/", admin.site.urls),
    path("bao-cao/", include("meetings.by_link.report_urls")),
    path("giay-moi/", include("meetings.by_link.invitation_urls")),
    path("", include("meetings.public.urls")),
]
handler400 = "meetings.public.errors.not_understood"
handler403 = "meetings.public.errors.forbidden"
handler404 = "meetings.public.errors.not_found"
handler500 = "meetings.public.errors.broken"
