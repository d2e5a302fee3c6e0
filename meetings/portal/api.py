"""The open data of all offices: one system with many bodies, each with the lists of its own office."""

from django.urls import reverse

from ..public.api.answers import data, endpoint, for_reading, problem
from ..public.api.fields import ADDRESS, OPARL, TEXT, Field, ObjectType
from ..public.api.system_objects import VERSION, oparl_type
from ..public.cached_page import origin, page
from .places import Places
from .show import show, whose


def _of_portal(name):
    return lambda row, at: at(name)


def _of_office(name):
    return lambda place, at: place.at(name)


SYSTEM = ObjectType(
    "Nơi bắt đầu: địa chỉ danh sách các cơ quan.",
    (
        Field("id", ADDRESS, "Địa chỉ của chính đối tượng này trong API.", _of_portal("api")),
        oparl_type("System"),
        Field("oparlVersion", ADDRESS, "Bản OParl mà tên các trường theo, nơi phù hợp.", lambda *_: f"{OPARL}/"),
        Field("apiVersion", TEXT, "Trường riêng. Bản của API này; thêm trường thì không đổi.", lambda *_: VERSION),
        Field("name", TEXT, "Tên của API.", lambda *_: f"Dữ liệu mở, {whose().name}"),
        Field("body", ADDRESS, "Các cơ quan.", _of_portal("api_bodies")),
        Field("feed", ADDRESS, "Trường riêng. Tin mới của mọi cơ quan (RSS).", _of_portal("rss")),
        Field("verification", ADDRESS, "Trường riêng. Nơi kiểm tra một tệp.", _of_portal("verify")),
        Field("website", ADDRESS, "Trang giới thiệu dữ liệu mở.", _of_portal("open_data")),
    ),
)
BODY = ObjectType(
    "Một cơ quan; mọi danh sách ở trang của chính cơ quan.",
    (
        Field("id", ADDRESS, "Địa chỉ ở API của cơ quan.", _of_office("api_bodies")),
        oparl_type("Body"),
        Field("system", ADDRESS, "API của cơ quan.", _of_office("api")),
        Field("name", TEXT, "Tên.", lambda place, at: place.office.name),
        Field("shortName", TEXT, "Địa danh.", lambda place, at: place.name),
        Field("website", ADDRESS, "Trang nhất của cơ quan.", _of_office("front")),
        Field("meeting", ADDRESS, "Các phiên họp.", _of_office("api_meetings")),
        Field("directive", ADDRESS, "Trường riêng. Các chỉ đạo.", _of_office("api_directives")),
        Field("organization", ADDRESS, "Các đơn vị được nêu tên.", _of_office("api_organizations")),
        Field("openData", ADDRESS, "Trường riêng. Tải cả năm: JSON Lines, CSV.", _of_office("open_data")),
    ),
)


def _addresses(request):
    here = origin(request)
    return lambda name: here + reverse(f"portal:{name}")


@endpoint()
def system(request):
    return data(SYSTEM.write(None, _addresses(request)))


@endpoint()
def bodies(request):
    at = _addresses(request)
    return data({"data": [BODY.write(place, at) for place in Places(request).all]})


@for_reading
def missing(request, rest):
    return problem(404, "Không có địa chỉ hoặc dữ liệu này.", detail="Xem /api/bodies.")


@page
def open_data(request):
    fields = [(field.name, field.words) for field in BODY.fields]
    return show(request, "open_data", reverse("portal:open_data"), Places(request), fields=fields)
