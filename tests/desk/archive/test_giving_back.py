"""An accepted post can go back among those that wait, until its session leaves the draft."""

import pytest
from django.urls import reverse

from meetings import archiving
from meetings.archiving import giving_back
from meetings.models import OldAddress, PaperDraft, Refused, Session

from .conftest import CLEAN, decide, of_batch, page_of, words_of


def where(post):
    return reverse("admin:meetings_importedpost_give_back", args=[post.pk])


@pytest.fixture
def accepted(at_clerks_desk, clean):
    decide(at_clerks_desk, clean, "nhap")
    clean.refresh_from_db()
    return clean


def test_an_untouched_draft_goes_at_one_click_and_the_post_waits_again(at_clerks_desk, accepted):
    page = words_of(at_clerks_desk.get(page_of(accepted)))
    assert f'action="{where(accepted)}"' in page
    told = words_of(at_clerks_desk.post(where(accepted), {"ban": "1"}, follow=True))
    assert "Đã trả bài về danh sách chờ quyết định; bản nháp Phiên tháng 02/2021 đã xóa." in told
    accepted.refresh_from_db()
    assert (accepted.decision, accepted.verdict, accepted.session, accepted.decided_by) == (
        "pending",
        "clean",
        None,
        None,
    )
    assert not Session.objects.exists() and not OldAddress.objects.exists()


def test_it_can_be_accepted_anew(at_clerks_desk, accepted):
    at_clerks_desk.post(where(accepted), {"ban": "1"})
    accepted.refresh_from_db()
    decide(at_clerks_desk, accepted, "nhap")
    assert Session.objects.get().source_hash == accepted.source_hash


def test_what_was_edited_since_is_asked_about_and_said(at_clerks_desk, accepted):
    session = Session.objects.get()
    session.version += 2
    session.save()
    PaperDraft.objects.create(session=session, kind="notice")
    assert f'href="{where(accepted)}"' in words_of(at_clerks_desk.get(page_of(accepted)))
    asked = words_of(at_clerks_desk.get(where(accepted)))
    assert "2 lần lưu sau khi nhập, 1 giấy tờ đang soạn" in asked
    stale = at_clerks_desk.post(where(accepted), {"ban": "1"})
    assert stale.status_code == 409 and "vừa có người sửa" in words_of(stale)
    at_clerks_desk.post(where(accepted), {"ban": "3"})
    assert not Session.objects.exists()


@pytest.mark.parametrize("then", ["submitted", "published"])
def test_what_was_sent_on_stays(at_clerks_desk, accepted, clerk, then):
    session = Session.objects.get()
    session.submit(by=clerk) if then == "submitted" else session.publish(by=None)
    assert where(accepted) not in words_of(at_clerks_desk.get(page_of(accepted)))
    refused = at_clerks_desk.post(where(accepted), {"ban": str(session.version)})
    assert refused.status_code == 409 and "không trả bài về được" in words_of(refused)
    assert Session.objects.exists()


def test_a_correction_deletes_no_session_that_was_there_before(at_clerks_desk, accepted, gathered, clerk):
    text = CLEAN.read_text(encoding="utf-8").replace("Sau khi nghe", "Sau khi đã nghe")
    other = gathered(khac=text)["khac"]
    assert other.verdict == "changed"
    archiving.propose_correction(other, by=clerk)
    accepted.refresh_from_db()
    for post in (accepted, other):
        assert not giving_back.may_give_back(post)
        with pytest.raises(Refused):
            giving_back.give_back(post, by=clerk, seen_version=Session.objects.get().version)


def test_its_copies_are_no_longer_known(at_clerks_desk, accepted, gathered):
    copy = gathered(ban_sao=CLEAN.read_text(encoding="utf-8"))["ban_sao"]
    assert copy.verdict == "known"
    at_clerks_desk.post(where(accepted), {"ban": "1"})
    copy.refresh_from_db()
    assert (copy.verdict, copy.session) == ("clean", None)


def test_where_the_month_was_taken_meanwhile_the_post_says_so(at_clerks_desk, accepted):
    Session.objects.update(kind="thematic")
    other = Session.objects.create(council=Session.objects.get().council, year=2021, month=2)
    at_clerks_desk.post(where(accepted), {"ban": "1"})
    accepted.refresh_from_db()
    assert (accepted.verdict, accepted.session) == ("changed", other)


def test_the_deletion_is_on_the_record_with_who_did_it(at_clerks_desk, accepted, clerk):
    at_clerks_desk.post(where(accepted), {"ban": "1"})
    gone = Session.history.filter(history_type="-").get()
    assert gone.history_user == clerk


def test_the_batch_counts_it_among_those_that_wait(at_clerks_desk, accepted):
    at_clerks_desk.post(where(accepted), {"ban": "1"})
    assert accepted.name in words_of(at_clerks_desk.get(of_batch("change", accepted.batch) + "?muc=tron-ven"))
