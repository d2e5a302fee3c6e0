"""bin/manage join_office: an account that is there works in an office, too."""

from django.contrib.auth.models import Group, User
from django.core.management.base import CommandError
from django.db import transaction

from meetings.management.office_commands import OfOneOffice
from meetings.models import Membership
from meetings.models.office_scope import current
from meetings.models.roles import ROLES


class Command(OfOneOffice):
    help = "Cho một tài khoản đã có làm việc ở một cơ quan, với các vai trò; vai trò ở cơ quan khác không đổi."

    def add_arguments(self, parser):
        parser.add_argument("username", metavar="TÀI_KHOẢN")
        parser.add_argument("--role", action="append", required=True, choices=ROLES, help="ghi được nhiều lần")

    @transaction.atomic
    def handle(self, *, username, role, **options):
        user = User.objects.filter(username=username).first()
        if user is None:
            raise CommandError(f"Không có tài khoản {username}.")
        membership, _ = Membership.objects.get_or_create(user=user)
        membership.roles.set(Group.objects.filter(name__in=role))
        User.objects.filter(pk=user.pk).update(is_staff=True)
        self.stdout.write(f"{username} làm việc ở {current()}: {', '.join(role)}.")
