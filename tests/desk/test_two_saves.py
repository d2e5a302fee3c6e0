"""Two people on one form of the desk, whichever it is: the second to save is shown both, and nothing is lost."""

import pytest
from django.contrib.auth.models import Group, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from meetings.desk.accounts.users import roles_of
from meetings.desk.merging.one_row import MergesStaleSaves
from meetings.models import Council, ErrorReport, LadderStep, PaperDefaults, PaperDraft, PlenarySitting, Unit

from ..apart import database_url, run_apart
from ..conftest import logged_in, make_user
from .filling import added, filled, merged

__all__ = ["database_url"]


@pytest.fixture
def lan(administrator):
    return logged_in(administrator)


@pytest.fixture
def hoa(db):
    return logged_in(make_user("hoa", "Quản trị", "Hoa", "Lê Thị"))


def change(row):
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def words(answer):
    return " ".join(answer.content.decode().split())


@pytest.fixture
def rows(january, clerk):
    """One row of every form that edits one: (the row, a field that both change, another)."""
    unit = Unit.objects.create(name="Phòng Tư pháp")
    return {
        "council": (january.council, "locality", "place_name"),
        "unit": (unit, "short_name", "email"),
        "account": (clerk, "first_name", "email"),
    }


@pytest.mark.parametrize("which", ["council", "unit", "account"])
def test_a_stale_save_is_refused_and_shows_both(lan, hoa, rows, which):
    row, field, _ = rows[which]
    lans, hoas = (filled(desk.get(change(row)), **{field: said}) for desk, said in ((lan, "Lan gõ"), (hoa, "Hoa gõ")))
    assert hoa.post(change(row), hoas).status_code == 302
    answer = lan.post(change(row), lans)
    assert answer.status_code == 409
    assert "Lan gõ" in words(answer) and "Hoa gõ" in words(answer) and "Lê Thị Hoa đã lưu" in words(answer)
    row.refresh_from_db()
    assert getattr(row, field) == "Hoa gõ"
    assert lan.post(change(row), merged(answer, "mine")).status_code == 302
    row.refresh_from_db()
    assert getattr(row, field) == "Lan gõ"


@pytest.mark.parametrize("which", ["council", "unit", "account"])
def test_what_only_one_changed_is_kept_of_both(lan, hoa, rows, which):
    row, field, other = rows[which]
    lans = filled(lan.get(change(row)), **{field: "Lan gõ"})
    hoa.post(change(row), filled(hoa.get(change(row)), **{other: "hoa@hdnd.vn"}))
    answer = lan.post(change(row), lans)
    assert (answer.status_code, answer.context["questions"]) == (409, [])
    assert lan.post(change(row), merged(answer, "mine")).status_code == 302
    row.refresh_from_db()
    assert (getattr(row, field), getattr(row, other)) == ("Lan gõ", "hoa@hdnd.vn")


def test_a_merge_that_was_overtaken_is_asked_again(lan, hoa, rows):
    unit = rows["unit"][0]
    lans = filled(lan.get(change(unit)), short_name="Lan gõ")
    for said in ("Hoa gõ", "Hoa gõ lại"):
        hoa.post(change(unit), filled(hoa.get(change(unit)), short_name=said))
        answer = lan.post(change(unit), lans)
        lans = merged(answer, "mine")
    assert answer.status_code == 409 and "Hoa gõ lại" in words(answer)
    assert lan.post(change(unit), lans).status_code == 302
    assert Unit.objects.get(pk=unit.pk).short_name == "Lan gõ"


def test_other_names_and_what_papers_usually_say_are_merged_row_by_row(lan, hoa, rows):
    unit, council = rows["unit"][0], rows["council"][0]
    page = lan.get(change(unit))
    lans = filled(page, **{"names-1-name": "Tư pháp"})
    hoa.post(change(unit), filled(hoa.get(change(unit)), **{"names-1-name": "TP quận"}))
    lan.post(change(unit), merged(lan.post(change(unit), lans), "mine"))
    assert {"Tư pháp", "TP quận"} < set(unit.names.values_list("name", flat=True))
    PaperDefaults.objects.create(council=council, kind="notice", recipients="Các phường")
    lans = filled(lan.get(change(council)), **{"paper_defaults-0-recipients": "Các quận"})
    hoa.post(change(council), filled(hoa.get(change(council)), **{"paper_defaults-0-recipients": "Các tổ dân phố"}))
    answer = lan.post(change(council), lans)
    assert "Các quận" in words(answer) and "Các tổ dân phố" in words(answer)
    assert PaperDefaults.objects.get().recipients == "Các tổ dân phố"


def test_a_role_taken_away_by_one_is_not_given_back_by_the_other(lan, hoa, clerk):
    lans = filled(lan.get(change(clerk)), first_name="Lan gõ")
    roles = [str(Group.objects.get(name="Người xem").pk)]
    hoa.post(change(clerk), filled(hoa.get(change(clerk)), roles=roles))
    answer = lan.post(change(clerk), lans)
    assert answer.status_code == 409
    lan.post(change(clerk), merged(answer, "mine"))
    clerk.refresh_from_db()
    assert (clerk.first_name, [each.name for each in roles_of(clerk)]) == ("Lan gõ", ["Người xem"])


def test_a_file_chosen_by_the_second_is_named_to_be_chosen_again(lan, hoa, january):
    council = january.council
    page = lan.get(change(council))
    lans = filled(page, **added(page, "paper_defaults", kind="notice"), place_name="Lan gõ")
    lans["paper_defaults-0-template"] = SimpleUploadedFile("mau.docx", b"PK")
    hoa.post(change(council), filled(hoa.get(change(council)), locality="Hoa gõ"))
    answer = lan.post(change(council), lans)
    assert answer.status_code == 409 and "mau.docx" in words(answer)


def test_a_save_over_nobody_and_one_that_is_corrected_go_through(lan, rows):
    unit = rows["unit"][0]
    refused = lan.post(change(unit), filled(lan.get(change(unit)), name=""))
    assert refused.status_code == 200
    assert lan.post(change(unit), filled(refused, name="Phòng Tư pháp quận")).status_code == 302
    assert Unit.objects.get(pk=unit.pk).name == "Phòng Tư pháp quận"


def test_two_first_drafts_of_a_paper_are_shown_both(at_clerks_desk, at_chiefs_desk, january):
    where = reverse("admin:meetings_session_paper", args=[january.pk, "giay-moi"])
    clerks, chiefs = (
        filled(desk.get(where), closing=said)
        for desk, said in ((at_clerks_desk, "Văn thư gõ"), (at_chiefs_desk, "Chánh văn phòng gõ"))
    )
    assert at_clerks_desk.post(where, clerks).status_code == 302
    answer = at_chiefs_desk.post(where, chiefs)
    assert answer.status_code == 409
    assert "Phạm Thu Hà đã lưu" in words(answer) and "Chánh văn phòng gõ" in words(answer)
    assert PaperDraft.objects.get().closing == "Văn thư gõ"


def test_saved_at_the_same_moment_one_stands_and_the_others_are_asked(database_url, tmp_path):
    done = run_apart("saves_at_once", database_url, tmp_path, room="desk")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "first draft: 1 saved, 7 asked, the saved one stands",
        "draft: 1 saved, 7 asked, the saved one stands",
        "council: 1 saved, 7 asked, the saved one stands",
        "unit: 1 saved, 7 asked, the saved one stands",
        "user: 1 saved, 7 asked, the saved one stands",
    ]


def test_the_models_above_are_all_that_the_desk_edits():
    from django.contrib import admin

    edited = {Council, Unit, User, PlenarySitting, LadderStep, ErrorReport}
    for model, desk in admin.site._registry.items():
        is_read = type(desk).has_change_permission.__qualname__ in READ_ONLY
        assert isinstance(desk, MergesStaleSaves) == (model in edited), model
        assert is_read or model in edited or model.__name__ in ELSEWHERE, model


READ_ONLY = {"ReadOnly.has_change_permission", "LockedAdmin.has_change_permission"}
ELSEWHERE = {"Session", "Directive", "ImportBatch", "ImportedPost", "Proposal"}
"""Forms of their own: the session's screen merges, reports are only added, a decision on a post or on what a unit
sent is taken once."""
