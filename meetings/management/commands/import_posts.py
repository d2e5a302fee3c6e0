"""Read old posts into the desk, one decision a post: stored, already there, or refused with the reason."""

import hashlib
import json
import sys
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from meetings import intake, issuing
from meetings.models import Refused, SessionState
from meetings.readers import UnreadablePost, decode, read


class Command(BaseCommand):
    help = "Đọc các bài đăng cũ thành phiên họp (bản nháp), hoặc đăng luôn với --publish."

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", metavar="TỆP", type=Path, help="bài đăng cũ, tệp văn bản UTF-8")
        parser.add_argument("--publish", action="store_true", help="đăng luôn, giữ giờ đăng và lượt xem của bài cũ")
        parser.add_argument(
            "--json", metavar="THƯ_MỤC", type=Path, help="ghi hồ sơ và nguồn gốc từng phần ra THƯ_MỤC/<tên tệp>.json"
        )

    def handle(self, files, publish, json, **options):
        self.publish, self.json_dir = publish, json
        if json:
            _make(json)
        refused = [path for path in files if not self._take(path)]
        if refused:
            self.stderr.write(f"{len(refused)} trong {len(files)} tệp chưa nhập được.")
            sys.exit(1)

    def _take(self, path):
        """One file, all or nothing. False where it was refused."""
        try:
            reading = read(decode(path.read_bytes()))
            if self.json_dir:
                self._write_json(path, reading)
            session, news = self._store(reading)
            self.stdout.write(f"{path.name}: {news}: {session}")
        except OSError as error:
            return self._refuse(path, _why(error))
        except (UnreadablePost, intake.Unstorable, Refused) as error:
            return self._refuse(path, error)
        for doubt in reading.doubts:
            self.stdout.write(f"    cần xem lại: {doubt.said}")
        return True

    def _refuse(self, path, reason):
        self.stderr.write(f"{path.name}: {reason}")
        return False

    def _store(self, reading):
        source = hashlib.sha256(reading.text.encode()).hexdigest()
        try:
            session = intake.store(reading.record, source_text=reading.text, source_hash=source)
            news = "đã nhập thành bản nháp"
        except intake.AlreadyStored as known:
            session, news = known.session, "đã có từ trước, giữ nguyên"
        if self.publish and session.state == SessionState.DRAFT:
            issuing.publish(session, "publish", by=None, verify_at=_verify_at())
            news = "đã đăng"
        return session, news

    def _write_json(self, path, reading):
        text = json.dumps(reading.to_data(), ensure_ascii=False, indent=1)
        (self.json_dir / f"{path.name}.json").write_text(text + "\n", encoding="utf-8")


def _verify_at():
    """A command is asked at no address: only a configured one can be printed."""
    return f"{settings.SITE_URL}/xac-minh/" if settings.SITE_URL else ""


def _make(folder):
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CommandError(f"Không tạo được thư mục {folder}: {_why(error)}.") from error


def _why(error):
    reasons = {
        FileNotFoundError: "không có tệp này",
        IsADirectoryError: "đây là thư mục, không phải tệp",
        PermissionError: "không có quyền đọc hoặc ghi",
        FileExistsError: "đã có tệp trùng tên",
    }
    return reasons.get(type(error), f"không mở được ({error.strerror})")
