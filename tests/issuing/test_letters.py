"""The letters and the report: what is open is recalled, an error of form is corrected, and no public version tells
more than those of the papers it is about."""

from contextlib import closing
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from meetings import issuing
from meetings.models import Directive, Edition, Erratum, Mending, PaperDraft, Refused, record_room_check
from meetings.public import session_papers
from meetings.writers.words import sheets

from .conftest import DAY

LATER = date(2021, 4, 5)
PLACE_DATE = {"place": "phần địa danh, ngày tháng", "wrong": "ngày 5 tháng 1", "right": "ngày 05 tháng 01"}
VENUE = {"place": "địa điểm", "wrong": "Phòng họp số 2", "right": "Phòng họp số 02"}
OPINION = {"place": "ý kiến", "wrong": "đồng chí A chưa nhất trí", "right": "đồng chí A nhất trí"}


@pytest.fixture
def public_page(ready, clerk, chief):
    ready.submit(by=clerk)
    ready.publish(by=chief)
    return ready


@pytest.fixture
def send(public_page, chief):
    """send("reminder"): issued by the chief in April."""

    def send(kind, **order):
        return issuing.issue(public_page, kind, issuing.Order(**{"dated": LATER, **order}), by=chief)

    return send


def keep(edition, *rows, by):
    rows = [{"is_internal": False, **row} for row in rows]
    return issuing.keep_errata(edition, rows, seen=issuing.token_of(edition), by=by)


def words_of(edition, *, public=False):
    record, paper = edition.whole, edition.paper_record
    versions = sheets(record.public(), paper.public()) if public else sheets(record, paper)
    return "\n".join(sheet.words for sheet in versions)


def test_a_reminder_names_what_is_open_whose_it_is_and_by_when(send):
    letter = send("reminder")
    words = words_of(letter)
    assert letter.reference == "01/HĐND-VP"
    assert "V/v đôn đốc thực hiện các nội dung chỉ đạo tại phiên họp tháng 01 năm 2021" in words
    assert "Kính gửi: Ủy ban MTTQ Việt Nam quận." in words
    assert "- Cơ quan chủ trì: Ủy ban MTTQ Việt Nam quận;\n- Thời hạn: 31/03/2021;\n- Tình trạng: quá hạn." in words
    assert letter.paper_record.recipients[0] == "Như trên" and words.count("CÔNG VĂN") == 0


def test_what_is_done_is_not_recalled_and_the_report_tells_it(public_page, send):
    Directive.objects.filter(session=public_page, number="1").update(state="done")
    row = Directive.objects.get(session=public_page, number="1")
    row.reports.create(reported_on=date(2021, 3, 1), state="done", is_public=True)
    assert "xây dựng kế hoạch giám sát" not in words_of(send("reminder"))
    report = send("report")
    states = {row.reference: row.state for row in report.paper_record.owed}
    assert report.reference == "01/BC-HĐND" and states["2021-01-1"] == "Xong"
    assert "Xong: 01" in words_of(report)


def test_nothing_is_recalled_where_nothing_is_open_or_the_page_is_not_public(ready, public_page, send):
    Directive.objects.filter(session=public_page).update(state="done")
    with pytest.raises(Refused, match="chỉ đạo còn mở để đôn đốc"):
        send("reminder")


def test_before_the_page_is_public_there_is_nothing_to_follow(issue):
    with pytest.raises(Refused, match="chỉ đạo đã đăng để báo cáo"):
        issue("report")


def test_an_internal_directive_and_the_unit_that_has_it_alone_stay_inside(public_page, send):
    hidden = Directive.objects.filter(session=public_page, is_public=False, parent=None).get()
    hidden.lead_unit = Directive.objects.filter(session=public_page).exclude(lead_unit=None).first().lead_unit
    unit = type(hidden.lead_unit).objects.create(name="Ban Tổ chức Quận ủy", short_name="Ban Tổ chức")
    Directive.objects.filter(pk=hidden.pk).update(lead_unit=unit)
    public_page.reopen(by=None, note="Ghi cơ quan chủ trì.")
    public_page.republish(by=None, note="Ghi cơ quan chủ trì.")
    letter = send("reminder")
    whole, public = words_of(letter), words_of(letter, public=True)
    for words in ("nội bộ: rà soát hồ sơ nhân sự", "Ban Tổ chức"):
        assert words in whole and words not in public
    assert "Ủy ban MTTQ Việt Nam quận" in public


def test_all_letters_take_their_numbers_from_one_series(issue, send, clerk):
    minutes = issue("minutes")
    assert send("reminder").reference == "01/HĐND-VP"
    keep(minutes, PLACE_DATE, by=clerk)
    assert send("correction").reference == "02/HĐND-VP"
    assert send("reminder", note="Bổ sung.").reference == "03/HĐND-VP"
    assert send("report").number == 1


def test_the_database_itself_refuses_one_number_for_two_letters(send, issue, clerk):
    keep(issue("minutes"), PLACE_DATE, by=clerk)
    letter, other = send("reminder"), send("correction")
    copies = dict.fromkeys(("sequence",), 9) | {"state": "cancelled", "pk": None, "replaces": None}
    for name, value in copies.items():
        setattr(other, name, value)
    other.number, other._state.adding = letter.number, True
    with pytest.raises(IntegrityError), transaction.atomic():
        other.save(force_insert=True)


def test_the_unit_that_drafts_is_the_councils_choice(public_page, send):
    type(public_page.council).objects.update(drafting_unit="CTHĐ")
    public_page.refresh_from_db()
    assert send("reminder").reference == "01/HĐND-CTHĐ"


def test_a_letter_of_correction_says_what_stands_and_how_it_is_to_be_read(issue, send, clerk):
    minutes = issue("minutes")
    keep(minutes, PLACE_DATE, {**PLACE_DATE, "place": "phần ký", "wrong": ""}, by=clerk)
    letter = send("correction")
    words = words_of(letter)
    assert "1. Biên bản số 01/BB-HĐND ngày 05 tháng 01 năm 2021:" in words
    assert "đã ghi: “ngày 5 tháng 1”; nay đính chính là: “ngày 05 tháng 01”." in words
    assert "- Tại phần ký, nay bổ sung: “ngày 05 tháng 01”." in words
    assert letter.paper_record.addressees == ("Thường trực HĐND quận",)


def test_the_corrected_paper_stays_in_force_and_both_lines_of_the_register_say_so(issue, send, clerk, public_page):
    minutes = issue("minutes")
    keep(minutes, PLACE_DATE, by=clerk)
    letter = send("correction")
    minutes = Edition.objects.get(pk=minutes.pk)
    assert minutes.state == "live" and issuing.letters_for(minutes) == [letter]
    lines = {line.reference: line for line in issuing.book_of(public_page.council, 2021).lines}
    assert "Được đính chính bằng 01/HĐND-VP" in lines["01/BB-HĐND"].note
    assert "Đính chính Biên bản số 01/BB-HĐND" in lines["01/HĐND-VP"].note
    assert lines["01/HĐND-VP"].subject.startswith("Công văn đính chính văn bản của phiên họp tháng 01")
    assert [part.label for part in issuing.book_of(public_page.council, 2021).parts if part.lines][-1] == "Công văn"
    assert list(record_room_check.faults()) == []


def test_a_later_letter_lists_all_that_still_holds_and_takes_the_place_of_the_former(issue, send, clerk):
    minutes, notice = issue("minutes"), issue("notice")
    keep(minutes, PLACE_DATE, by=clerk)
    first = send("correction")
    keep(notice, {**PLACE_DATE, "place": "phần ký"}, by=clerk)
    second = send("correction", note="Thêm chỗ cần đính chính.")
    assert {row.mended_id for row in second.mendings.all()} == {minutes.pk, notice.pk}
    assert Edition.objects.get(pk=first.pk).state == "replaced"
    assert "Công văn này thay thế Công văn số 01/HĐND-VP" in words_of(second)
    assert issuing.letters_for(minutes) == [second]


def test_what_the_public_version_leaves_out_is_not_told_by_its_correction(issue, send, clerk):
    minutes = issue("minutes")
    keep(minutes, VENUE, OPINION, {**VENUE, "place": "nơi họp", "is_internal": True}, by=clerk)
    letter = send("correction")
    whole, public = words_of(letter), words_of(letter, public=True)
    assert OPINION["wrong"] in whole and OPINION["wrong"] not in public
    assert "nơi họp" in whole and "nơi họp" not in public and "Phòng họp số 02" in public


def test_a_letter_about_internal_words_alone_is_not_public_whatever_was_ticked(issue, send, clerk, public_page):
    minutes = issue("minutes")
    keep(minutes, OPINION, by=clerk)
    letter = send("correction", is_public=True)
    assert not letter.is_public and not letter.mendings.get().is_public
    assert {paper.edition.kind for paper in session_papers.listed(public_page.pk)} == {"minutes"}
    assert session_papers.letters_for(minutes) == []


def test_of_a_paper_that_is_not_public_nothing_is_told(issue, send, clerk):
    minutes = issue("minutes", is_public=False)
    keep(minutes, VENUE, by=clerk)
    assert not send("correction").is_public


def test_the_public_reads_the_letter_at_the_paper_it_corrects(issue, send, clerk, public_page):
    minutes = issue("minutes")
    keep(minutes, VENUE, by=clerk)
    letter = send("correction")
    papers = {paper.edition.kind: paper for paper in session_papers.listed(public_page.pk)}
    assert papers["minutes"].letters == [papers["correction"]] and papers["correction"].mends == [papers["minutes"]]
    issuing.withdraw(letter, by=None, note="Nhầm.")
    papers = {paper.edition.kind: paper for paper in session_papers.listed(public_page.pk)}
    assert papers["minutes"].letters == [] and session_papers.letters_for(minutes) == []


def test_who_typed_the_places_does_not_issue_the_letter(issue, send, chief, public_page):
    keep(issue("minutes"), PLACE_DATE, by=chief)
    with pytest.raises(Refused):
        send("correction")


def test_while_the_letter_awaits_a_signature_nobody_changes_its_places(issue, clerk, public_page):
    minutes = issue("minutes")
    keep(minutes, PLACE_DATE, by=clerk)
    issuing.send(public_page, "correction", by=clerk)
    with pytest.raises(Refused, match="đang chờ ký"):
        keep(minutes, VENUE, by=clerk)
    assert Erratum.objects.get().place == PLACE_DATE["place"]


def test_two_who_type_at_once_lose_nothing(issue, clerk, chief):
    minutes = issue("minutes")
    seen = issuing.token_of(minutes)
    keep(minutes, PLACE_DATE, by=clerk)
    with pytest.raises(Refused, match="Người khác vừa ghi"):
        issuing.keep_errata(minutes, [VENUE], seen=seen, by=chief)
    assert [row.place for row in minutes.errata.all()] == [PLACE_DATE["place"]]


def test_what_is_out_of_force_is_not_corrected_and_drops_out_of_the_next_letter(issue, send, clerk, public_page):
    minutes = issue("minutes")
    keep(minutes, PLACE_DATE, by=clerk)
    issue("minutes", note="Sai người dự.")
    with pytest.raises(Refused, match="không còn hiệu lực"):
        keep(minutes, VENUE, by=clerk)
    with pytest.raises(Refused, match="chỗ cần đính chính"):
        send("correction")


def test_a_letter_of_correction_is_not_corrected_by_itself(issue, send, clerk):
    keep(issue("minutes"), PLACE_DATE, by=clerk)
    with pytest.raises(Refused):
        keep(send("correction"), VENUE, by=clerk)


def test_the_places_are_found_where_the_desk_was_mended_since(issue, ready, clerk):
    minutes = issue("minutes")
    assert issuing.suggested(minutes, issuing.compose(ready, "minutes")) == []
    type(ready).objects.filter(pk=ready.pk).update(venue="Phòng họp số 02")
    (change,) = issuing.suggested(minutes, issuing.compose(ready, "minutes"))
    assert ("Phòng họp số 2" in change.wrong, "Phòng họp số 02" in change.right) == (True, True)
    assert "Địa điểm" in change.place


def test_which_papers_a_letter_mends_is_kept_as_it_was_issued(issue, send, clerk):
    keep(issue("minutes"), PLACE_DATE, by=clerk)
    row = send("correction").mendings.get()
    for refused in (row.save, row.delete):
        with pytest.raises(TypeError):
            refused()
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {Mending._meta.db_table}")


def test_a_letter_is_never_asked_for(public_page, chief):
    assert not PaperDraft.objects.filter(session=public_page).exists()
    assert {kind.value for kind in Edition.OUGHT} == {"minutes", "notice"}
    assert DAY < LATER


def test_page_and_verification_lead_to_the_letter(issue, send, clerk, client):
    minutes = issue("minutes")
    keep(minutes, VENUE, by=clerk)
    letter = send("correction")
    page = client.get("/phien-hop/2021/01/").content.decode()
    assert "Đã đính chính bằng" in page and "/phien-hop/2021/01/cong-van-dinh-chinh.pdf" in page
    for part in ("public", "whole"):
        digest = minutes.files.get(part=part, filename__endswith="pdf").sha256
        answer = client.get("/xac-minh/", {"ma": digest}).content.decode()
        assert "đã được đính chính bằng" in answer and letter.reference in answer
    with closing(client.get("/phien-hop/2021/01/cong-van-dinh-chinh.pdf")) as file:
        assert b"".join(file.streaming_content).startswith(b"%PDF")


def test_an_explanation_is_asked_for_what_is_overdue_alone(public_page, send):
    words = words_of(send("explanation"))
    assert "V/v yêu cầu giải trình việc thực hiện các nội dung chỉ đạo" in words
    assert "xây dựng kế hoạch giám sát" in words and "phục vụ Nhân dân đón Tết" not in words
    assert "trong 15 ngày kể từ ngày nhận được văn bản này; nội dung phức tạp thì không quá 30 ngày" in words


def test_nothing_is_to_be_explained_where_nothing_is_overdue(public_page, send):
    Directive.objects.filter(session=public_page).exclude(due_on=None, next_due_on=None).update(state="done")
    with pytest.raises(Refused, match="chỉ đạo quá hạn để yêu cầu giải trình"):
        send("explanation")
