"""Sends one letter to see whether letters go, and says what was found on the way."""

import shutil
import smtplib
import subprocess

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage, get_connection
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email

from meetings.letters import sending

ASKS = 5
"""Seconds for one question to the names' servers."""

SELECTORS = ("default", "dkim", "mail", "selector1", "google", "s1", "k1")


class Command(BaseCommand):
    help = "Gửi thử một thư, rồi kể đã thấy gì: máy gửi thư, người nhận, SPF, DKIM và DMARC của tên miền gửi."

    def add_arguments(self, parser):
        parser.add_argument("to", metavar="ĐỊA_CHỈ", help="hộp thư của bạn, để mở thư ra xem")

    def handle(self, *, to, **options):
        try:
            validate_email(to)
        except ValidationError as wrong:
            raise CommandError(f"“{to}” chưa phải địa chỉ thư. Hãy ghi như thuha@bachmai.hanoi.gov.vn.") from wrong
        if not sending.is_set_up():
            raise CommandError("Chưa đặt EMAIL_URL, nên chưa có máy gửi thư nào để thử. Cách đặt ở README.md.")
        self._send(to)
        domain = settings.EMAIL_FROM.rpartition("@")[2]
        self._look_up("SPF", domain, "v=spf1")
        self._look_up("DMARC", f"_dmarc.{domain}", "v=DMARC1")
        self._look_for_dkim(domain)
        self.stdout.write(
            "Thư có được ký không chỉ thấy ở thư đã nhận: hãy mở thư gốc, tìm dòng Authentication-Results; "
            "dkim=pass, spf=pass, dmarc=pass là được."
        )

    def _send(self, to):
        where = f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}"
        mail = get_connection()
        try:
            mail.open()
        except smtplib.SMTPAuthenticationError as refusal:
            raise CommandError(
                f"Máy gửi thư {where} không nhận tên hoặc mật khẩu ở EMAIL_URL: {refusal}"
            ) from refusal
        except (smtplib.SMTPException, OSError) as trouble:
            raise CommandError(f"Không nối được máy gửi thư {where}: {trouble}") from trouble
        self.stdout.write(f"Máy gửi thư {where}: nối được.")
        letter = EmailMessage("Thư thử", "Thư này gửi thử từ Bàn việc.\n", settings.EMAIL_FROM, [to], connection=mail)
        try:
            letter.send()
        except (smtplib.SMTPException, OSError) as trouble:
            raise CommandError(
                f"Máy gửi thư không nhận thư từ {settings.EMAIL_FROM} tới {to}: {trouble}"
            ) from trouble
        finally:
            mail.close()
        self.stdout.write(f"Thư từ {settings.EMAIL_FROM} tới {to}: máy gửi thư đã nhận chuyển.")

    def _look_for_dkim(self, domain):
        """A key stands under a name that the mail server chose: those in common use are tried."""
        names = [f"{selector}._domainkey.{domain}" for selector in SELECTORS]
        answers = {name: texts_of(name) for name in names}
        keys = [name for name, lines in answers.items() if any("p=" in line for line in lines or ())]
        if keys:
            found = f"có khóa ở {', '.join(keys)}"
        elif all(lines is None for lines in answers.values()):
            found = "chưa xem được, vì không hỏi được tên miền"
        else:
            found = f"không thấy khóa ở các tên thường dùng ({', '.join(SELECTORS)}); tên đúng: s=… ở DKIM-Signature"
        self.stdout.write(f"DKIM của {domain}: {found}.")

    def _look_up(self, what, name, begins):
        lines = texts_of(name)
        if lines is None:
            found = "chưa xem được: máy này không có lệnh dig (gói bind9-dnsutils), hoặc không hỏi được tên miền."
        elif line := next((each for each in lines if each.startswith(begins)), None):
            found = line
        else:
            found = "chưa có. Thư dễ bị coi là thư rác; hãy nhờ người giữ tên miền đặt."
        self.stdout.write(f"{what} của {name}: {found}")


def texts_of(name):
    """The texts that the domain says of itself; None where they cannot be asked for."""
    if not (dig := shutil.which("dig")):
        return None
    asked = [dig, "+short", "+tries=1", f"+time={ASKS}", "TXT", name]
    answer = subprocess.run(asked, capture_output=True, text=True, check=False)
    return None if answer.returncode else [line.replace('" "', "").strip('"') for line in answer.stdout.splitlines()]
