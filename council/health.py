"""Health checks: the process is up (alive), the database answers (ready)."""

from django.db import DatabaseError, connection
from django.http import HttpResponse


def alive(request):
    return HttpResponse("ok\n", content_type="text/plain")


def ready(request):
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM meetings_edition LIMIT 1")
    except DatabaseError:
        return HttpResponse("chưa có cơ sở dữ liệu\n", status=503, content_type="text/plain; charset=utf-8")
    return HttpResponse("ok\n", content_type="text/plain")
