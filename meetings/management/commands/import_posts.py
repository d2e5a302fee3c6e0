"""Read old posts into a batch, one decision a post; the clean ones go on to the desk or the record room if wished."""

import json
import sys
from pathlib import Path

from django.core.management.base import CommandError

from meetings import archiving
from meetings.intake import AlreadyStored
from meetings.management.database_checks import answering_database
from meetings.management.office_commands import OfOneOffice
from meetings.management.progress_line import Progress
from meetings.models import Decision, Refused, Verdict
from meetings.readers.inputs import sources
from meetings.vietnamese import tidy

PATHS = "tệp (.txt, .html, .mhtml, .doc, .docx, .odt, .rtf, .pdf), bảng (.csv, .xlsx), thư mục hoặc tệp ZIP"


class Command(OfOneOffice):
    help = (
        "Đọc các bài đăng cũ thành một đợt nhập; từng bài chờ quyết định ở Bàn việc, bài đọc trọn vẹn nhập ngay được."
    )

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="+", metavar="ĐƯỜNG_DẪN", type=Path, help=PATHS)
        parser.add_argument("--name", metavar="TÊN", default="", help="tên đợt nhập; trùng tên thì làm tiếp đợt đó")
        parser.add_argument(
            "--accept-clean",
            action="store_true",
            help="bài đọc trọn vẹn thành bản nháp ngay, bài còn lại chờ quyết định",
        )
        parser.add_argument(
            *("--publish-clean", "--publish"),
            action="store_true",
            help="bài đọc trọn vẹn được đăng ngay, giữ giờ đăng và lượt xem; bài còn lại chờ quyết định",
        )
        parser.add_argument(
            "--council",
            metavar="TÊN",
            action="append",
            default=[],
            help='nhận hội đồng này vào danh sách: "HĐND quận Hai Bà Trưng"; bài của nơi khác chờ quyết định',
        )
        parser.add_argument("--dry-run", action="store_true", help="chỉ đọc và báo cáo, không lưu gì")
        parser.add_argument(
            "--json", metavar="THƯ_MỤC", type=Path, help="ghi hồ sơ và nguồn gốc từng phần ra THƯ_MỤC/<tên bài>.json"
        )
        parser.add_argument("--report", metavar="TỆP", type=Path, help="ghi báo cáo ra tệp .html hoặc .json")

    def handle(self, paths, **options):
        self.options, self.errors = options, {}
        if options["report"] and options["report"].suffix not in (".html", ".json"):
            raise CommandError("Báo cáo ghi được ra tệp .html hoặc .json.")
        if options["json"]:
            _make(options["json"])
        self.councils = _councils(options["council"])
        self.name = tidy(options["name"])[:200] or archiving.name_of(paths)
        with answering_database():
            posts, units = self._look(paths) if options["dry_run"] else self._gather(paths)
            data = archiving.report(self.name, posts, units, self.errors)
        self._tell(data)
        if options["report"]:
            _write(options["report"], data)
        if data["status"]:
            sys.exit(data["status"])

    def _look(self, paths):
        """Nothing is stored."""
        stored, posts = archiving.StoredSessions(), []
        stored.councils |= {each.committee_name for each in self.councils}
        office = archiving.known_office(self.councils)
        with Progress(self.stderr, "Đã đọc") as progress:
            for done, source in enumerate(sources(paths), start=1):
                posts.append(archiving.read_post(source, stored, office).post)
                progress(done, posts[-1])
        self._write_json(posts)
        return posts, archiving.unit_proposals(None, ((None, post.reading) for post in posts if post.reading))

    def _gather(self, paths):
        for each in self.councils:
            archiving.add_council(each)
        batch, names = archiving.batch_of(self.name), []
        with Progress(self.stderr, "Đã đọc") as progress:

            def told(done, post):
                names.append(post.name)
                progress(done, post)

            archiving.gather(batch, sources(paths), progress=told)
        publish = self.options["publish_clean"]
        if publish or self.options["accept_clean"]:
            with Progress(self.stderr, "Đã nhập") as progress:
                outcomes = archiving.accept_clean(batch, publish=publish, progress=progress)
            self.errors = {
                post.name: error for post, error in outcomes if error and not isinstance(error, AlreadyStored)
            }
        posts = _posts(batch, set(names))
        self._write_json(posts)
        return posts, list(batch.units.filter(answer="pending").select_related("likely"))

    def _write_json(self, posts):
        if folder := self.options["json"]:
            for post in posts:
                if post.reading:
                    name = post.name.replace("/", "__").replace("\\", "__")[-200:]
                    _save(folder / f"{name}.json", _json(post.reading))

    def _tell(self, data):
        failed = 0
        for row in data["rows"]:
            wrong = row["error"] or (row["decision"] == Decision.PENDING and row["reason"])
            failed += bool(wrong)
            (self.stderr if wrong else self.stdout).write(f"{row['name']}: {wrong or _said(row)}")
            for said in (*row["doubts"], *row["notes"]) if row["decision"] == Decision.PENDING else ():
                self.stdout.write(f"    cần xem lại: {said}")
        if data["units"]:
            self.stdout.write(f"{len(data['units'])} tên đơn vị chưa biết, chờ quyết định.")
        if failed:
            self.stderr.write(f"{failed} trong {data['posts']} bài chưa nhập được.")


def _councils(names):
    try:
        return [archiving.council_named(name) for name in names]
    except Refused as refused:
        raise CommandError(str(refused)) from refused


def _posts(batch, names):
    """Those of this run, with the session that each is about."""
    return [post for post in batch.posts.select_related("session").defer("source_text") if post.name in names]


def _said(row):
    if row["decision"] == Decision.ACCEPTED:
        return f"đã nhập: {row['session']}"
    if row["decision"] == Decision.SKIPPED:
        return "đã bỏ qua"
    about = row["session"] or row["title"]
    if row["verdict"] == Verdict.KNOWN:
        return f"đã có từ trước, giữ nguyên: {about}"
    return f"{Verdict(row['verdict']).label}, chờ quyết định: {about}"


def _make(folder):
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CommandError(f"Không tạo được thư mục {folder}: {_why(error)}.") from error


def _write(path, data):
    _save(path, archiving.page(data) if path.suffix == ".html" else _json(data))


def _json(data):
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _save(path, text):
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise CommandError(f"Không ghi được {path}: {_why(error)}.") from error


def _why(error):
    reasons = {
        FileNotFoundError: "không có thư mục này",
        IsADirectoryError: "đây là thư mục, không phải tệp",
        PermissionError: "không có quyền ghi",
        FileExistsError: "đã có tệp trùng tên",
    }
    return reasons.get(type(error), f"không mở được ({error.strerror})")
