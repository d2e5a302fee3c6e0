"""Verification: who holds a file learns which paper it is and whether it is in force, and leaves nothing behind."""

import tempfile
import tracemalloc
from datetime import date, datetime, timedelta
from hashlib import sha256

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from meetings import issuing
from meetings.models import Edition, PrintedFile
from meetings.public import uploaded_hash
from meetings.public.cached_page import LIFE
from meetings.vietnamese import LOCAL_ZONE

from .conftest import issue, issue_paper, printed, session_of
from .page_text import elements, texts

PAGE = "/xac-minh/"
MINUTES = "/phien-hop/2021/01/bien-ban.pdf"
NOON = datetime(2021, 1, 8, 9, 15, tzinfo=LOCAL_ZONE)


def hash_of(edition, part="public", extension="pdf"):
    return edition.files.get(part=part, filename__endswith=extension).sha256


def ask(client, hexadecimal):
    return client.get(PAGE, {"ma": hexadecimal})


def said(page):
    """State, headline and sentences of the answer."""
    (answer,) = texts(page, "section", class_="answer")
    return answer


def headline(page):
    return texts(page, "h2", id="ket-qua")


def send(client, content, name="van-ban.pdf", **named):
    return client.post(PAGE, {"tep": SimpleUploadedFile(name, content), **named})


def links_of(page):
    return [each["href"] for each in elements(page, "a")]


def test_the_page_asks_for_a_file_and_works_without_a_script(client, db):
    page = client.get(PAGE)
    assert page.status_code == 200 and page["Cache-Control"] == LIFE
    (form,) = elements(page, "form", class_="drop")
    assert (form["method"], form["enctype"], form["action"]) == ("post", "multipart/form-data", PAGE)
    assert "noindex" not in page.content.decode()


def test_the_foot_of_every_page_and_the_papers_lead_here(client, posted):
    for address, times in (("/", 2), ("/phien-hop/", 1), ("/phien-hop/2021/01/", 2)):
        assert links_of(client.get(address)).count(PAGE) == times


def test_what_is_in_force_is_told_with_its_session(client, posted, news):
    edition = issue_paper(news, at=NOON)
    page = ask(client, hash_of(edition))
    assert headline(page) == ["Biên bản số 05/BB-HĐND ngày 05 tháng 01 năm 2021 đang có hiệu lực"]
    facts = texts(page, "dl", class_="facts answer__facts")[0]
    assert facts.startswith(
        "Văn bản Biên bản số 05/BB-HĐND, bản 1 Ngày văn bản 05/01/2021 Phát hành 09:15, 08/01/2021 "
        "Phiên họp Phiên họp tháng 01 năm 2021 Tệp Bản công khai, PDF, 39 byte"
    )
    assert "/phien-hop/2021/01/" in links_of(page)
    assert "noindex" in page.content.decode()


@pytest.mark.parametrize(("extension", "name"), [("pdf", "PDF"), ("docx", "Word")])
def test_the_whole_version_is_known_too(client, posted, news, extension, name):
    page = ask(client, hash_of(issue_paper(news), "whole", extension))
    assert f"Tệp Bản đầy đủ, {name}" in said(page) and "Đây là bản đầy đủ" in said(page)


def sign(edition):
    PrintedFile("signed", "bien-ban-ky.pdf", b"%PDF-1.7 signed").keep().row(edition).save()
    return hash_of(edition, "signed")


def test_of_a_signed_copy_it_says_who_attached_it_and_vouches_for_no_letter_of_it(client, posted, news):
    edition = issue_paper(news)
    assert "bản ký" not in said(ask(client, hash_of(edition)))
    answer = said(ask(client, sign(edition)))
    assert "Tệp này là bản ký do văn phòng gắn vào văn bản ngày " in answer
    assert "không sai một dấu" not in answer and "không sai một dấu" in said(ask(client, hash_of(edition)))
    assert "Văn bản này có bản ký do văn phòng gắn." in said(ask(client, hash_of(edition)))


def test_a_signed_copy_of_what_was_withdrawn_says_so(client, posted, news, chief):
    edition = issue_paper(news)
    copy = sign(edition)
    issuing.withdraw(edition, by=chief, note="Ghi nhầm phiên")
    answer = said(ask(client, copy))
    assert "bản ký do văn phòng gắn" in answer and "Văn bản đã thu hồi ngày" in answer


def test_a_signed_copy_taken_back_vouches_for_nothing(client, posted, news, chief):
    edition = issue_paper(news)
    copy = sign(edition)
    issuing.revoke(edition.files.get(part="signed"), by=chief, reason="Gắn nhầm của phiên tháng 12")
    answer = said(ask(client, copy))
    assert "Tệp này không phải bản ký của văn bản nào" in answer and "và đã gỡ ngày " in answer
    assert "tháng 12" not in answer  # the reason is the office's own
    assert "bản ký" not in said(ask(client, hash_of(edition)))


def test_what_was_replaced_names_the_paper_that_took_its_place_and_why(client, posted, news):
    first = issue_paper(news, number=4)
    issue_paper(news, number=5, dated=date(2021, 1, 8), note="Ghi sai giờ kết thúc")
    page = ask(client, hash_of(first))
    assert headline(page) == ["Biên bản số 04/BB-HĐND ngày 05 tháng 01 năm 2021 đã được thay"]
    assert "Đã được thay bởi Biên bản số 05/BB-HĐND ngày 08 tháng 01 năm 2021." in said(page)
    assert "Lý do: Ghi sai giờ kết thúc." in said(page)
    assert MINUTES in links_of(page)


def test_what_was_replaced_twice_names_both_the_next_and_the_one_in_force(client, posted, news):
    first = issue_paper(news, number=4)
    issue_paper(news, number=5)
    issue_paper(news, number=6)
    page = said(ask(client, hash_of(first)))
    assert "thay bởi Biên bản số 05/BB-HĐND" in page
    assert "Văn bản đang có hiệu lực: Biên bản số 06/BB-HĐND" in page


def test_what_was_withdrawn_says_when_and_why(client, posted, news):
    edition = issue_paper(news, "invitation", 3)
    Edition.objects.filter(pk=edition.pk).close(Edition.State.WITHDRAWN, "Hoãn họp.")
    page = ask(client, hash_of(edition))
    today = timezone.localdate().strftime("%d/%m/%Y")
    assert headline(page) == ["Giấy mời số 03/GM-HĐND ngày 05 tháng 01 năm 2021 đã thu hồi"]
    assert f"đã thu hồi ngày {today}; đề nghị không sử dụng. Lý do: Hoãn họp." in said(page)


def test_minutes_printed_with_the_page_name_the_numbered_ones(client, db, news):
    edition = issue(news, files=printed(words="kèm bài"))
    page = ask(client, hash_of(edition))
    assert headline(page) == ["Biên bản in kèm bài đăng phiên họp tháng 01 năm 2021 đang có hiệu lực"]
    assert "không thay cho biên bản chính thức" in said(page) and "số 05" not in said(page)
    issue_paper(news)
    assert "Biên bản có số đang có hiệu lực: Biên bản số 05/BB-HĐND" in said(ask(client, hash_of(edition)))


def test_bytes_that_went_out_twice_are_in_force_while_one_edition_is(client, db, news):
    edition = issue(news, files=printed())
    issue(news, note="Sửa địa điểm.", files=printed(words="sửa"))
    page = ask(client, hash_of(edition))
    assert "Đã được thay bởi bản in kèm bài đăng đính chính ngày 11/01/2021. Lý do: Sửa địa điểm." in said(page)
    issue(news, note="Trả lại như cũ.", files=printed())
    assert headline(ask(client, hash_of(edition))) == [
        "Biên bản in kèm bài đăng phiên họp tháng 01 năm 2021 đang có hiệu lực"
    ]


def test_an_invitation_before_the_page_is_known_without_a_link(client, db):
    page = ask(client, hash_of(issue_paper(session_of(2021, 2), "invitation", 3)))
    assert "Phiên họp Phiên họp tháng 02 năm 2021" in said(page)
    assert "/phien-hop/2021/02/" not in links_of(page)


@pytest.mark.parametrize("then", ["live", "replaced", "withdrawn"])
def test_of_a_paper_for_the_office_alone_only_its_number_day_and_standing_are_told(client, db, then):
    record = session_of(2021, 1, title="Phiên họp chuyên đề MẬT", slug="mat")
    issue(record)
    edition = issue_paper(record, "notice", 2, is_public=False)
    if then == "replaced":
        issue_paper(record, "notice", 3, is_public=False, note="Lý do MẬT")
    if then == "withdrawn":
        Edition.objects.filter(pk=edition.pk).close(Edition.State.WITHDRAWN, "Lý do MẬT")
    page = ask(client, hash_of(edition, "whole"))
    assert headline(page)[0].startswith("Thông báo kết luận số 02/TB-HĐND ngày 05 tháng 01 năm 2021 đ")
    answer = said(page)
    assert "MẬT" not in answer and "Lý do" not in answer and "Phiên họp" not in answer
    assert not any("/mat/" in each for each in links_of(page))
    assert ("thay bởi Thông báo kết luận số 03/TB-HĐND" in answer) == (then == "replaced")


def test_what_is_to_appear_later_is_unknown_until_then(client, posted, news, monkeypatch):
    moment = timezone.now() + timedelta(hours=1)
    edition = issue_paper(news, "notice", visible_from=moment)
    assert headline(ask(client, hash_of(edition))) == UNKNOWN
    monkeypatch.setattr("django.utils.timezone.now", lambda: moment)
    assert headline(ask(client, hash_of(edition))) != UNKNOWN


UNKNOWN = ["Đây không phải tệp do cơ quan phát hành, hoặc đã bị sửa dù chỉ một dấu phẩy"]


def test_any_other_file_is_unknown_and_the_page_says_what_to_do(client, posted):
    page = ask(client, "0" * 64)
    assert page.status_code == 200 and headline(page) == UNKNOWN
    assert "In ra rồi quét lại, chụp ảnh, hay mở ra rồi lưu lại cũng thành tệp khác" in said(page)
    assert "hỏi lại Văn phòng HĐND và UBND quận Hai Bà Trưng" in said(page)


def test_a_hash_is_read_as_people_paste_it(client, posted, news):
    digest = hash_of(issue_paper(news))
    page = ask(client, f" {digest[:32].upper()} {digest[32:]}\n")
    assert headline(page)[0].endswith("đang có hiệu lực")
    assert f'rel="canonical" href="http://testserver{PAGE}?ma={digest}"' in page.content.decode()


@pytest.mark.parametrize("given", ["abc", "0" * 63, "0" * 65, "g" * 64, "²" * 64, "<b>", "0" * 9999])
def test_what_is_no_hash_is_refused_in_words(client, db, given):
    page = ask(client, given)
    assert page.status_code == 400
    assert texts(page, "p", class_="fault") == [
        "Chưa kiểm tra được. Mã băm SHA-256 gồm đúng 64 chữ số và chữ cái từ a đến f."
    ]
    assert "<b>" not in page.content.decode()


def test_an_answer_is_linkable_cacheable_and_sets_no_cookie(client, posted, news):
    page = ask(client, hash_of(issue_paper(news)))
    assert page["Cache-Control"] == LIFE
    assert page.cookies == {} and "Cookie" not in page.get("Vary", "")


def test_an_answer_asks_little_of_the_database_and_nothing_internal(client, posted, news, django_assert_num_queries):
    for number in range(1, 6):
        digest = hash_of(issue_paper(news, number=number))
    with django_assert_num_queries(6) as asked:
        ask(client, digest)
    columns = '"meetings_edition"."record"', '"meetings_edition"."paper"'
    assert not any(each in query["sql"] for query in asked.captured_queries for each in columns)


def test_a_sent_file_leads_to_its_answer(client, posted, news):
    issue_paper(news)
    answer = send(client, b"%PDF-1.7 bien-ban s\xe1\xbb\x91 5 c\xc3\xb4ng khai pdf")
    assert answer.status_code == 303
    assert headline(client.get(answer["Location"]))[0].endswith("đang có hiệu lực")
    assert answer.cookies == {}


@pytest.mark.parametrize("size", [0, 1, 64 * 1024, 3_000_000])
def test_a_file_of_any_size_is_hashed_as_it_is(client, db, size):
    content = bytes(range(256)) * (size // 256) + b"x" * (size % 256)
    assert send(client, content)["Location"] == f"{PAGE}?ma={sha256(content).hexdigest()}"


def test_nobody_needs_a_token_to_have_a_file_hashed(db):
    assert send(Client(enforce_csrf_checks=True), b"tep").status_code == 303


def test_nothing_of_a_sent_file_is_kept(client, posted, settings, tmp_path, monkeypatch):
    folder = tmp_path / "tam"
    folder.mkdir()
    settings.FILE_UPLOAD_TEMP_DIR = str(folder)
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.setattr("meetings.public.rate_limit._count", lambda key: 0)  # a cache in files writes while it counts
    made = []
    with CaptureQueriesContext(connection) as asked:
        with monkeypatch.context() as watched:
            for name in ("NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile", "mkstemp"):
                watched.setattr(tempfile, name, lambda *args, **named: made.append(args))
            answer = send(client, b"x" * 6_000_000)["Location"]
        client.get(answer)
    assert made == [] and list(folder.iterdir()) == []
    assert not settings.MEDIA_ROOT.exists()
    assert [each["sql"] for each in asked.captured_queries if not each["sql"].startswith("SELECT")] == []


class Long:
    """A form with one file of `size` zeros, made while it is read."""

    HEAD = b'--b\r\nContent-Disposition: form-data; name="tep"; filename="a.pdf"\r\n\r\n'
    TAIL = b"\r\n--b--\r\n"

    def __init__(self, size):
        self.head, self.left, self.tail = self.HEAD, size, self.TAIL
        self.length = len(self.HEAD) + size + len(self.TAIL)
        self.taken = 0

    def readline(self):
        """Nobody reads a file by lines."""

    def read(self, size):
        if self.head:
            part, self.head = self.head, b""
        elif self.left:
            part = bytes(min(size, self.left))
            self.left -= len(part)
        else:
            part, self.tail = self.tail, b""
        self.taken += len(part)
        return part


def stream(rf, form):
    kind = "multipart/form-data; boundary=b"
    return rf.generic("POST", PAGE, CONTENT_TYPE=kind, CONTENT_LENGTH=form.length, **{"wsgi.input": form})


def test_a_file_passes_through_without_being_held_in_memory(rf):
    size = 20_000_000
    tracemalloc.start()
    given = uploaded_hash.sha256_of(stream(rf, Long(size)))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert given == sha256(bytes(size)).hexdigest()
    assert peak < 2_000_000


def test_a_file_that_says_it_is_too_long_is_refused_unread(rf):
    form = Long(uploaded_hash.LONGEST + uploaded_hash.ENVELOPE)
    with pytest.raises(uploaded_hash.TooLong):
        uploaded_hash.sha256_of(stream(rf, form))
    assert form.taken == 0


def test_a_file_that_is_longer_than_it_may_be_is_let_go_of(rf):
    with pytest.raises(uploaded_hash.TooLong):
        uploaded_hash.sha256_of(stream(rf, Long(uploaded_hash.LONGEST + 1)))
    assert len(uploaded_hash.sha256_of(stream(rf, Long(uploaded_hash.LONGEST)))) == 64


def test_too_long_is_said_in_words(client, db, monkeypatch):
    monkeypatch.setattr(uploaded_hash, "LONGEST", 1000)
    page = send(client, b"x" * 1001)
    assert page.status_code == 413
    assert texts(page, "p", class_="fault") == [
        "Chưa kiểm tra được. Tệp lớn hơn 50 MB nên không kiểm tra ở đây được."
    ]


def test_a_form_without_a_file_or_in_pieces_is_answered_in_words(client, db):
    whole = {"content_type": "multipart/form-data; boundary=b"}
    for answer, words in (
        (client.post(PAGE), "Chưa có tệp nào được chọn."),
        (client.post(PAGE, {"khac": SimpleUploadedFile("a.pdf", b"x")}), "Chưa có tệp nào được chọn."),
        (client.post(PAGE, "tep=1", content_type="application/x-www-form-urlencoded"), "Không đọc được tệp"),
        (client.post(PAGE, b"hong", content_type="multipart/form-data"), "Không đọc được tệp"),
        (client.post(PAGE, b"--b\r\n", **whole), "Chưa có tệp nào được chọn."),
        (client.post(PAGE, {"a": "x" * 3_000_000}), "Không đọc được tệp"),
        (client.post(PAGE, b"x", CONTENT_LENGTH="nhieu", **whole), "Không đọc được tệp"),
    ):
        assert answer.status_code == 400
        assert words in texts(answer, "p", class_="fault")[0]


def test_of_several_files_the_first_counts(client, db):
    answer = client.post(PAGE, {"tep": [SimpleUploadedFile("a", b"a"), SimpleUploadedFile("b", b"b")]})
    assert answer["Location"] == f"{PAGE}?ma={sha256(b'a').hexdigest()}"


def test_other_verbs_have_no_place_here(client, db):
    assert client.put(PAGE).status_code == 405
    assert client.head(PAGE).status_code == 200
