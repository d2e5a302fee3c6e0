"""A paper is laid before whoever issues it, comes back with words, and is issued by somebody else than its sender."""

from datetime import timedelta

import pytest
from django.utils import timezone

from meetings import issuing
from meetings.models import Council, Edition, PaperDraft, PaperMove, Refused, Session, draft_of

MINUTES, NOTICE, INVITATION = "minutes", "notice", "invitation"


@pytest.fixture
def sent(ready, clerk):
    return issuing.send(ready, MINUTES, by=clerk)


def states():
    return list(PaperDraft.objects.values_list("kind", "state"))


def test_the_whole_way_is_on_the_record(sent, ready, clerk, chief, issue):
    sent.move("send_back", by=chief, note="Thiếu thư ký.")
    issuing.send(ready, MINUTES, by=clerk)
    issue(MINUTES)
    moves = [(each.verb, each.by, each.note) for each in PaperMove.objects.all()]
    assert moves == [
        ("send", clerk, ""),
        ("send_back", chief, "Thiếu thư ký."),
        ("send", clerk, ""),
        ("issue", chief, ""),
    ]
    assert states() == [(MINUTES, "drafting")]


def test_what_was_done_is_never_rewritten(sent):
    with pytest.raises(TypeError):
        PaperMove.objects.get().save()


def test_only_the_sender_takes_a_paper_back(sent, clerk, chief):
    with pytest.raises(Refused, match="Phạm Thu Hà chọn “Trình ký” lúc"):
        sent.move("take_back", by=chief)
    sent.move("take_back", by=clerk)
    assert states() == [(MINUTES, "drafting")]


def test_a_clerk_neither_sends_back_nor_issues(sent, clerk, issue):
    with pytest.raises(Refused):
        sent.move("send_back", by=clerk, note="Không")
    with pytest.raises(Refused):
        issue(MINUTES, by=clerk)


def test_sending_back_asks_what_to_change(sent, chief):
    with pytest.raises(Refused, match="Hãy ghi rõ: cần sửa gì"):
        sent.move("send_back", by=chief, note=" ")


def test_a_second_click_is_refused_with_who_did_what(ready, clerk, sent):
    with pytest.raises(Refused, match="Phạm Thu Hà chọn “Trình ký”"):
        issuing.send(ready, MINUTES, by=clerk)
    stale = PaperDraft.objects.get()
    PaperDraft.objects.get().move("take_back", by=clerk)
    with pytest.raises(Refused, match="“Lấy lại để sửa”"):
        stale.move("take_back", by=clerk)
    assert PaperMove.objects.count() == 2


def test_what_lacks_something_or_was_not_held_is_not_sent(january, ready, clerk):
    Session.objects.filter(pk=ready.pk).update(venue="")
    with pytest.raises(Refused, match="Còn thiếu địa điểm"):
        issuing.send(Session.objects.get(), INVITATION, by=clerk)
    tomorrow = timezone.localdate() + timedelta(days=1)
    Session.objects.filter(pk=ready.pk).update(venue="Phòng họp", held_on=tomorrow)
    with pytest.raises(Refused, match="Họp xong mới trình ký biên bản"):
        issuing.send(Session.objects.get(), MINUTES, by=clerk)
    assert issuing.send(Session.objects.get(), INVITATION, by=clerk).state == "awaiting"


def test_a_withdrawn_session_sends_nothing(published, ready, clerk, chief):
    session = Session.objects.get()
    session.withdraw(by=chief, note="Đăng nhầm.")
    with pytest.raises(Refused, match="đã thu hồi"):
        issuing.send(session, MINUTES, by=clerk)


def test_who_sent_a_paper_does_not_issue_it_and_is_told_where_that_is_set(ready, chief, deputy, issue):
    issuing.send(ready, MINUTES, by=chief)
    with pytest.raises(Refused, match="Bạn đã trình bản này; người khác ký. Cơ quan chỉ có một người thì bỏ chọn"):
        issue(MINUTES)
    assert not Edition.objects.exists()
    assert issue(MINUTES, by=deputy).issued_by == deputy


def test_who_saved_a_paper_last_sends_it_instead_of_issuing_it(ready, chief, deputy, issue):
    draft = PaperDraft.objects.create(session=ready, kind=NOTICE, saved_by=chief)
    with pytest.raises(Refused, match="hãy trình ký để người khác ký"):
        issue(NOTICE)
    draft.saved_by = deputy
    draft.save()
    assert issue(NOTICE).issued_by == chief


def test_an_office_of_one_person_switches_four_eyes_off(ready, chief, issue):
    Council.objects.update(four_eyes=False)
    session = Session.objects.get()
    issuing.send(session, MINUTES, by=chief)
    assert issue(MINUTES, session=session).issued_by == chief


def test_the_chief_issues_what_nobody_set_and_no_draft_is_made(issue):
    issue(MINUTES)
    assert not PaperDraft.objects.exists() and not PaperMove.objects.exists()


def test_what_the_office_does_not_issue_is_refused_until_that_is_taken_back(ready, clerk, issue):
    draft_of(ready, NOTICE).move("omit", by=clerk, note="Kết luận ghi trong biên bản.")
    draft = PaperDraft.objects.get()
    assert (draft.state, draft.omitted_because) == ("omitted", "Kết luận ghi trong biên bản.")
    with pytest.raises(Refused, match="Vẫn ra văn bản này"):
        issue(NOTICE)
    with pytest.raises(Refused):
        issuing.send(ready, NOTICE, by=clerk)
    draft.move("resume", by=clerk)
    assert issue(NOTICE).number == 1


def test_a_session_saved_after_its_paper_was_sent_is_noticed(ready, sent):
    assert not PaperDraft.objects.get().changed_since
    Session.objects.get().save()
    assert PaperDraft.objects.get().changed_since


def test_a_replacement_is_sent_like_a_first_paper(ready, clerk, issue):
    issue(MINUTES)
    issuing.send(ready, MINUTES, by=clerk)
    assert issue(MINUTES, note="Sửa tên.").number == 2
    assert states() == [(MINUTES, "drafting")]
