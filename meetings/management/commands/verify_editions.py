"""bin/manage verify_editions: checks every hash, the chain of seals and the files of what was issued."""

import sys
from pathlib import Path

from django.core.management.base import BaseCommand
from django.utils import timezone

from meetings.management.office_commands import each_office
from meetings.models import Edition, EditionFile, Office, every_office, record_room_check


class Command(BaseCommand):
    help = "Kiểm tra mọi bản đã phát hành của mọi cơ quan: mã băm, chuỗi dấu niêm, tệp và số; nêu rõ chỗ không khớp."

    def add_arguments(self, parser):
        parser.add_argument(
            "--anchors",
            type=Path,
            metavar="TỆP",
            help="ghi thêm dấu niêm cuối của mỗi hội đồng vào tệp, và xem các dấu đã ghi trước đây có còn không; "
            "giữ tệp ở máy khác thì ai cắt phần cuối của sổ cũng bị thấy",
        )

    def handle(self, *, anchors, **options):
        faults, are_several = 0, Office.objects.count() > 1
        for fault in record_room_check.missing_guards():
            faults += 1
            self.stderr.write(fault)
        for office in each_office():
            for fault in record_room_check.faults():
                faults += 1
                self.stderr.write(f"{office.slug}: {fault}" if are_several else fault)
        for fault in _lost(anchors):
            faults += 1
            self.stderr.write(fault)
        with every_office():
            counted = f"{Edition.objects.count()} bản, {EditionFile.objects.count()} tệp"
        if faults:
            self.stderr.write(f"Đã kiểm {counted}: {faults} chỗ không khớp.")
            sys.exit(1)
        self.stdout.write(f"Đã kiểm {counted}: mọi mã băm, dấu niêm, tệp và số đều khớp.")
        for line in _last_seals():
            self.stdout.write(line)
        if anchors:
            with anchors.open("a", encoding="utf-8") as file:
                file.writelines(f"{line}\n" for line in _last_seals())


def _last_seals():
    """ "2026-12-01 hdnd-phuong HĐND phường …: 5f3a…"."""
    for office in each_office():
        for council, seal in record_room_check.last_seals():
            yield f"{timezone.localdate()} {office.slug or '-'} {council}: {seal}"


def _lost(anchors):
    """The seals that were written down earlier and that no edition has any more."""
    lines = anchors.read_text(encoding="utf-8").splitlines() if anchors and anchors.exists() else []
    with every_office():
        known = record_room_check.seals() if lines else set()
    for line in lines:
        if line.rpartition(" ")[2] not in known:
            yield f"Dấu niêm đã ghi không còn bản nào mang: {line}. Có bản đã bị lấy đi."
