"""The signed copy of a paper: the chief alone attaches it, after a look; one attached by mistake is taken back."""

import re
import socket
from datetime import timedelta
from functools import cache
from io import BytesIO

import pikepdf
import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from meetings import issuing, printing
from meetings.models import Edition, EditionFile, PrintedFile, Refused

from .. import signing
from ..conftest import make_user
from .documents import PDF, docx
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


def test_a_scan_is_one_however_it_lies_and_whatever_was_recognised_on_it(at_chiefs_desk, minutes):
    for turn in (0, 90, 180):
        said, _ = found(choose(at_chiefs_desk, minutes, pictured(turn)))
        assert "Bản quét, chữ do máy nhận dạng. Hãy tự đối chiếu từng trang với bản đã phát hành." in said


def test_words_that_lie_sideways_are_no_scan(at_chiefs_desk, minutes):
    for turn in (90, 180, 270):
        said, _ = found(choose(at_chiefs_desk, minutes, turned(ours(minutes), turn)))
        assert "Chữ giống bản đã phát hành." in said and not any("quét" in line for line in said)


def pictured(turn):
    """A scan with letters over it, as a scanner with text recognition makes it."""
    made = BytesIO()
    Image.new("L", (620, 877), 250).save(made, "PDF", resolution=75)
    with pikepdf.open(made) as document:
        page = document.pages[0]
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        page.Resources.Font = pikepdf.Dictionary(F0=document.make_indirect(font))
        page.contents_add(b"BT 3 Tr /F0 12 Tf 100 700 Td (BIEN BAN) Tj ET")
        page.Rotate = turn
        document.save(whole := BytesIO())
    return whole.getvalue()


def turned(content, turn):
    with pikepdf.open(BytesIO(content)) as document:
        for page in document.pages:
            page.Rotate = turn
        document.save(made := BytesIO())
    return made.getvalue()


@pytest.fixture
def roots(settings, tmp_path):
    """A folder in which the operator put the state's root."""
    settings.SIGNATURE_ROOTS = tmp_path / "roots"
    settings.SIGNATURE_ROOTS.mkdir()
    (settings.SIGNATURE_ROOTS / "goc.crt").write_bytes(signing.pem(signing.root()))
    return settings.SIGNATURE_ROOTS


NOT_ASKED = "Chưa kiểm được chứng thư có bị thu hồi không: máy chủ không hỏi ra ngoài. Hãy kiểm bằng phần mềm ký số."


def test_our_file_signed_is_called_digitally_signed_with_the_signers_name(at_chiefs_desk, minutes):
    answer = choose(at_chiefs_desk, minutes, signing.signed(ours(minutes), stamped=True))
    said, doubts = found(answer)
    assert said[1:] == [
        "Chữ giống bản đã phát hành.",
        "Đã ký số trên đúng tệp đã phát hành.",
        "Chữ ký theo chứng thư của Trần Quyết Thắng: khớp nội dung, dấu thời gian 10:00, 05/01/2027 của "
        "Dấu thời gian thử nghiệm.",
        "Chưa kiểm được chứng thư của Trần Quyết Thắng do ai cấp: máy chủ chưa có chứng thư gốc (SIGNATURE_ROOTS).",
        NOT_ASKED,
    ]
    assert "bằng bản đã phát hành." in said[0] and doubts == []
    assert at_chiefs_desk.post(where(minutes), {"chosen": answer.context["chosen"]}).status_code == 302
    row = signed(minutes).get()
    assert row.carries == issuing.printed_files(minutes)[0] and row.nature == "tệp đã phát hành, đã ký số"
    (signature,) = row.read_signatures
    assert (signature.signer, signature.chain) == ("Trần Quyết Thắng", "unasked")


def test_all_who_sign_one_after_another_are_named(at_chiefs_desk, minutes, roots):
    content = ours(minutes)
    first, last, seal = signing.fields_of(content)
    for by, field in ((signing.SECRETARY, first), (signing.CHAIR, last), (signing.OFFICE, seal)):
        content = signing.signed(content, by, field)
    said, doubts = found(choose(at_chiefs_desk, minutes, signing.stamped_whole(content)))
    assert "Đã ký số trên đúng tệp đã phát hành." in said and doubts == []
    for name in (signing.SECRETARY, signing.CHAIR, signing.OFFICE, signing.CLOCK):
        assert any(f"Chữ ký theo chứng thư của {name}: khớp nội dung" in line for line in said)
        assert f"Chứng thư của {name} dẫn tới một chứng thư gốc mà cơ quan tin cậy." in said


def test_a_certificate_of_somebody_elses_making_and_an_old_one_are_doubts(at_chiefs_desk, minutes, roots):
    (roots / "goc.crt").write_bytes(signing.pem(signing.certified("CA khác", is_authority=True)))
    (roots / "hong.pem").write_bytes(b"khong phai chung thu")
    (roots / "doc.txt").write_bytes(b"bo qua")
    said, doubts = found(choose(at_chiefs_desk, minutes, signing.signed(ours(minutes))))
    assert "Đã ký số trên đúng tệp đã phát hành." in said
    assert doubts == [
        "Chứng thư của Trần Quyết Thắng không dẫn tới chứng thư gốc nào mà cơ quan tin cậy.",
        "Không đọc được chứng thư gốc trong tệp hong.pem.",
    ]
    (roots / "goc.crt").write_bytes(signing.pem(signing.root()))
    (roots / "hong.pem").unlink()
    old = signing.signed(ours(minutes), "Nguyễn Văn Cũ", life=timedelta(days=400))
    assert found(choose(at_chiefs_desk, minutes, old))[1] == [
        "Chứng thư của Nguyễn Văn Cũ không còn, hoặc chưa đến thời hạn dùng."
    ]


def test_nothing_is_asked_of_the_network(at_chiefs_desk, minutes, roots, monkeypatch):
    content = signing.signed(ours(minutes), stamped=True)
    asked = []
    monkeypatch.setattr(socket.socket, "connect", lambda *where: asked.append(where))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *where: asked.append(where))
    said, _ = found(choose(at_chiefs_desk, minutes, content))
    assert "Đã ký số trên đúng tệp đã phát hành." in said and NOT_ASKED in said and asked == []


def test_a_signature_on_other_bytes_is_a_doubt(at_chiefs_desk, minutes):
    said, doubts = found(choose(at_chiefs_desk, minutes, signing.signed(scan(pages=2))))
    assert not any(line.startswith("Đã ký số") for line in said)
    assert any("nhưng nội dung không phải tệp của cơ quan phát hành" in line for line in doubts)


def test_what_was_changed_after_it_was_signed_is_a_doubt(at_chiefs_desk, minutes):
    whole = signing.signed(ours(minutes))
    at = whole.rindex(b"/SigFlags 3")
    said, doubts = found(choose(at_chiefs_desk, minutes, whole[:at] + b"/SigFlags 1" + whole[at + 11 :]))
    assert any("tệp bị sửa sau khi ký" in line for line in doubts) and "Đã ký số trên đúng tệp" not in said


ADDED = "Ngoài chữ ký số, tệp đã phát hành còn bị sửa hoặc ghi thêm."


def behind(whole):
    return whole + b"% them\n"


def noted(whole):
    """An increment that writes a note on the first page, or is signed over afterwards."""
    writer = IncrementalPdfFileWriter(BytesIO(whole), strict=False)
    page = writer.root["/Pages"]["/Kids"][0]
    note = generic.DictionaryObject(
        {
            generic.pdf_name("/Type"): generic.pdf_name("/Annot"),
            generic.pdf_name("/Subtype"): generic.pdf_name("/FreeText"),
            generic.pdf_name("/Rect"): generic.ArrayObject(map(generic.NumberObject, (60, 60, 300, 300))),
            generic.pdf_name("/Contents"): generic.pdf_string("Số: 99/BB-HĐND"),
        }
    )
    page["/Annots"] = generic.ArrayObject([writer.add_object(note)])
    writer.update_container(page)
    writer.write(made := BytesIO())
    return made.getvalue()


def anew(content):
    """Another file written behind ours: it begins with our bytes and shows none of them."""
    with pikepdf.open(BytesIO(content)) as document:
        document.pages[0].contents_add(b"1 0 0 RG 60 60 300 300 re S")
        document.save(made := BytesIO(), object_stream_mode=pikepdf.ObjectStreamMode.disable)
    other = made.getvalue()
    table = int(re.findall(rb"startxref\s+(\d+)", other)[-1])
    head, rows = other[:table], other[table:]
    moved = re.sub(rb"(\d{10}) (\d{5} n)", lambda at: b"%010d %s" % (int(at[1]) + len(content), at[2]), rows)
    return content + head + re.sub(rb"startxref\s+\d+", b"startxref\n%d" % (len(content) + table), moved)


@pytest.mark.parametrize(
    "changed",
    [
        lambda ours: behind(signing.signed(ours)),
        lambda ours: noted(signing.signed(ours)),
        lambda ours: signing.signed(noted(ours)),
        lambda ours: signing.signed(anew(ours)),
        lambda ours: signing.signed(ours, box=(30, 30, 550, 800)),
    ],
    ids=["behind", "note after", "note before", "written anew", "hidden under a picture"],
)
def test_what_is_more_than_signatures_is_not_called_signed(at_chiefs_desk, minutes, changed):
    content = changed(ours(minutes))
    assert content.startswith(ours(minutes))
    answer = choose(at_chiefs_desk, minutes, content)
    said, doubts = found(answer)
    assert ADDED in doubts and "Đã ký số trên đúng tệp đã phát hành." not in said
    assert any(": khớp nội dung" in line for line in said)  # the signature itself is a good one
    at_chiefs_desk.post(where(minutes), {"chosen": answer.context["chosen"]})
    assert signed(minutes).get().carries is None


def test_a_signature_that_cannot_be_read_is_not_guessed(at_chiefs_desk, minutes):
    whole = signing.signed(ours(minutes))
    at = whole.rindex(b"/Contents <") + 11
    broken = whole[:at] + b"3003020100" + whole[at + 10 :]
    said, doubts = found(choose(at_chiefs_desk, minutes, broken))
    assert "Chữ ký chưa đọc được của ai: không kiểm được. Hãy kiểm bằng phần mềm ký số." in doubts
    assert "Đã ký số trên đúng tệp đã phát hành." not in said


def test_another_paper_of_ours_is_refused_with_both_names(at_chiefs_desk, minutes, ready):
    issue_by_hand(at_chiefs_desk, ready, "thong-bao")
    notice = Edition.objects.get(kind="notice")
    answer = choose(at_chiefs_desk, minutes, signing.signed(ours(notice)))
    told = text(answer)
    assert answer.status_code == 409 and f"ghi số {notice.reference}, là thông báo kết luận" in told
    assert "đúng tệp đã ký của biên bản 01/BB-HĐND" in told


def test_other_words_are_counted(at_chiefs_desk, minutes):
    contents = printing.contents(ours(minutes), [scan()])
    assert contents.added > 100 and contents.missing == 0 and contents.reference == minutes.reference
    contents = printing.contents(scan(), [ours(minutes)])
    assert contents.missing > 100 and contents.words == 0
