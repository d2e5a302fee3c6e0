"""bin/manage maintenance: closes the site for a while, and opens it again."""

from datetime import datetime, time, timedelta

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from council import maintenance

from ...vietnamese import LOCAL_ZONE, tidy


class Command(BaseCommand):
    help = "Tạm đóng trang để bảo trì (on), mở lại (off), hoặc xem đang đóng hay mở (status)."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("verb", choices=["on", "off", "status"])
        parser.add_argument("--until", type=_hour, metavar="GIỜ:PHÚT", help="giờ dự kiến mở lại, ví dụ 17:30")
        parser.add_argument("--message", default="", help="lời nhắn cho người xem, nếu có")

    def handle(self, *, verb, until, message, **options):
        if verb != "on" and (until or message):
            raise CommandError("--until và --message chỉ dùng với on.")
        if verb == "on":
            maintenance.close(maintenance.Notice(tidy(message), until and _next(until)))
        if verb == "off":
            maintenance.reopen()
        self.stdout.write(_standing(maintenance.notice()))


def _hour(text):
    try:
        return datetime.strptime(text, "%H:%M").time()
    except ValueError:
        raise CommandError(f"Giờ {text!r} chưa đúng; hãy ghi như 17:30.") from None


def _next(hour: time):
    """The next time the clock in Hà Nội shows `hour`."""
    now = timezone.localtime(timezone=LOCAL_ZONE)
    today = now.replace(hour=hour.hour, minute=hour.minute, second=0, microsecond=0)
    return today if today > now else today + timedelta(days=1)


def _standing(notice):
    if not notice:
        return "Trang đang mở."
    until = (
        timezone.localtime(notice.until, LOCAL_ZONE).strftime(", dự kiến mở lại lúc %H:%M ngày %d/%m/%Y")
        if notice.until
        else ""
    )
    message = f" Lời nhắn: {notice.message}" if notice.message else ""
    return f"Trang đang tạm đóng để bảo trì{until}.{message}"
