"""A document of old Word is read with a program of this machine: its content is looked at first, nothing leaks."""

import shutil
import subprocess
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from meetings.readers import UnreadablePost
from meetings.readers.inputs import Source, office_programs, old_word, sources

from .samples import POST, compound, docx, odt, rtf, saved, tcvn3, zipped

WORD_97 = b"\xec\xa5\xc1\x00" + bytes(60)
PLAIN = compound({"WordDocument": WORD_97, "1Table": b""})


@pytest.fixture
def programs(tmp_path, monkeypatch):
    """Puts programs made of these shell lines in the place of all that are installed."""
    folder = tmp_path / "programs"
    folder.mkdir()
    for name in ("sh", "cat", "sleep", "env", "touch"):
        (folder / name).symlink_to(shutil.which(name))
    monkeypatch.setenv("PATH", str(folder))
    office_programs._cut_off.cache_clear()

    def install(**lines):
        for name, line in lines.items():
            (folder / name).write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
            (folder / name).chmod(0o755)

    yield install
    office_programs._cut_off.cache_clear()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (PLAIN[:8], "hỏng"),
        (PLAIN[:700], "hỏng"),
        (PLAIN[:8] + b"\xff" * 600, "hỏng"),
        (compound({"WordDocument": b"khong phai Word"}), "hỏng"),
        (compound({"WordDocument": b"\xec\xa5\xc1\x00" + bytes(6) + b"\x00\x01"}), "có mật khẩu"),
        (compound({"EncryptedPackage": b"", "EncryptionInfo": b""}), "có mật khẩu"),
        (compound({"Workbook": b""}), r"\.xls"),
        (compound({"Workbook": b"", "WordDocument": WORD_97}), r"\.xls"),
        (compound({"PowerPoint Document": b""}), r"\.ppt"),
        (compound({"__properties_version1.0": b""}), "không phải tệp Word"),
        (compound({"x": b""}, inside={"WordDocument": WORD_97}), "không phải tệp Word"),
    ],
)
def test_what_is_no_open_word_document_is_refused_before_any_program_runs(programs, tmp_path, data, reason):
    programs(soffice=f"touch {tmp_path}/ran", antiword=f"touch {tmp_path}/ran")
    with pytest.raises(UnreadablePost, match=reason) as refused:
        old_word.read(data)
    assert "hãy" in str(refused.value) and not (tmp_path / "ran").exists()


def test_that_test_would_see_a_program_run(programs, tmp_path):
    programs(antiword=f"touch {tmp_path}/ran; echo x")
    assert old_word.read(PLAIN).text == "x" and (tmp_path / "ran").exists()


def test_without_a_program_one_line_says_what_to_do(programs, tmp_path):
    (tmp_path / "x.doc").write_bytes(PLAIN)
    [found] = sources([tmp_path / "x.doc"])
    assert "\n" not in found.reason
    for words in ("chưa có chương trình", "lưu thành .docx", "libreoffice-writer-nogui", "antiword hoặc catdoc"):
        assert words in found.reason


def test_antiword_and_catdoc_give_lines_and_a_note(programs, tmp_path):
    (tmp_path / "ra").write_text("Phiên họp\n\n  • Giữ lịch\n|Việc  |Hạn  |\n[pic]\nThư\t30/8\n", encoding="utf-8")
    for name in ("catdoc", "antiword"):
        programs(**{name: f"cat {tmp_path}/ra"})
        draft = old_word.read(PLAIN)
        assert draft.text == "Phiên họp\n- Giữ lịch\nViệc | Hạn\nThư | 30/8"
        assert f"đọc bằng {name}" in draft.notes[-1]


def test_old_fonts_are_left_to_libreoffice_because_the_others_lose_letters(programs, tmp_path):
    (tmp_path / "ra").write_text(tcvn3(POST).replace("\u00ad", ""), encoding="utf-8")
    programs(antiword=f"cat {tmp_path}/ra")
    with pytest.raises(UnreadablePost, match="chỉ LibreOffice đọc đúng được"):
        old_word.read(PLAIN)


def test_libreoffice_comes_first_and_an_empty_answer_is_refused(programs):
    programs(antiword="echo x", soffice=":")
    with pytest.raises(UnreadablePost, match="hỏng"):
        old_word.read(PLAIN)
    programs(catdoc=":", antiword=":", soffice="exit 1")
    with pytest.raises(UnreadablePost, match="hỏng"):
        old_word.read(PLAIN)


def test_a_program_that_does_not_end_is_ended_with_all_that_it_started(programs, tmp_path, monkeypatch):
    monkeypatch.setattr(office_programs, "SECONDS", 1)
    programs(antiword=f"(sleep 3; touch {tmp_path}/late) & sleep 60")
    with pytest.raises(UnreadablePost, match="đã dừng"):
        old_word.read(PLAIN)
    time.sleep(3.5)
    assert not (tmp_path / "late").exists()


def test_a_program_sees_no_setting_of_ours_and_leaves_nothing(programs, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "bí mật")
    programs(antiword="env")
    said = old_word.read(PLAIN).text
    home = next(line for line in said.split("\n") if line.startswith("HOME=")).removeprefix("HOME=")
    assert "SECRET_KEY" not in said and "doc-doi-cu-" in home and not Path(home).exists()


def test_a_program_that_writes_without_end_is_stopped(programs, monkeypatch):
    monkeypatch.setattr(office_programs, "_BOUNDED", 'ulimit -f 8; exec "$@"')
    programs(antiword="while :; do echo aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa; done")
    assert len(old_word.read(PLAIN).text) < 10_000


@settings(max_examples=300, deadline=None)
@given(
    at=st.lists(st.tuples(st.floats(0, 1), st.sampled_from([0, 1, 2, 127, 254, 255])), max_size=8),
    cut=st.floats(0, 1),
)
def test_a_mutated_file_raises_the_readers_own_error_at_once(at, cut):
    data = bytearray(compound({"a": b"", "WordDocument": WORD_97, "b": b"", "c": b""}))
    for place, value in at:
        data[int(place * min(len(data) - 1, 3_000))] = value
    began = time.process_time()
    try:
        old_word._refuse_others(old_word.CompoundFile(bytes(data[: int(cut * 2 * len(data))])))
    except UnreadablePost as refused:
        assert "hãy" in str(refused)
    assert time.process_time() - began < 5


def made(folder: Path, name: str, kind: str, data: bytes) -> bytes:
    """The document as LibreOffice writes it in another kind."""
    (folder / name).write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        kind,
        "--outdir",
        str(folder / "ra"),
        str(folder / name),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return (folder / "ra" / name).with_suffix(f".{kind.partition(':')[0]}").read_bytes()


@pytest.fixture(scope="module")
def document():
    """Lists, a table and words in an old font, as python-docx writes them."""
    document = Document()
    for words, style in [
        *((line, None) for line in POST.split("\n")),
        ("Một", "List Number"),
        ("Hai", "List Bullet"),
    ]:
        document.add_paragraph(words, style=style)
    table = document.add_table(2, 2)
    for cell, words in zip(
        (cell for row in table.rows for cell in row.cells), ["Việc", "Hạn", "Thư", "30/8"], strict=True
    ):
        cell.text = words
    document.add_paragraph().add_run(tcvn3("phiên họp của Thường trực quận")).font.name = ".VnTime"
    return saved(document)


TEXT = f"{POST}\n1. Một\n- Hai\nViệc | Hạn\nThư | 30/8\nphiên họp của Thường trực quận"


@pytest.mark.office
@pytest.mark.parametrize("kind", ["doc:MS Word 97", "odt", "rtf"])
def test_what_libreoffice_writes_is_read_like_the_docx(tmp_path, document, kind):
    data = made(tmp_path, "bai.docx", kind, document)
    folder = tmp_path / "bai"
    folder.mkdir()
    (folder / "a.xyz").write_bytes(data)
    (folder / "b.zip").write_bytes(zipped({f"x.{kind[:3]}": data}))
    (folder / "c.docx").write_bytes(document)
    found = list(sources([folder]))
    assert [each.text for each in found] == [TEXT] * 3
    assert [each.form for each in found] == [kind[:3], kind[:3], "docx"]
    assert {each.encoding for each in found} == {"tcvn3"}


@pytest.mark.office
def test_pictures_of_an_old_document_come_along(tmp_path):
    Image.new("RGB", (8, 8)).save(tmp_path / "a.png")
    document = Document()
    document.add_paragraph("Ảnh phiên họp")
    document.add_picture(str(tmp_path / "a.png"))
    (tmp_path / "x.doc").write_bytes(made(tmp_path, "x.docx", "doc:MS Word 97", saved(document)))
    [found] = sources([tmp_path / "x.doc"])
    assert [each.name.startswith("x.doc/") and each.read()[:4] for each in found.files] == [b"\x89PNG"]


@pytest.mark.office
def test_a_file_that_libreoffice_cannot_open_is_refused(tmp_path):
    (tmp_path / "x.doc").write_bytes(PLAIN)
    [found] = sources([tmp_path / "x.doc"])
    assert not isinstance(found, Source) and "hãy" in found.reason


@pytest.fixture
def asked():
    """A server, and the addresses that it was asked for."""
    asked = []

    class Server(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port, asked
    server.shutdown()
    server.server_close()


@pytest.mark.office
@pytest.mark.parametrize("cut_off", [True, False])
def test_a_picture_elsewhere_is_not_fetched(tmp_path, monkeypatch, asked, cut_off):
    port, addresses = asked
    image = f'<draw:image xlink:href="http://127.0.0.1:{port}/a.png" xlink:type="simple" xlink:actuate="onLoad"/>'
    data = made(tmp_path, "x.odt", "doc:MS Word 97", odt(f"<text:p>Một<draw:frame>{image}</draw:frame></text:p>"))
    addresses.clear()
    (tmp_path / "o").mkdir()
    made(tmp_path / "o", "x.doc", "docx", data)
    assert addresses  # LibreOffice as it is fetches the picture
    addresses.clear()
    if not cut_off:
        monkeypatch.setattr(office_programs, "_cut_off", tuple)
    assert old_word.read(data).text == "Một"
    assert addresses == []


def test_a_file_in_the_clothes_of_another_is_read_as_what_it_is(tmp_path):
    (tmp_path / "a.doc").write_bytes(docx(*POST.split("\n")))
    (tmp_path / "b.doc").write_bytes(rtf("Một"))
    (tmp_path / "c.doc").write_bytes(b"MZ" + bytes(600))
    found = list(sources([tmp_path]))
    assert [getattr(each, "form", "") for each in found] == ["docx", "rtf", ""]
