"""Who has no link that holds learns nothing; who has one reads what the unit leads, and nothing else."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from meetings.models import Letter, Proposal, Unit, UnitLink
from meetings.models.unit_link import link_for
from meetings.public import rate_limit

from ..desk.test_progress import text
from .conftest import REFERENCE, form_of, list_of, typed


def forged(link):
    return list_of(link).replace(link.token, link.token[:-1] + ("0" if link.token[-1] != "0" else "1"))


def expired(link):
    UnitLink.objects.update(expires_on=timezone.localdate() - timedelta(days=1))
    return list_of(link)


def revoked(link):
    link.revoke(by=None)
    return list_of(link)


def of_nobody(link):
    return list_of(link).replace(link.token, "999-" + "0" * 32)


CLOSED = (forged, expired, revoked, of_nobody, lambda link: "/bao-cao/", lambda link: "/bao-cao/gi/do/het/")


def test_a_link_that_does_not_hold_opens_one_same_page_naming_nobody(client, link, unit):
    pages = set()
    for closed in CLOSED:
        UnitLink.objects.update(expires_on=timezone.localdate(), revoked_at=None)
        where = closed(link)
        answers = [client.get(where), client.post(f"{where}{REFERENCE}/" if "-" in where else where, typed())]
        assert [answer.status_code for answer in answers] == [410, 410]
        pages |= {text(answer) for answer in answers}
        assert "token" not in answers[0].context and link.token not in answers[0].content.decode()
    (page,) = pages
    assert unit.name not in page and "Đường dẫn này không dùng được" in page
    assert not Proposal.objects.exists()


def test_looking_does_nothing_but_note_the_first_opening(client, link):
    assert [client.head(list_of(link)).status_code, client.head(form_of(link)).status_code] == [200, 200]
    link.refresh_from_db()
    assert link.first_opened_at is None
    client.get(list_of(link))
    link.refresh_from_db()
    first = link.first_opened_at
    client.get(form_of(link), typed())  # a scanner that guesses
    link.refresh_from_db()
    assert link.first_opened_at == first is not None and not Proposal.objects.exists()


@pytest.mark.parametrize("place", [list_of, form_of, forged])
def test_no_page_is_kept_found_or_named_to_another_site(client, link, place):
    answer = client.get(place(link))
    assert (answer["Cache-Control"], answer["Referrer-Policy"]) == ("no-store, private", "no-referrer")
    assert answer["X-Robots-Tag"] == "noindex, nofollow" and 'content="noindex' in answer.content.decode()
    assert not answer.cookies and not answer.has_header("ETag")


def test_guessing_and_sending_are_slowed_down(client, link, monkeypatch):
    now = rate_limit.time.time()
    monkeypatch.setattr(rate_limit.time, "time", lambda: now)
    sent = [client.post(form_of(link), typed(note="")).status_code for _ in range(21)]
    assert sent[19:] == [400, 429]
    answers = [client.get(forged(link)).status_code for _ in range(41)]
    assert answers[39:] == [410, 429]


def test_the_unit_reads_what_it_leads_in_the_words_of_the_edition(client, link, published, chief, directive):
    published.directives.exclude(pk=directive.pk).update(lead_unit=None)
    directive.report(by=chief, state="in_progress", note="nội bộ: còn vướng", is_public=False)
    directive.report(by=chief, state="in_progress", note="Đã lấy ý kiến.", is_public=True)
    page = text(client.get(list_of(link)))
    assert "1 việc cần báo cáo" in page and "xây dựng kế hoạch giám sát" in page and "hạn 31/03/2021" in page
    assert f"Quá hạn {(timezone.localdate() - date(2021, 3, 31)).days:,} ngày".replace(",", ".") in page
    assert "Đã lấy ý kiến." in text(client.get(form_of(link)))
    published.reopen(by=chief, note="Sửa.")
    published.directives.filter(pk=directive.pk).update(task="chữ chưa đăng", due_on=date(2030, 1, 1))
    for where in (list_of(link), form_of(link)):
        said = text(client.get(where))
        assert "chữ chưa đăng" not in said and "2030" not in said and "nội bộ" not in said


def test_a_directive_of_another_unit_is_out_of_reach(client, link, published, directive):
    other = Unit.objects.create(name="Phòng Y tế quận")
    published.directives.filter(number="2").update(lead_unit=other)
    assert "2021-01-2" not in text(client.get(list_of(link)))
    for ask in (client.get, client.post):
        answer = ask(form_of(link, "2021-01-2"), typed())
        assert (answer.status_code, answer["Location"]) == (302, list_of(link))
    assert not Proposal.objects.exists()
    published.directives.filter(pk=directive.pk).update(lead_unit=other)
    assert "Tháng này không có việc phải báo cáo." in text(client.get(list_of(link)))


def test_a_draft_that_names_the_unit_shows_it_nothing(client, published, chief):
    other = Unit.objects.create(name="Phòng Y tế quận")
    link = link_for(other, timezone.localdate())
    published.reopen(by=chief, note="Sửa.")
    published.directives.update(lead_unit=other)
    assert "không có việc" in text(client.get(list_of(link)))


def test_one_link_for_a_unit_and_a_month_good_to_the_end_of_the_next(unit):
    link = link_for(unit, date(2026, 12, 31))
    assert link_for(unit, date(2026, 12, 1)) == link and link.expires_on == date(2027, 1, 31)
    assert link.address == f"http://testserver/bao-cao/{link.token}/" and link.nonce.hex not in link.address
    link.revoke(by=None)
    assert link_for(unit, date(2026, 12, 5)).token != link.token


def test_revoking_calls_off_the_letter_that_still_waits(link):
    Letter.objects.append(link.letter_key, to="mttq@noi.example", subject="Báo cáo", text="Lời.")
    link.revoke(by=None)
    assert Letter.objects.get().state == "called_off"


def test_the_list_costs_the_same_queries_for_many_tasks(client, link, published, unit, django_assert_max_num_queries):
    published.directives.update(lead_unit=unit)
    with django_assert_max_num_queries(16):
        client.get(list_of(link))
