"""The signed copy of a paper: the chief alone attaches it, after a look; one attached by mistake is taken back."""

from functools import cache
from io import BytesIO

import pikepdf
import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from meetings import issuing, printing
from meetings.models import Edition, EditionFile, PrintedFile, Refused

from ..conftest import make_user
from .documents import PDF, docx
from .signing import signed as signed_by
from .test_papers import at, issue_by_hand, page_of, ready, text

__all__ = ["ready"]


@cache
def scan(pages=1):
    """A PDF of blank pages, another one for each number of them."""
    with pikepdf.new() as document:
        for _ in range(pages):
            document.add_blank_page(page_size=(595, 842))
        made = BytesIO()
        document.save(made)
    return made.getvalue()


pytestmark = pytest.mark.usefixtures("press_at_hand")


@pytest.fixture
def minutes(at_chiefs_desk, ready):
    issue_by_hand(at_chiefs_desk, ready, "bien-ban")
    return Edition.objects.get()


def where(edition, name="sign", *more):
    return reverse(f"admin:meetings_edition_{name}", args=[edition.pk, *more])


def choose(client, edition, content, name="quet.pdf"):
    return client.post(where(edition), {"file": SimpleUploadedFile(name, content)})


def attach(client, edition, content, name="quet.pdf"):
    return client.post(where(edition), {"chosen": choose(client, edition, content, name).context["chosen"]})


def signed(edition):
    return EditionFile.objects.filter(edition=edition, part="signed")


def test_the_file_is_shown_before_it_is_attached(at_chiefs_desk, minutes):
    answer = choose(at_chiefs_desk, minutes, scan(pages=3), "Biên bản đã ký.pdf")
    assert answer.status_code == 200 and "3 trang" in text(answer) and not signed(minutes).exists()
    token = answer.context["chosen"]
    picture = at_chiefs_desk.get(where(minutes, "sign_picture"), {"tep": token})
    assert picture.content.startswith(b"\x89PNG")
    look = at_chiefs_desk.get(where(minutes, "sign_look"), {"tep": token})
    assert b"".join(look.streaming_content) == scan(pages=3)
    done = at_chiefs_desk.post(where(minutes), {"chosen": token})
    assert done.url == page_of(minutes)
    row = signed(minutes).get()
    assert (row.filename, row.size) == ("bien-ban-da-ky.pdf", len(scan(pages=3)))
    assert "do văn phòng gắn" in text(at_chiefs_desk.get(done.url))


def test_what_one_chief_looked_at_another_person_does_not_attach(at_chiefs_desk, minutes, client):
    token = choose(at_chiefs_desk, minutes, scan()).context["chosen"]
    client.force_login(make_user("pho", "Lãnh đạo văn phòng"))
    answer = client.post(where(minutes), {"chosen": token})
    assert answer.status_code == 409 and "Hãy chọn lại tệp bản ký" in text(answer)
    assert at_chiefs_desk.post(where(minutes), {"chosen": f"{token}x"}).status_code == 409
    assert not signed(minutes).exists()


def test_a_clerk_attaches_none(at_clerks_desk, at_chiefs_desk, minutes):
    assert choose(at_clerks_desk, minutes, scan()).status_code == 403
    assert "Gắn bản ký" not in text(at_clerks_desk.get(page_of(minutes)))
    assert "Gắn bản ký" in text(at_chiefs_desk.get(page_of(minutes)))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"MZ\x90", "chương trình chạy được"),
        (b"", "rỗng"),
        (docx(), "phải là tệp PDF"),
        (PDF, "Không mở được trang nào"),
    ],
    ids=["program", "empty", "word", "no page"],
)
def test_a_copy_is_believed_for_its_content(at_chiefs_desk, minutes, content, told):
    answer = choose(at_chiefs_desk, minutes, content)
    assert answer.status_code == 409 and told in text(answer) and not signed(minutes).exists()


def test_a_file_that_the_record_room_holds_is_no_signed_copy(at_chiefs_desk, minutes, ready):
    issue_by_hand(at_chiefs_desk, ready, "thong-bao")
    notice = Edition.objects.get(kind="notice")
    attach(at_chiefs_desk, minutes, scan())
    answer = choose(at_chiefs_desk, notice, scan())
    assert answer.status_code == 409 and "bản ký của biên bản 01/BB-HĐND" in text(answer)
    ours = minutes.files.get(part="public", filename__endswith=".pdf")
    with pytest.raises(Refused, match="đã có trong phòng lưu: bản công khai của biên bản"):
        issuing.refuse_copy(notice, ours.sha256)
    assert not signed(notice).exists()


def test_a_wrong_copy_is_taken_back_with_a_reason_and_stays_on_the_record(at_chiefs_desk, minutes, ready):
    attach(at_chiefs_desk, minutes, scan())
    row = signed(minutes).get()
    revoking = where(minutes, "revoke", row.pk)
    assert at_chiefs_desk.post(revoking, {"reason": " "}).status_code == 409
    assert at_chiefs_desk.post(revoking, {"reason": "Bản quét thiếu trang."}).status_code == 302
    page = text(at_chiefs_desk.get(page_of(minutes)))
    assert "đã gỡ lúc" in page and "Bản quét thiếu trang." in page
    assert at_chiefs_desk.post(revoking, {"reason": "Lần nữa."}).status_code == 409
    history = text(at_chiefs_desk.get(at("history", ready)))
    assert "Gỡ bản ký khỏi" in history and "Gắn bản ký vào" in history
    assert signed(minutes).get() == row


def test_what_was_taken_back_goes_to_the_paper_it_belongs_to(at_chiefs_desk, minutes, ready):
    issue_by_hand(at_chiefs_desk, ready, "thong-bao")
    notice = Edition.objects.get(kind="notice")
    attach(at_chiefs_desk, minutes, scan())
    issuing.revoke(signed(minutes).get(), by=minutes.issued_by, reason="Gắn nhầm.")
    attach(at_chiefs_desk, notice, scan())
    assert signed(notice).get().sha256 == signed(minutes).get().sha256


def test_the_register_counts_only_copies_that_hold(at_chiefs_desk, minutes):
    row = PrintedFile("signed", "quet.pdf", scan()).keep().row(minutes)
    row.save()
    register = reverse("admin:meetings_edition_register")
    assert "Có bản ký" in at_chiefs_desk.get(register, {"nam": "2021"}).content.decode()
    issuing.revoke(row, by=minutes.issued_by, reason="Gắn nhầm.")
    assert "Có bản ký" not in at_chiefs_desk.get(register, {"nam": "2021"}).content.decode()


def test_a_paper_out_of_force_is_offered_no_copy(at_chiefs_desk, minutes):
    assert "Xem tệp trước khi gắn" in text(at_chiefs_desk.get(where(minutes)))
    issuing.withdraw(minutes, by=minutes.issued_by, note="Ghi nhầm phiên.")
    page = text(at_chiefs_desk.get(where(minutes)))
    assert "Chỉ gắn bản ký vào văn bản có số, đang có hiệu lực." in page and "Xem tệp trước khi gắn" not in page
    assert choose(at_chiefs_desk, minutes, scan()).status_code == 409


def ours(edition):
    """The bytes of the minutes as the office printed them."""
    with default_storage.open(issuing.printed_files(edition)[0].stored.path) as content:
        return content.read()


def found(answer):
    return [line.words for line in answer.context["found"]], [
        line.words for line in answer.context["found"] if line.is_doubt
    ]


def test_a_scan_is_said_to_be_one(at_chiefs_desk, minutes):
    said, doubts = found(choose(at_chiefs_desk, minutes, scan(pages=30)))
    assert "Bản quét, máy không đọc được chữ. Hãy tự đối chiếu từng trang với bản đã phát hành." in said
    assert "Không có chữ ký số." in said
    assert len(doubts) == 1 and doubts[0].startswith("30 trang; bản đã phát hành có ")


def test_our_file_signed_is_called_digitally_signed_with_the_signers_name(at_chiefs_desk, minutes):
    answer = choose(at_chiefs_desk, minutes, signed_by(ours(minutes)))
    said, doubts = found(answer)
    assert "Đã ký số trên đúng tệp đã phát hành; người ký theo chứng thư: Trần Quyết Thắng." in said
    assert "Chữ giống bản đã phát hành." in said and "bằng bản đã phát hành." in said[0] and doubts == []
    assert "Đã ký số trên đúng tệp" in text(answer)
    assert at_chiefs_desk.post(where(minutes), {"chosen": answer.context["chosen"]}).status_code == 302


def test_a_signature_on_other_bytes_is_a_doubt(at_chiefs_desk, minutes):
    said, doubts = found(choose(at_chiefs_desk, minutes, signed_by(scan(pages=2))))
    assert not any(line.startswith("Đã ký số") for line in said)
    assert any("nhưng nội dung không phải tệp của cơ quan phát hành" in line for line in doubts)


def test_what_was_changed_after_it_was_signed_is_a_doubt(at_chiefs_desk, minutes):
    whole = signed_by(ours(minutes))
    at = whole.index(b"/SigFlags 3")
    _, doubts = found(choose(at_chiefs_desk, minutes, whole[:at] + b"/SigFlags 1" + whole[at + 11 :]))
    assert any("tệp bị sửa sau khi ký" in line for line in doubts)
    _, doubts = found(choose(at_chiefs_desk, minutes, whole + b"% them\n"))
    assert doubts == ["Sau chữ ký cuối cùng, tệp còn được ghi thêm."]


def test_a_signer_that_cannot_be_read_is_not_guessed(at_chiefs_desk, minutes):
    whole = signed_by(ours(minutes))
    at = whole.rindex(b"/Contents <") + 11
    broken = whole[:at] + b"3003020100" + whole[at + 10 :]
    _, doubts = found(choose(at_chiefs_desk, minutes, broken))
    assert any("chưa đọc được người ký" in line for line in doubts)


def test_another_paper_of_ours_is_refused_with_both_names(at_chiefs_desk, minutes, ready):
    issue_by_hand(at_chiefs_desk, ready, "thong-bao")
    notice = Edition.objects.get(kind="notice")
    answer = choose(at_chiefs_desk, minutes, signed_by(ours(notice)))
    told = text(answer)
    assert answer.status_code == 409 and f"ghi số {notice.reference}, là thông báo kết luận" in told
    assert "đúng tệp đã ký của biên bản 01/BB-HĐND" in told


def test_other_words_are_counted(at_chiefs_desk, minutes):
    contents = printing.contents(ours(minutes), [scan()])
    assert contents.added > 100 and contents.missing == 0 and contents.reference == minutes.reference
    contents = printing.contents(scan(), [ours(minutes)])
    assert contents.missing > 100 and contents.words == 0
