"""The former name of rebuild_index."""

from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    help = "Tên cũ của rebuild_index."

    def handle(self, *args, **options):
        raise CommandError("Lệnh này nay có tên mới: bin/manage rebuild_index")
