"""What a council's papers usually say, and its own Word form, are kept with the council."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from docx.shared import Mm

from meetings import printing
from meetings.models import PaperDefaults

from ..conftest import logged_in
from ..writers.docx.conftest import adapted
from .filling import filled


@pytest.fixture
def at_administrators_desk(administrator):
    return logged_in(administrator)


def added(client, council, **cells):
    """The council's form sent with one row of defaults."""
    where = reverse("admin:meetings_council_change", args=[council.pk])
    data = filled(client.get(where)) | {"paper_defaults-TOTAL_FORMS": 1}
    return client.post(where, data | {f"paper_defaults-0-{name}": value for name, value in cells.items()})


def test_an_administrator_sets_who_signs_and_who_receives(at_administrators_desk, january):
    added(
        at_administrators_desk,
        january.council,
        kind="notice",
        signer="Lê An",
        authority="CHỦ TỊCH",
        recipients="Các phường",
    )
    defaults = PaperDefaults.objects.get()
    assert (defaults.council, defaults.signer) == (january.council, "Lê An")


def test_the_systems_own_form_can_be_taken_as_a_beginning(at_administrators_desk, db):
    answer = at_administrators_desk.get(reverse("admin:meetings_council_our_template"))
    assert answer.content.startswith(b"PK") and "mau-giay-to.docx" in answer["Content-Disposition"]


@pytest.mark.usefixtures("press_at_hand")
def test_an_own_form_is_kept_and_given_back(at_administrators_desk, january):
    form = SimpleUploadedFile("mau quan.docx", printing.default_template())
    added(at_administrators_desk, january.council, kind="notice", template=form)
    defaults = PaperDefaults.objects.get()
    answer = at_administrators_desk.get(reverse("admin:meetings_council_template", args=[defaults.pk]))
    assert answer.content == printing.default_template()


@pytest.mark.usefixtures("press_at_hand")
@pytest.mark.parametrize("content", [b"MZ\x90\x00", b"PK\x03\x04 hong"])
def test_a_bad_form_is_refused_in_words_and_nothing_is_kept(at_administrators_desk, january, content):
    form = SimpleUploadedFile("mau.docx", content)
    answer = added(at_administrators_desk, january.council, kind="notice", signer="Lê An", template=form)
    assert answer.status_code == 200 and "Lê An" in answer.content.decode()
    assert not PaperDefaults.objects.exists()


def test_each_kind_has_its_defaults_once(at_administrators_desk, january):
    january.council.paper_defaults.create(kind="notice", signer="Lê An")
    where = reverse("admin:meetings_council_change", args=[january.council.pk])
    data = filled(at_administrators_desk.get(where))
    data |= {"paper_defaults-TOTAL_FORMS": 2, "paper_defaults-1-kind": "notice", "paper_defaults-1-signer": "Khác"}
    answer = at_administrators_desk.post(where, data)
    assert answer.status_code == 200 and PaperDefaults.objects.get().signer == "Lê An"


def own_form(change):
    return SimpleUploadedFile("mau quan.docx", adapted(change))


def narrow(document):
    document.sections[0].left_margin = Mm(10)


def with_an_address(document):
    document.element.body.insert(1, document.add_paragraph("Địa chỉ: 30 phố Lê Đại Hành")._p)


@pytest.mark.usefixtures("press_at_hand")
def test_a_form_against_the_official_form_is_refused_by_name_and_nothing_typed_is_lost(
    at_administrators_desk, january
):
    answer = added(at_administrators_desk, january.council, kind="notice", signer="Lê An", template=own_form(narrow))
    page = answer.content.decode()
    assert "lề trái 10 mm, phải từ 30 đến 35 mm (ND30-I.I.3)" in page and "Lê An" in page
    assert not PaperDefaults.objects.exists()


@pytest.mark.usefixtures("press_at_hand")
def test_what_of_the_form_the_pdf_does_not_show_is_said_where_it_is_kept_and_where_papers_are_written(
    at_administrators_desk, chief, january
):
    answer = added(at_administrators_desk, january.council, kind="notice", template=own_form(with_an_address))
    assert answer.status_code == 302
    told = "Bản PDF không có dòng riêng của mẫu: “Địa chỉ: 30 phố Lê Đại Hành”."
    council = reverse("admin:meetings_council_change", args=[january.council.pk])
    assert told in at_administrators_desk.get(council).content.decode()
    at_chiefs_desk = logged_in(chief)
    for page in ("paper", "paper_issue"):
        address = reverse(f"admin:meetings_session_{page}", args=[january.pk, "thong-bao"])
        assert told in at_chiefs_desk.get(address).content.decode()
    minutes = reverse("admin:meetings_session_paper", args=[january.pk, "bien-ban"])
    assert told not in at_chiefs_desk.get(minutes).content.decode()
