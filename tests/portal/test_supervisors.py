"""Who supervises reads the grid of all offices, and may do nothing; operators open offices there."""

import re
from datetime import date, timedelta
from io import BytesIO, StringIO

import openpyxl
import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from meetings.models import Letter, Office, OneTimePassword, Session, at_office, every_office
from meetings.supervision import weekly_letter
from tests.conftest import PASSWORD, join
from tests.public.conftest import issue
from tests.public.every_word import words
from tests.public.test_valid_html import faults, parsed

from .conftest import BACH_MAI, COMMUNE, PORTAL, SOC_SON, at_portal, session_at

# What GET answers: 2 the page, 3 a way elsewhere (nobody's leads to the log-in), 4 refused, 5 no such method.
ADDRESSES = {
    #                            nobody supervisor clerk operator
    "/giam-sat/": "3333",
    "/quan-tri/": "2222",
    "/quan-tri/giam-sat/": "3242",
    "/quan-tri/giam-sat/bang.xlsx": "3242",
    "/quan-tri/mat-khau/": "3242",
    "/quan-tri/mo-co-quan/": "3442",
    "/quan-tri/thoat/": "5555",
    "/quan-tri/thu-hang-tuan/": "3242",
}
ROLES = ("nobody", "supervisor", "clerk", "operator")


@pytest.fixture
def roles(supervisor, operator, posted, commune, clerk):
    with at_office(commune):
        join(clerk, "Văn thư")
    people = (at_portal(each) for each in (supervisor, clerk, operator))
    return dict(zip(ROLES, (Client(headers={"host": PORTAL}), *people), strict=True))


def test_every_address_answers_each_role_as_the_table_says(roles):
    from meetings.supervision.urls import urlpatterns

    assert set(ADDRESSES) == {f"/{each.pattern}" for each in urlpatterns}
    answered = {
        address: "".join(
            {405: "5"}.get(status := client.get(address).status_code, f"{status}"[0]) for client in roles.values()
        )
        for address in ADDRESSES
    }
    assert answered == ADDRESSES


def test_nothing_behind_the_log_in_is_kept_by_a_cache(roles):
    for address in ("/quan-tri/", "/quan-tri/giam-sat/", "/quan-tri/mo-co-quan/"):
        answer = roles["operator"].get(address)
        assert "no-store" in answer["Cache-Control"], address
        assert list(faults(parsed(answer.content.decode()))) == [], address


def test_a_supervisor_has_no_desk_at_any_office(client, supervisor, posted):
    client.force_login(supervisor)
    for host in (BACH_MAI, SOC_SON):
        assert client.get(reverse("admin:index"), headers={"host": host}).status_code == 302


def test_the_permission_holds_at_the_portal_alone(supervisor, ward):
    assert not supervisor.has_perm("meetings.supervise_office")


def log_in(client, name, password, **more):
    return client.post("/quan-tri/", {"username": name, "password": password}, **more)


def test_the_first_log_in_asks_for_a_password_of_ones_own(portal, posted):
    told = StringIO()
    call_command("add_supervisor", "hoa", name="Phạm Thu Hòa", stdout=told)
    one_time = re.search(r"dùng một lần (\S+),", told.getvalue())[1]
    assert log_in(portal, "hoa", one_time)["Location"] == "/quan-tri/giam-sat/"
    assert portal.get("/quan-tri/giam-sat/")["Location"] == "/quan-tri/mat-khau/"
    new = {"old_password": one_time, "new_password1": one_time, "new_password2": one_time}
    assert "phải khác mật khẩu đang dùng" in portal.post("/quan-tri/mat-khau/", new).content.decode()
    new |= dict.fromkeys(("new_password1", "new_password2"), PASSWORD)
    assert portal.post("/quan-tri/mat-khau/", new)["Location"] == "/quan-tri/giam-sat/"
    assert portal.get("/quan-tri/giam-sat/").status_code == 200
    assert not OneTimePassword.objects.exists()
    assert portal.post("/quan-tri/thoat/")["Location"] == "/"
    assert portal.get("/quan-tri/giam-sat/").status_code == 302


def test_a_one_time_password_opens_nothing_once_its_days_are_over(portal, supervisor, posted):
    OneTimePassword.objects.hand_out(supervisor, "ba-bon-nam")
    OneTimePassword.objects.update(until=timezone.now() - timedelta(days=1))
    assert log_in(portal, "giamsat", "ba-bon-nam").status_code == 200


def test_a_clerk_is_told_where_to_log_in(portal, clerk, posted):
    clerk.set_password(PASSWORD)
    clerk.save()
    assert "Hãy đăng nhập ở trang của cơ quan." in log_in(portal, clerk.username, PASSWORD).content.decode()


def test_wrong_passwords_lock_here_as_at_the_desk(portal, supervisor, posted, settings):
    for _ in range(settings.AXES_FAILURE_LIMIT):
        answer = log_in(portal, "giamsat", "sai")
    assert answer.status_code == 429 and "Tài khoản tạm khóa" in answer.content.decode()
    assert log_in(portal, "giamsat", PASSWORD).status_code == 429
    assert list(faults(parsed(answer.content.decode()))) == []


def test_a_forged_form_is_refused_with_a_page(supervisor, posted):
    strict = Client(enforce_csrf_checks=True, headers={"host": PORTAL})
    answer = log_in(strict, "giamsat", PASSWORD)
    assert answer.status_code == 403 and "Trang đã cũ" in answer.content.decode()


def test_a_member_of_an_office_is_made_no_supervisor(ward, clerk):
    with pytest.raises(CommandError, match="làm việc ở một cơ quan"):
        call_command("add_supervisor", clerk.username)
    assert not clerk.user_permissions.exists()


@pytest.fixture
def today(monkeypatch):
    """30 April 2026 in the grid."""
    monkeypatch.setattr("meetings.supervision.grid_page.today", lambda: date(2026, 4, 30))


@pytest.fixture
def year(posted, commune, today):
    """Besides January and February: held in March and not posted, posted late in April."""
    with at_office(commune):
        council = Session.objects.first().council
        Session.objects.create(council=council, year=2026, month=3, held_on=date(2026, 3, 6))
        issue(session_at(COMMUNE, 2026, 4, held_on=date(2026, 4, 1)))


def rows(client, query=""):
    return {row.place.name: row for row in client.get(f"/quan-tri/giam-sat/?nam=2026{query}").context["rows"]}


def test_a_row_says_why_it_stands_where_it_stands(supervising, year):
    found = rows(supervising)
    assert {name: row.why for name, row in found.items()} == {
        "Phường Bạch Mai": "3 tháng không họp; 1 chỉ đạo quá hạn; tháng\N{NO-BREAK SPACE}01 đăng sau 6 ngày",
        "Xã Sóc Sơn": "Họp 06/03 chưa đăng; thiếu 3 biên bản; 3 phiên đăng chậm",
    }
    assert list(found) == ["Phường Bạch Mai", "Xã Sóc Sơn"]
    page = words(supervising.get("/quan-tri/giam-sat/?nam=2026"))
    assert "Tháng 4: 1 trên 2 nơi đã họp, 1 nơi đã đăng. 1 chỉ đạo của năm quá hạn." in page
    assert f'href="http://{SOC_SON}/phien-hop/2026/04/"' in page
    assert "họp 01/04/2026, đăng sau 10 ngày, chưa có biên bản, chưa có thông báo kết luận" in page


def test_before_an_office_was_there_nothing_is_missing(supervising, year):
    found = {row.place.name: row for row in supervising.get("/quan-tri/giam-sat/?nam=2025").context["rows"]}
    assert found["Xã Sóc Sơn"].missed == [8, 9, 10, 11, 12]
    assert found["Phường Bạch Mai"].missed == list(range(1, 13))
    assert not any(row.missed for row in supervising.get("/quan-tri/giam-sat/?nam=2019").context["rows"])


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("&ten=soc+son", ["Xã Sóc Sơn"]),
        ("&hien=qua-han", ["Phường Bạch Mai"]),
        ("&hien=bien-ban", ["Xã Sóc Sơn"]),
        ("&hien=chua-dang", ["Phường Bạch Mai", "Xã Sóc Sơn"]),
        ("&xep=ten&hien=chu-y", ["Phường Bạch Mai", "Xã Sóc Sơn"]),
        ("&ten=khong+co", []),
    ],
)
def test_the_grid_is_narrowed(supervising, year, query, expected):
    assert list(rows(supervising, query)) == expected


@pytest.mark.parametrize("query", ["xep=sai", "hien=sai", "nam=abc", "trang=9"])
def test_what_is_no_choice_is_refused(supervising, posted, query):
    assert supervising.get(f"/quan-tri/giam-sat/?{query}").status_code == 404


def test_the_whole_is_had_as_a_spreadsheet(supervising, year):
    answer = supervising.get("/quan-tri/giam-sat/bang.xlsx?nam=2026")
    assert 'filename="giam-sat-2026.xlsx"' in answer["Content-Disposition"]
    table = list(openpyxl.load_workbook(BytesIO(answer.content)).active.values)
    assert table[0][:3] == ("Nơi", "Cần chú ý", "Tháng 1") and len(table) == 3
    assert table[2][4] == "họp 06/03/2026, chưa đăng" and table[1][3] == "không họp"
    assert table[1][2].endswith("có biên bản, chưa có thông báo kết luận\n1 chỉ đạo quá hạn")


def opening(**typed):
    return {"level": "phuong", "place": "Vĩnh Tuy", "host": "hdnd.vinhtuy.example", "slug": "", **typed}


def test_an_operator_opens_an_office_as_the_command_does(operator, posted):
    client = at_portal(operator)
    answer = client.post("/quan-tri/mo-co-quan/", opening())
    assert "Đã mở Thường trực HĐND phường Vĩnh Tuy tại hdnd.vinhtuy.example." in answer.content.decode()
    office = Office.objects.get(slug="phuong-vinh-tuy")
    assert Client(headers={"host": office.hosts}).get("/").status_code == 200
    assert "Vĩnh Tuy" in client.get("/co-quan/").content.decode()


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ({"host": SOC_SON}, f"Tên miền {SOC_SON} đã thuộc"),
        ({"host": "Có dấu.example"}, "Tên miền chỉ gồm chữ thường không dấu"),
        ({"slug": "xa-soc-son"}, "đã tồn tại"),
        ({"place": ""}, "bắt buộc"),
    ],
)
def test_what_cannot_be_opened_is_said_beside_its_box(operator, posted, typed, refusal):
    answer = at_portal(operator).post("/quan-tri/mo-co-quan/", opening(**typed))
    assert refusal in words(answer) and Office.objects.count() == 2
    assert list(faults(parsed(answer.content.decode()))) == []


def test_nobody_else_opens_one(roles):
    for role in ("nobody", "supervisor", "clerk"):
        assert roles[role].post("/quan-tri/mo-co-quan/", opening()).status_code in (302, 403)
    assert Office.objects.count() == 2 and User.objects.filter(is_superuser=True).count() == 1


def test_who_gave_an_address_hears_once_a_week_how_far_each_office_is(supervising, supervisor, posted):
    assert supervising.post("/quan-tri/thu-hang-tuan/", {"email": "giám sát"}).status_code == 200
    assert supervising.post("/quan-tri/thu-hang-tuan/", {"email": "gs@hanoi.example"}).status_code == 302
    day = timezone.localdate()
    monday = day + timedelta(days=7 - day.weekday())
    for each in (monday, monday + timedelta(days=1)):
        weekly_letter.write(each)
    with every_office():
        [letter] = Letter.objects.all()
    assert (letter.to, letter.office) == ("gs@hanoi.example", None)
    assert "Phường Bạch Mai: 1 chỉ đạo quá hạn trong" in letter.text
    assert "úng ngập" not in letter.text, "counts only"
    assert not Letter.objects.exists(), "no office has it in its book"


def test_who_gave_no_address_hears_nothing(supervisor, posted):
    weekly_letter.write(date(2026, 3, 2))
    with every_office():
        assert not Letter.objects.exists()
