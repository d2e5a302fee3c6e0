"""Following by mail: an address follows nothing before its own mail has confirmed it, and is gone when it leaves."""

import re
from datetime import timedelta

import pytest
from django.core import mail, signing
from django.db import connection
from django.utils import timezone

from meetings.letters import sending, subscriber_letters
from meetings.models import Directive, Edition, Letter, LetterState, Office, Subscriber, Subscription, at_office
from meetings.models.office_scope import current
from meetings.models.public_index import DirectiveEntry
from meetings.models.subscriber import CONFIRM, LEAVE

from .conftest import issue

LAN = "Lan.Pham@vidu.example"
DIRECTIVE, UNIT = {"chi-dao": "2021-01-1"}, {"don-vi": "uy-ban-mttq-viet-nam-quan"}


@pytest.fixture(autouse=True)
def mailing(settings, posted):
    settings.EMAIL_URL = "smtp://mail.example"
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


def ask(client, address=LAN, **topic):
    return client.post("/theo-doi/", {"address": address, **topic})


def letters():
    """What goes now."""
    mail.outbox.clear()
    subscriber_letters.write_confirmations()
    sending.send_due()
    return list(mail.outbox)


def link_in(letter):
    return re.search(r"http://testserver(/theo-doi/\S+/)", letter.body)[1]


def follows(client, **topic):
    """Lan follows the topic. Returns her row."""
    ask(client, **topic)
    (letter,) = letters()
    where = link_in(letter)
    client.post(where, {"muc": [each.pk for each in client.get(where).context["waiting"]]})
    return Subscriber.objects.get()


def report(note, number="1", **more):
    row, _ = Directive.objects.get_or_create(number=number, session=Edition.objects.first().session)
    return row.reports.create(reported_on="2021-02-01", state="in_progress", note=note, is_public=True, **more)


def digest():
    subscriber_letters.write_digests(current())
    return letters()


def test_only_the_button_behind_the_link_of_the_letter_begins_it(client):
    assert ask(client, **DIRECTIVE)["Location"] == "/theo-doi/?chi-dao=2021-01-1&da-gui=1"
    (letter,) = letters()
    assert letter.to == [LAN]
    assert "chỉ đạo 2021-01-1" in letter.body and "List-Unsubscribe" not in letter.extra_headers
    where = link_in(letter)
    page = client.get(where)
    assert (page["Cache-Control"], page["Referrer-Policy"]) == ("no-store", "no-referrer")
    assert not page.cookies and not Subscriber.objects.confirmed()
    client.post(where, {"muc": [page.context["waiting"][0].pk]})
    assert Subscriber.objects.confirmed().get().told_until
    assert "Đã xác nhận" in client.get(where).content.decode()


def test_what_is_not_ticked_is_not_followed(client):
    ask(client, **DIRECTIVE)
    ask(client, **UNIT)
    where = link_in(letters()[0])
    client.post(where, {"muc": [Subscription.objects.get(kind="don-vi").pk, "9999999", "x"]})
    assert [str(each) for each in Subscription.objects.exclude(confirmed_at=None)] == [
        "việc của Ủy ban MTTQ Việt Nam quận"
    ]


def test_a_link_that_is_forged_old_or_for_leaving_confirms_nothing(client, monkeypatch):
    ask(client)
    subscriber, row = Subscriber.objects.get(), Subscription.objects.get()
    forged = signing.dumps(str(subscriber.key), salt=CONFIRM, key="khoa khac")
    for token in (forged, subscriber.token(LEAVE), "x", subscriber.token(CONFIRM)[:-1]):
        answer = client.post(f"/theo-doi/xac-nhan/{token}/", {"muc": [row.pk]})
        assert answer.status_code == 404 and LAN not in answer.content.decode()
    good, now = subscriber.token(CONFIRM), signing.time.time
    monkeypatch.setattr(signing.time, "time", lambda: now() + timedelta(days=8).total_seconds())
    assert client.post(f"/theo-doi/xac-nhan/{good}/", {"muc": [row.pk]}).status_code == 404
    assert not Subscriber.objects.confirmed()


def test_an_old_link_is_dead_for_who_left_and_for_a_stranger_who_types_the_address_again(client):
    ask(client)
    old = link_in(letters()[0])
    Subscriber.objects.get().leave()
    ask(client)
    assert client.post(old, {"muc": [Subscription.objects.get().pk]}).status_code == 404
    assert not Subscriber.objects.confirmed()


def test_a_stranger_has_one_letter_a_day_sent_to_an_address(client):
    for topic in (DIRECTIVE, UNIT, {}, DIRECTIVE):
        ask(client, LAN.lower() if topic else LAN, **topic)
        letters()
    assert Letter.objects.count() == 1 and Subscriber.objects.count() == 1
    Letter.objects.update(key="confirm:hom-qua")
    ask(client)
    assert len(letters()) == 1


def test_who_types_an_address_learns_nothing_of_it(client):
    follows(client, **DIRECTIVE)
    known, unknown = ask(client, **DIRECTIVE), ask(client, "khac@vidu.example", **DIRECTIVE)
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert letters()[0].body.count("chỉ đạo") == 1  # to the other alone


def test_one_post_of_a_mail_program_leaves_and_deletes_the_address(client):
    follows(client, **DIRECTIVE)
    report("Đã làm một nửa.")
    (letter,) = digest()
    assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    where = letter.extra_headers["List-Unsubscribe"].removeprefix("<http://testserver").removesuffix(">")
    client.get(where)
    assert Subscriber.objects.exists()
    assert client.post(where, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert not Subscriber.objects.exists() and not Letter.objects.exists()
    assert client.post(where).status_code == 404


def test_one_topic_can_be_left_and_with_the_last_the_address_goes(client):
    ask(client, **UNIT)
    subscriber = follows(client, **DIRECTIVE)
    where = f"/theo-doi/thoi/{subscriber.token(LEAVE)}/"
    for left, row in ((1, subscriber.subscriptions.first()), (0, subscriber.subscriptions.last())):
        client.post(where, {"muc": row.pk})
        assert Subscription.objects.count() == left
    assert not Subscriber.objects.exists()


def test_the_address_stands_nowhere_in_the_database(client, settings):
    follows(client, **DIRECTIVE)
    report("Đã làm.")
    digest()
    tables = {table: [str(row) for row in _rows(table)] for table in connection.introspection.table_names()}
    assert "Đã làm." in str(tables["meetings_progressreport"])
    assert not [table for table, rows in tables.items() if "vidu.example" in str(rows).lower()]
    assert Subscriber.objects.get().address == LAN
    settings.SECRET_KEY = "another"
    assert Subscriber.objects.get().address == ""


def _rows(table):
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{table}"')
        return cursor.fetchall()


def test_what_a_mail_server_says_is_kept_without_the_address(client, monkeypatch):
    monkeypatch.setattr(sending, "_message", lambda letter: (_ for _ in ()).throw(ValueError(f"<{LAN.lower()}> no")))
    ask(client)
    letters()
    assert (Letter.objects.get().state, Letter.objects.get().trouble) == (LetterState.REFUSED, "<…> no")


def test_who_does_not_confirm_is_forgotten_after_seven_days(client):
    ask(client)
    Subscription.objects.update(asked_at=timezone.now() - timedelta(days=6))
    Subscriber.objects.forget_unconfirmed()
    assert Subscriber.objects.exists()
    Subscription.objects.update(asked_at=timezone.now() - timedelta(days=8))
    subscriber_letters.write_digests(current())
    assert not Subscriber.objects.exists()


def test_a_day_brings_one_letter_with_all_that_is_public_and_nothing_else(client):
    follows(client, **DIRECTIVE)
    assert digest() == []
    report("Đã làm một nửa.")
    report("nội bộ: chờ kinh phí").directive.reports.filter(note__startswith="nội bộ").update(is_public=False)
    report("Việc khác.", number="2")
    (letter,) = digest()
    assert "Chỉ đạo 2021-01-1: Đang làm" in letter.body and "Đã làm một nửa." in letter.body
    assert "http://testserver/chi-dao/2021-01-1/" in letter.body
    assert "nội bộ" not in letter.body and "Việc khác." not in letter.body
    report("Làm tiếp.")
    assert digest() == []
    Letter.objects.filter(since__isnull=False).update(key="follow:hom-qua")
    (letter,) = digest()
    assert "Làm tiếp." in letter.body and "một nửa" not in letter.body


def test_what_is_taken_back_before_the_letter_goes_is_not_in_it(client):
    follows(client, **DIRECTIVE)
    report("Ghi nhầm.")
    subscriber_letters.write_digests(current())
    Directive.objects.get(number="1").reports.filter(note="Ghi nhầm.").update(is_public=False)
    assert letters() == []
    assert Letter.objects.get(since__isnull=False).state == LetterState.CALLED_OFF


@pytest.mark.parametrize(("topic", "heard"), [({}, 1), (DIRECTIVE, 1), (UNIT, 1), ({"chi-dao": "2021-01-2"}, 0)])
def test_a_correction_and_a_report_reach_those_whom_they_concern(client, news, topic, heard):
    follows(client, **topic)
    if heard and topic != UNIT:
        issue(news, note="Sửa câu mở đầu.", at=timezone.now())
        (letter,) = digest()
        assert "Đính chính:" in letter.body and "Sửa câu mở đầu." in letter.body
    else:
        report("Đã họp với quận.")
        assert len(digest()) == heard


def test_a_letter_that_waited_gives_way_to_the_next_and_nothing_is_lost(client):
    follows(client, **DIRECTIVE)
    report("Hôm qua.")
    subscriber_letters.write_digests(current())
    Letter.objects.filter(since__isnull=False).update(key="follow:hom-qua")
    report("Hôm nay.")
    (letter,) = digest()
    assert "Hôm qua." in letter.body and "Hôm nay." in letter.body


def test_without_a_mail_server_the_form_is_not_offered(client, settings):
    assert 'name="address"' in client.get("/chi-dao/2021-01-1/").content.decode()
    settings.EMAIL_URL = ""
    for where in ("/chi-dao/2021-01-1/", "/don-vi/uy-ban-mttq-viet-nam-quan/", "/theo-doi/?chi-dao=2021-01-1"):
        page = client.get(where).content.decode()
        assert 'name="address"' not in page and "rss.xml" in page
    assert ask(client).status_code == 404


def test_a_bad_address_is_told_and_kept(client):
    answer = ask(client, "lan@", **DIRECTIVE)
    assert answer.status_code == 400 and "Đề nghị ghi địa chỉ như" in answer.content.decode()
    assert 'value="lan@"' in answer.content.decode() and 'value="2021-01-1"' in answer.content.decode()
    assert ask(client, **{"chi-dao": "2099-01-1"}).status_code == 404
    assert not Subscriber.objects.exists()


def test_who_types_many_addresses_is_stopped(client):
    codes = [ask(client, f"{n}@vidu.example").status_code for n in range(12)]
    assert codes[:10] == [303] * 10 and codes[10:] == [429] * 2


def test_a_link_of_one_office_is_dead_at_another(client, settings):
    ask(client)
    token, row = Subscriber.objects.get().token(CONFIRM), Subscription.objects.get()
    settings.ALLOWED_HOSTS = ["testserver", "ben-kia.example"]
    Office.objects.update(hosts="testserver")
    Office.objects.create(slug="ben-kia", hosts="ben-kia.example")
    where = f"/theo-doi/xac-nhan/{token}/"
    assert client.post(where, {"muc": [row.pk]}, headers={"host": "ben-kia.example"}).status_code == 404
    assert client.get(where).status_code == 200
    with at_office(Office.objects.get(slug="ben-kia")):
        assert not Subscriber.objects.exists()


@pytest.mark.parametrize("where", ["/chi-dao/2021-01-1/", "/don-vi/uy-ban-mttq-viet-nam-quan/"])
def test_a_feed_of_its_own_is_announced_and_tells_what_is_public(client, where):
    report("Đã làm <b>một</b> nửa.")
    report("nội bộ").directive.reports.filter(note="nội bộ").update(is_public=False)
    assert 'type="application/rss+xml" title="' in client.get(where).content.decode()
    feed = client.get(f"{where}rss.xml")
    assert feed.status_code == 200 and feed["Content-Type"].startswith("application/rss+xml")
    words = feed.content.decode()
    assert "Chỉ đạo 2021-01-1: Đang làm" in words and "&lt;b&gt;một" in words and "nội bộ" not in words
    assert client.get(f"{where}rss.xml", headers={"if-none-match": feed["ETag"]}).status_code == 304
    assert (
        client.get(where.replace("2021-01-1", "2021-01-9").replace("uy-ban", "khong") + "rss.xml").status_code == 404
    )


def test_followers_hear_that_a_directive_is_late_once_and_not_of_one_that_is_owed_later(client):
    subscriber = follows(client, **DIRECTIVE)
    yesterday = timezone.localdate() - timedelta(days=1)
    entries = DirectiveEntry.objects.filter(is_live=True)
    entries.filter(number="1").update(next_due_on=yesterday, is_closed=False)
    entries.filter(number="2").update(next_due_on=yesterday, is_closed=False)
    Subscriber.objects.update(told_until=timezone.now() - timedelta(days=1))
    (letter,) = digest()
    assert "Chỉ đạo 2021-01-1: quá hạn từ" in letter.body and "2021-01-2" not in letter.body
    Letter.objects.all().delete()
    entries.filter(number="1").update(next_due_on=timezone.localdate())
    Subscriber.objects.filter(pk=subscriber.pk).update(told_until=timezone.now() - timedelta(days=1))
    assert not any("quá hạn" in each.body for each in digest())


def test_followers_hear_that_a_page_was_withdrawn(client):
    follows(client, **DIRECTIVE)
    Edition.objects.live().close(Edition.State.WITHDRAWN, note="Sai ngày họp.")
    (letter,) = digest()
    assert "Đã thu hồi: " in letter.body and "Sai ngày họp." in letter.body
