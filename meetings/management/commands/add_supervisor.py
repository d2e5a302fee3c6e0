"""bin/manage add_supervisor: who reads at the portal how far all offices are, and is a member of none."""

from django.contrib.auth.models import Permission, User
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from meetings.desk.setup.opening_code import random_words
from meetings.models import Membership, OneTimePassword, every_office
from meetings.models.roles import SUPERVISE


class Command(BaseCommand):
    help = "Lập tài khoản giám sát mọi cơ quan, hoặc cấp lại mật khẩu dùng một lần cho tài khoản ấy."

    def add_arguments(self, parser):
        parser.add_argument("username", metavar="TÀI_KHOẢN")
        parser.add_argument("--name", default="", metavar="HỌ_TÊN", help='ví dụ "Phạm Thu Hà"')

    @transaction.atomic
    def handle(self, *, username, name, **options):
        try:
            UnicodeUsernameValidator()(username)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        user, _ = User.objects.get_or_create(username=username)
        with every_office():
            if user.is_superuser or Membership.objects.filter(user=user).exists():
                raise CommandError(
                    f"{username} làm việc ở một cơ quan. Hãy lập một tài khoản riêng cho người giám sát."
                )
        if name:
            user.last_name, _, user.first_name = name.rpartition(" ")
            user.save(update_fields=["last_name", "first_name"])
        user.user_permissions.set(Permission.objects.filter(codename=SUPERVISE))
        words = random_words()
        until = OneTimePassword.objects.hand_out(user, words).until
        self.stdout.write(
            f"{username}: mật khẩu dùng một lần {words}, đến {until:%d/%m/%Y}; đăng nhập ở cổng chung, mục Giám sát."
        )
