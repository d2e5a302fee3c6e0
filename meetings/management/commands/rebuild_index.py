"""Writes the public index anew: what the lists, the search and the open data find."""

from django.core.management.base import BaseCommand

from meetings.management.office_commands import each_office
from meetings.models import rebuild_index


class Command(BaseCommand):
    help = "Lập lại mục lục công khai (danh sách, tìm kiếm, dữ liệu mở) của mọi cơ quan từ các bản đã phát hành."

    def handle(self, *args, **options):
        count = sum(rebuild_index(office) for office in each_office())
        self.stdout.write(f"Đã lập lại mục lục: {count} phiên họp đang công khai.")
