"""“Báo sai sót”: a reader says what is wrong on a page. It goes to the office's list, and shows nowhere here."""

import re

from django import forms
from django.http import Http404
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt

from ..models.error_report import LONGEST, ErrorReport
from ..models.public_index import DirectiveEntry, SessionEntry
from ..vietnamese import tidy
from . import queries
from .cached_page import newest_masthead, page, show
from .query_parameters import Parameter, address, choice, parameters
from .rate_limit import limited
from .see_other import SeeOther

A_MINUTE = 5
PAGE = "trang"
_PAGES = re.compile(r"/(phien-hop|chi-dao|don-vi)/([a-z0-9/-]{1,120})/")


class ReportForm(forms.Form):
    words = forms.CharField(
        max_length=LONGEST,
        error_messages={
            "required": "Đề nghị ghi chỗ nào sai, và đúng ra thế nào.",
            "max_length": f"Đề nghị ghi gọn trong {LONGEST} ký tự; hiện có %(show_value)s.",
        },
    )
    address = forms.EmailField(
        required=False,
        max_length=254,
        error_messages={
            "invalid": "Đề nghị ghi địa chỉ như lan.pham@vidu.vn, hoặc để trống.",
            "max_length": "Địa chỉ này quá dài. Đề nghị ghi địa chỉ khác, hoặc để trống.",
        },
    )
    website = forms.CharField(required=False)
    """Out of sight; what fills it in is a program."""


# Nobody is known here, and a token would set a cookie on every visitor.
@csrf_exempt
def report(request):
    return sent(request) if request.method == "POST" else answer(request)


@page(query=parameters(path=Parameter(PAGE, lambda text: text[:160]), is_sent=choice("da-gui", {"1"})))
def answer(request, path, is_sent):
    return _shown(request, path, is_sent=bool(is_sent))


@limited(A_MINUTE)
def sent(request):
    path, form = request.POST.get(PAGE, "")[:160], ReportForm(request.POST)
    if not form.is_valid():
        faults = {name: errors[0] for name, errors in form.errors.items()}
        typed = {name: request.POST.get(name, "")[: 4 * LONGEST] for name in ("words", "address")}
        response = _shown(request, path, faults=faults, typed=typed)
        response.status_code = 400
        response["Cache-Control"] = "no-store"
        return response
    session = _page_at(path)[1]
    if not form.cleaned_data["website"]:
        ErrorReport.objects.receive(path, session, tidy(form.cleaned_data["words"]), form.cleaned_data["address"])
    return SeeOther(address(reverse("public:report_error"), **{PAGE: path, "da-gui": "1"}))


def _shown(request, path, **more):
    context = {"masthead": newest_masthead(), "path": path, "named": _page_at(path)[0], "longest": LONGEST, **more}
    return show(request, "report_error", address(reverse("public:report_error"), **{PAGE: path}), **context)


def _page_at(path):
    """What the page is called, and the key of its session; Http404 where there is none to report on."""
    kind, name = match.groups() if (match := _PAGES.fullmatch(path)) else ("", "")
    if kind == "phien-hop" and (entry := SessionEntry.objects.live().filter(path=name).first()):
        return entry.title, entry.session_id
    if kind == "chi-dao" and (entry := DirectiveEntry.objects.live().filter(reference=name).first()):
        return f"Chỉ đạo {name}", entry.session_id
    if kind == "don-vi" and (unit := queries.units().filter(slug=name).first()):
        return unit.name, None
    raise Http404
