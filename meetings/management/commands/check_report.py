"""bin/manage check_report FOLDER: counts the public account of a period again, from nothing but the open data."""

import sys
from pathlib import Path

from django.core.management.base import CommandError
from django.utils import timezone

from meetings.management.office_commands import OfOneOffice
from meetings.management.open_data_files import sessions_in, units_in
from meetings.models.account_sources import account_of
from meetings.period_account import COLUMNS, Period
from meetings.record import RecordError
from meetings.vietnamese import LOCAL_ZONE, date_digits
from meetings.writers.period_counting import account


class Command(OfOneOffice):
    help = (
        "Tính lại số liệu công khai của báo cáo quý, năm từ các tệp dữ liệu mở đã tải về một thư mục (JSON Lines, "
        "CSV chỉ đạo, CSV tiến độ của mọi năm), rồi so từng số với báo cáo; mã thoát 1 khi có số không khớp."
    )

    def add_arguments(self, parser):
        parser.add_argument("folder", metavar="THƯ_MỤC", type=Path, help="nơi có các tệp tải từ trang Dữ liệu mở")
        parser.add_argument("--year", type=int, required=True, metavar="NĂM")
        parser.add_argument(
            "--quarter", type=int, default=0, choices=range(1, 5), metavar="QUÝ", help="1 đến 4; không ghi: cả năm"
        )

    def handle(self, folder, year, quarter, **options):
        if not list(folder.glob("*.jsonl")):
            raise CommandError(f"Không thấy tệp .jsonl nào ở {folder}. Hãy tải các tệp ở trang Dữ liệu mở về đó.")
        period, today = Period(year, quarter), timezone.localdate(timezone=LOCAL_ZONE)
        published = account_of(period, is_public=True)
        try:
            counted = account(period, sessions_in(folder, published.until), today, units_in(folder)).sums_alone()
        except (ValueError, KeyError, RecordError) as unreadable:
            raise CommandError(f"Có tệp không đọc được: {unreadable}. Hãy tải lại.") from unreadable
        faults = list(_differences(published, counted))
        for fault in faults:
            self.stderr.write(fault)
        if faults:
            self.stderr.write(f"Báo cáo {period.name}: {len(faults)} số không khớp với dữ liệu mở.")
            sys.exit(1)
        sums = ", ".join(f"{head.lower()} {getattr(counted.total, name)}" for name, head in COLUMNS.items())
        self.stdout.write(f"Báo cáo {period.name}, tính đến {date_digits(counted.until)}: {sums}.")
        self.stdout.write("Mọi số tính lại từ dữ liệu mở đều khớp với báo cáo công khai.")


def _differences(published, counted):
    """Each number that differs, in words; a row that one of them lacks is a row of zeros there."""
    for (name, _, rows), (_, _, again) in zip(published.all_tables, counted.all_tables, strict=True):
        ours, theirs = ({row.name: row for row in each} for each in (rows, again))
        for row in dict.fromkeys([*ours, *theirs]):
            for column, head in COLUMNS.items():
                numbers = [getattr(each.get(row), column, 0) for each in (ours, theirs)]
                if numbers[0] != numbers[1]:
                    yield f"{name}, {row}, {head.lower()}: báo cáo {numbers[0]}, dữ liệu mở {numbers[1]}."
