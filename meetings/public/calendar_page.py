"""How to follow the sessions in a calendar of one's own."""

from urllib.parse import quote, urlencode

from django.urls import reverse

from . import upcoming
from .cached_page import newest_masthead, origin, page, show


@page
def calendar(request):
    council, address = newest_masthead(), origin(request) + reverse("public:calendars")
    webcal = f"webcal:{address.partition(':')[2]}"
    name = f"Phiên họp - {council.name}"
    context = {
        "masthead": council,
        "feed": address,
        "webcal": webcal,
        "google": f"https://calendar.google.com/calendar/r?cid={quote(webcal, safe='')}",
        "outlook": f"https://outlook.live.com/calendar/0/addfromweb?{urlencode({'url': address, 'name': name})}",
        "announced": upcoming.all_announced(),
    }
    return show(request, "calendar", reverse("public:calendar_page"), **context)
