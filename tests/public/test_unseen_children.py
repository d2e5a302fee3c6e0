"""What stands under something internal is internal; what is internal under something public stays so."""

from contextlib import closing
from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from meetings import intake, issuing
from meetings.models import Attachment
from meetings.models.edition_file import EditionFileQuerySet
from meetings.models.stored_file import StoredFile

from .every_word import words
from .test_unseen import INTERNAL, seen

ANNEX = ("/phien-hop/2021/02/bien-ban.pdf", "/phien-hop/2021/02/bien-ban.docx")


def _file(session, item, place, *, is_public):
    """A file under an item of the agenda, its title and its content internal."""
    content = f"%PDF-1.7 {INTERNAL} tep {place}".encode()
    kept = StoredFile(f"{place}" * 64, f"tep-{place}.pdf")
    kept.keep(content)
    Attachment.objects.create(
        session=session,
        agenda_item=item,
        title=f"{INTERNAL} tài liệu {place}",
        file=kept.path,
        sha256=kept.sha256,
        size=len(content),
        is_public=is_public,
    )


@pytest.fixture
def families(january, clerk, chief):
    """January published. Under the internal directive 3 stands a task whose own box says public, under the public
    directive 2 an internal task; likewise files under items of the agenda, and internal reports."""
    public_item, internal_item = january.agenda.all()
    _file(january, internal_item, 1, is_public=True)
    _file(january, public_item, 2, is_public=False)
    _file(january, internal_item, 3, is_public=False)
    third = january.directives.get(topic="", task="nội bộ: rà soát hồ sơ nhân sự")
    january.directives.filter(order__gte=third.order).update(order=third.order + 5)
    public = january.directives.filter(parent=None, order__lt=third.order).last()
    january.directives.create(order=third.order, parent=public, task=f"{INTERNAL} việc kín", is_public=False)
    january.directives.update(due_text="")  # what is late says so, and not how far it has come
    january.submit(by=clerk)
    january.publish(by=chief)
    second = january.directives.get(number="2")
    second.report(by=clerk, state="in_progress", note=f"{INTERNAL} đã họp kín")
    january.directives.get(number="2.1").report(by=clerk, state="done", note=f"{INTERNAL} đã xong")
    january.directives.get(number="2.2").report(by=clerk, state="in_progress", note="Đang chuẩn bị.", is_public=True)
    january.directives.get(number="3.1").report(by=clerk, state="in_progress", note=f"{INTERNAL} đã gửi")
    return january


@pytest.fixture
def annexed(families, january_record, clerk, chief, press_at_hand):
    """The minutes of February, with the annex of what is still open."""
    february = intake.store(
        replace(january_record, month=2, held_on=date(2021, 2, 2), title="", directives=(), agenda=())
    )
    february.submit(by=clerk)
    february.publish(by=chief)
    february.paper_drafts.create(kind="minutes", with_owed=True)
    order = issuing.Order(dated=date(2021, 2, 2), form_note="Mẫu thử.")
    return issuing.issue(february, "minutes", order, by=chief)


def test_the_families_are_as_told(families):
    internal = [(each.number, each.is_public) for each in families.directives.all() if each.task.startswith(INTERNAL)]
    assert internal == [("2.3", False), ("3", False), ("3.1", True)]
    assert [(each.agenda_item.is_public, each.is_public) for each in families.attachments.all()] == [
        (False, True),
        (True, False),
        (False, False),
    ]


def test_no_child_of_anything_internal_reaches_the_public(annexed, citizen):
    assert seen(citizen, INTERNAL) == []
    assert all("Phụ lục" in words(citizen.get(address)) for address in ANNEX)


def test_the_public_annex_tells_what_public_reports_alone_tell(annexed):
    whole, public = annexed.paper_record, annexed.paper_record.public()
    told = {each.reference: each.state for each in whole.owed if not each.only_public}
    assert told == {
        "2021-01-1": "Quá hạn",
        "2021-01-2": "Đang làm",
        "2021-01-2-2": "Đang làm",
        "2021-01-2-3": "Mở",
        "2021-01-3": "Mở",
        "2021-01-3-1": "Đang làm",
    }
    assert {each.reference: each.state for each in public.owed} == {
        "2021-01-1": "Quá hạn",
        "2021-01-2": "Mở",
        "2021-01-2-1": "Mở",
        "2021-01-2-2": "Đang làm",
    }
    assert public.public() == public


def test_each_version_of_the_annex_prints_its_own(annexed, citizen):
    pdf, docx = (words(citizen.get(address)) for address in ANNEX)
    assert "2021-01-2-1" in pdf and "2021-01-2-1" in docx
    assert docx.count("Đang làm") == 1
    kept = {each.part: each for each in annexed.files.all() if each.extension == "docx"}
    with closing(kept["whole"].stored.response(SimpleNamespace(META={}, headers={}, method="GET"))) as answer:
        whole = words(answer)
    assert "2021-01-3-1" in whole and "2021-01-2-1" not in whole


@pytest.mark.proof
def test_the_crawl_would_find_the_whole_annex(annexed, citizen, monkeypatch):
    monkeypatch.setattr(EditionFileQuerySet, "public", lambda files: files.filter(part="whole"))
    assert set(ANNEX) <= set(seen(citizen, INTERNAL))


@pytest.mark.proof
def test_the_crawl_would_find_the_children(january, families, citizen, monkeypatch, chief):
    """The same crawl where each row is asked alone: what the rows' own boxes say is public."""
    monkeypatch.setattr("meetings.record._public_directives", lambda rows: tuple(r for r in rows if r.is_public))
    families.reopen(by=chief, note="Thử.")
    families.attachments.update(agenda_item=None)
    families.republish(by=chief, note="Thử.")
    found = seen(citizen, INTERNAL)
    files = [address for address in found if "/tep/" in address]
    assert "/chi-dao/2021-01-3-1/" in found and files == [f"/phien-hop/2021/01/tep/{'1' * 12}/tep-1.pdf"]
