"""bin/manage verify_editions: checks every hash, the chain of seals and the files of what was issued."""

import sys

from django.core.management.base import BaseCommand

from meetings.management.office_commands import each_office
from meetings.models import Edition, EditionFile, Office, every_office, record_room_check


class Command(BaseCommand):
    help = "Kiểm tra mọi bản đã phát hành của mọi cơ quan: mã băm, chuỗi dấu niêm, tệp và số; nêu rõ chỗ không khớp."

    def handle(self, **options):
        faults, are_several = 0, Office.objects.count() > 1
        for fault in record_room_check.missing_guards():
            faults += 1
            self.stderr.write(fault)
        for office in each_office():
            for fault in record_room_check.faults():
                faults += 1
                self.stderr.write(f"{office.slug}: {fault}" if are_several else fault)
        with every_office():
            counted = f"{Edition.objects.count()} bản, {EditionFile.objects.count()} tệp"
        if faults:
            self.stderr.write(f"Đã kiểm {counted}: {faults} chỗ không khớp.")
            sys.exit(1)
        self.stdout.write(f"Đã kiểm {counted}: mọi mã băm, dấu niêm, tệp và số đều khớp.")
