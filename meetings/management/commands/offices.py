"""bin/manage offices: who keeps a record room here, and how much of it."""

from django.core.management.base import BaseCommand

from meetings.management.office_commands import each_office
from meetings.models import Edition, Membership, Session


class Command(BaseCommand):
    help = "Liệt kê các cơ quan: mã, tên, tên miền, số phiên họp, số giấy tờ đã phát hành, số người."

    def handle(self, **options):
        for office in each_office():
            papers = Edition.objects.exclude(kind=Edition.Kind.NEWS).count()
            parts = (
                office.slug,
                office.name or "chưa đặt tên",
                ", ".join(office.host_names) or "mọi tên miền",
                f"{Session.objects.count()} phiên, {papers} giấy tờ, {Membership.objects.count()} người",
            )
            closed = f"đóng ngày {office.closed_on:%d/%m/%Y}" if office.closed_on else ""
            self.stdout.write(" | ".join(filter(None, (*parts, closed))))
