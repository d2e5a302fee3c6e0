"""The host says whose site it is; an unknown one is told nothing."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from meetings.models import Office, at_office
from meetings.models.office import forget_offices
from tests.conftest import join, logged_in, make_user
from tests.public.conftest import issue, session_of

from .conftest import OURS, THEIRS

JANUARY = "/phien-hop/2021/01/"


def asked(client, host, path=JANUARY):
    return client.get(path, headers={"host": host})


def test_one_office_answers_to_every_host_that_is_allowed(client, published, settings):
    settings.ALLOWED_HOSTS = ["*"]
    assert {asked(client, host).status_code for host in ("a.example", "127.0.0.1", "testserver")} == {200}


def test_of_several_each_answers_to_its_own(client, theirs):
    ours, other = asked(client, OURS).content.decode(), asked(client, THEIRS).content.decode()
    assert "DẤU-CHƯA-CÔNG-BỐ" not in ours and "DẤU-CHƯA-CÔNG-BỐ" in other


@pytest.mark.parametrize("path", ["/", JANUARY, "/quan-tri/", "/api/bodies", "/khong-co/"])
def test_an_unknown_host_is_told_nothing(client, theirs, settings, path):
    settings.ALLOWED_HOSTS = ["*"]
    answer = asked(client, "la.example", path)
    assert (answer.status_code, answer.content.decode()) == (404, "Không có trang này.\n")


def test_health_is_answered_for_any(client, theirs, settings):
    settings.ALLOWED_HOSTS = ["*"]
    assert asked(client, "la.example", "/healthz").status_code == 200


def test_a_closed_office_leads_to_its_successor_which_keeps_its_addresses(client, ours, theirs):
    old = Office.objects.get(pk=theirs.pk)
    old.closed_on, old.successor = timezone.localdate(), ours
    old.save()
    led = asked(client, THEIRS, "/phien-hop/2021/01/?x=1")
    assert (led.status_code, led["Location"]) == (301, f"http://{OURS}/phien-hop/2021/01/?x=1")
    assert "DẤU-CHƯA-CÔNG-BỐ" not in asked(client, OURS).content.decode()
    assert asked(client, OURS, "/phien-hop/1999/12/").status_code == 404


def test_an_address_that_only_the_closed_one_had_is_read_at_its_successor(client, ours, theirs):
    with at_office(theirs):
        issue(session_of(2020, 12))
    assert asked(client, OURS, "/phien-hop/2020/12/").status_code == 404
    old = Office.objects.get(pk=theirs.pk)
    old.closed_on, old.successor = timezone.localdate() - timedelta(days=1), ours
    old.save()
    for _ in "12":
        assert asked(client, OURS, "/phien-hop/2020/12/").status_code == 200


def test_who_works_in_one_office_has_no_desk_in_the_other(theirs, clerk):
    client = logged_in(clerk)
    assert asked(client, OURS, reverse("admin:index")).status_code == 200
    assert asked(client, THEIRS, reverse("admin:index")).status_code == 302


def test_one_person_may_have_other_roles_in_each(theirs, clerk):
    with at_office(theirs):
        join(clerk, "Người xem")
    client = logged_in(clerk)
    new = reverse("admin:meetings_unit_add")
    assert asked(client, OURS, new).status_code == 200
    assert asked(client, THEIRS, new).status_code == 403
    assert asked(client, THEIRS, reverse("admin:index")).status_code == 200


def test_permissions_kept_beside_a_user_are_those_of_the_office(theirs, clerk):
    with at_office(theirs):
        join(clerk, "Người xem")
    assert clerk.has_perm("meetings.add_session")
    with at_office(theirs):
        assert not clerk.has_perm("meetings.add_session")
    assert clerk.has_perm("meetings.add_session")


def test_an_administrator_changes_nothing_of_who_works_elsewhere_too_but_the_roles(theirs, administrator, clerk):
    with at_office(theirs):
        join(clerk, "Văn thư")
        make_user("rieng", "Văn thư")
    client = logged_in(administrator)
    change = reverse("admin:auth_user_change", args=[clerk.pk])
    form = client.get(change).context["adminform"].form
    assert list(form.fields) == ["roles"]
    assert client.post(reverse("admin:auth_user_password_change", args=[clerk.pk]), {}).status_code == 403
    assert "rieng" not in client.get(reverse("admin:auth_user_changelist")).content.decode()


def test_what_changes_in_one_is_no_new_state_of_the_other(client, theirs, their_session):
    before = asked(client, OURS)["ETag"]
    with at_office(theirs):
        their_session.withdraw(by=their_session.state_changes.last().by, note="Sai.")
    assert asked(client, OURS)["ETag"] == before
    assert asked(client, THEIRS).status_code == 410


def test_an_office_that_has_published_nothing_bears_its_name(client, ours):
    Office.objects.create(slug="moi", name="Thường trực HĐND phường Mới", hosts=THEIRS)
    for path in ("/", "/chi-dao/", "/tim-kiem/"):
        page = asked(client, THEIRS, path).content.decode()
        assert "Thường trực HĐND phường Mới" in page and "og:image" not in page


def test_a_new_office_is_known_at_once_where_it_was_made(client, ours):
    forget_offices()
    Office.objects.create(slug="moi", hosts=THEIRS)
    assert asked(client, THEIRS, "/").status_code == 200
