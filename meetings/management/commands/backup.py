"""bin/manage backup: the whole installation in one file, while it is in use."""

import logging
import re
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from meetings.backup import archive
from meetings.backup.refused import BackupRefused

from ...vietnamese import LOCAL_ZONE

log = logging.getLogger(__name__)
_OURS = re.compile(r"sao-luu-\d{8}-\d{6}\.tar(\.gpg)?")


class Command(BaseCommand):
    help = "Sao lưu cả hệ thống (cơ sở dữ liệu, mọi tệp) vào một tệp, trong khi trang vẫn chạy."

    def add_arguments(self, parser):
        parser.add_argument("place", type=Path, help="thư mục để cất bản sao lưu, hoặc tên tệp")
        parser.add_argument("--encrypt-to", type=Path, metavar="KHÓA", help="tệp khóa công khai GnuPG để mã hóa")
        parser.add_argument("--keep", type=int, metavar="SỐ", help="chỉ giữ chừng ấy bản mới nhất trong thư mục")

    def handle(self, *, place, encrypt_to, keep, **options):
        if keep is not None and (keep < 1 or not place.is_dir()):
            raise CommandError("--keep là số bản giữ lại, từ 1, và chỉ dùng với một thư mục đã có.")
        ending = f".tar{archive.ENCRYPTED if encrypt_to else ''}"
        now = timezone.localtime(timezone=LOCAL_ZONE)
        target = place / f"sao-luu-{now:%Y%m%d-%H%M%S}{ending}" if place.is_dir() else place
        if target.exists():
            raise CommandError(f"{target} đã có. Hãy ghi tên khác, hoặc ghi tên thư mục.")
        try:
            told = archive.write(target, encrypt_to)
        except BackupRefused as refused:
            raise CommandError(str(refused)) from None
        except OSError as failed:
            raise CommandError(f"Không ghi được {target}: {failed.strerror}. Chưa có bản sao lưu nào mới.") from None
        rows = sum(counted for counted, _ in told.tables.values())
        megabytes = target.stat().st_size / 1_000_000
        said = f"{target}: {rows} dòng, {len(told.parts) - 1} tệp, {megabytes:.1f} MB"
        log.info("Đã sao lưu: %s", said)
        self.stdout.write(f"Đã sao lưu vào {said}.")
        for old in sorted(each for each in place.iterdir() if _OURS.fullmatch(each.name))[:-keep] if keep else ():
            old.unlink()
            self.stdout.write(f"Đã bỏ bản cũ {old}.")
