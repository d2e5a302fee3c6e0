"""A citizen never meets a draft: in no state of the desk does a word of it reach a public address."""

from dataclasses import replace
from datetime import date, timedelta
from urllib.parse import quote

import pytest
from django.db import transaction
from django.utils import timezone

from meetings import printing
from meetings.models import Attachment, Edition, EditionFile, Invitation, Unit
from meetings.models.edition_file import EditionFileQuerySet
from meetings.models.stored_file import StoredFile
from meetings.paper import OwedRecord, PaperKind, PaperRecord
from meetings.paper_kinds import description
from meetings.paper_prose import excerpt
from meetings.period_account import PeriodAccount, Sums
from meetings.record import VoteRecord, VoteShown

from .conftest import printed
from .every_word import words

MARK, SLUG = "DẤU-CHƯA-CÔNG-BỐ", "dau-chua-cong-bo"
FILES = [f"{description(kind).slug}.{extension}" for kind in PaperKind for extension in ("pdf", "docx")]
EARLIER = [f"ban/{description(kind).slug}-{sequence}.pdf" for kind in PaperKind for sequence in (1, 2)]
PLACES = ("", *FILES, "du-lieu.json", "lich.ics", "ban/1/", "ban/2/", *EARLIER)


def marked(session):
    """The mark in every text of the desk's session and rows."""
    for row in (session, *session.attendees.all(), *session.agenda.all(), *session.directives.all()):
        for field in row._meta.concrete_fields:
            if field.get_internal_type() in ("CharField", "TextField") and not field.choices and field.editable:
                setattr(row, field.attname, MARK)
        row.save()
    for attendee in session.attendees.all():
        said = {"addressee": MARK, "answer": "away", "reason": MARK, "email": f"ai@{SLUG}.example"}
        Invitation.objects.create(session=session, attendee=attendee, expires_on=timezone.localdate(), **said)
    _rename_the_units()
    session.refresh_from_db()
    return session


def _rename_the_units():
    """The mark in the names and addresses of the units; their old names still lead to them."""
    for place, unit in enumerate(Unit.objects.all()):
        renamed = {"name": f"{MARK} {place}", "short_name": MARK, "email": f"{place}@{SLUG}.example"}
        Unit.objects.filter(pk=unit.pk).update(**renamed)
        unit.refresh_from_db()
        unit.names.create(name=f"{MARK} {place}")


def addresses():
    """Every public address about January, and of the lists that could name it."""
    found = ["/", "/phien-hop/", "/phien-hop/?nam=2021", "/phien-hop/2021/02/"]
    found += [f"/phien-hop/2021/01/{place}" for place in PLACES]
    found += [f"/phien-hop/2021/02/{place}" for place in PLACES if place]
    found += [f"/phien-hop/2021/01/tep/{each.sha256[:12]}/{each.filename}" for each in Attachment.objects.all()]
    found += ["/rss.xml", "/atom.xml", "/lich.ics", "/robots.txt"]
    found += ["/sitemap.xml", "/sitemap-trang.xml", "/sitemap-2021.xml"]
    found += ["/chi-dao/", "/don-vi/", "/du-lieu-mo/", "/en/open-data/", "/kha-nang-tiep-can/", "/en/"]
    found += [f"/chi-dao/2021-01-{number}/" for number in ("1", "2", "2-1", "2-3", "3", "3-1")]
    found += [f"/don-vi/{each.slug}/" for each in Unit.objects.all()]
    found += ["/theo-doi/", *(f"{each}rss.xml" for each in found if each.startswith(("/chi-dao/2", "/don-vi/")))]
    found += [f"/theo-doi/?don-vi={each.slug}" for each in Unit.objects.all()]
    found += ["/bao-sai-sot/?trang=/phien-hop/2021/01/"]
    found += [f"/tim-kiem/?q={quote(each)}" for each in ("quận", "tháng 01", "chưa công bố", "giám sát")]
    found += ["/api/", "/api/bodies", "/api/meetings", "/api/directives", "/api/organizations"]
    found += ["/api/meetings?modified_since=2000-01-01", "/api/directives?modified_since=2000-01-01"]
    found += ["/api/meetings/2021-01", "/api/directives/2021-01-1", "/api/openapi.json"]
    found += [f"/api/organizations/{each.slug}" for each in Unit.objects.all()]
    found += [f"/du-lieu-mo/2021{rest}" for rest in (".jsonl", "-phien-hop.csv", "-chi-dao.csv", "-tien-do.csv")]
    found += [f"/xac-minh/?ma={each.sha256}" for each in EditionFile.objects.all()]
    return found


def everything_public(client):
    return {address: client.get(address) for address in addresses()}


def seen(client, mark=MARK):
    """The addresses whose words carry the mark."""
    answers = everything_public(client).items()
    return [address for address, answer in answers if mark in words(answer) or mark in str(answer.headers)]


@pytest.fixture
def draft(january):
    return marked(january)


def test_a_draft_is_nowhere(draft, citizen):
    assert seen(citizen) == []
    assert citizen.get("/phien-hop/2021/01/").status_code == 404


def test_what_awaits_approval_is_nowhere(draft, clerk, citizen):
    draft.submit(by=clerk)
    assert seen(citizen) == []
    assert citizen.get("/phien-hop/2021/01/bien-ban.pdf").status_code == 404


def test_what_is_to_appear_later_is_nowhere_before(draft, clerk, chief, citizen, monkeypatch):
    draft.submit(by=clerk)
    moment = timezone.now() + timedelta(hours=2)
    draft.publish(by=chief, at=moment, files=printed(words=MARK))
    assert seen(citizen) == []
    assert {answer.status_code for address, answer in everything_public(citizen).items() if "2021/01" in address} == {
        404
    }
    monkeypatch.setattr("meetings.models.edition.timezone.now", lambda: moment)
    assert {"/phien-hop/2021/01/", "/phien-hop/2021/01/bien-ban.docx"} <= set(seen(citizen))


def test_a_correction_under_way_is_nowhere(reopened, citizen):
    marked(reopened)
    assert seen(citizen) == []
    assert citizen.get("/phien-hop/2021/01/").status_code == 200


def test_what_was_withdrawn_answers_410_with_the_reason_and_nothing_else(draft, clerk, chief, citizen):
    draft.submit(by=clerk)
    draft.publish(by=chief, files=printed(words=MARK))
    assert {"/phien-hop/2021/01/", "/phien-hop/2021/01/bien-ban.pdf"} <= set(seen(citizen))
    draft.withdraw(by=chief, note="Công bố nhầm phiên họp.")
    answers = everything_public(citizen)
    for place in ("", "bien-ban.pdf", "giay-moi.docx", "du-lieu.json"):
        answer = answers[f"/phien-hop/2021/01/{place}"]
        assert answer.status_code == 410 and "Công bố nhầm phiên họp." in answer.content.decode()
    assert [address for address in seen(citizen) if address in ("/", "/phien-hop/")] == []


INSIDE = ("doc", "pptx", "odt", "zip")
INTERNAL = "nội bộ:"
"""What january_record says wherever it is internal."""


def _voted(record):
    """A vote with its voters on what is public, and an internal vote beside it."""
    vote = VoteRecord(agreed=1, opposed=1, opposed_names=(f"{INTERNAL} Vũ Văn Bình",))
    item = replace(record.agenda[0], vote=vote)
    hidden = replace(vote, shown=VoteShown.NOTHING, agreed_names=(f"{INTERNAL} Lê Thị Mai",))
    return replace(record, agenda=(item, replace(item, vote=hidden), *record.agenda[1:]))


@pytest.fixture
def papers(published, january_record, press_at_hand):
    """Each paper of January, issued twice, with something internal in every place that may hold it."""
    owed = (
        OwedRecord(reference="2020-12-1", words="Trả lời cử tri."),
        OwedRecord(reference="2020-12-2", words=f"Giao {INTERNAL} rà soát nhân sự", is_public=False),
    )
    for number, kind in enumerate([*PaperKind] * 2, start=1):
        paper = PaperRecord(
            kind=kind,
            number=number,
            symbol=f"{description(kind).symbol}-HĐND",
            dated=date(2021, 1, 6),
            owed=owed,
            account=PeriodAccount(name="quý I", until=date(2021, 3, 31), units=(Sums(name=INTERNAL, given=2),)),
            public_account=PeriodAccount(
                name="quý I", until=date(2021, 3, 31), units=(Sums(name="Công an", given=1),)
            ),
            contact=f"{INTERNAL} 0912 345 678",
        )
        record = excerpt(kind, _voted(january_record))
        files = [each.keep() for each in printing.files(record, paper, verify_at="https://hdnd.example/xac-minh/")]
        with transaction.atomic():
            Edition.objects.issue(published.pk, kind.value, record, by=None, paper=paper, files=files)


def test_nothing_internal_of_a_paper_reaches_the_public(papers, citizen):
    answers = everything_public(citizen)
    given = [place for place in (*FILES, *EARLIER) if answers[f"/phien-hop/2021/01/{place}"].status_code == 200]
    assert given == [*FILES, *(place for place in EARLIER if place.endswith("-1.pdf"))]
    assert all("quận Hai Bà Trưng" in words(answers[f"/phien-hop/2021/01/{place}"]) for place in given)
    assert seen(citizen, INTERNAL) == []


@pytest.mark.parametrize(("shown", "found"), [("counts", False), ("nothing", False), ("names", True)])
def test_voters_are_met_only_where_the_vote_is_public_by_name(january, clerk, chief, citizen, shown, found):
    january.agenda.filter(order=1).update(vote_opposed_names=f"{MARK} Vũ Văn Bình", vote_agreed=4, vote_shown=shown)
    january.submit(by=clerk)
    january.publish(by=chief)
    met = seen(citizen)
    assert bool(met) is found
    if found:
        assert {"/phien-hop/2021/01/", "/phien-hop/2021/01/du-lieu.json", "/api/meetings/2021-01"} <= set(met)
    said = "4/5 thành viên tán thành, 1 không tán thành." in words(citizen.get("/phien-hop/2021/01/"))
    assert said is (shown != "nothing")


@pytest.mark.parametrize(("name", "found"), [("nội-bộ.pdf", True), *((f"x.{end}", False) for end in INSIDE)])
def test_a_file_of_a_type_that_stays_in_the_office_is_met_nowhere(january, clerk, chief, citizen, name, found):
    """Even where its row was marked public by another way than the form; a PDF in its place would be met."""
    file = StoredFile("c" * 64, f"bao-cao.{name.rpartition('.')[2]}")
    january.attachments.create(title=MARK, file=file.path, sha256=file.sha256, size=1, is_public=True)
    january.submit(by=clerk)
    january.publish(by=chief)
    assert bool(seen(citizen)) is found
    assert ("c" * 64 in Edition.objects.live("news").get().public.to_json()) is found


@pytest.mark.proof
def test_the_crawl_would_find_what_is_internal_in_a_paper(papers, citizen, monkeypatch):
    """The same crawl with the whole version in the place of the public one."""
    monkeypatch.setattr(EditionFileQuerySet, "public", lambda files: files.filter(part="whole"))
    found = seen(citizen, INTERNAL)
    assert {f"/phien-hop/2021/01/{place}" for place in FILES} <= set(found)


@pytest.mark.proof
def test_the_crawl_would_find_a_leak(draft, citizen, monkeypatch, clerk, chief):
    """The same crawl with the door of the record room broken open."""
    draft.submit(by=clerk)
    draft.publish(by=chief, at=timezone.now() + timedelta(hours=2))
    monkeypatch.setattr(
        "meetings.models.edition.EditionQuerySet.live", lambda self, kind="news": self.filter(kind=kind, state="live")
    )
    assert "/phien-hop/2021/01/" in seen(citizen)
    assert Edition.objects.count() == 1
