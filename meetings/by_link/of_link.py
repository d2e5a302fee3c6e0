"""What holds for every page behind a link: who has no link that holds learns nothing, not even why."""

from functools import wraps

from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt

from ..public.cached_page import newest_masthead
from ..public.rate_limit import limited

COUNTED, A_MINUTE, SENT_A_MINUTE = "by_link", 60, 20
"""From one address: pages looked at, and forms sent, each of which may bring a file."""


def of_link(model, closed):
    """For views that are asked as `view(request, link, …)`, and only for a usable link of the `model`; whoever has
    none is shown the template `closed`. Nothing of it is kept by a cache, found by a search engine, or named to
    another site.

    Outside the desk no cookie is known, so no token can be held against a forged form: the link itself is the secret.
    """

    def decorate(view):
        looked_at = limited(A_MINUTE, name=COUNTED)(_asked(view, model, closed))
        sent = limited(SENT_A_MINUTE, name=f"{COUNTED}.sent")(looked_at)

        @csrf_exempt
        @wraps(view)
        def answer(request, **named):
            response = (sent if request.method == "POST" else looked_at)(request, **named)
            response["Cache-Control"] = "no-store, private"
            response["Referrer-Policy"] = "no-referrer"
            response["X-Robots-Tag"] = "noindex, nofollow"
            return response

        return answer

    return decorate


def _asked(view, model, closed):
    def ask(request, *, token, **named):
        link = model.objects.of_token(token)
        if link is None:
            return render(request, closed, {"masthead": newest_masthead()}, status=410)
        if request.method == "GET":
            link.note_opening()
        return view(request, link, **named)

    return ask
