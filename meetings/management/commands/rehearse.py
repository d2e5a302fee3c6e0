"""bin/manage rehearse: restores a backup into a temporary place, and puts that away again."""

import os
import subprocess
import sys
import uuid
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import connection

from meetings.backup import archive


class Command(BaseCommand):
    help = "Diễn tập: khôi phục bản sao lưu ở một nơi tạm, kiểm tra tất cả, rồi dọn đi; không đụng gì đang chạy."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="bản sao lưu do bin/manage backup làm ra")

    def handle(self, *, file, **options):
        with archive.workroom() as room:
            database = f"rehearsal_{uuid.uuid4().hex[:12]}" if connection.vendor == "postgresql" else ""
            apart = {**os.environ, "DATA_DIR": str(room / "data")}
            apart.pop("DATABASE_URL", None)
            if database:
                apart["DATABASE_URL"] = _beside(database)
            _on_server(database and f'CREATE DATABASE "{database}"')
            try:
                command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "restore", str(file.resolve())]
                done = subprocess.run(command, env=apart, capture_output=True, text=True)
            finally:
                _on_server(database and f'DROP DATABASE "{database}" WITH (FORCE)')
        self.stdout.write(done.stdout, ending="")
        self.stderr.write(done.stderr, ending="")
        if done.returncode:
            self.stderr.write("Bản sao lưu này CHƯA dùng được để khôi phục.")
            sys.exit(1)
        self.stdout.write("Bản sao lưu dùng được: khôi phục thử đã khớp hoàn toàn.")


def _beside(database):
    """The address of a database of this name on the same server."""
    address, mark, options = os.environ["DATABASE_URL"].partition("?")
    return f"{address.rpartition('/')[0]}/{database}{mark}{options}"


def _on_server(statement):
    if statement:
        with connection._nodb_cursor() as cursor:
            cursor.execute(statement)
