"""bin/manage verify_editions: checks every hash, the chain of seals and the files of what was issued."""

import sys

from django.core.management.base import BaseCommand

from meetings.models import Edition, EditionFile, record_room_check


class Command(BaseCommand):
    help = "Kiểm tra mọi bản đã phát hành: mã băm, chuỗi dấu niêm, tệp và số; nêu rõ chỗ không khớp."

    def handle(self, **options):
        faults = 0
        for fault in record_room_check.faults():
            faults += 1
            self.stderr.write(fault)
        counted = f"{Edition.objects.count()} bản, {EditionFile.objects.count()} tệp"
        if faults:
            self.stderr.write(f"Đã kiểm {counted}: {faults} chỗ không khớp.")
            sys.exit(1)
        self.stdout.write(f"Đã kiểm {counted}: mọi mã băm, dấu niêm, tệp và số đều khớp.")
