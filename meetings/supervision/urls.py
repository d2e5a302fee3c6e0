from django.urls import path
from django.views.generic import RedirectView

from . import door, grid_page, letter_page, opening_page

app_name = "supervision"
urlpatterns = [
    path("giam-sat/", RedirectView.as_view(pattern_name="supervision:grid"), name="way"),
    path("quan-tri/", door.LogIn.as_view(), name="login"),
    path("quan-tri/thoat/", door.LogOut.as_view(), name="logout"),
    path("quan-tri/mat-khau/", door.logged_in(door.OwnPassword.as_view()), name="password"),
    path("quan-tri/giam-sat/", grid_page.grid_page, name="grid"),
    path("quan-tri/giam-sat/bang.xlsx", grid_page.spreadsheet, name="spreadsheet"),
    path("quan-tri/thu-hang-tuan/", letter_page.letter_page, name="letter"),
    path("quan-tri/mo-co-quan/", opening_page.opening_page, name="open_office"),
]
