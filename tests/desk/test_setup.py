"""Opening an office: from an empty database to the three doors, as whoever has the code goes."""

import re
import stat
from datetime import timedelta
from io import StringIO

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from meetings.models import Council, Member, Membership, Office, OneTimePassword, Unit
from meetings.models.office import forget_offices

from ..conftest import PASSWORD, logged_in

DOOR, OFFICE = "/quan-tri/mo-co-quan/ma/", "/quan-tri/mo-co-quan/"
PEOPLE, UNITS, ACCOUNTS = f"{OFFICE}thuong-truc/", f"{OFFICE}don-vi/", f"{OFFICE}tai-khoan/"
DOORS = f"{OFFICE}ba-canh-cua/"
ANSWERS = {"level": "phuong", "place": "Bạch Mai", "named_in_full": "0"}


@pytest.fixture
def empty(db, settings, tmp_path):
    """An installation that nobody has opened."""
    settings.DATA_DIR = tmp_path
    Office.objects.update(name="")
    forget_offices()
    return tmp_path


@pytest.fixture
def code(empty):
    out = StringIO()
    call_command("opening_code", stdout=out)
    return re.search(r": (\S+)$", out.getvalue().strip())[1]


def enters(client, code, **typed):
    person = {"full_name": "Phạm Thu Hà", "username": "thuha", "password1": PASSWORD, "password2": PASSWORD}
    return client.post(DOOR, {"code": code, **person, **typed})


@pytest.fixture
def founder(client, code):
    enters(client, code)
    return client


@pytest.fixture
def opened(founder):
    founder.post(OFFICE, ANSWERS)
    return founder


def accounts(**rows):
    sent = {"form-TOTAL_FORMS": 6, "form-INITIAL_FORMS": 0}
    return sent | {f"form-{name}": value for name, value in rows.items()}


def role(name):
    return Group.objects.get(name=name).pk


def a_colleague(**more):
    row = {"0-full_name": "Hoàng Thu Trang", "0-username": "", "0-role": role("Văn thư")}
    return accounts(**{**row, **more})


def test_the_code_is_kept_for_its_owner_alone_and_stays_the_same(code, empty):
    file = empty / "opening-code"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert file.read_text() == code
    out = StringIO()
    call_command("opening_code", stdout=out)
    assert code in out.getvalue()


def test_the_first_visit_leads_through_the_code_to_the_first_account(client, code, empty):
    assert client.get("/quan-tri/", follow=True).redirect_chain[-1][0] == DOOR
    assert "Mã mở cơ quan" in client.get(DOOR).content.decode()
    assert enters(client, code.upper().replace("-", " "))["Location"] == OFFICE
    founder = User.objects.get()
    assert (founder.last_name, founder.first_name, founder.is_superuser) == ("Phạm Thu", "Hà", False)
    assert {each.name for each in founder.memberships.get().roles.all()} == {"Quản trị", "Lãnh đạo văn phòng"}


def test_the_code_opens_one_account_and_is_gone(client, code, empty, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        enters(client, code)
    assert not (empty / "opening-code").exists()
    assert enters(Client(), code, username="khac").status_code == 404
    assert User.objects.count() == 1


def test_a_wrong_code_opens_nothing_and_locks_after_five(client, code):
    answers = [enters(client, "aaaa-bbbb-cccc") for _ in range(5)]
    assert [answer.status_code for answer in answers] == [200] * 4 + [429]
    assert "Mã chưa đúng" in answers[0].content.decode() and int(answers[4]["Retry-After"]) > 0
    assert enters(client, code).status_code == 429
    assert not User.objects.exists()
    assert enters(Client(REMOTE_ADDR="198.51.100.9"), code).status_code == 302


def test_without_a_code_there_is_no_door(client, empty):
    assert client.get(DOOR).status_code == 404
    assert enters(client, "").status_code == 404


def test_an_installation_with_accounts_knows_nothing_of_it(client, code, chief, clerk):
    assert client.get("/quan-tri/login/").status_code == 200
    assert enters(client, code, username="khac").status_code == 404
    out = StringIO()
    call_command("opening_code", stdout=out)
    assert code not in out.getvalue()


def test_until_the_office_has_a_name_every_page_leads_to_its_first_step(founder):
    for name in ("index", "meetings_session_changelist", "setup_people", "setup_doors", "guide"):
        assert founder.get(reverse(f"admin:{name}"))["Location"] == OFFICE, name
    assert founder.get(OFFICE).status_code == 200
    assert founder.get("/quan-tri/password_change/").status_code == 200


def test_three_answers_give_every_name(opened):
    council, office = Council.objects.get(), Office.objects.get()
    assert council.name == "Hội đồng nhân dân phường Bạch Mai"
    assert council.letterhead == "HỘI ĐỒNG NHÂN DÂN\nPHƯỜNG BẠCH MAI"
    assert (council.symbol_suffix, council.place_name, council.named_in_full) == ("HĐND", "Bạch Mai", False)
    assert office.name == "Thường trực HĐND phường Bạch Mai" and office.opened_on
    page = opened.get(OFFICE).content.decode()
    assert "Bạch Mai, ngày " in page and "01/TB-HĐND" in page and "PHƯỜNG BẠCH MAI" in page
    assert opened.get("/quan-tri/").status_code == 200


def test_whether_the_place_is_named_after_somebody_is_never_guessed(founder):
    page = founder.post(OFFICE, {"level": "phuong", "place": "Hai Bà Trưng"}).content.decode()
    assert "máy không tự đoán" in page and not Council.objects.exists()
    founder.post(OFFICE, {**ANSWERS, "place": "Hai Bà Trưng", "named_in_full": "1"})
    page = founder.get(OFFICE).content.decode()
    assert "Phường Hai Bà Trưng, ngày " in page and "nhân dân Phường Hai Bà Trưng" in page


def shown(client, **typed):
    """What the page of step 1 would send."""
    page = client.get(OFFICE)
    form = page.context["form"]
    sent = {name: form[name].value() for name in form.fields} | {"_base": page.context["base"]} | typed
    return {name: value for name, value in sent.items() if value is not None}


def test_a_mended_name_stays_until_it_is_asked_back(opened):
    opened.post(OFFICE, shown(opened, symbol_suffix="TTHĐND", _continue="1"))
    assert "đã sửa tay" in opened.get(OFFICE).content.decode()
    opened.post(OFFICE, shown(opened, place="Vĩnh Tuy"))
    council = Council.objects.get()
    assert (council.symbol_suffix, council.short_name) == ("TTHĐND", "HĐND phường Vĩnh Tuy")
    assert Office.objects.get().name == "Thường trực HĐND phường Vĩnh Tuy"
    opened.post(OFFICE, shown(opened, _again="symbol_suffix"))
    assert Council.objects.get().symbol_suffix == "HĐND"
    assert "đã sửa tay" not in opened.get(OFFICE).content.decode()


def test_members_are_pasted_with_their_posts_and_the_term_is_kept(opened):
    pasted = (
        "1. Đ/c Lê Minh Quang - Bí thư Đảng ủy, Chủ tịch HĐND phường\n2. Bà Vũ Ngọc Lan - Phó Chủ tịch HĐND phường"
    )
    answer = opened.post(PEOPLE, {"valid_from": "20/03/2026", "pasted_members": pasted})
    assert answer["Location"] == UNITS
    assert list(Member.objects.values_list("duty", flat=True)) == ["chair", "deputy"]
    page = opened.get(PEOPLE).content.decode()
    assert 'value="20/03/2026"' in page and "KT. CHỦ TỊCH" in page and "2 người" in page
    refused = opened.post(PEOPLE, {"pasted_members": "Chủ tịch UBND phường"}).content.decode()
    assert "Chưa lưu được" in refused and "Chủ tịch UBND phường" in refused


def test_two_chairs_and_a_member_without_a_post_are_named(opened):
    opened.post(PEOPLE, {"pasted_members": "Lê Minh Quang - Chủ tịch HĐND phường\nVũ Lan - Chủ tịch HĐND phường"})
    assert "Có hai Chủ tịch" in opened.get(PEOPLE).content.decode()


def test_units_are_ticked_in_the_list_of_the_level_or_pasted(opened):
    form = opened.get(UNITS).context["form"]
    numbers = {name: count for count, (_, name) in enumerate(form.usual)}
    clinic, police = numbers["Trạm Y tế phường"], numbers["Công an phường"]
    assert "Sở Tài chính" not in numbers
    ticked = {f"unit_{clinic}": "on", f"unit_{police}": "on", f"email_{police}": "cap@bachmai.example"}
    opened.post(UNITS, {**ticked, "pasted": "- Trường THCS Bạch Mai; thcs@bachmai.example\n2. công an phường"})
    assert list(Unit.objects.values_list("name", "email")) == [
        ("Công an phường", "cap@bachmai.example"),
        ("Trường THCS Bạch Mai", "thcs@bachmai.example"),
        ("Trạm Y tế phường", ""),
    ]
    assert "Công an phường" not in [name for _, name in opened.get(UNITS).context["form"].usual]
    assert "hộp thư chưa đúng" in opened.post(UNITS, {"pasted": "Trường X; khong-phai"}).content.decode()


def test_a_slip_shows_a_password_once_that_must_be_changed_at_the_first_log_in(opened):
    page = opened.post(ACCOUNTS, a_colleague())
    (slip,) = page.context["slips"]
    assert slip["username"] == "thutrang" and slip["words"] in page.content.decode()
    assert slip["words"] not in opened.get(ACCOUNTS).content.decode()
    desk = Client()
    desk.post("/quan-tri/login/", {"username": "thutrang", "password": slip["words"]})
    change = "/quan-tri/password_change/"
    assert desk.get("/quan-tri/")["Location"] == change
    assert desk.get(reverse("admin:meetings_session_changelist"))["Location"] == change
    same = {"old_password": slip["words"], "new_password1": slip["words"], "new_password2": slip["words"]}
    desk.post(change, same)
    assert desk.get("/quan-tri/")["Location"] == change
    desk.post(change, {**same, "new_password1": PASSWORD, "new_password2": PASSWORD})
    assert desk.get("/quan-tri/").status_code == 200
    assert not OneTimePassword.objects.exists()
    again = Client()
    again.post("/quan-tri/login/", {"username": "thutrang", "password": PASSWORD})
    assert again.get("/quan-tri/").status_code == 200


def test_a_slip_that_was_lost_is_made_anew_and_the_old_one_opens_nothing(opened):
    (old,) = opened.post(ACCOUNTS, a_colleague()).context["slips"]
    assert "đã có tài khoản" in opened.post(ACCOUNTS, a_colleague()).content.decode()
    user = User.objects.get(username="thutrang")
    (new,) = opened.post(reverse("admin:setup_renew", args=[user.pk])).context["slips"]
    user.refresh_from_db()
    assert user.check_password(new["words"]) and not user.check_password(old["words"])
    OneTimePassword.objects.all().delete()
    assert opened.post(reverse("admin:setup_renew", args=[user.pk])).status_code == 404


def test_a_slip_opens_nothing_after_its_day(opened):
    (slip,) = opened.post(ACCOUNTS, a_colleague()).context["slips"]
    OneTimePassword.objects.update(until=timezone.now() - timedelta(minutes=1))
    sent = Client().post("/quan-tri/login/", {"username": "thutrang", "password": slip["words"]})
    assert sent.status_code == 200


def test_a_password_that_an_administrator_sets_takes_the_place_of_the_slip(opened):
    opened.post(ACCOUNTS, a_colleague())
    OneTimePassword.objects.update(until=timezone.now() - timedelta(minutes=1))
    user = User.objects.get(username="thutrang")
    new = {"password1": PASSWORD, "password2": PASSWORD}
    assert opened.post(reverse("admin:auth_user_password_change", args=[user.pk]), new).status_code == 302
    desk = Client()
    desk.post("/quan-tri/login/", {"username": "thutrang", "password": PASSWORD})
    assert desk.get("/quan-tri/").status_code == 200
    assert "Cấp lại<" not in opened.get(ACCOUNTS).content.decode()


def test_the_accounts_of_another_office_are_neither_shown_nor_given_a_slip(opened):
    other = Office.objects.create(slug="khac", name="Khác")
    user = User.objects.create_user("nguoikhac", is_staff=True)
    Membership.objects.create(office=other, user=user)
    OneTimePassword.objects.hand_out(user, "mot-lan-thoi")
    assert "nguoikhac" not in opened.get(ACCOUNTS).content.decode()
    assert opened.post(reverse("admin:setup_renew", args=[user.pk])).status_code == 404


def test_each_row_of_people_needs_a_role_and_a_free_name(opened):
    page = opened.post(ACCOUNTS, a_colleague(**{"0-username": "thuha", "1-full_name": "Đỗ Văn Khải"}))
    assert page.context["slips"] == () and page.content.decode().count("errorlist") >= 2
    assert Membership.objects.count() == 1


def test_what_is_half_done_is_there_again_after_a_new_log_in(opened):
    opened.post(PEOPLE, {"pasted_members": "Lê Minh Quang - Chủ tịch HĐND phường", "_continue": "1"})
    later = Client()
    later.post("/quan-tri/login/", {"username": "thuha", "password": PASSWORD})
    assert "Lê Minh Quang" in later.get(PEOPLE).content.decode()
    form = later.get(OFFICE).context["form"]
    assert [form[name].value() for name in ANSWERS] == ["phuong", "Bạch Mai", "0"]


def test_the_doors_open_and_the_front_page_says_what_is_still_open(opened):
    page = opened.get(DOORS).content.decode()
    for door in ("meetings_session_prepare", "meetings_importbatch_add"):
        where = reverse(f"admin:{door}")
        assert where in page and opened.get(where).status_code == 200
    assert opened.get("/").status_code == 200
    home = opened.get("/quan-tri/").content.decode()
    for words in ("Chưa có đơn vị nào", "Chưa có thành viên Thường trực", "Mới có một tài khoản"):
        assert words in page and words in home
    Unit.objects.create(name="Công an phường")
    assert "Chưa có đơn vị nào" not in opened.get("/quan-tri/").content.decode()


def test_a_site_without_an_address_is_an_open_end_too(opened, settings):
    assert "SITE_URL" not in opened.get(DOORS).content.decode()
    settings.SITE_URL = ""
    assert "SITE_URL" in opened.get(DOORS).content.decode()


def test_an_operators_own_account_is_led_through_the_steps_too(empty, client):
    client.force_login(User.objects.create_superuser("vanhanh", password=PASSWORD))
    assert client.get("/quan-tri/")["Location"] == OFFICE


def test_only_who_keeps_the_office_sees_its_open_ends(opened, clerk):
    assert "Còn để ngỏ" not in logged_in(clerk).get("/quan-tri/").content.decode()


def test_the_signing_line_is_mended_like_every_other_name(opened):
    assert Council.objects.get().collective == "TM. THƯỜNG TRỰC\nHỘI ĐỒNG NHÂN DÂN"
    opened.post(OFFICE, shown(opened, collective="TM. THƯỜNG TRỰC HĐND"))
    page = opened.get(OFFICE).content.decode()
    assert "đã sửa tay" in page and "<b>TM. THƯỜNG TRỰC HĐND<br>CHỦ TỊCH</b>" in page
    opened.post(OFFICE, shown(opened, _again="collective"))
    assert Council.objects.get().collective.count("\n") == 1


def test_place_and_date_that_do_not_fit_one_line_are_a_doubt_and_are_saved(opened):
    assert "Không vừa một dòng" not in opened.get(OFFICE).content.decode()
    opened.post(OFFICE, shown(opened, place="Nguyễn Thị Minh Khai và Hoàng Văn Thụ", named_in_full="1"))
    assert "Không vừa một dòng: Phường Nguyễn Thị Minh Khai" in opened.get(OFFICE).content.decode()


def test_the_count_of_members_is_held_against_the_list(opened):
    opened.post(OFFICE, shown(opened, members_total="4"))
    opened.post(PEOPLE, {"pasted_members": "Lê Minh Quang - Chủ tịch HĐND phường"})
    assert "Bước 1 ghi 4 thành viên, ở đây có 1 người." in opened.get(PEOPLE).content.decode()


def test_a_usual_unit_is_stored_under_the_name_that_was_typed(opened):
    form = opened.get(UNITS).context["form"]
    (place,) = [count for count, (_, name) in enumerate(form.usual) if name == "Trạm Y tế phường"]
    opened.post(UNITS, {f"unit_{place}": "on", f"name_{place}": "Trạm Y tế Bạch Mai"})
    assert list(Unit.objects.values_list("name", flat=True)) == ["Trạm Y tế Bạch Mai"]


def test_who_saves_step_one_later_is_told_of_the_earlier_save(opened, founder):
    mine = shown(opened, symbol_suffix="TTHĐND")
    opened.post(OFFICE, shown(opened, symbol_suffix="TT"))
    answer = opened.post(OFFICE, mine)
    assert answer.status_code == 409 and Council.objects.get().symbol_suffix == "TT"
    assert opened.post(OFFICE, ANSWERS, follow=True).status_code == 200
    assert Council.objects.count() == 1
