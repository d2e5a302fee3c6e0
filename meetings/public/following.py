"""Following by mail: the form, and the pages to which the links of letters lead. An address follows nothing before it
is confirmed in its own mail, and whoever types one learns nothing of it."""

from functools import wraps

from django import forms
from django.http import Http404
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from ..models.office_scope import current
from ..models.public_index import DirectiveEntry
from ..models.subscriber import CONFIRM, LEAVE, Subscriber, TopicKind, topic_words
from . import queries
from .cached_page import newest_masthead, page, show
from .query_parameters import address, choice, parameters, slug
from .rate_limit import limited
from .see_other import SeeOther

A_MINUTE = 10
"""Addresses that one visitor may type."""
DIRECTIVE, UNIT = TopicKind.DIRECTIVE.value, TopicKind.UNIT.value


class AddressForm(forms.Form):
    address = forms.EmailField(
        max_length=254,
        error_messages={
            "required": "Đề nghị ghi địa chỉ thư điện tử.",
            "invalid": "Đề nghị ghi địa chỉ như lan.pham@vidu.vn.",
            "max_length": "Địa chỉ này quá dài. Đề nghị ghi địa chỉ khác.",
        },
    )


# No one is known here, and a token would set a cookie on every visitor: whoever forges the request only has a letter
# sent that asks whether it was meant.
@csrf_exempt
def follow(request):
    return asked(request) if request.method == "POST" else answer(request)


@page(query=parameters(directive=slug(DIRECTIVE), unit=slug(UNIT), sent=choice("da-gui", {"1"})))
def answer(request, directive, unit, sent):
    return _shown(request, directive, unit, is_sent=bool(sent))


@limited(A_MINUTE)
def asked(request):
    if not current().sends_letters:
        raise Http404
    directive, unit = request.POST.get(DIRECTIVE, "")[:60], request.POST.get(UNIT, "")[:120]
    form = AddressForm(request.POST)
    if not form.is_valid():
        fault, typed = form.errors["address"][0], request.POST.get("address", "")[:254]
        response = _shown(request, directive, unit, fault=fault, typed=typed)
        response.status_code = 400
        response["Cache-Control"] = "no-store"
        return response
    Subscriber.objects.ask(form.cleaned_data["address"], *_topic(directive, unit))
    return SeeOther(address(reverse("public:follow"), **{DIRECTIVE: directive, UNIT: unit, "da-gui": "1"}))


def _shown(request, directive, unit, **more):
    kind, name = _topic(directive, unit)
    context = {
        "masthead": newest_masthead(),
        "asked": {"directive": directive, "unit": "" if directive else unit},
        "topic": topic_words(kind, name),
        **more,
    }
    here = address(reverse("public:follow"), **{DIRECTIVE: directive, UNIT: context["asked"]["unit"]})
    return show(request, "follow", here, **context)


def _topic(directive, unit):
    """Http404 for what has no page."""
    if directive:
        if not DirectiveEntry.objects.live().filter(reference=directive).exists():
            raise Http404
        return DIRECTIVE, directive
    if unit:
        if not queries.units().filter(slug=unit).exists():
            raise Http404
        return UNIT, unit
    return TopicKind.SESSIONS.value, ""


def _of_a_link(purpose):
    """For the page behind a link: GET shows, POST acts; a dead link says so and names nobody."""

    def of_a_link(view):
        @csrf_exempt
        @require_http_methods(["GET", "HEAD", "POST"])
        @limited()
        @wraps(view)
        def answer(request, token):
            subscriber = Subscriber.objects.of_link(token, purpose)
            response = view(request, subscriber) if subscriber else _page(request, "dead", status=404)
            response["Cache-Control"], response["Referrer-Policy"] = "no-store", "no-referrer"
            return response

        return answer

    return of_a_link


@_of_a_link(CONFIRM)
def confirm(request, subscriber):
    if request.method == "POST":
        subscriber.confirm([int(pk) for pk in request.POST.getlist("muc") if pk.isdecimal()])
        return SeeOther(request.path)
    return _page(request, "confirm", subscriber)


@_of_a_link(LEAVE)
def leave(request, subscriber):
    """Without the name of one subscription, as mail programs post, it leaves all."""
    if request.method == "POST":
        one = request.POST.get("muc", "")
        subscriber.leave(int(one) if one.isdecimal() else None)
        if not Subscriber.objects.filter(pk=subscriber.pk).exists():
            return _page(request, "gone")
    return _page(request, "leave", subscriber)


def _page(request, step, subscriber=None, status=200):
    rows = list(subscriber.subscriptions.all()) if subscriber else []
    context = {
        "step": step,
        "waiting": [row for row in rows if not row.confirmed_at],
        "followed": [row for row in rows if row.confirmed_at],
        "masthead": newest_masthead(),
    }
    response = show(request, "following", "", **context, canonical="")
    response.status_code = status
    return response
