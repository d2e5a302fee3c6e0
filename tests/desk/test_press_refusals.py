"""Whatever cannot be printed, measured or opened is answered in words at every door, and never with an error page."""

from datetime import time

import pytest

from meetings import form_check, printing
from meetings.models import Edition, Session
from meetings.writers import docx, fonts, pdf

from .test_papers import at, issue_by_hand, ready, text
from .test_signed_copies import choose, minutes, scan, where

__all__ = ["minutes", "ready"]


pytestmark = pytest.mark.usefixtures("press_at_hand")


class Broken:
    """A press in which one kind of work goes wrong."""

    def __init__(self, work, error):
        self.work, self.error = work, error

    def make(self, work, *args, **named):
        if work is self.work:
            raise self.error
        return work(*args, **named)


@pytest.fixture
def broken(press_at_hand, monkeypatch):
    def breaks(work, error):
        monkeypatch.setattr(printing, "press", lambda: Broken(work, error))

    return breaks


UNREAD = form_check.Unreadable("tệp có hơn 300 trang. Hãy tách ra rồi kiểm từng phần.")
UNFONTED = fonts.NoUsableFont("Máy chưa cài phông chữ nào. Hãy cài gói fonts-croscore.")
BAD = docx.BadTemplate("Mẫu Word hỏng. Hãy tải mẫu khác lên.")
UNOPENED = pdf.UnreadablePdf("Không mở được trang nào của tệp PDF này. Hãy xuất hoặc quét lại ra PDF.")


@pytest.mark.parametrize(
    ("work", "error", "told"),
    [
        (form_check.check, UNREAD, "không kiểm được thể thức: tệp có hơn 300 trang. Hãy tách ra"),
        (pdf.write, UNFONTED, "Chưa in được văn bản. Máy chưa cài phông chữ nào."),
        (docx.write, BAD, "Chưa in được văn bản. Mẫu Word hỏng."),
    ],
    ids=["unmeasured", "no font", "bad template"],
)
def test_the_issue_page_says_why_and_issues_nothing(at_chiefs_desk, ready, broken, work, error, told):
    form = at("paper_issue", ready, "bien-ban")
    broken(work, error)
    asked = at_chiefs_desk.get(form)
    if work is not docx.write:  # the page itself prints no Word file
        assert asked.status_code == 409 and told in text(asked)
    answer = issue_by_hand(at_chiefs_desk, ready, "bien-ban")
    assert answer.status_code == 409 and told in text(answer) and not Edition.objects.exists()


@pytest.mark.parametrize(
    ("name", "work", "error"),
    [
        ("paper_pdf", pdf.write, UNFONTED),
        ("paper_word", docx.write, BAD),
        ("paper_word", docx.write, UNFONTED),
        ("attendance_sheet", pdf.write, UNFONTED),
        ("preview_minutes", pdf.write, UNFONTED),
    ],
)
def test_each_preview_says_why(at_clerks_desk, ready, broken, name, work, error):
    broken(work, error)
    answer = at_clerks_desk.get(at(name, ready, *(["bien-ban"] if name.startswith("paper") else [])))
    assert answer.status_code == 503 and f"Chưa in được văn bản. {error}" in text(answer)


def test_a_page_goes_out_without_its_print_and_says_so(at_chiefs_desk, submitted, broken):
    Session.objects.filter(pk=submitted.pk).update(starts_at=time(8, 30))
    broken(pdf.write, UNFONTED)
    submitted.refresh_from_db()
    verb = at("verb", submitted, "publish")
    answer = at_chiefs_desk.post(verb, {"version": submitted.version}, follow=True)
    assert "Trang đã đăng, nhưng chưa kèm được bản in của biên bản. Chưa in được văn bản." in text(answer)


def test_a_signed_copy_that_cannot_be_opened_is_refused(at_chiefs_desk, minutes, broken):
    broken(pdf.contents_of, UNOPENED)
    answer = choose(at_chiefs_desk, minutes, scan())
    assert answer.status_code == 409 and "Không mở được trang nào" in text(answer)


def test_a_picture_that_cannot_be_drawn_is_missing_and_no_error(at_chiefs_desk, minutes, broken):
    token = choose(at_chiefs_desk, minutes, scan()).context["chosen"]
    for error in (UNOPENED, printing.PressRefused("Máy đang in một văn bản khác.")):
        broken(pdf.first_page, error)
        assert at_chiefs_desk.get(where(minutes, "sign_picture"), {"tep": token}).status_code == 404


def test_the_public_reads_frozen_files_and_waits_for_no_press(client, published, broken):
    for work in (pdf.write, docx.write, form_check.check, pdf.first_page, pdf.contents_of):
        broken(work, UNFONTED)
        assert client.get("/phien-hop/2021/01/").status_code == 200
        assert client.get("/xac-minh/").status_code == 200
