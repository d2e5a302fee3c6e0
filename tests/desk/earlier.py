"""The sessions a new one is made from."""

from dataclasses import replace
from datetime import date

from meetings import intake
from meetings.models import Session
from meetings.record import AgendaItemRecord

PREPARE = "/quan-tri/meetings/session/chuan-bi/"
RESULTS = "Kết quả công tác tháng {} và nhiệm vụ trọng tâm tháng {} năm {}"


def held(january_record, year, month, *titles, **given):
    items = tuple(AgendaItemRecord(title=title, presenter="Văn phòng", conclusion="Đã xong.") for title in titles)
    return intake.store(
        replace(january_record, year=year, month=month, held_on=date(year, month, 5), agenda=items, **given)
    )


def november_to_january(january_record):
    """Three regular sessions."""
    review = "Kiểm điểm việc thực hiện các nội dung chỉ đạo còn mở"
    return [
        held(january_record, 2020, 11, RESULTS.format(10, 11, 2020), "Công tác nhân sự"),
        held(january_record, 2020, 12, RESULTS.format(11, 12, 2020), "Công tác tiếp công dân"),
        held(january_record, 2021, 1, RESULTS.format(12, "01", 2021), "công tác tiếp công dân", review),
    ]


def february():
    return Session.objects.get(year=2021, month=2)


def post(desk, address, **chosen):
    """Press the button of the page at `address` as it is shown now."""
    page = desk.get(address)
    form = page.context["form"]
    shown = {name: form[name].field.prepare_value(form[name].value()) for name in form.fields}
    shown = {name: value for name, value in shown.items() if value is not None}
    return desk.post(address, {**shown, "seen": page.context["seen"], **chosen})
