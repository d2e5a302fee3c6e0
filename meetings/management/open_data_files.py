"""The files of the open data, read back: what anybody can count a period from."""

import csv
import json
from collections import defaultdict
from datetime import date

from ..directive_facts import Reported
from ..directive_states import STATES
from ..record import SessionRecord, directive_reference
from ..vietnamese import fold
from ..writers.period_counting import SessionFacts

ALL_YEARS, BESIDE_THE_RECORD = "tat-ca", ("web", "progress", "units")
_STATES = {state.label: state.value for state in STATES.values()}


def sessions_in(folder, until) -> list[SessionFacts]:
    """The sessions of all years in the folder, with who leads their directives on the day `until`."""
    years = ALL_YEARS if (folder / f"{ALL_YEARS}.jsonl").exists() else "*"
    leads = {
        _reference(row): row["Đơn vị tiếp nhận"]
        for row in _rows(folder, f"{years}-chi-dao.csv")
        if row["Đơn vị tiếp nhận"] and date.fromisoformat(row["Tiếp nhận từ ngày"]) <= until
    }
    reports = defaultdict(list)
    for row in _rows(folder, f"{years}-tien-do.csv"):
        reports[_reference(row)].append(_reported(row))
    records = [_record(line) for file in sorted(folder.glob(f"{years}.jsonl")) for line in _text(file).splitlines()]
    return [_facts(each, reports, leads) for each in sorted(records, key=_place)]


def units_in(folder) -> dict[str, str]:
    """{folded name: identifier} of the units that lead, and of those that took over."""
    rows = list(_rows(folder, "*-chi-dao.csv"))
    return {fold(row["Chủ trì"]): row["Mã đơn vị chủ trì"] for row in rows if row["Mã đơn vị chủ trì"]}


def _facts(record, reports, leads):
    references = {row.number: directive_reference(record.path, row.number) for row in record.directives if row.number}
    return SessionFacts(
        record,
        {number: reports[each] for number, each in references.items() if each in reports},
        {number: leads[each] for number, each in references.items() if each in leads},
    )


def _record(line):
    data = json.loads(line)
    return SessionRecord.from_data({name: value for name, value in data.items() if name not in BESIDE_THE_RECORD})


def _reference(row):
    return row["Số chỉ đạo"].removeprefix("chi-dao/")


def _place(record):
    return record.year, record.month, record.held_on or date.max


def _reported(row):
    return Reported(
        date.fromisoformat(row["Ngày báo cáo"]),
        _STATES[row["Tình trạng"]],
        *(date.fromisoformat(row[name]) if row[name] else None for name in ("Kỳ báo cáo", "Gia hạn đến")),
    )


def _rows(folder, pattern):
    for file in sorted(folder.glob(pattern)):
        yield from csv.DictReader(_text(file).splitlines(keepends=True))


def _text(file):
    return file.read_text(encoding="utf-8-sig")
