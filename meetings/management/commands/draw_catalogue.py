"""Draw the catalogue anew: what the lists, the search and the open data find."""

from django.core.management.base import BaseCommand

from meetings.models import redraw


class Command(BaseCommand):
    help = "Vẽ lại mục lục công khai (danh sách, tìm kiếm, dữ liệu mở) từ các bản đã phát hành."

    def handle(self, *args, **options):
        count = redraw()
        self.stdout.write(f"Đã vẽ lại mục lục: {count} phiên họp đang công khai.")
