"""Offices are opened, listed, joined and closed by commands."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from meetings.models import Council, Office, Unit, at_office
from tests.conftest import make_user

from .conftest import THEIRS

OPEN = ("open_office", "phuong-bach-mai", "--host", THEIRS, "--place", "Phường Bạch Mai", "--level", "phuong")


def said(*command, **options):
    out = StringIO()
    call_command(*command, stdout=out, **options)
    return out.getvalue()


@pytest.fixture
def opened(ours):
    said(*OPEN)
    return Office.objects.get(slug="phuong-bach-mai")


def test_an_office_is_opened_with_a_council_whose_names_follow(opened):
    assert opened.name == "Thường trực HĐND phường Bạch Mai" and opened.host_names == [THEIRS]
    with at_office(opened):
        council = Council.objects.get()
    assert council.letterhead.split("\n") == ["HỘI ĐỒNG NHÂN DÂN", "PHƯỜNG BẠCH MAI"]
    assert (council.locality, council.place_name, council.named_in_full) == ("phường Bạch Mai", "Bạch Mai", False)


@pytest.mark.parametrize(
    ("slug", "host", "words"),
    [
        ("phuong-bach-mai", "khac.example", "đã tồn tại"),
        ("khac", THEIRS, "đã thuộc"),
        ("khac", "Có Dấu.vn", "Tên miền chỉ gồm"),
    ],
)
def test_what_another_has_is_refused_and_nothing_opened(opened, slug, host, words):
    with pytest.raises(CommandError, match=words):
        said("open_office", slug, "--host", host, "--place", "Mới", "--level", "xa")
    assert Office.objects.count() == 2


def test_they_are_listed_with_their_size(opened):
    ours, other = said("offices").splitlines()
    assert ours.startswith("ben-nay | ") and "1 phiên, 0 giấy tờ, 2 người" in ours
    assert other == f"phuong-bach-mai | Thường trực HĐND phường Bạch Mai | {THEIRS} | 0 phiên, 0 giấy tờ, 0 người"


def test_an_account_joins_another_office_and_keeps_its_roles_here(opened, clerk):
    assert "phường Bạch Mai: Quản trị" in said("join_office", "vanthu", office=opened.slug, role=["Quản trị"])
    assert clerk.has_perm("meetings.add_session")
    with at_office(opened):
        assert clerk.has_perm("meetings.add_council") and not clerk.has_perm("meetings.add_session")
    with pytest.raises(CommandError, match="Không có tài khoản"):
        said("join_office", "khong-co", office=opened.slug, role=["Quản trị"])


def test_a_command_of_one_office_asks_which(opened, tmp_path):
    make_user("quantri", "Quản trị")
    with pytest.raises(CommandError, match="ben-nay, phuong-bach-mai"):
        said("import_posts", str(tmp_path))
    with pytest.raises(CommandError, match="ben-nay, phuong-bach-mai"):
        said("import_posts", str(tmp_path), office="la")
    assert not Unit.objects.filter(name="x").exists()


def test_one_is_closed_in_favour_of_another(ours, opened):
    assert "kế thừa" in said("close_office", opened.slug, successor=ours.slug, on="01/07/2025")
    opened.refresh_from_db()
    assert opened.is_closed and opened.successor == ours
    for wrong in ({"successor": opened.slug}, {"successor": "la"}, {"successor": ours.slug, "on": "2025-07-01"}):
        with pytest.raises(CommandError):
            said("close_office", opened.slug, **wrong)
