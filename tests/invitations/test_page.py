"""The page of one who is invited: looking acts on nothing, and nobody there reads the reason of an answer."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from meetings import issuing
from meetings.models import DocumentOpening, Invitation
from meetings.models.stored_file import StoredFile
from meetings.public import rate_limit

from ..desk.test_progress import text
from ..public.test_valid_html import faults, parsed
from .conftest import HELD_ON, NOW


def page(link, name="answer", *more):
    return reverse(f"invitations:{name}", args=[link.token, *more])


def sent(**words):
    return {"answer": "away", "substitute": "", "substitute_position": "", "reason": "Đi chữa bệnh"} | words


def forged(link, chief):
    return page(link).replace(link.token, link.token[:-1] + ("0" if link.token[-1] != "0" else "1"))


def expired(link, chief):
    Invitation.objects.update(expires_on=NOW.date() - timedelta(days=1))
    return page(link)


def revoked(link, chief):
    link.revoke(by=chief)
    return page(link)


def withdrawn(link, chief):
    issuing.withdraw(link.edition, by=chief, note="Hoãn họp.")
    return page(link)


def taken_off(link, chief):
    link.attendee.delete()
    return page(link)


@pytest.mark.parametrize("closed", [forged, expired, revoked, withdrawn, taken_off])
def test_a_link_that_does_not_hold_opens_one_same_page_naming_nobody(client, link, chief, closed):
    nowhere = text(client.get("/giay-moi/9-xyz/"))
    where = closed(link, chief)
    answers = [client.get(where), client.post(where, sent()), client.get(f"{where}giay-moi.pdf")]
    assert [answer.status_code for answer in answers] == [410] * 3
    assert {text(answer) for answer in answers} == {nowhere} and "Y tế" not in nowhere
    assert not Invitation.objects.exclude(answer="").exists()


def test_looking_answers_nothing_and_is_kept_by_nobody(client, link):
    shown = client.get(page(link), sent())
    link.refresh_from_db()
    assert link.answer == "" and link.first_opened_at is not None
    assert (shown["Cache-Control"], shown["Referrer-Policy"]) == ("no-store, private", "no-referrer")
    assert shown["X-Robots-Tag"] == "noindex, nofollow" and not shown.cookies
    for words in ("Mời dự phiên họp tháng 12 năm 2026", "Trưởng phòng Y tế", "08 giờ 30 phút, thứ Ba, 08/12/2026"):
        assert words in text(shown)
    assert "Trả lời trước 17 giờ 00 phút, thứ Sáu, 04/12/2026" in text(shown)
    assert not list(faults(parsed(shown.content))) and "<script" not in shown.content.decode()


def test_an_answer_is_shown_on_top_and_can_be_changed(client, link):
    assert client.post(page(link), sent()).status_code == 303
    shown = text(client.get(page(link)))
    assert shown.index("Đã trả lời: Vắng") < shown.index("Giấy mời số") and "Đổi trả lời" in shown
    client.post(page(link), sent(reason=""))
    link.refresh_from_db()
    assert link.reason == "Đi chữa bệnh", "who has the link does not read it, so a blank one takes nothing away"
    client.post(page(link), sent(answer="substitute", substitute="Ngô Thị Oanh", substitute_position="Phó phòng"))
    shown = client.get(page(link))
    assert "Người dự thay: Ngô Thị Oanh, Phó phòng" in text(shown) and "chữa bệnh" not in shown.content.decode()
    assert link.attendee.presence == "unknown", "present is what the clerk records"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"answer": ""}, "Chưa chọn trả lời."),
        ({"answer": "present"}, "present"),
        ({"answer": "substitute"}, "Chưa ghi họ và tên người dự thay."),
        ({"reason": "a" * 201}, "Dài 201 ký tự, nhiều nhất 200."),
    ],
)
def test_what_lacks_something_is_refused_and_stays_typed(client, link, words, said):
    answer = client.post(page(link), sent(**words))
    assert answer.status_code == 400 and said in text(answer) and sent(**words)["reason"] in answer.content.decode()
    assert not Invitation.objects.exclude(answer="").exists() and not list(faults(parsed(answer.content)))


def test_once_the_session_begins_the_office_is_to_be_called(client, link, now):
    from meetings.models import Office

    Office.objects.update(telephone="024 3000 000")
    now(timezone.datetime.combine(HELD_ON, link.edition.whole.starts_at, NOW.tzinfo))
    refused = client.post(page(link), sent())
    assert refused.status_code == 409 and "Đã hết giờ trả lời" in text(refused)
    assert "gọi Văn phòng" in text(shown := client.get(page(link))) and "<form" not in shown.content.decode()
    link.refresh_from_db()
    assert link.answer == ""


def test_answers_are_slowed_down_with_all_that_links_open(client, link, monkeypatch):
    now = rate_limit.time.time()
    monkeypatch.setattr(rate_limit.time, "time", lambda: now)
    codes = [client.post(page(link), sent(answer="")).status_code for _ in range(21)]
    assert codes[19:] == [400, 429]


def test_the_paper_and_the_event_are_behind_the_link(client, link):
    assert b"".join(client.get(page(link, "paper")).streaming_content).startswith(b"%PDF")
    event = client.get(page(link, "event"))
    assert b"METHOD:PUBLISH" in event.content and event["Content-Type"].startswith("text/calendar")


def test_only_marked_papers_are_read_and_each_opening_is_kept(client, link, session, at_clerks_desk):
    content = b"%PDF-1.7 noi bo"
    file = StoredFile("c" * 64, "bao-cao.pdf", "Báo cáo")
    file.keep(content)
    named = {"file": file.path, "sha256": file.sha256, "size": len(content)}
    marked, other = (session.attachments.create(title=title, **named) for title in ("Báo cáo", "Tờ trình"))
    where = page(link, "document", marked.pk)
    assert client.get(where).status_code == 404 and "Báo cáo" not in text(client.get(page(link)))
    desk = reverse("admin:meetings_session_answers", args=[session.pk])
    at_clerks_desk.post(desk, {"viec": "tai-lieu", "tai-lieu": [marked.pk]})
    assert "Tài liệu họp (1)" in text(client.get(page(link)))
    assert client.head(where, headers={"If-None-Match": file.etag}).status_code == 304
    assert not DocumentOpening.objects.exists()
    assert b"".join(client.get(where).streaming_content) == content
    assert client.get(page(link, "document", other.pk)).status_code == 404
    opening = DocumentOpening.objects.get()
    assert (opening.invitation, opening.attachment) == (link, marked)
    assert "1 lần mở tài liệu" in text(at_clerks_desk.get(desk))
