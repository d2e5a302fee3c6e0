"""bin/manage open_office: an office with its first council, ready for its people."""

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from meetings.council_names import Level
from meetings.office_opening import open_office


class Command(BaseCommand):
    help = "Mở một cơ quan mới: tên miền riêng, hội đồng nhân dân với mọi tên gọi soạn theo cấp và địa danh."

    def add_arguments(self, parser):
        parser.add_argument("slug", metavar="MÃ", help="chữ thường không dấu, ví dụ phuong-bach-mai")
        parser.add_argument("--host", required=True, action="append", metavar="TÊN_MIỀN", help="ghi được nhiều lần")
        parser.add_argument("--place", required=True, metavar="ĐỊA_DANH", help='ví dụ "Phường Bạch Mai"')
        parser.add_argument("--level", required=True, choices=[level.value for level in Level])
        parser.add_argument(
            "--named-after", action="store_true", help="địa danh là tên người, chữ số hoặc sự kiện lịch sử"
        )

    def handle(self, *, slug, host, place, level, named_after, **options):
        try:
            office = open_office(slug=slug, hosts=host, place=place, level=level, named_after=named_after)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        self.stdout.write(
            f"Đã mở {office.name} tại {', '.join(office.host_names)}. Tài khoản đầu tiên: bin/manage join_office với "
            f'một tài khoản đã có (--office {slug} --role "Quản trị"), hoặc người vận hành (bin/manage '
            "createsuperuser) đăng nhập ở đó mà lập."
        )
