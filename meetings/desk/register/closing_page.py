"""The page that asks before a year's register is closed: what is final then, and what its lines still lack."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path, reverse

from ... import issuing, printing
from ...models import Refused
from ..desk_page import desk_page
from ..office_time import today
from .register_page import council_and_year


def close(request):
    council, year = council_and_year(request, "meetings.add_registerclosing")
    if council is None:
        raise Http404("Chưa có hội đồng nhân dân nào.")
    refusal, early = "", year >= today().year and not _has_ended(council)
    if request.method == "POST":
        try:
            if early and not request.POST.get("sure"):
                raise Refused(f"Năm {year} chưa hết. Nếu vẫn khóa, hãy chọn ô xác nhận ở dưới.")
            return _close(request, council, year)
        except (Refused, printing.PressRefused) as refused:
            refusal = str(refused)
    book, closing = issuing.book_of(council, year), issuing.closing_of(council, year)
    lines = [line for line in book.lines if line.edition]
    context = {
        "title": f"Khóa sổ năm {year}",
        "council": council,
        "year": year,
        "book": book,
        "closing": closing,
        "early": early,
        "unsent": [line for line in lines if not line.sent_on],
        "uncounted": sum(line.copies is None for line in lines),
        "skipped": [line for line in book.lines if not line.edition],
        "refusal": refusal,
    }
    return desk_page(request, "register/close", context, status=409 if refusal else 200)


def _has_ended(council):
    """A council that does not sit any more gives no more numbers."""
    return bool(council.valid_to and council.valid_to < today())


def _close(request, council, year):
    closing = issuing.close_year(council, year, by=request.user)
    messages.success(request, f"{closing.words}. Bản PDF của sổ được giữ nguyên từ nay.")
    return redirect(f"{reverse('admin:meetings_edition_register')}?nam={year}&hdnd={council.pk}")


PATHS = [path("so-van-ban/khoa/", close, name="meetings_edition_register_close")]
