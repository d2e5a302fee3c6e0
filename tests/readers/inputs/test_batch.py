"""Folders and archives give their posts one by one; what is no post is a sentence, and nothing ever raises."""

import contextlib
import hashlib
import os
import zipfile
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meetings.readers import UnreadablePost
from meetings.readers.inputs import Source, Unread, batch, sources
from meetings.readers.inputs.archives import Archive

from .samples import PAGES, POST, docx, odt_of, rtf, rtf_of, tcvn3, zipped

TEXT = POST.encode()
PAGE = (PAGES / "liferay.html").read_bytes()
WORD = docx(*POST.split("\n"))
TABLE = f'title,content\nPhiên họp,"{POST}"\n'.encode()
MHTML = (
    b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n"
)
MHTML += PAGE + b"\r\n--b--\r\n"


def lay(folder, files):
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def told(path):
    """Names, and what became of them."""
    return [(each.name, each.form if isinstance(each, Source) else each.reason) for each in sources([path])]


MIXED = {
    "2019/thang-7.html": PAGE,
    "2019/thang-8.docx": WORD,
    "2020/thang-1.txt": TEXT,
    "bang.csv": TABLE,
    ".an": TEXT,
    "~$thang-8.docx": b"...",
    "Thumbs.db": b"...",
    "style.css": b"p {}",
}
FOUND = [
    ("2019/thang-7.html", "html"),
    ("bang.csv:2", "csv"),
    ("2019/thang-8.docx", "docx"),
    ("2020/thang-1.txt", "text"),
]


def test_a_folder_is_walked_pages_first(tmp_path):
    assert told(lay(tmp_path, MIXED)) == FOUND


def test_an_archive_is_opened(tmp_path):
    lay(tmp_path, {"bai.zip": zipped(MIXED)})
    expected = [FOUND[0], FOUND[2], FOUND[3], FOUND[1]]
    assert told(tmp_path) == [(f"bai.zip/{name}", form) for name, form in expected]
    assert told(tmp_path / "bai.zip") == told(tmp_path)


def test_a_file_alone_is_read_and_hashed(tmp_path):
    [found] = sources([lay(tmp_path, {"x.txt": TEXT}) / "x.txt"])
    assert (found.name, found.text, found.sha256) == ("x.txt", POST, hashlib.sha256(TEXT).hexdigest())


def test_folders_given_together_keep_their_names(tmp_path):
    lay(tmp_path, {"a/x.txt": TEXT, "b/x.txt": TEXT})
    assert [each.name for each in sources([tmp_path / "b", tmp_path / "a"])] == ["b/x.txt", "a/x.txt"]


def test_content_decides_and_not_the_name(tmp_path):
    lay(tmp_path, {"a.txt": WORD, "b.docx": TEXT, "c.txt": PAGE, "d.html": TEXT, "e.dat": zipped({"x.txt": TEXT})})
    assert told(tmp_path) == [
        ("c.txt", "html"),
        ("a.txt", "docx"),
        ("b.docx", "text"),
        ("d.html", "text"),
        ("e.dat/x.txt", "text"),
    ]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7", "PDF hỏng"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word đời cũ"),
        (b"{\\rtf1}", "rỗng"),
        (b"\x89PNG\r\n\x1a\n", "tệp ảnh"),
        (b"Rar!\x1a\x07", "RAR"),
        (b"MZ\x90\x00", "chương trình"),
        (b"\x00\x01\x02\x03" * 100, "nhị phân"),
        (b"", "rỗng"),
        (b"a" * 2_000_001, "2 MB"),
        (b"a" * 30_000, "20.000"),
        (zipped({"xl/workbook.bin": b""}), "Excel"),
        (zipped({"ppt/presentation.xml": b""}), "PowerPoint"),
        (zipped({"content.xml": b"", "mimetype": b""}), "OpenDocument"),
        (b"PK\x03\x04" + b"x" * 100, "nén hỏng"),
        (b"PK\x05\x06" + b"\xff" * 18, "20.000 tệp"),
    ],
)
def test_what_no_reader_is_for_is_refused_with_what_to_do(tmp_path, data, reason):
    [found] = sources([lay(tmp_path, {"x.txt": data})])
    assert isinstance(found, Unread)
    assert reason in found.reason
    assert "hãy" in found.reason
    assert found.reason[0].isupper()
    assert found.reason.endswith(".")


def test_a_path_that_is_not_there_is_told(tmp_path):
    assert told(tmp_path / "x.txt") == [("x.txt", "Không thấy tệp này: hãy kiểm tra lại đường dẫn.")]


@pytest.mark.parametrize("name", ["a\x00b", "x" * 5_000, "vong"])
def test_a_path_that_no_file_can_have_is_told(tmp_path, name):
    (tmp_path / "vong").symlink_to("vong")
    assert "Không thấy tệp này" in told(tmp_path / name)[0][1]


def test_documents_that_a_page_names_are_no_posts_themselves(tmp_path):
    page = f'<p>{POST}</p><a href="ket-luan.docx">Kết luận</a>'.encode()
    lay(tmp_path, {"z.html": page, "ket-luan.docx": WORD, "khac.pdf": b"%PDF-"})
    found = list(sources([tmp_path]))
    assert [each.name for each in found] == ["z.html", "khac.pdf"]
    assert [each.name for each in found[0].files] == ["ket-luan.docx"]


def test_links_out_of_the_folder_are_not_followed(tmp_path):
    lay(tmp_path, {"ngoai.txt": TEXT, "bai/trong.txt": TEXT, "kho/y.txt": TEXT})
    (tmp_path / "bai" / "lien.txt").symlink_to(tmp_path / "ngoai.txt")
    (tmp_path / "bai" / "kho").symlink_to(tmp_path / "kho")
    (tmp_path / "bai" / "vong").symlink_to(tmp_path / "bai")
    os.mkfifo(tmp_path / "bai" / "ong")
    found = dict(told(tmp_path / "bai"))
    assert found.pop("trong.txt") == "text"
    assert sorted(found) == ["kho", "lien.txt", "ong", "vong"]
    assert all("hãy" in reason for reason in found.values())


@pytest.mark.parametrize("name", ["../x.txt", "/etc/x.txt", "a/../../x.txt", "..\\x.txt", "C:\\x.txt", "c:x.txt"])
def test_names_in_an_archive_that_climb_are_refused(tmp_path, name):
    lay(tmp_path, {"bai.zip": zipped({name: TEXT, "y.txt": TEXT})})
    found = dict(told(tmp_path))
    assert found.pop("bai.zip/y.txt") == "text"
    [reason] = found.values()
    assert "trỏ ra ngoài thư mục" in reason


def test_a_link_in_an_archive_is_refused(tmp_path):
    link = zipfile.ZipInfo("lien.txt")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "bai.zip", "w") as archive:
        archive.writestr(link, "/etc/passwd")
    assert "lối tắt" in told(tmp_path)[0][1]


def test_an_archive_in_an_archive_is_refused(tmp_path):
    lay(tmp_path, {"bai.zip": zipped({"trong.zip": zipped({"x.txt": TEXT}), "y.docx": WORD})})
    found = dict(told(tmp_path))
    assert found["bai.zip/y.docx"] == "docx"
    assert "ZIP nằm trong tệp ZIP" in found["bai.zip/trong.zip"]


def test_an_encrypted_archive_is_refused(tmp_path):
    data = bytearray(zipped({"x.txt": TEXT}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    lay(tmp_path, {"bai.zip": bytes(data)})
    assert "có mật khẩu" in told(tmp_path)[0][1]


def test_names_of_old_archives_are_read_as_utf_8(tmp_path):
    name = "Tháng 7.txt".encode().decode("cp437")
    data = bytearray(zipped({name: TEXT}))
    for mark, at in ((b"PK\x03\x04", 7), (b"PK\x01\x02", 9)):
        data[data.index(mark) + at] &= ~8
    raw = bytes(data).replace(name.encode(), "Tháng 7.txt".encode().ljust(len(name.encode()), b" "))
    lay(tmp_path, {"bai.zip": raw})
    assert told(tmp_path)[0][0].startswith("bai.zip/Tháng 7.txt")


def test_archives_that_swell_are_refused_at_once(tmp_path):
    swelling = zipped({f"{number}.txt": b"a" * 1_900_000 for number in range(40)})
    lay(tmp_path, {"bai.zip": swelling})
    assert "phình ra" in told(tmp_path)[-1][1]


def test_too_many_entries_are_refused_at_once(tmp_path):
    with zipfile.ZipFile(tmp_path / "bai.zip", "w") as archive:
        for number in range(20_001):
            archive.writestr(f"{number}.txt", b"")
    assert "20.000 tệp" in told(tmp_path)[0][1]


def test_two_entries_of_one_name_are_told(tmp_path):
    with pytest.warns(UserWarning), zipfile.ZipFile(tmp_path / "bai.zip", "w") as archive:
        archive.writestr("x.txt", TEXT)
        archive.writestr("x.txt", TEXT)
    assert [name for name, _ in told(tmp_path)] == ["bai.zip", "bai.zip/x.txt"]


def test_files_of_an_archive_can_be_read_after_it(tmp_path):
    page = f'<p>{POST}</p><img src="Anh/A.PNG">'.encode()
    lay(tmp_path, {"bai.zip": zipped({"x.html": page, "anh/a.png": b"\x89PNG"})})
    [found] = list(sources([tmp_path]))
    assert [(each.name, each.read()) for each in found.files] == [("bai.zip/anh/a.png", b"\x89PNG")]


def test_posts_come_lazily(tmp_path):
    lay(tmp_path, {f"{number:03}.txt": TEXT for number in range(50)})
    first = next(found := sources([tmp_path]))
    for path in tmp_path.iterdir():
        path.unlink()
    assert first.name == "000.txt"
    assert all(isinstance(each, Unread) for each in found)


def test_an_error_of_ours_in_one_file_does_not_stop_the_others(tmp_path, monkeypatch, caplog):
    lay(tmp_path, {"a.txt": b"bad", "b.txt": TEXT})
    whole = batch.text

    def failing(data):
        if data == b"bad":
            raise LookupError("ours")
        return whole(data)

    monkeypatch.setattr(batch, "text", failing)
    assert [type(each) for each in sources([tmp_path])] == [Unread, Source]
    assert "a.txt" in caplog.text


@pytest.mark.parametrize(
    "unit", ["a", "é", "Đ", "é\n", "á»", "- ", "<", "<p ", "<td>", "&#", "31/07/2019 ", "in ", "\u0301"]
)
@pytest.mark.parametrize(("kind", "size"), [("text", 1_900_000), ("html", 3_900_000)])
def test_a_line_of_one_sign_comes_to_its_end(kind, size, unit):
    data = ("<html><body>" * (kind == "html") + unit * (size // len(unit.encode())) + " việc").encode()
    with contextlib.suppress(UnreadablePost):
        batch.read(data, kind)


MUTATIONS = st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=6), st.integers(0, 40)), max_size=6)
SEEDS = {
    "text": [TEXT, tcvn3(POST).encode("cp1252"), POST.encode("utf-16")],
    "html": [PAGE, (PAGES / "asp-cu.html").read_bytes(), (PAGES / "word.html").read_bytes()],
    "mhtml": [MHTML],
    "docx": [WORD],
    "odt": [odt_of(*POST.split("\n"))],
    "rtf": [rtf_of(*POST.split("\n")), rtf(r"\trowd\intbl a\cell{\listtext 1.}{\uc0 \u7885 }b\cell\row{\pict 00}")],
}


def mutated(data, mutations):
    for place, piece, removed in mutations:
        at = int(place * len(data))
        data = data[:at] + piece + data[at + removed :]
    return data


@pytest.mark.parametrize("kind", SEEDS)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data(), mutations=MUTATIONS)
def test_mutated_bytes_give_a_post_or_the_readers_own_error(kind, data, mutations):
    seed = data.draw(st.sampled_from(SEEDS[kind]))
    try:
        assert batch.read(mutated(seed, mutations), kind).text
    except UnreadablePost as refused:
        assert "hãy" in str(refused)


@settings(max_examples=150, deadline=None)
@given(mutations=MUTATIONS)
def test_a_mutated_archive_raises_the_readers_own_error(mutations):
    try:
        with Archive(BytesIO(mutated(zipped(MIXED), mutations))) as archive:
            for name in archive.names:
                archive.read(name, 1_000_000)
    except UnreadablePost as refused:
        assert "hãy" in str(refused)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    seed=st.sampled_from([TEXT, PAGE, WORD, TABLE, MHTML, zipped(MIXED), *SEEDS["odt"], *SEEDS["rtf"]]),
    mutations=MUTATIONS,
)
def test_nothing_ever_raises_or_surprises(tmp_path, caplog, seed, mutations):
    (tmp_path / "x").write_bytes(mutated(seed, mutations))
    for each in sources([tmp_path]):
        assert isinstance(each, Source | Unread)
    assert not caplog.records
