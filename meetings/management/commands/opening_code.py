"""bin/manage opening_code: the code with which the first account of a new installation is opened."""

from django.core.management.base import BaseCommand

from meetings.desk.setup import opening_code


class Command(BaseCommand):
    help = "Ghi ra mã mở cơ quan của nơi chưa có tài khoản nào; đã có tài khoản thì mã không còn."

    def handle(self, **options):
        if code := opening_code.keep():
            self.stdout.write(f"Mã mở cơ quan, dùng một lần: {code}")
        else:
            self.stdout.write("Đã có tài khoản, không cần mã mở cơ quan. Hãy đăng nhập.")
