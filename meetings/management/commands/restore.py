"""bin/manage restore: fills an empty installation from a backup, and says whether all of it is there, unchanged."""

from pathlib import Path

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from meetings.backup import restoring
from meetings.backup.refused import BackupRefused


class Command(BaseCommand):
    help = "Khôi phục một bản sao lưu vào nơi còn trống, rồi kiểm tra mọi dòng, mọi tệp và mọi bản đã phát hành."
    requires_migrations_checks = False

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="bản sao lưu do bin/manage backup làm ra")

    def handle(self, *, file, **options):
        try:
            told = restoring.restore(file)
        except BackupRefused as refused:
            raise CommandError(str(refused)) from None
        rows = sum(counted for counted, _ in told.tables.values())
        self.stdout.write(f"Đã khôi phục bản sao lưu lúc {told.made_at} của bản {told.version}.")
        self.stdout.write(f"Khớp từng dòng: {rows} dòng trong {len(told.tables)} bảng; {len(told.parts) - 1} tệp.")
        call_command("migrate", verbosity=0)
        call_command("verify_editions", stdout=self.stdout, stderr=self.stderr)
