"""Two offices on one installation: each has the January session; every word of the other one is a canary."""

import pytest
from django.utils import timezone

from meetings import intake
from meetings.models import (
    Council,
    ErrorReport,
    ImportBatch,
    Office,
    OldAddress,
    PrintedFile,
    ProgressReport,
    Session,
    Unit,
    at_office,
)
from meetings.models.office_scope import current
from meetings.models.unit_link import link_for
from tests.conftest import make_user
from tests.public.test_unseen import marked

OURS, THEIRS = "testserver", "ben-kia.example"


@pytest.fixture
def ours(settings, published):
    """The office at work; January is out."""
    settings.ALLOWED_HOSTS = [OURS, THEIRS]
    office = current()
    office.slug, office.hosts = "ben-nay", OURS
    office.save()
    return office


@pytest.fixture
def theirs(ours, january_record):
    """The other one: its January session, all of whose words are canaries, is out too."""
    office = Office.objects.create(slug="ben-kia", name="Cơ quan bên kia", hosts=THEIRS)
    with at_office(office):
        session = marked(intake.store(january_record))
        Council.objects.update(short_name="DẤU-CHƯA-CÔNG-BỐ", locality="DẤU-CHƯA-CÔNG-BỐ")
        clerk = make_user("dau-chua-cong-bo-vt", "Văn thư", "DẤU-CHƯA-CÔNG-BỐ", "Bà")
        session.submit(by=clerk)
        session.publish(by=make_user("dau-chua-cong-bo-ld", "Lãnh đạo văn phòng", "DẤU-CHƯA-CÔNG-BỐ", "Ông"))
        edition = session.editions.get()
        edition.files.bulk_create([PrintedFile("public", "bien-ban.pdf", b"%PDF-1.7 cua ho").keep().row(edition)])
        batch = ImportBatch.objects.create(name="Bài cũ")
        batch.posts.create(name="a.txt", verdict="refused", reason="DẤU-CHƯA-CÔNG-BỐ", source_hash="1" * 64)
        ImportBatch.objects.create(name="DẤU-CHƯA-CÔNG-BỐ")
        ErrorReport.objects.create(page="/phien-hop/2021/01/", words="DẤU-CHƯA-CÔNG-BỐ")
        OldAddress.objects.create(path="/dau-chua-cong-bo", session=session)
        directive = session.directives.first()
        ProgressReport.objects.create(
            directive=directive, author=clerk, state="done", reported_on=session.held_on, note="DẤU-CHƯA-CÔNG-BỐ"
        )
        link = link_for(directive.lead_unit, timezone.localdate(), by=clerk)
        said = {"state": "done", "note": "DẤU-CHƯA-CÔNG-BỐ", "sender": "DẤU-CHƯA-CÔNG-BỐ"}
        link.proposals.create(key="mot", directive=directive, **said)
    return office


@pytest.fixture
def their_session(theirs):
    with at_office(theirs):
        return Session.objects.get()


@pytest.fixture
def their_unit(theirs):
    with at_office(theirs):
        return Unit.objects.first()
