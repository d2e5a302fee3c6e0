"""The public's error pages."""

from django.shortcuts import render


def not_found(request, exception):
    return render(request, "public/404.html", status=404)


def broken(request):
    return render(request, "public/500.html", status=500)
