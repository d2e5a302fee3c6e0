"""Votes on the desk: typed as counts or by name, checked against who came, folded away where nobody votes."""

import pytest
from django.urls import reverse

from meetings import intake
from meetings.desk.screen import checklist
from meetings.models import Session
from meetings.record import VoteRecord, VoteShown

from ..conftest import logged_in
from .filling import filled


@pytest.fixture
def page(january):
    return reverse("admin:meetings_session_change", args=[january.pk])


@pytest.fixture
def type_vote(at_clerks_desk, page):
    """Saves the vote of the first item; its cells by their names without "vote_"."""

    def save(**cells):
        typed = {f"agenda-0-vote_{name}": value for name, value in cells.items()}
        return at_clerks_desk.post(page, filled(at_clerks_desk.get(page), **typed))

    return save


@pytest.fixture
def three_came(january):
    january.attendees.exclude(role="chair").delete()
    for order, name in enumerate(("Lê Thị Mai", "Vũ Văn Bình"), start=2):
        january.attendees.create(order=order, name=name, role="member", presence="present")


def vote_of(session):
    return Session.objects.with_rows().get(pk=session.pk).to_record().agenda[0].vote


def shoulds(session):
    return [item.text for item in checklist.items(Session.objects.with_rows().get(pk=session.pk))]


def test_an_item_without_a_vote_has_none(january, at_clerks_desk, page):
    assert vote_of(january) is None
    html = at_clerks_desk.get(page).content.decode()
    assert '<details class="vote"><summary>Biểu quyết</summary>' in html


def test_counts_are_typed_and_told_on_the_folded_line(january, three_came, type_vote, at_clerks_desk, page):
    assert type_vote(agreed="2", opposed="1").status_code == 302
    assert vote_of(january) == VoteRecord(agreed=2, opposed=1)
    html = at_clerks_desk.get(page).content.decode()
    assert "<summary>Biểu quyết: 2/3 thành viên tán thành, 1 không tán thành.</summary>" in html


def test_naught_for_all_is_no_vote(january, type_vote):
    assert type_vote(agreed="0", opposed="0", abstained="0").status_code == 302
    assert vote_of(january) is None


@pytest.mark.parametrize(
    ("count", "said"),
    [
        ("-1", "Số phiếu không thể âm. Hãy ghi 0, hoặc để trống."),
        ("40000", "Số phiếu nhiều quá. Hãy xem lại số này."),
        ("năm", "Hãy ghi số phiếu bằng chữ số, hoặc để trống."),
    ],
)
def test_a_count_that_cannot_be_is_refused(january, type_vote, count, said):
    html = type_vote(agreed=count).content.decode()
    assert said in html and f'value="{count}"' in html and '<details class="vote" open>' in html
    assert vote_of(january) is None


def test_more_votes_than_members_present_are_doubted_and_still_saved(
    january, three_came, type_vote, at_clerks_desk, page
):
    assert type_vote(agreed="4", shown="nothing").status_code == 302
    assert vote_of(january) == VoteRecord(agreed=4, shown=VoteShown.NOTHING)
    assert "Biểu quyết nội dung 1: 4 phiếu, trong khi 3 thành viên có mặt" in shoulds(january)
    html = at_clerks_desk.get(page).content.decode()
    assert '<p class="doubt">4 phiếu, trong khi 3 thành viên có mặt.</p>' in html and "(chỉ lưu nội bộ)" in html
    january.agenda.update(vote_agreed=3)
    assert not [text for text in shoulds(january) if "phiếu" in text]


def test_members_are_the_measure_where_they_are_entered(january, three_came, type_vote):
    january.council.members.create(name="Trần Quyết Thắng")
    assert type_vote(agreed="2").status_code == 302
    assert "Biểu quyết nội dung 1: 2 phiếu, trong khi 1 thành viên có mặt" in shoulds(january)


def test_a_group_that_nobody_counted_raises_no_doubt(january, type_vote):
    assert type_vote(agreed="9").status_code == 302
    assert not [text for text in shoulds(january) if "phiếu" in text]


def test_who_came_and_did_not_vote_is_not_said_to_agree(january, three_came, type_vote):
    type_vote(agreed="2")
    assert vote_of(january) == VoteRecord(agreed=2, present=3)


def test_by_name_the_counts_follow_from_the_lists(january, type_vote):
    names = {"agreed_names": "Trần Quyết Thắng\nLê Thị Mai, ", "opposed_names": "- Vũ Văn Bình"}
    assert type_vote(agreed="2", shown="names", **names).status_code == 302
    assert vote_of(january) == VoteRecord(
        agreed=2,
        opposed=1,
        agreed_names=("Trần Quyết Thắng", "Lê Thị Mai"),
        opposed_names=("Vũ Văn Bình",),
        shown=VoteShown.NAMES,
    )
    assert type_vote(opposed_names="Vũ Văn Bình\nĐỗ Thu Hà").status_code == 302
    assert vote_of(january).opposed == 2


def test_a_count_that_is_not_that_of_the_list_is_refused_and_stays_typed(january, type_vote):
    refused = type_vote(agreed="3", agreed_names="Trần Quyết Thắng")
    html = refused.content.decode()
    assert "Danh sách có 1 người. Hãy sửa số này hoặc danh sách" in html and 'value="3"' in html
    assert vote_of(january) is None


def test_nobody_votes_twice(january, type_vote):
    refused = type_vote(agreed_names="Lê Thị Mai", opposed_names="lê thị mai")
    assert "“lê thị mai” được ghi hai lần. Hãy để lại một chỗ." in refused.content.decode()


def test_a_vote_goes_onto_the_desk_and_comes_back(db, january_record):
    from dataclasses import replace

    vote = VoteRecord(agreed=1, abstained=2, agreed_names=("Lê Thị Mai",), shown=VoteShown.NAMES)
    agenda = (replace(january_record.agenda[0], vote=vote),)
    assert vote_of(intake.store(replace(january_record, agenda=agenda))) == vote


def test_a_row_kept_from_before_there_were_votes_is_saved(january, at_clerks_desk, page):
    typed = filled(at_clerks_desk.get(page), **{"agenda-0-title": "Tên mới"})
    old = {name: value for name, value in typed.items() if "vote" not in name}
    assert at_clerks_desk.post(page, old).status_code == 302
    assert january.agenda.first().title == "Tên mới"


def test_a_changed_vote_is_in_the_history(january, type_vote, at_clerks_desk):
    type_vote(agreed="5")
    history = at_clerks_desk.get(reverse("admin:meetings_session_history", args=[january.pk]))
    assert "Tán thành" in history.content.decode()


def test_a_submitted_session_shows_the_vote_to_read(submitted, clerk):
    submitted.agenda.filter(order=1).update(vote_agreed=5, vote_opposed=2)
    page = reverse("admin:meetings_session_change", args=[submitted.pk])
    html = logged_in(clerk).get(page).content.decode()
    assert "5/7 thành viên tán thành, 2 không tán thành." in html and '<details class="vote"' not in html
