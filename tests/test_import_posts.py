"""import_posts: each file is stored, known already, or refused in one clear line; the others are still read."""

import html
import json
import re
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from meetings.models import Edition, PageViews, Session, Unit
from meetings.readers import decode, read

POSTS = Path(__file__).parent / "posts"
SEED = Path(__file__).resolve().parents[2] / "shared" / "seeds" / "phien-hop-2021-01.txt"
REGULAR = POSTS / "thuong-ky-2021-02.txt"
pytestmark = pytest.mark.django_db


def run(*arguments):
    """Exit status, what was said, what was complained of."""
    out, err = StringIO(), StringIO()
    try:
        call_command("import_posts", *map(str, arguments), stdout=out, stderr=err)
    except SystemExit as stop:
        return stop.code, out.getvalue(), err.getvalue()
    return 0, out.getvalue(), err.getvalue()


def test_a_post_becomes_a_draft(citizen):
    assert run(REGULAR)[0] == 0
    session = Session.objects.get()
    assert session.state == "draft" and session.source_text
    assert citizen.get(f"/phien-hop/{session.year}/{session.month:02d}/").status_code == 404


def test_published_it_keeps_its_posting_time_and_views():
    assert run(REGULAR, "--publish")[0] == 0
    edition = Edition.objects.live().get()
    assert edition.posted_at == Session.objects.get().posted_at == edition.whole.posted_at
    assert PageViews.objects.get().imported == edition.whole.imported_views > 0


def test_the_same_post_twice_is_one_session():
    run(REGULAR)
    status, said, _ = run(REGULAR)
    assert status == 0 and "đã có từ trước" in said
    assert Session.objects.count() == 1


def test_a_draft_read_in_before_can_be_published_after():
    run(REGULAR)
    run(REGULAR, "--publish")
    assert Edition.objects.live().count() == Session.objects.count() == 1


def test_another_text_for_the_same_month_is_refused(tmp_path):
    run(REGULAR)
    other = tmp_path / "khac.txt"
    other.write_text(REGULAR.read_text(encoding="utf-8") + "\nThêm một câu khác.", encoding="utf-8")
    status, _, complaints = run(other)
    assert status == 1 and complaints.startswith("khac.txt: đã có ")
    assert Session.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("rong.txt", b"", "tệp rỗng"),
        ("nhi-phan.txt", b"\x00\x01\x02\xff" * 50, "nhị phân"),
        ("anh.txt", b"\x89PNG\r\n\x1a\n" + b"\x00" * 40, "tệp ảnh"),
        ("latin.txt", "Phiên họp tháng".encode("cp1258", "replace"), "UTF-8"),
        ("tin.txt", "Tin thời tiết hôm nay.".encode(), "không thấy tên phiên họp"),
        ("thieu.txt", None, "không có tệp này"),
    ],
)
def test_a_bad_file_gets_one_line_and_the_others_are_read(tmp_path, name, data, why):
    bad = tmp_path / name
    if data is not None:
        bad.write_bytes(data)
    status, _, complaints = run(bad, REGULAR)
    first, total = complaints.splitlines()
    assert status == 1 and first.startswith(f"{name}: ") and why in first
    assert total == "1 trong 2 tệp chưa nhập được."
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


@pytest.mark.parametrize(
    "post", [*sorted(POSTS.glob("*.txt")), pytest.param(SEED, id="seed")], ids=lambda each: each.name
)
def test_the_page_carries_every_paragraph_in_order_word_for_word(citizen, post):
    if not post.exists():
        pytest.skip("bài gốc không có ở máy này")
    assert run(post, "--publish")[0] == 0
    edition = Edition.objects.live().get()
    answer = citizen.get(f"/phien-hop/{edition.path}/")
    article = re.search(r"<article.*?</article>", answer.content.decode(), re.DOTALL)[0]
    words = "".join(html.unescape(re.sub(r"<[^>]*>", " ", article)).split())
    reading = read(decode(post.read_bytes()))
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
