"""A new CSRF token: after a log-in in another window a page that was opened before it can still be sent."""

from django.http import JsonResponse
from django.middleware.csrf import get_token
from django.urls import path
from django.views.decorators.http import require_safe


@require_safe
def show(request):
    return JsonResponse({"token": get_token(request)})


PATHS = [path("ma-bieu-mau/", show, name="form_token")]
