"""Health checks, by the name of the address: the process is up (alive); all that it needs is there (ready)."""

import shutil
from collections.abc import Callable
from datetime import timedelta
from ipaddress import ip_address, ip_network
from pathlib import Path
from tempfile import TemporaryFile

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpResponse, JsonResponse
from django.utils import timezone

from .maintenance import notice
from .refusals import address_of

MEGABYTE = 1024 * 1024
LETTERS_STAND = timedelta(minutes=30)
"""A letter that is due for so long is not being sent."""


class Health:
    """Comes before what asks for the host: a watcher names the machine by whatever name it has."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path == "/healthz":
            return HttpResponse("ok\n", content_type="text/plain")
        return ready(request) if request.path == "/readyz" else self.get_response(request)


def ready(request):
    """Anybody learns whether; from the machine itself and the watchers' networks, each check too."""
    found = {name: _asked(check) for name, check in CHECKS.items()}
    is_ready = not any(found.values())
    told = {"ready": is_ready}
    if _is_watcher(request):
        told["checks"] = {name: trouble or "ok" for name, trouble in found.items()}
    response = JsonResponse(told, status=200 if is_ready else 503, json_dumps_params={"ensure_ascii": False})
    response["Cache-Control"] = "no-store"
    return response


def _asked(check: Callable[[], str]) -> str:
    try:
        return check()
    except (Error, OSError) as trouble:
        return str(trouble).strip() or type(trouble).__name__


def _is_watcher(request):
    try:
        address = ip_address(address_of(request) or "127.0.0.1")  # a socket of the machine has no address
    except ValueError:
        return False
    return address.is_loopback or any(address in ip_network(each) for each in settings.WATCHERS)


def database():
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return ""


def migrations():
    """Asked until all are there: then nothing that runs here takes one away."""
    if not migrations.are_done:
        executor = MigrationExecutor(connection)
        missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
        if missing:
            return f"còn {len(missing)} bước migrate chưa chạy"
        migrations.are_done = True
    return ""


migrations.are_done = False


def static_files():
    manifest = getattr(staticfiles_storage, "hashed_files", None)
    return "" if manifest is None or manifest else "chưa chạy collectstatic"


def disk():
    """Of the folder with the database, the files and the cache."""
    free = shutil.disk_usage(settings.DATA_DIR).free // MEGABYTE
    return "" if free >= settings.DISK_FREE_MB else f"đĩa chỉ còn {free} MB"


def files():
    """Whether a file can be kept."""
    place = Path(settings.MEDIA_ROOT)
    place.mkdir(parents=True, exist_ok=True)
    with TemporaryFile(dir=place) as file:
        file.write(b"ok")
    return ""


def letters():
    """Whether what is due goes; without EMAIL_URL letters are to wait."""
    from meetings.models import Letter, every_office

    if not settings.EMAIL_URL:
        return ""
    with every_office():
        oldest = Letter.objects.due().filter(due_at__lt=timezone.now() - LETTERS_STAND).first()
    return f"thư chờ gửi từ {timezone.localtime(oldest.due_at):%H:%M %d/%m}" if oldest else ""


def maintenance():
    return "đang bảo trì" if notice() else ""


CHECKS = {
    "maintenance": maintenance,
    "database": database,
    "migrations": migrations,
    "static_files": static_files,
    "disk": disk,
    "files": files,
    "letters": letters,
}
