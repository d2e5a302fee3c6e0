"""Log-in: locked by account and address together, ended by idleness, always leading back to the form."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from axes.models import AccessAttempt
from django.contrib.sessions.models import Session as LoggedIn
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from council import login_attempts
from council.refusals import address_of
from tests.conftest import PASSWORD
from tests.desk.filling import filled

LOG_IN = "/quan-tri/login/"
OFFICE, HOME = "203.0.113.7", "198.51.100.9"


def tries(username, password, *, at=OFFICE, **more):
    return Client(REMOTE_ADDR=at).post(LOG_IN, {"username": username, "password": password, **more})


@pytest.fixture
def locked(clerk):
    """The answer to the clerk's fifth wrong password at the office."""
    return [tries("vanthu", f"sai-{count}") for count in range(5)][-1]


def test_the_fifth_wrong_password_is_answered_in_vietnamese_with_when_and_whom(locked):
    html = locked.content.decode()
    assert locked.status_code == 429
    assert "Tài khoản tạm khóa" in html and "Hãy thử lại sau 15 phút" in html and "vai trò Quản trị" in html
    assert 0 < int(locked["Retry-After"]) <= 900


def test_four_wrong_passwords_lock_nobody(clerk):
    assert [tries("vanthu", "sai").status_code for _ in range(4)] == [200] * 4
    assert tries("vanthu", PASSWORD).status_code == 302


def test_the_right_password_does_not_open_a_locked_account(locked):
    assert tries("vanthu", PASSWORD).status_code == 429


def test_a_colleague_at_the_same_address_gets_in(locked, chief):
    assert tries("chanhvp", PASSWORD).status_code == 302


def test_the_same_person_gets_in_from_elsewhere(locked):
    assert tries("vanthu", PASSWORD, at=HOME).status_code == 302


def test_whoever_guesses_under_ever_new_names_waits_as_an_address_and_no_other_does(clerk):
    statuses = [tries(f"nguoi-{count}", "sai").status_code for count in range(login_attempts.MOST)]
    assert set(statuses) == {200}
    refused = tries("vanthu", PASSWORD)
    assert refused.status_code == 429 and "Từ địa chỉ mạng này" in refused.content.decode()
    assert 0 < int(refused["Retry-After"]) <= login_attempts.WINDOW
    assert tries("vanthu", PASSWORD, at=HOME).status_code == 302


def test_right_passwords_of_a_whole_office_are_not_counted(clerk):
    assert {tries("vanthu", PASSWORD).status_code for _ in range(login_attempts.MOST + 2)} == {302}


def test_trying_again_does_not_move_the_end_of_the_lock(locked):
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=10))
    assert "Hãy thử lại sau 5 phút" in tries("vanthu", "sai").content.decode()
    assert "Hãy thử lại sau 5 phút" in tries("vanthu", "sai").content.decode()


def test_the_lock_opens_by_itself(locked):
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=16))
    assert tries("vanthu", PASSWORD).status_code == 302


def test_an_unknown_name_is_locked_like_a_known_one(clerk):
    assert [tries("khong-ai", "sai").status_code for _ in range(5)] == [200] * 4 + [429]


def test_a_wrong_password_does_not_say_which_of_the_two_was_wrong(clerk):
    known, unknown = tries("vanthu", "sai"), tries("khong-ai", "sai")
    said = "Tên đăng nhập hoặc mật khẩu chưa đúng."
    assert said in known.content.decode() and said in unknown.content.decode()


@pytest.mark.parametrize(
    ("proxies", "header", "address"),
    [
        (0, HOME, OFFICE),
        (1, HOME, HOME),
        (1, f"1.2.3.4, {HOME}", HOME),
        (2, f"1.2.3.4, {HOME}, 10.0.0.2", HOME),
        (1, "", OFFICE),
        (1, f"{HOME}:50123", HOME),
        (1, "[2001:db8::7]:443", "2001:db8::7"),
        (1, "2001:db8::7", "2001:db8::7"),
        (1, "unknown", OFFICE),
        (1, f"{HOME}, _hidden", OFFICE),
    ],
)
def test_only_what_our_own_proxies_wrote_is_believed(rf, settings, proxies, header, address):
    settings.PROXY_COUNT = proxies
    assert address_of(rf.get("/", REMOTE_ADDR=OFFICE, HTTP_X_FORWARDED_FOR=header)) == address


def test_behind_a_proxy_too_a_stranger_locks_nobody_else_out(clerk, settings):
    settings.PROXY_COUNT = 1
    for _ in range(5):
        Client(headers={"x-forwarded-for": HOME}).post(LOG_IN, {"username": "vanthu", "password": "sai"})
    colleague = Client(headers={"x-forwarded-for": OFFICE})
    assert colleague.post(LOG_IN, {"username": "vanthu", "password": PASSWORD}).status_code == 302


def test_an_administrator_lets_them_in_again(locked, administrator, client):
    client.force_login(administrator)
    listed = client.get(reverse("admin:axes_accessattempt_changelist")).content.decode()
    assert "Mở khóa" in listed and "khóa đến" in listed and OFFICE in listed
    done = client.post(reverse("admin:axes_accessattempt_unlock", args=[AccessAttempt.objects.get().pk]), follow=True)
    assert f"Đã mở khóa vanthu tại địa chỉ {OFFICE}." in done.content.decode()
    assert tries("vanthu", PASSWORD).status_code == 302


def test_unlocking_one_account_leaves_the_others_locked(locked, administrator, client):
    for _ in range(5):
        tries("vanthu", "sai", at=HOME)
    client.force_login(administrator)
    attempt = AccessAttempt.objects.get(ip_address=OFFICE)
    client.post(reverse("admin:axes_accessattempt_unlock", args=[attempt.pk]))
    assert tries("vanthu", PASSWORD, at=HOME).status_code == 429


def test_nobody_else_unlocks_and_a_link_does_not(locked, chief, administrator, client):
    where = reverse("admin:axes_accessattempt_unlock", args=[AccessAttempt.objects.get().pk])
    client.force_login(chief)
    assert client.post(where).status_code == 403
    client.force_login(administrator)
    assert client.get(where).status_code == 405
    assert AccessAttempt.objects.exists()


def idle(minutes):
    """As if nobody had touched a key for so long."""
    for each in LoggedIn.objects.all():
        each.expire_date -= timedelta(minutes=minutes)
        each.save()


def test_a_log_in_ends_after_thirty_idle_minutes(at_clerks_desk, january):
    change = reverse("admin:meetings_session_change", args=[january.pk])
    assert at_clerks_desk.get(change).status_code == 200
    idle(29)
    assert at_clerks_desk.get(change).status_code == 200
    idle(29)
    assert at_clerks_desk.get(change).status_code == 200, "every request starts the half hour anew"
    assert at_clerks_desk.cookies["sessionid"]["max-age"] == 1800
    idle(31)
    assert at_clerks_desk.get(change)["Location"] == f"{LOG_IN}?next={change}"


def test_a_form_sent_too_late_leads_through_the_log_in_back_to_itself(at_clerks_desk, january):
    change = reverse("admin:meetings_session_change", args=[january.pk])
    typed = filled(at_clerks_desk.get(change), venue="Phòng họp số 2")
    idle(31)
    page = at_clerks_desk.post(change, typed, follow=True)
    assert "chữ vừa gõ chưa được lưu" in page.content.decode()  # whether the browser kept it, its script tells
    assert page.context["next"] == change
    entered = {"username": "vanthu", "password": PASSWORD, "next": page.context["next"]}
    assert at_clerks_desk.post(page.context["app_path"], entered)["Location"] == change
    january.refresh_from_db()
    assert january.venue == ""


def test_a_wrong_password_on_the_way_back_loses_neither_the_way_nor_the_words(clerk, january):
    change = reverse("admin:meetings_session_change", args=[january.pk])
    page = tries("vanthu", "sai", next=change)
    assert f'name="next" value="{change}"' in page.content.decode()
    assert 'value="vanthu"' in page.content.decode()


def test_a_verb_sent_too_late_leads_back_to_its_page_not_to_the_verb(client, january):
    change = reverse("admin:meetings_session_change", args=[january.pk])
    sent = client.post("/quan-tri/meetings/session/add/", headers={"referer": f"http://testserver{change}"})
    assert parse_qs(urlsplit(sent["Location"]).query)["next"] == [change]


@pytest.mark.parametrize(
    "referer", ["https://elsewhere.example/quan-tri/x/", "http://testserver/tim-kiem/", "http://[", ""]
)
def test_the_way_back_never_leads_out_of_the_desk(client, db, referer):
    sent = client.post("/quan-tri/meetings/session/add/", headers={"referer": referer})
    assert parse_qs(urlsplit(sent["Location"]).query)["next"] == ["/quan-tri/meetings/session/add/"]


@pytest.mark.parametrize("after", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)"])
def test_the_log_in_never_sends_anyone_elsewhere(clerk, at_clerks_desk, after):
    assert tries("vanthu", PASSWORD, next=after)["Location"] == "/quan-tri/"
    assert at_clerks_desk.get(LOG_IN, {"next": after})["Location"] == "/quan-tri/"


def test_the_log_in_page_of_a_second_window_goes_on_to_where_it_was_going(at_clerks_desk, january):
    change = reverse("admin:meetings_session_change", args=[january.pk])
    assert at_clerks_desk.get(LOG_IN, {"next": change})["Location"] == change


def test_a_form_older_than_the_last_log_in_is_explained_in_vietnamese(clerk):
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post(LOG_IN, {"username": "vanthu", "password": PASSWORD})
    assert answer.status_code == 403
    assert "việc vừa bấm chưa được thực hiện" in answer.content.decode()


def test_a_closed_account_neither_enters_nor_stays(at_clerks_desk, clerk):
    clerk.is_active = False
    clerk.save()
    assert at_clerks_desk.get("/quan-tri/").status_code == 302
    assert tries("vanthu", PASSWORD).status_code == 200
