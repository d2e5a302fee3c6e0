"""A paper is issued once, with its number, files and words as they stood; a mistake is replaced in the open."""

from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone

from meetings import intake, issuing, printing
from meetings.form_check import Finding, Outcome, Report
from meetings.models import Edition, EditionFile, PrintedFile, Refused, Session
from meetings.paper import PaperKind
from meetings.paper_kinds import description
from meetings.writers.press import PressRefused

from .conftest import DAY


def test_the_three_papers_of_a_session_each_take_the_first_number_of_their_series(issue):
    issued = [issue(kind) for kind in ("invitation", "minutes", "notice")]
    assert [each.reference for each in issued] == ["01/GM-HĐND", "01/BB-HĐND", "01/TB-HĐND"]
    assert {each.dated for each in issued} == {DAY} and {each.number_year for each in issued} == {2021}


def test_what_is_frozen_is_the_composed_paper_and_the_part_of_the_session_it_tells(issue, ready):
    edition = issue("notice")
    paper, record = edition.paper_record, edition.whole
    assert paper.recipients[-1] == "Lưu: VT" and paper.signatures[0].name == "Trần Quyết Thắng"
    assert paper.opening.startswith("Tại phiên họp ngày 05 tháng 01 năm 2021 do đồng chí Trần Quyết Thắng")
    assert (record.assessment, [each.title for each in record.agenda]) == ("", ["Kết quả công tác năm 2020"])
    assert not any(each.opinions for each in record.agenda)
    assert [each.number for each in record.directives] == ["1", "2", "2.1", "2.2", "3", "3.1"]


def test_both_versions_are_kept_in_pdf_and_word_and_one_where_nothing_is_internal(issue, ready):
    whole = issue("minutes")
    assert sorted(whole.files.values_list("part", "filename")) == [
        ("public", "bien-ban-2021-01-so-01.docx"),
        ("public", "bien-ban-2021-01-so-01.pdf"),
        ("whole", "bien-ban-2021-01-so-01-noi-bo.docx"),
        ("whole", "bien-ban-2021-01-so-01-noi-bo.pdf"),
    ]
    ready.agenda.filter(is_public=False).delete()
    assert {each.part for each in issue("invitation").files.all()} == {"public"}


def test_the_bytes_are_stored_once_and_never_printed_again(issue, monkeypatch):
    edition = issue("minutes")
    monkeypatch.setattr(printing, "press", lambda: pytest.fail("printed again"))
    for file in EditionFile.objects.filter(edition=edition):
        assert sha256(content_of(file)).hexdigest() == file.sha256


def content_of(file):
    with default_storage.open(file.stored.path) as content:
        return content.read()


def test_an_invitation_tells_nothing_of_the_draft_behind_it(issue, ready):
    record = issue("invitation").whole
    assert (record.directives, record.assessment, record.closing) == ((), "", "")
    assert {each.presence.value for each in record.attendees} == {"unknown"}
    assert not any(each.reason for each in record.attendees)
    assert not ready.directives.exclude(number="").exists()


def test_replacing_needs_a_note_takes_the_next_number_and_links_both_ways(issue):
    first = issue("notice")
    with pytest.raises(Refused, match="01/TB-HĐND đang có hiệu lực"):
        issue("notice")
    second = issue("notice", note="Sửa thời hạn.")
    first = Edition.objects.get(pk=first.pk)
    assert (first.state, first.replaced_by, second.replaces) == ("replaced", second, first)
    assert (second.reference, second.sequence, second.note) == ("02/TB-HĐND", 2, "Sửa thời hạn.")
    assert second.paper_record.replaces == "01/TB-HĐND ngày 05 tháng 01 năm 2021"


def test_the_series_goes_on_from_a_number_set_by_hand_and_none_is_used_twice(issue, ready):
    assert issue("minutes", number=12).reference == "12/BB-HĐND"
    with pytest.raises(Refused, match="số nhỏ nhất còn dùng được là 13"):
        issue("minutes", number=12, note="Thay.")
    assert issue("minutes", note="Thay.").number == 13


def test_each_year_has_its_own_series(issue, ready):
    assert issue("invitation", dated=date(2020, 12, 31)).reference == "01/GM-HĐND"
    assert issue("invitation", dated=date(2021, 1, 2), note="Đổi giờ.").reference == "01/GM-HĐND"


def test_what_cannot_be_true_is_refused_in_words(issue, ready):
    with pytest.raises(Refused, match="chưa tới"):
        issue("minutes", dated=timezone.localdate() + timedelta(days=2))
    with pytest.raises(Refused, match="không thể ghi ngày trước đó"):
        issue("minutes", dated=DAY - timedelta(days=1))
    with pytest.raises(Refused, match="giấy mời phải ghi ngày đó hoặc một ngày trước đó"):
        issue("invitation", dated=DAY + timedelta(days=1))
    Session.objects.filter(pk=ready.pk).update(venue="")
    with pytest.raises(Refused, match="Còn thiếu địa điểm"):
        issue("invitation", session=Session.objects.get(pk=ready.pk))
    assert not Edition.objects.exists()


def test_what_changed_since_it_was_looked_at_is_not_issued(issue, ready):
    seen = issuing.compose(ready, "minutes").token
    ready.agenda.update(conclusion="Chữ khác")
    with pytest.raises(Refused, match="vừa được sửa"):
        issue("minutes", seen=seen)
    assert not Edition.objects.exists()


def test_what_changes_while_it_is_printed_is_not_issued_either(issue, ready, monkeypatch):
    real = printing.files

    def slow(*args, **named):
        ready.agenda.update(conclusion="Sửa trong lúc in")
        return real(*args, **named)

    monkeypatch.setattr(printing, "files", slow)
    with pytest.raises(Refused, match="trong lúc in"):
        issue("minutes")
    assert not Edition.objects.exists() and not ready.directives.exclude(number="").exists()


def test_a_paper_that_takes_too_long_leaves_the_draft_untouched(issue, ready, monkeypatch):
    class Slow:
        def make(self, *args, **named):
            raise PressRefused("Văn bản in quá 60 giây nên đã dừng.")

    before = Session.objects.values().get(pk=ready.pk)
    monkeypatch.setattr(printing, "press", Slow)
    with pytest.raises(PressRefused):
        issue("minutes")
    assert Session.objects.values().get(pk=ready.pk) == before and not Edition.objects.exists()


def test_a_broken_rule_of_the_form_needs_a_reason_and_the_reason_is_kept(issue, monkeypatch):
    fault = Finding(rule="margin-left", law="ND30-I.I.3", cell="", label="Lề trái", outcome=Outcome.BROKEN)
    monkeypatch.setattr(printing, "check", lambda paper, kind: Report(kind=kind, pages=1, findings=(fault,)))
    with pytest.raises(issuing.FormBroken, match="1 chỗ chưa đúng thể thức") as refused:
        issue("minutes")
    assert refused.value.report.broken == (fault,)
    assert issue("minutes", form_note="Mẫu của phường.").form_note == "Mẫu của phường."


def test_the_public_version_is_checked_too(issue, monkeypatch):
    checked = []

    def check(paper, kind):
        checked.append(paper)
        fault = Finding(rule="margin-left", law="ND30-I.I.3", cell="", label="Lề trái", outcome=Outcome.BROKEN)
        return Report(kind=kind, pages=1, findings=(fault,) if len(checked) == 2 else ())

    monkeypatch.setattr(printing, "check", check)
    with pytest.raises(issuing.FormBroken, match="Bản công khai còn 1 chỗ chưa đúng"):
        issue("minutes")
    assert len(set(checked)) == 2
    checked.clear()
    assert issue("minutes", form_note="Mẫu của phường.").form_note == "Mẫu của phường."


def test_no_reason_is_kept_where_none_was_needed(issue):
    assert issue("minutes", form_note="Phòng xa.").form_note == ""


def test_the_words_set_for_a_paper_go_before_the_councils_and_those_before_the_composed(issue, ready):
    ready.council.paper_defaults.create(
        kind="notice",
        authority="TL. THƯỜNG TRỰC HĐND\nCHÁNH VĂN PHÒNG",
        signer="Lê An",
        recipients="Như trên\nLưu: VT",
    )
    ready.paper_drafts.create(kind="notice", recipients="Các phường\nLưu: VT, VP", grounds="Căn cứ Luật số 77")
    paper = issue("notice").paper_record
    assert paper.signatures[0].authority == ("TL. THƯỜNG TRỰC HĐND", "CHÁNH VĂN PHÒNG")
    assert paper.signatures[0].name == "Lê An"
    assert (paper.recipients, paper.grounds) == (("Các phường", "Lưu: VT, VP"), ("Căn cứ Luật số 77",))
    assert paper.closing.endswith("biết, thực hiện")


def test_a_notice_carries_the_chosen_conclusions_and_directives_alone(issue, ready):
    draft = ready.paper_drafts.create(kind="notice")
    draft.left_out_items.set(ready.agenda.all())
    draft.left_out_directives.set([ready.directives.get(topic__contains="tháng 01")])
    record = issue("notice").whole
    assert record.agenda == ()
    assert [each.topic or each.task for each in record.directives] == [
        "Đối với công tác giám sát năm 2021",
        "nội bộ: rà soát hồ sơ nhân sự",
        "nội bộ: gửi danh sách",
    ]


def test_the_public_version_of_a_notice_leaves_internal_directives_out(issue):
    edition = issue("notice")
    assert len(edition.whole.directives) == 6 and len(edition.public.directives) == 4
    assert "nội bộ" not in edition.folded


def test_the_annex_lists_what_earlier_sessions_still_owe_in_the_words_of_their_editions(
    issue, published, january_record, chief, clerk
):
    published.directives.filter(number="1").update(task="chữ chưa phát hành")
    february = intake.store(replace(january_record, month=2, held_on=date(2021, 2, 2), title="", directives=()))
    february.paper_drafts.create(kind="minutes", with_owed=True)
    paper = issue("minutes", session=february, dated=date(2021, 2, 2)).paper_record
    assert [each.reference for each in paper.owed] == [
        *("2021-01-1", "2021-01-2", "2021-01-2-1", "2021-01-2-2"),
        *("2021-01-3", "2021-01-3-1"),
    ]
    first = paper.owed[0]
    assert "xây dựng kế hoạch giám sát" in first.words and first.lead == "Ủy ban MTTQ Việt Nam quận"
    assert (first.due, first.state, first.is_public) == ("31/03/2021", "Quá hạn", True)
    assert [each.is_public for each in paper.owed] == [True] * 4 + [False] * 2
    assert paper.public().owed[-1].reference == "2021-01-2-2"


def test_a_signed_copy_is_kept_with_the_number_as_the_authoritative_one(issue, clerk):
    edition = issue("minutes")
    issuing.sign(edition, PrintedFile("signed", "bien-ban-ky.pdf", b"%PDF-1.7 da ky"), by=clerk)
    row = edition.files.get(part="signed")
    assert row.added_by == clerk and content_of(row) == b"%PDF-1.7 da ky"
    with pytest.raises(Refused, match="Đã có bản ký"):
        issuing.sign(edition, PrintedFile("signed", "bien-ban-ky.pdf", b"%PDF-1.7 khac"), by=clerk)


def test_a_withdrawn_paper_keeps_its_number_and_needs_a_reason(issue, chief):
    edition = issue("minutes")
    with pytest.raises(Refused, match="lý do"):
        issuing.withdraw(edition, by=chief, note="")
    issuing.withdraw(edition, by=chief, note="Ghi nhầm phiên.")
    assert (Edition.objects.get().state, Edition.objects.get().closed_by) == ("withdrawn", chief)
    assert issue("minutes").reference == "02/BB-HĐND"


def test_a_scheduled_page_that_is_called_off_leaves_the_issued_papers_alone(issue, ready, clerk, chief):
    issue("minutes")
    ready.refresh_from_db()
    ready.submit(by=clerk)
    ready.publish(by=chief, at=timezone.now() + timedelta(days=1))
    ready.unschedule(by=chief)
    assert dict(Edition.objects.values_list("kind", "state")) == {"minutes": "live", "news": "cancelled"}
    assert ready.directives.exclude(number="").count() == 6


def test_the_symbol_is_the_councils(issue, ready):
    ready.council.symbol_suffix = "TTHĐND"
    ready.council.save()
    assert issue("minutes", session=Session.objects.get(pk=ready.pk)).reference == "01/BB-TTHĐND"
    assert description(PaperKind.MINUTES).symbol == "BB"


def test_a_paper_does_not_replace_one_of_a_later_day(issue):
    issue("notice", dated=DAY + timedelta(days=3))
    with pytest.raises(Refused, match="không thể ghi ngày trước đó"):
        issue("notice", note="Sửa thời hạn.")


def test_the_register_lists_each_paper_by_what_it_is_of(issue):
    session = "phiên họp tháng 01 năm 2021 của Thường trực HĐND quận Hai Bà Trưng"
    assert issue("notice").abstract == f"Kết luận {session}"
    assert issue("invitation").abstract == f"Dự {session}"
    assert issue("minutes").abstract == f"P{session[1:]}"


def test_dashes_typed_before_the_rows_of_a_list_are_not_printed_twice(issue, ready):
    ready.paper_drafts.create(kind="invitation", addressees="- Đồng chí Lê An\n+ Các phường", recipients="- Như trên")
    paper = issue("invitation").paper_record
    assert (paper.addressees, paper.recipients) == (("Đồng chí Lê An", "Các phường"), ("Như trên",))


def test_a_later_number_with_an_earlier_day_asks_why_and_keeps_the_reason(issue):
    issue("minutes", dated=DAY + timedelta(days=4))
    other = issue_of_february(issue)
    assert Edition.objects.filter(kind="minutes").count() == 1
    edition = other(order_note="Biên bản ký trước, cấp số sau.")
    assert edition.reference == "02/BB-HĐND" and edition.paper_record.order_note == "Biên bản ký trước, cấp số sau."
    assert {file.part for file in edition.files.all()} == {"public"}, "the reason alone makes no second print"


def issue_of_february(issue):
    """Issues minutes of another session of the same council, of an earlier day than those of January."""
    first = Edition.objects.get()
    record = replace(first.whole.public(), month=2, held_on=DAY)
    other = intake.store(record)
    with pytest.raises(issuing.OutOfOrder, match="số 01/BB-HĐND ghi ngày 09/01/2021"):
        issue("minutes", session=other)
    return lambda **order: issue("minutes", session=other, **order)


def test_a_reason_that_nothing_asked_for_is_not_kept(issue):
    assert issue("minutes", order_note="Thừa.").paper_record.order_note == ""
    assert issue("notice", dated=DAY).paper_record.order_note == ""


def test_each_series_has_its_own_order(issue):
    issue("minutes", dated=DAY + timedelta(days=4))
    assert issue("notice").reference == "01/TB-HĐND"
