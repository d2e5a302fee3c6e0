"""The clerk's one screen: a whole session typed, saved, kept when something is wrong."""

from datetime import date

import pytest
from django.urls import reverse

from meetings.models import Attendee, Council, Directive, Session, Unit

from .filling import added, filled

ADD = "/quan-tri/meetings/session/add/"


def change(session):
    return reverse("admin:meetings_session_change", args=[session.pk])


@pytest.fixture
def council(january):
    return Council.objects.get()


def test_a_whole_session_is_typed_on_one_screen(at_clerks_desk, council):
    lead = Unit.objects.called("Ủy ban MTTQ Việt Nam quận")
    others = [
        Unit.objects.called("các tổ chức chính trị - xã hội quận"),
        Unit.objects.called("Thường trực HĐND quận"),
    ]
    page = at_clerks_desk.get(ADD)
    data = filled(
        page,
        belongs_to="2/2021",
        held_on="3.2.2021",
        starts_at="08:30",
        assessment="Tốt.",
        _continue="1",
        **added(
            page,
            "attendees",
            name="Trần Quyết Thắng",
            position="Chủ tịch HĐND quận",
            role="chair",
            presence="present",
        ),
        **added(page, "agenda", title="Công tác tháng 02"),
        **added(
            page,
            "directives",
            under="",
            task="lập kế hoạch",
            lead_unit=lead.pk,
            coordinators=[unit.pk for unit in others],
            due="28/2/2021",
            is_public="on",
        ),
    )
    assert at_clerks_desk.post(ADD, data).status_code == 302
    session = Session.objects.get(month=2)
    assert (session.held_on, session.state, session.slug) == (date(2021, 2, 3), "draft", "")
    directive = session.directives.get()
    assert (directive.lead_unit, directive.due_on) == (lead, date(2021, 2, 28))
    assert [each.unit for each in directive.coordinations.all()] == others
    assert session.attendees.get().order == session.agenda.get().order == directive.order == 1


@pytest.mark.parametrize("typed", ["5/1/2021", "05.01.2021", "05/01/2021", "5-1-2021", "5/1/21"])
def test_dates_are_typed_day_first(at_clerks_desk, january, typed):
    page = at_clerks_desk.get(change(january))
    assert at_clerks_desk.post(change(january), filled(page, held_on=typed)).status_code == 302
    january.refresh_from_db()
    assert january.held_on == date(2021, 1, 5)


@pytest.mark.parametrize("typed", ["8h", "8h00", "08:00", "8 giờ", "8 giờ 00", "8g00"])
def test_hours_are_typed_as_people_write_them(at_clerks_desk, january, typed):
    page = at_clerks_desk.get(change(january))
    at_clerks_desk.post(change(january), filled(page, starts_at=typed))
    january.refresh_from_db()
    assert f"{january.starts_at:%H:%M}" == "08:00"


def test_dates_are_shown_day_first(at_clerks_desk, january):
    assert 'value="05/01/2021"' in at_clerks_desk.get(change(january)).content.decode()


@pytest.mark.parametrize(
    ("field", "typed", "message"),
    [
        ("held_on", "31/02/2021", "ngày"),
        ("belongs_to", "13/2021", "ví dụ 01/2021"),
        ("belongs_to", "01/1800", "Năm phải từ 1946"),
        ("attendees-0-position", "", None),
        ("directives-1-task", "", None),
    ],
)
def test_bad_input_is_named_and_nothing_typed_is_lost(at_clerks_desk, january, field, typed, message):
    page = at_clerks_desk.get(change(january))
    typing = {field: typed, "assessment": "Chữ vừa gõ, chưa lưu"}
    answer = at_clerks_desk.post(change(january), filled(page, **typing))
    if message is None:
        assert answer.status_code == 302
        return
    assert answer.status_code == 200
    html = answer.content.decode()
    assert message in html and "Chữ vừa gõ, chưa lưu" in html
    january.refresh_from_db()
    assert january.assessment != "Chữ vừa gõ, chưa lưu"


def test_a_row_that_says_nothing_is_refused_in_words(at_clerks_desk, january):
    page = at_clerks_desk.get(change(january))
    answer = at_clerks_desk.post(change(january), filled(page, **{"attendees-1-position": ""}))
    assert "Hãy ghi họ tên hoặc chức vụ." in answer.content.decode()
    assert Attendee.objects.filter(session=january).count() == 4


def test_a_second_regular_session_of_the_month_is_refused_in_words(at_clerks_desk, january):
    answer = at_clerks_desk.post(ADD, filled(at_clerks_desk.get(ADD), belongs_to="01/2021"))
    assert "Tháng này đã có phiên họp thường kỳ." in answer.content.decode()
    assert Session.objects.count() == 1


def test_two_sessions_added_in_the_same_moment_get_an_address_each(at_clerks_desk, january, monkeypatch):
    """The second found the address free, and only the database knew better."""
    typed = filled(at_clerks_desk.get(ADD), kind="extraordinary", belongs_to="02/2021", venue="Phòng họp số 1")
    at_clerks_desk.post(ADD, typed)
    free, looks = Session._free_slug, iter(["dot-xuat"])
    monkeypatch.setattr(Session, "_free_slug", lambda session: next(looks, None) or free(session))
    assert at_clerks_desk.post(ADD, typed).status_code == 302
    made = Session.objects.filter(month=2).values_list("slug", "venue")
    assert set(made) == {("dot-xuat", "Phòng họp số 1"), ("dot-xuat-2", "Phòng họp số 1")}


def test_the_second_to_save_is_refused_and_keeps_what_was_typed(at_clerks_desk, at_chiefs_desk, january):
    clerks, chiefs = at_clerks_desk.get(change(january)), at_chiefs_desk.get(change(january))
    at_chiefs_desk.post(change(january), filled(chiefs, venue="Phòng họp số 1"))
    answer = at_clerks_desk.post(change(january), filled(clerks, venue="Phòng họp số 2"))
    html = answer.content.decode()
    assert "Có người đã lưu phiên này" in html and "Phòng họp số 2" in html
    january.refresh_from_db()
    assert january.venue == "Phòng họp số 1"


def test_blank_prose_shows_the_sentence_that_will_be_printed(at_clerks_desk, january):
    form = at_clerks_desk.get(change(january)).context["adminform"].form
    assert form.fields["opening"].widget.attrs["placeholder"].startswith("Ngày 05/01/2021, Thường trực HĐND")


def test_rows_and_coordinators_keep_their_order(at_clerks_desk, january):
    page = at_clerks_desk.get(change(january))
    form = page.context["inline_admin_formsets"][2].formset.forms[0]
    turned = list(reversed(form["coordinators"].value()))
    at_clerks_desk.post(change(january), filled(page, **{"directives-0-coordinators": turned}))
    directive = Directive.objects.filter(session=january).first()
    assert [each.unit_id for each in directive.coordinations.all()] == turned


def test_only_the_coordinators_that_changed_are_written(at_clerks_desk, january):
    directive = january.directives.first()
    kept = directive.coordinations.first()
    newcomer = Unit.objects.create(name="Công an quận")
    chosen = [*directive.coordinations.values_list("unit_id", flat=True), newcomer.pk]
    page = at_clerks_desk.get(change(january))
    at_clerks_desk.post(change(january), filled(page, **{"directives-0-coordinators": chosen}))
    assert [each.unit_id for each in directive.coordinations.all()] == chosen
    assert kept.history.count() == 1 and directive.coordinations.last().history.get().history_type == "+"


def test_a_spare_row_nobody_typed_in_is_no_row(at_clerks_desk, january):
    before = [january.attendees.count(), january.agenda.count(), january.directives.count()]
    page = at_clerks_desk.get(change(january))
    spare = {f"attendees-{before[0]}-order": "5", f"attendees-{before[0]}-presence": "present"}
    spare |= {f"agenda-{before[1]}-order": "9", f"directives-{before[2]}-under": "+0"}
    assert at_clerks_desk.post(change(january), filled(page, **spare)).status_code == 302
    assert [january.attendees.count(), january.agenda.count(), january.directives.count()] == before


def test_a_position_broken_over_lines_is_one_line(at_clerks_desk, january):
    page = at_clerks_desk.get(change(january))
    typed = {"attendees-0-position": "Phó Bí thư Thường trực Quận ủy,\r\n Chủ tịch HĐND quận"}
    at_clerks_desk.post(change(january), filled(page, **typed))
    assert january.attendees.first().position == "Phó Bí thư Thường trực Quận ủy, Chủ tịch HĐND quận"


def test_the_sections_stand_in_the_order_of_the_work(at_clerks_desk, january):
    names = [section.name for section in at_clerks_desk.get(change(january)).context["sections"]]
    assert names == [
        "Thời gian, địa điểm",
        "Thành phần",
        "Nội dung, ý kiến",
        "Đánh giá",
        "Chỉ đạo",
        "Tài liệu kèm",
        "Công bố",
    ]


def test_state_and_progress_are_no_fields_of_the_form(at_clerks_desk, january):
    page = at_clerks_desk.get(change(january))
    names = {field for form in page.context["inline_admin_formsets"][2].formset.forms for field in form.fields}
    assert not names & {"state", "closed_on", "number"}
    assert not set(page.context["adminform"].form.fields) & {"state", "posted_at", "version"}


def test_what_is_published_is_the_same_sheet_to_read(at_clerks_desk, published):
    html = at_clerks_desk.get(change(published)).content.decode()
    assert "Trần Quyết Thắng" in html and "trước Tết" in html and "đã đăng" in html
    assert 'name="attendees-0-name"' not in html and 'name="_continue"' not in html


def test_the_next_step_is_the_one_red_button(at_clerks_desk, january):
    html = at_clerks_desk.get(change(january)).content.decode()
    assert html.count('class="button next') == 1
    assert '<button class="button next is-ready" type="submit" name="_verb" value="submit">Gửi duyệt</button>' in html


def test_with_something_missing_the_red_button_is_outlined(at_clerks_desk, january):
    january.held_on = None
    january.save()
    html = at_clerks_desk.get(change(january)).content.decode()
    assert '<button class="button next" type="submit"' in html and "Còn 1 việc" in html


def test_a_lead_does_not_coordinate_itself(at_clerks_desk, january):
    page = at_clerks_desk.get(change(january))
    lead = january.directives.first().lead_unit_id
    answer = at_clerks_desk.post(change(january), filled(page, **{"directives-0-coordinators": [lead]}))
    assert "không đồng thời là đơn vị phối hợp" in answer.content.decode()


def test_the_screen_costs_the_same_queries_for_many_rows(at_clerks_desk, january, django_assert_max_num_queries):
    with django_assert_max_num_queries(36) as few:
        at_clerks_desk.get(change(january))
    lead = january.directives.first().lead_unit
    for order in range(10, 40):
        row = january.directives.create(order=order, task=f"việc {order}", lead_unit=lead)
        row.coordinations.create(unit=lead, order=1)
        january.attendees.create(order=order, position=f"người {order}")
        january.agenda.create(order=order, title=f"nội dung {order}")
    with django_assert_max_num_queries(len(few)):
        at_clerks_desk.get(change(january))


@pytest.mark.parametrize("typed", ["thang", "Thắng", "THANG  quyet", "thắng"])
def test_units_are_found_whatever_the_accents(at_clerks_desk, january, typed):
    Unit.objects.create(name="Văn phòng Quyết Thắng")
    answer = at_clerks_desk.get(
        "/quan-tri/autocomplete/",
        {"app_label": "meetings", "model_name": "directive", "field_name": "lead_unit", "term": typed},
    )
    assert [each["text"] for each in answer.json()["results"]] == ["Văn phòng Quyết Thắng"]


def test_coordinating_units_are_found_by_another_name(at_clerks_desk, january):
    Unit.objects.called("Ủy ban MTTQ Việt Nam quận").names.create(name="Mặt trận quận")
    answer = at_clerks_desk.get(
        "/quan-tri/autocomplete/",
        {"app_label": "meetings", "model_name": "directive", "field_name": "coordinating_units", "term": "mat tran"},
    )
    assert [each["text"] for each in answer.json()["results"]] == ["Ủy ban MTTQ Việt Nam quận"]


def test_the_month_stays_once_something_was_issued(at_chiefs_desk, reopened):
    page = at_chiefs_desk.get(change(reopened))
    at_chiefs_desk.post(change(reopened), filled(page, belongs_to="02/2021", venue="Phòng họp số 1"))
    reopened.refresh_from_db()
    assert (reopened.month, reopened.venue) == (1, "Phòng họp số 1")


def test_a_session_with_a_story_is_not_deleted(at_clerks_desk, submitted, chief):
    submitted.send_back(by=chief, note="Thiếu chức vụ.")
    address = reverse("admin:meetings_session_delete", args=[submitted.pk])
    assert at_clerks_desk.post(address, {"post": "yes"}).status_code == 403
    assert submitted.state_changes.count() == 2
