"""Hold finished PDFs against the official form: a table for the clerk, or JSON for another program."""

import json
import sys
from dataclasses import asdict
from pathlib import Path

from django.core.management.base import BaseCommand

from meetings.form_check import Outcome, Unreadable, check
from meetings.paper import PaperKind
from meetings.paper_kinds import description

ALL_KEPT, BROKEN, UNREADABLE = 0, 1, 2
"""The exit status; of several files the worst."""

_MARKS = {Outcome.BROKEN: "✗", Outcome.NOT_CHECKABLE: "–", Outcome.KEPT: "✓"}
"""In the order of the table: what is to be mended comes first."""


class Command(BaseCommand):
    help = "Kiểm tra thể thức của các tệp PDF: từng quy định được giữ, bị sai hay không kiểm được."

    def add_arguments(self, parser):
        known = [f"{kind.value} ({description(kind).name.lower()})" for kind in PaperKind]
        parser.add_argument("files", nargs="+", metavar="TỆP", type=Path, help="văn bản, tệp PDF")
        parser.add_argument(
            "--kind",
            choices=[kind.value for kind in PaperKind],
            help=f"loại văn bản: {', '.join(known)}; không ghi thì nhận theo tên loại trên văn bản",
        )
        parser.add_argument("--json", action="store_true", help="in kết quả dạng JSON")

    def handle(self, files, kind, **options):
        answers = [self._answer(path, PaperKind(kind) if kind else None) for path in files]
        if options["json"]:
            self._print_json(files, answers)
        else:
            for path, answer in zip(files, answers, strict=True):
                self._print(path, answer)
        worst = max(map(_status, answers))
        if worst:
            sys.exit(worst)

    def _answer(self, path, kind):
        """The report, or in words why there is none."""
        try:
            return check(path.read_bytes(), kind)
        except Unreadable as reason:
            return str(reason)
        except OSError as error:
            reasons = {FileNotFoundError: "không có tệp này", IsADirectoryError: "đây là thư mục, không phải tệp"}
            return reasons.get(type(error), f"không mở được tệp ({error.strerror})")

    def _print(self, path, answer):
        if isinstance(answer, str):
            self.stderr.write(f"{path.name}: {answer}")
            return
        name = description(answer.kind).name.lower() if answer.kind else "không rõ loại văn bản"
        self.stdout.write(f"{path.name}: {name}, {answer.pages} trang")
        for outcome, mark in _MARKS.items():
            for finding in answer.findings:
                if finding.outcome is outcome:
                    self.stdout.write(f"  {mark} {_row(finding)}")
        for hint in answer.hints:
            self.stdout.write(f"  ? {hint.law:<13} {hint.where}: “{hint.words}”. {hint.advice}")
        self.stdout.write(
            f"  {len(answer.broken)} sai, {len(answer.not_checkable)} không kiểm được, {len(answer.kept)} đúng"
        )

    def _print_json(self, files, answers):
        data = [
            {"file": path.name, **({"unreadable": answer} if isinstance(answer, str) else asdict(answer))}
            for path, answer in zip(files, answers, strict=True)
        ]
        self.stdout.write(json.dumps(data, ensure_ascii=False, indent=1))


def _status(answer):
    if isinstance(answer, str):
        return UNREADABLE
    return BROKEN if answer.broken else ALL_KEPT


def _row(finding):
    """ "Sai | ND30-I.II.6e | 6 | Cỡ chữ nội dung: 16 pt (quy định: 13-14 pt); trang 1, dòng “…”"."""
    words = f"{finding.outcome:<15} {finding.law:<13} {finding.cell:<2} {finding.label}"
    if finding.measured:
        words += f": {finding.measured}"
    if finding.outcome is Outcome.BROKEN:
        words += f" (quy định: {finding.allowed})" if finding.allowed else ""
        words += f"; {finding.where}" if finding.where else ""
    return words
