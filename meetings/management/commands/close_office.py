"""bin/manage close_office: an office ends; what it published is read at the office that takes over."""

from datetime import datetime

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from meetings.management.office_commands import named


class Command(BaseCommand):
    help = "Đóng một cơ quan từ một ngày; mọi địa chỉ đã công bố đọc được ở cơ quan kế thừa."

    def add_arguments(self, parser):
        parser.add_argument("slug", metavar="MÃ")
        parser.add_argument("--successor", required=True, metavar="MÃ", help="cơ quan kế thừa")
        parser.add_argument("--on", metavar="NGÀY", help="dạng 01/07/2025; không ghi thì là hôm nay")

    def handle(self, *, slug, successor, on, **options):
        office, heir = named(slug), named(successor)
        if heir == office or heir.is_closed:
            raise CommandError("Cơ quan kế thừa phải là một cơ quan khác, đang hoạt động.")
        office.successor, office.closed_on = heir, _day(on) if on else timezone.localdate()
        office.save()
        self.stdout.write(f"{office} đóng từ ngày {office.closed_on:%d/%m/%Y}; kế thừa: {heir}.")


def _day(typed):
    try:
        return datetime.strptime(typed, "%d/%m/%Y").date()
    except ValueError:
        raise CommandError("Ngày ghi dạng 01/07/2025.") from None
