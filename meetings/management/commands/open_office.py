"""bin/manage open_office: an office with its first council, ready for its people."""

from dataclasses import replace

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from meetings import intake
from meetings.council_names import Level, of_level
from meetings.models import Office, at_office, rebuild_index


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

    @transaction.atomic
    def handle(self, *, slug, host, place, level, named_after, **options):
        council = replace(of_level(Level(level), place), named_in_full=named_after)
        office = Office(
            slug=slug, name=council.committee_name, hosts="\n".join(host).lower(), opened_on=timezone.localdate()
        )
        try:
            office.full_clean()
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        office.save()
        with at_office(office):
            intake.council_of(council)
        rebuild_index(office)
        self.stdout.write(
            f"Đã mở {office.name} tại {', '.join(office.host_names)}. Tài khoản đầu tiên: bin/manage join_office với "
            f'một tài khoản đã có (--office {slug} --role "Quản trị"), hoặc người vận hành (bin/manage '
            "createsuperuser) đăng nhập ở đó mà lập."
        )
