"""Documents of a session: believed for their content, kept under their hash, and given to who may have them."""

import hashlib
import io

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse
from PIL import Image

from meetings.desk.attachments.inline import kept_fields
from meetings.models import Attachment
from meetings.models.stored_file import StoredFile
from tests.conftest import make_staff

from .documents import DOC, PDF, docx, odt, photograph, pptx, upload, xlsx, zipped
from .filling import added, filled


def change(session):
    return reverse("admin:meetings_session_change", args=[session.pk])


def file_of(row):
    return reverse("admin:meetings_session_file", args=[row.session_id, row.pk])


def save(desk, session, **cells):
    """The answer to saving the screen of `session` with one more document."""
    page = desk.get(change(session))
    return desk.post(change(session), {**filled(page), **added(page, "attachments", **cells)})


def rows(answer):
    return next(
        each.formset for each in answer.context["inline_admin_formsets"] if each.formset.prefix == "attachments"
    )


def kept_in(row):
    with default_storage.open(row.file.name) as file:
        return file.read()


def refusal(answer):
    """What is said on the file's own field, where nothing else on the screen is wrong."""
    assert answer.status_code == 200
    assert not answer.context["adminform"].form.errors
    [errors] = [form.errors for form in rows(answer).forms if form.errors]
    assert list(errors) == ["file"]
    [message] = errors["file"]
    return message


@pytest.mark.parametrize(
    ("content", "named", "kept", "kind"),
    [
        (PDF, "Báo cáo tháng 01.pdf", "bao-cao-thang-01.pdf", "PDF"),
        (docx(), "Tờ trình số 5.DOCX", "to-trinh-so-5.docx", "DOCX"),
        (xlsx(), "Đăng ký.xlsx", "dang-ky.xlsx", "XLSX"),
        (PDF, "../../đề án.exe", "de-an.pdf", "PDF"),
        (PDF, "???.pdf", "tai-lieu.pdf", "PDF"),
        (PDF, f"{'rất dài ' * 30}.pdf", "rat-dai-rat-dai-rat-dai-rat-dai-rat-dai-rat-dai.pdf", "PDF"),
    ],
    ids=["pdf", "docx", "xlsx", "climbing name", "no name", "long name"],
)
def test_a_document_is_kept_under_a_safe_name_and_its_hash(at_chiefs_desk, january, content, named, kept, kind):
    assert save(at_chiefs_desk, january, file=upload(content, named)).status_code == 302
    row = january.attachments.get()
    assert (row.filename, row.kind, row.size) == (kept, kind, len(content))
    assert row.sha256 == hashlib.sha256(content).hexdigest()
    assert row.file.name == f"attachments/{row.sha256[:32]}/{kept}"
    assert kept_in(row) == content
    assert not row.is_public


INTERNAL = {".doc": DOC, ".pptx": pptx(), ".odt": odt(), ".zip": zipped(thu="x")}


@pytest.mark.parametrize("ending", INTERNAL)
def test_a_file_that_stays_in_the_office_is_kept_but_not_marked_public(at_chiefs_desk, january, ending):
    """Whatever its name says: the mark is refused, with what to do, and the file is not lost."""
    answer = save(at_chiefs_desk, january, file=upload(INTERNAL[ending]), is_public="on")
    [errors] = [form.errors for form in rows(answer).forms if form.errors]
    [message] = errors["is_public"]
    assert list(errors) == ["is_public"] and f"({ending}) chỉ lưu nội bộ; muốn công khai hãy" in message
    again = filled(answer)
    again.pop("attachments-1-is_public")
    assert at_chiefs_desk.post(change(january), again).status_code == 302
    row = january.attachments.get()
    assert row.filename == f"bao-cao-thang-01{ending}" and not row.is_public
    assert row.stored.disposition.startswith("attachment")


def test_a_public_file_is_not_replaced_by_one_that_stays_in_the_office(at_chiefs_desk, january):
    save(at_chiefs_desk, january, file=upload(PDF), is_public="on")
    page = at_chiefs_desk.get(change(january))
    answer = at_chiefs_desk.post(change(january), filled(page, **{"attachments-0-file": upload(DOC)}))
    assert "Tệp Word 97 (.doc) chỉ lưu nội bộ" in answer.content.decode()
    assert january.attachments.get().filename.endswith(".pdf")


def test_a_document_without_a_title_is_called_by_its_name(at_chiefs_desk, january):
    save(at_chiefs_desk, january, file=upload(PDF, "Báo_cáo tháng 01.pdf"))
    assert january.attachments.get().title == "Báo cáo tháng 01"


def test_two_documents_of_one_name_do_not_meet(at_chiefs_desk, january):
    save(at_chiefs_desk, january, file=upload(PDF))
    save(at_chiefs_desk, january, file=upload(PDF + b"\n"))
    first, second = january.attachments.all()
    assert first.filename == second.filename and first.file.name != second.file.name
    assert (first.order, second.order) == (1, 2)


@pytest.mark.parametrize(("kind", "extension"), [("JPEG", "jpg"), ("PNG", "png")])
def test_a_photograph_is_set_upright_and_tells_no_place(at_chiefs_desk, january, kind, extension):
    save(at_chiefs_desk, january, file=upload(photograph(kind), "anh.jpg"))
    row = january.attachments.get()
    kept = kept_in(row)
    picture = Image.open(io.BytesIO(kept))
    assert row.filename == f"anh.{extension}" and picture.size == (20, 40)
    assert not picture.getexif() and b"nha rieng" not in kept
    assert row.size == len(kept) and row.sha256 == hashlib.sha256(kept).hexdigest()


def test_a_photographs_comment_is_left_behind_too(at_chiefs_desk, january):
    save(at_chiefs_desk, january, file=upload(photograph(comment=b"cua ong A"), "anh.jpg"))
    assert b"cua ong A" not in kept_in(january.attachments.get())


@pytest.mark.parametrize(
    "content", [b"", b"MZ\x90\x00", photograph()[:200]], ids=["empty", "program", "half a picture"]
)
def test_what_is_refused_is_told_on_its_field_and_nothing_is_kept(at_chiefs_desk, january, content):
    answer = save(at_chiefs_desk, january, title="Tờ trình", file=upload(content))
    assert refusal(answer).endswith(".")
    assert "Tờ trình" in answer.content.decode()
    assert not Attachment.objects.exists() and not default_storage.exists("attachments")


def test_the_screen_offers_to_choose_a_file_and_shows_the_one_it_has(at_chiefs_desk, january):
    assert '<input type="file" name="attachments-0-file"' in at_chiefs_desk.get(change(january)).content.decode()
    save(at_chiefs_desk, january, file=upload(PDF))
    html = at_chiefs_desk.get(change(january)).content.decode()
    assert f'<a href="{file_of(january.attachments.get())}"' in html and '<input type="file"' in html


def test_a_row_with_a_title_asks_for_its_file(at_chiefs_desk, january):
    assert refusal(save(at_chiefs_desk, january, title="Tờ trình")) == "Hãy chọn tệp."


def test_a_fault_elsewhere_does_not_cost_the_file(at_chiefs_desk, january):
    page = at_chiefs_desk.get(change(january))
    typed = {**filled(page, held_on="31/02/2021"), **added(page, "attachments", file=upload(PDF))}
    again = at_chiefs_desk.post(change(january), typed)
    assert again.status_code == 200 and "Đã nhận bao-cao-thang-01.pdf" in again.content.decode()
    assert at_chiefs_desk.post(change(january), filled(again, held_on="05/01/2021")).status_code == 302
    assert january.attachments.get().filename == "bao-cao-thang-01.pdf"
    assert january.attachments.get().title == "Báo cáo tháng 01"


def test_another_page_can_carry_a_file_that_was_chosen(at_chiefs_desk, january):
    chosen = {"attachments-0-file": upload(PDF), "attachments-1-file": upload(b"MZ"), "other": upload(PDF)}
    carried = kept_fields(chosen)
    assert list(carried) == ["attachments-0-kept"]
    assert save(at_chiefs_desk, january, kept=carried["attachments-0-kept"]).status_code == 302
    with january.attachments.get().file.open() as file:
        assert file.read() == PDF
    assert "attachments-0-kept" in kept_fields(chosen)


def test_a_forged_note_of_a_kept_file_is_not_believed(at_chiefs_desk, january):
    assert refusal(save(at_chiefs_desk, january, title="x", kept="eyJuYW1lIjoiLi4vLi4ifQ:x:y")) == "Hãy chọn lại tệp."


def test_another_file_takes_the_place_and_the_old_one_stays(at_chiefs_desk, january):
    save(at_chiefs_desk, january, file=upload(PDF))
    before = january.attachments.get()
    page = at_chiefs_desk.get(change(january))
    data = filled(page, **{"attachments-0-file": upload(docx(), "Bản mới.docx")})
    assert at_chiefs_desk.post(change(january), data).status_code == 302
    after = january.attachments.get()
    assert (after.filename, after.kind, after.title) == ("ban-moi.docx", "DOCX", before.title)
    assert default_storage.exists(before.file.name)


def test_saving_again_leaves_the_file_alone(at_chiefs_desk, january):
    save(at_chiefs_desk, january, file=upload(PDF))
    before = january.attachments.get()
    page = at_chiefs_desk.get(change(january))
    at_chiefs_desk.post(change(january), filled(page, **{"attachments-0-title": "Tên khác"}))
    after = january.attachments.get()
    assert (after.title, after.file.name, after.sha256) == ("Tên khác", before.file.name, before.sha256)


def test_staff_read_an_internal_file_and_it_may_not_run(at_chiefs_desk, january):
    save(at_chiefs_desk, january, title="Tờ trình về nhân sự", file=upload(docx(), "tt.docx"))
    row = january.attachments.get()
    answer = at_chiefs_desk.get(file_of(row))
    assert b"".join(answer.streaming_content) == docx()
    assert answer["Content-Type"].endswith("wordprocessingml.document")
    assert answer["Content-Disposition"] == (
        'attachment; filename="tt.docx"; '
        "filename*=UTF-8''T%E1%BB%9D%20tr%C3%ACnh%20v%E1%BB%81%20nh%C3%A2n%20s%E1%BB%B1.docx"
    )
    assert answer["X-Content-Type-Options"] == "nosniff" and "sandbox" in answer["Content-Security-Policy"]
    assert "private" in answer["Cache-Control"]
    assert at_chiefs_desk.get(file_of(row), headers={"If-None-Match": answer["ETag"]}).status_code == 304


def test_a_file_is_only_for_who_may_see_the_session(at_chiefs_desk, citizen, client, january):
    save(at_chiefs_desk, january, file=upload(PDF))
    row = january.attachments.get()
    assert citizen.get(file_of(row)).status_code == 302
    assert citizen.get(f"/{row.file.name}").status_code == 404
    client.force_login(make_staff("thukho"))
    assert client.get(file_of(row)).status_code == 403
    assert at_chiefs_desk.get(file_of(row).replace(f"/{january.pk}/", "/999/")).status_code == 404
    assert at_chiefs_desk.post(file_of(row)).status_code == 405


def test_where_the_session_is_read_only_the_file_is_a_link(at_chiefs_desk, january, chief):
    save(at_chiefs_desk, january, file=upload(PDF))
    january.refresh_from_db()
    january.submit(by=chief)
    page = at_chiefs_desk.get(change(january)).content.decode()
    assert f'href="{file_of(january.attachments.get())}"' in page and 'type="file"' not in page


def test_the_documents_cost_the_same_queries_for_many_rows(at_chiefs_desk, january, django_assert_max_num_queries):
    save(at_chiefs_desk, january, file=upload(PDF))
    with django_assert_max_num_queries(60) as one:
        at_chiefs_desk.get(change(january))
    for order in range(2, 12):
        january.attachments.create(
            order=order, title=f"Tài liệu {order}", file="attachments/x/y.pdf", sha256="0" * 64
        )
    with django_assert_max_num_queries(len(one)):
        at_chiefs_desk.get(change(january))


@pytest.mark.parametrize(
    ("sha256", "name"),
    [("0" * 64, "../x.pdf"), ("0" * 64, "x.exe"), ("0" * 64, "X.pdf"), ("../" + "0" * 61, "x.pdf"), ("", "x.pdf")],
)
def test_no_name_leads_out_of_the_store(sha256, name):
    with pytest.raises(ValueError, match="không phải tệp đã kiểm tra"):
        _ = StoredFile(sha256, name).path
