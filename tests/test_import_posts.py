"""import_posts: each file is stored, known already, or refused in one clear line; the others are still read."""

import html
import json
import os
import re
import subprocess
import sys
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError
from openpyxl import Workbook
from weasyprint import HTML

from meetings import archiving
from meetings.models import (
    Council,
    Edition,
    ImportBatch,
    ImportedPost,
    PageViews,
    Session,
    StateChange,
    Unit,
    UnitProposal,
)
from meetings.readers import read

from .readers.inputs.samples import odt_of, rtf_of

POSTS = Path(__file__).parent / "posts"
REGULAR = POSTS / "thuong-ky-2021-02.txt"
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("council")]


def run(*arguments):
    """Exit status, what was said, what was complained of."""
    out, err = StringIO(), StringIO()
    try:
        call_command("import_posts", *map(str, arguments), stdout=out, stderr=err)
    except SystemExit as stop:
        return stop.code, out.getvalue(), err.getvalue()
    return 0, out.getvalue(), err.getvalue()


def test_a_post_waits_for_the_desk():
    status, said, _ = run(REGULAR)
    assert status == 0 and f"{REGULAR.name}: đọc trọn vẹn, chờ quyết định: " in said
    assert ImportedPost.objects.get().decision == "pending" and not Session.objects.exists()


def test_a_clean_post_becomes_a_draft_if_wished(citizen):
    assert run(REGULAR, "--accept-clean")[0] == 0
    session = Session.objects.get()
    assert session.state == "draft" and session.source_text
    assert citizen.get(f"/phien-hop/{session.year}/{session.month:02d}/").status_code == 404


@pytest.mark.parametrize("option", ["--publish-clean", "--publish"])
def test_published_it_keeps_its_posting_time_and_views(option):
    assert run(REGULAR, option)[0] == 0
    edition = Edition.objects.live().get()
    assert edition.posted_at == Session.objects.get().posted_at == edition.whole.posted_at
    assert PageViews.objects.get().imported == edition.whole.imported_views > 0


@pytest.mark.parametrize("option", ["--accept-clean", "--publish-clean"])
def test_the_same_post_twice_changes_nothing(option):
    run(REGULAR, option)
    before = kept()
    status, said, _ = run(REGULAR, option)
    assert status == 0 and f"{REGULAR.name}: đã nhập: " in said
    assert kept() == before


def kept():
    """Every row that a run might touch."""
    models = (ImportBatch, ImportedPost, UnitProposal, Session, Unit, Edition, StateChange)
    return [list(model.objects.order_by("pk").values()) for model in models]


def test_a_draft_read_in_before_can_be_published_after():
    run(REGULAR, "--accept-clean")
    run(REGULAR, "--publish")
    assert Edition.objects.live().count() == Session.objects.count() == 1


def test_what_another_batch_read_in_is_known():
    run(REGULAR, "--accept-clean")
    status, said, _ = run(REGULAR, "--accept-clean", "--name", "Đợt hai")
    assert status == 0 and "đã có từ trước, giữ nguyên" in said
    assert Session.objects.count() == 1


def test_another_text_for_the_same_month_waits_as_a_change(tmp_path):
    run(REGULAR, "--accept-clean")
    other = tmp_path / "khac.txt"
    other.write_text(REGULAR.read_text(encoding="utf-8") + "\nThêm một câu khác.", encoding="utf-8")
    status, said, _ = run(other, "--accept-clean")
    assert status == 2 and "khac.txt: khác bản đã nhập, chờ quyết định: Phiên tháng 02/2021" in said
    assert Session.objects.count() == 1


def test_a_folder_is_one_batch_and_the_names_of_its_units_wait(tmp_path):
    for number, post in enumerate(sorted(POSTS.glob("*.txt"))[:3]):
        (tmp_path / f"{number}.txt").write_bytes(post.read_bytes())
    run(tmp_path, "--name", "Năm 2021")
    batch = ImportBatch.objects.get()
    assert (batch.name, batch.posts.count()) == ("Năm 2021", 3)
    assert batch.units.count() == UnitProposal.objects.count() > 0


@pytest.mark.parametrize("option", ["--accept-clean", "--publish-clean", "--report"])
def test_a_dry_run_stores_nothing(tmp_path, option):
    before = kept()
    arguments = [option, tmp_path / "ra.html"] if option == "--report" else [option]
    status, said, _ = run(REGULAR, "--dry-run", *arguments)
    assert status == 0 and "đọc trọn vẹn" in said and kept() == before


def test_the_report_says_what_became_of_each_post(tmp_path):
    (tmp_path / "hong.txt").write_text("Tin thời tiết <b>hôm nay</b>.", encoding="utf-8")
    status, _, _ = run(REGULAR, tmp_path / "hong.txt", "--accept-clean", "--report", tmp_path / "ra.json")
    data = json.loads((tmp_path / "ra.json").read_text(encoding="utf-8"))
    assert status == data["status"] == 1
    assert data["verdicts"] == {"clean": 1, "doubts": 0, "refused": 1, "known": 0, "changed": 0}
    assert [(row["name"], row["verdict"], row["decision"]) for row in data["rows"]] == [
        (REGULAR.name, "clean", "accepted"),
        ("hong.txt", "refused", "pending"),
    ]
    assert "không thấy tên phiên họp" in data["rows"][1]["reason"]


def test_the_reports_page_needs_nothing_beside_it(tmp_path):
    odd = tmp_path / "<b>.txt"
    odd.write_text("Tin thời tiết.", encoding="utf-8")
    run(REGULAR, odd, "--report", tmp_path / "ra.html")
    page = (tmp_path / "ra.html").read_text(encoding="utf-8")
    assert "<h2>Không đọc được: 1 bài</h2>" in page and "&lt;b&gt;.txt" in page and "<b>" not in page
    assert "Ủy ban MTTQ Việt Nam quận" in page
    assert not re.search(r"<script|<link|src=|https?:|url\(", page)


def test_a_report_of_no_known_form_is_refused_before_anything_is_read(tmp_path):
    with pytest.raises(CommandError, match="html"):
        run(REGULAR, "--report", tmp_path / "ra.doc")
    assert not ImportBatch.objects.exists()


def test_progress_is_drawn_on_a_terminal_alone():
    terminal = StringIO()
    terminal.isatty = lambda: True
    call_command("import_posts", str(REGULAR), stdout=StringIO(), stderr=terminal)
    assert f"Đã đọc 1 bài: {REGULAR.name}" in terminal.getvalue()
    assert "Đã đọc" not in run(REGULAR, "--name", "Đợt hai")[2]


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("rong.txt", b"", "ệp rỗng"),
        ("nhi-phan.txt", b"\x00\x01\x02\xff" * 50, "nhị phân"),
        ("anh.txt", b"\x89PNG\r\n\x1a\n" + b"\x00" * 40, "tệp ảnh"),
        ("latin.txt", "Phiên họp tháng".encode("cp1258", "replace"), "không thấy tên phiên họp"),
        ("tin.txt", "Tin thời tiết hôm nay.".encode(), "không thấy tên phiên họp"),
        ("thieu.txt", None, "Không thấy tệp này"),
    ],
)
def test_a_bad_file_gets_one_line_and_the_others_are_read(tmp_path, name, data, why):
    bad = tmp_path / name
    if data is not None:
        bad.write_bytes(data)
    status, _, complaints = run(bad, REGULAR, "--accept-clean")
    first, total = complaints.splitlines()
    assert status == 1 and first.startswith(f"{name}: ") and why in first
    assert total == "1 trong 2 bài chưa nhập được."
    assert Session.objects.count() == 1


def test_nothing_is_stored_of_a_bad_file(tmp_path):
    (tmp_path / "rong.txt").write_bytes(b" \n")
    assert run(tmp_path / "rong.txt")[0] == 1
    assert not Session.objects.exists() and not Unit.objects.exists()


def test_the_record_and_the_place_of_each_part_are_written_out(tmp_path):
    folder = tmp_path / "ra"
    run(REGULAR, "--json", folder)
    data = json.loads((folder / f"{REGULAR.name}.json").read_text(encoding="utf-8"))
    assert data["record"]["year"] == 2021
    by_field = {part["field"]: part["words"] for part in data["parts"]}
    assert by_field["title"] == data["record"]["title"]


@pytest.mark.parametrize("post", sorted(POSTS.glob("*.txt")), ids=lambda each: each.name)
def test_the_page_carries_every_paragraph_in_order_word_for_word(citizen, post):
    whose = read(post.read_text(encoding="utf-8")).record.council.short_name
    if run(post, "--publish-clean", "--council", whose)[0]:
        archiving.accept(ImportedPost.objects.get(decision="pending"), publish=True)
    edition = Edition.objects.live().get()
    answer = citizen.get(f"/phien-hop/{edition.path}/")
    article = re.search(r"<article.*?</article>", answer.content.decode(), re.DOTALL)[0]
    words = "".join(html.unescape(re.sub(r"<[^>]*>", " ", article)).split())
    reading = read(post.read_text(encoding="utf-8"))
    assert reading.body
    place = 0
    for line in (reading.record.title, *reading.body):
        found = words.find("".join(line.split()), place)
        assert found >= 0 or _in_pieces(line, words, place), line
        place = max(found, place)


def _in_pieces(line, words, place):
    """Tasks of one paragraph stand each in a list row: their words follow each other in order."""
    for piece in re.split(r"(?<=[;:])\s", line):
        place = words.find("".join(piece.split()), place)
        if place < 0:
            return False
    return True


STRANGER = "HĐND quận Cầu Giấy"


@pytest.fixture
def strange(tmp_path):
    """A post that another council's site published."""
    post = tmp_path / "khac.txt"
    words = REGULAR.read_text(encoding="utf-8").replace("Hai Bà Trưng", "Cầu Giấy").replace("tháng 02", "tháng 3")
    post.write_text(words, encoding="utf-8")
    return post


@pytest.mark.parametrize("option", ["--accept-clean", "--publish-clean"])
def test_no_import_makes_a_council_unasked(citizen, strange, option):
    run(REGULAR, "--publish-clean")
    before = citizen.get("/").content
    status, said, _ = run(strange, option)
    assert status == 2 and f"Bài của {STRANGER}, chưa có trong danh sách hội đồng nhân dân" in said
    assert Council.objects.count() == Session.objects.count() == 1
    assert citizen.get("/").content == before


def test_a_first_import_with_its_council_named_works_in_one_command(strange):
    Council.objects.all().delete()
    assert run(strange, "--publish-clean", "--council", STRANGER)[0] == 0
    assert [each.short_name for each in Council.objects.all()] == [STRANGER]
    assert Edition.objects.live().get().public.council.short_name == STRANGER


def test_a_council_named_later_lets_the_waiting_posts_in(strange):
    run(strange, "--publish-clean")
    assert run(strange, "--publish-clean", "--council", f"hội đồng nhân dân {STRANGER[5:]}")[0] == 0
    assert Session.objects.get().council.short_name == STRANGER


def test_a_dry_run_with_a_council_named_stores_nothing(strange):
    assert run(strange, "--dry-run", "--council", STRANGER)[0] == 0
    assert Council.objects.count() == 1


def test_what_is_no_council_is_refused():
    with pytest.raises(CommandError, match="không phải tên một hội đồng"):
        run(REGULAR, "--council", "phòng Y tế")


def masthead(citizen, address):
    return re.search(r'"masthead__place">([^<]*)<', citizen.get(address).content.decode())[1]


def test_another_councils_newer_session_never_takes_the_site_over(citizen, strange):
    run(REGULAR, "--publish-clean")
    run(strange, "--publish-clean", "--council", STRANGER)
    assert Edition.objects.live().count() == 2
    for address in ("/", "/phien-hop/", "/chi-dao/", "/tim-kiem/", "/khong-co/"):
        assert masthead(citizen, address) == "Quận Hai Bà Trưng", address
    feed = citizen.get("/rss.xml").content.decode()
    assert "quận Hai Bà Trưng" in feed[: feed.find("<item>")]


def test_the_site_is_the_successors_from_its_first_day_on(citizen, strange):
    run(REGULAR, "--publish-clean")
    run(strange, "--publish-clean", "--council", STRANGER)
    old, new = Council.objects.order_by("pk")
    old.valid_to, new.valid_from = date(2025, 6, 30), date(2025, 7, 1)
    old.save()
    new.save()
    assert masthead(citizen, "/") == "Quận Cầu Giấy"


def from_outside(tmp_path, **settings):
    """The command in a process of its own, with another database: its exit status and what it complained of."""
    manage = Path(__file__).parents[1] / "manage.py"
    done = subprocess.run(
        [sys.executable, str(manage), "import_posts", str(REGULAR), "--accept-clean"],
        env=os.environ
        | {"DATA_DIR": str(tmp_path), "DATABASE_URL": f"sqlite:///{tmp_path / 'ban.sqlite3'}"}
        | settings,
        capture_output=True,
        text=True,
    )
    return done.returncode, done.stdout + done.stderr


def test_before_migrate_it_says_so_in_one_line(tmp_path):
    status, said = from_outside(tmp_path)
    assert status == 1 and said.count("\n") == 1
    assert "chưa có đủ bảng" in said and "bin/manage migrate" in said


@pytest.mark.parametrize("url", ["postgres://ai:gi@127.0.0.1:1/ban", "sqlite:////khong/co/ban.sqlite3"])
def test_a_database_that_does_not_answer_is_told_in_one_line(tmp_path, url):
    status, said = from_outside(tmp_path, DATABASE_URL=url)
    assert status == 1 and said.count("\n") == 1
    assert "Cơ sở dữ liệu không trả lời" in said


def test_a_file_that_is_no_database_is_told_in_one_line(tmp_path):
    (tmp_path / "ban.sqlite3").write_bytes(b"khong phai" * 1_000)
    status, said = from_outside(tmp_path)
    assert status == 1 and said.count("\n") == 1
    assert "Cơ sở dữ liệu không trả lời" in said


def test_a_database_that_breaks_off_is_told_and_the_next_run_goes_on(monkeypatch):
    whole = archiving.accept_clean

    def breaking(*_arguments, **_options):
        raise OperationalError("server closed the connection unexpectedly")

    monkeypatch.setattr(archiving, "accept_clean", breaking)
    with pytest.raises(CommandError, match="ngừng trả lời giữa chừng") as stopped:
        run(REGULAR, "--accept-clean")
    assert "\n" not in str(stopped.value) and ImportedPost.objects.count() == 1
    monkeypatch.setattr(archiving, "accept_clean", whole)
    assert run(REGULAR, "--accept-clean")[0] == 0 and Session.objects.count() == 1


def as_pdf(lines):
    """As a word processor prints it, with its number on each page."""
    style = "@page { size: A4; margin: 25mm; @bottom-center { content: counter(page) } } body { font: 14pt Tinos }"
    return HTML(
        string=f"<style>{style}</style>" + "".join(f"<p>{html.escape(line)}</p>" for line in lines)
    ).write_pdf()


def as_workbook(lines):
    book = Workbook()
    book.active.append(["Tiêu đề", "Ngày đăng", "Lượt xem", "Nội dung"])
    book.active.append([lines[0], "08/02/2021 16:05", 1607, "\n".join(lines[2:])])
    book.save(written := BytesIO())
    return written.getvalue()


KINDS = {
    "odt": lambda lines: odt_of(*lines),
    "rtf": lambda lines: rtf_of(*lines),
    "pdf": as_pdf,
    "xlsx": as_workbook,
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_post_of_any_kind_is_read_as_its_text_is(tmp_path, kind):
    lines = [line for line in REGULAR.read_text(encoding="utf-8").split("\n") if line.strip()]
    (tmp_path / f"bai.{kind}").write_bytes(KINDS[kind](lines))
    assert run(tmp_path / f"bai.{kind}", "--publish-clean")[0] == 0
    post = ImportedPost.objects.get()
    assert (post.form, post.verdict, post.decision) == (kind, "clean", "accepted")
    assert post.reading["record"] == read("\n".join(lines)).to_data()["record"]
    assert PageViews.objects.get().imported == 1607
