"""How many old posts a second become texts, and how much memory that takes:  bench/inputs.py [posts]

A folder of so many posts of each form (300 unless told): texts in UTF-8, in TCVN3 and in VNI, pages of a portal of
about 50 KB with menus, other news and a footer, Word documents. Then a table and an archive of ten times as many.
"""

import csv
import resource
import sys
import tempfile
import time
import zipfile
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from docx import Document

from meetings.readers.inputs import Source, sources
from tests.readers.inputs.samples import tcvn3, vni

TITLE = "Phiên họp tháng 7 năm 2019 của Thường trực HĐND quận Mẫu"
DATE = "Ngày đăng 31/07/2019 | 10:03 | Lượt xem: 88"
PARAGRAPHS = [
    f"{number}. Đối với việc thứ {number}, đề nghị các Ban của HĐND quận phối hợp với Văn phòng rà soát các nội dung"
    " đã giao, trả lời đủ đơn thư của cử tri, báo cáo Thường trực HĐND quận trước phiên họp tháng sau."
    for number in range(1, 26)
]
POST = "\n".join([TITLE, DATE, *PARAGRAPHS])


def portal_page():
    menu = "".join(f'<li class="m{n}"><a href="/muc-{n}" title="Mục">Chuyên mục số {n}</a></li>' for n in range(150))
    news = "".join(
        f'<div class="item"><a href="/tin-{n}"><img src="/i/{n}.gif">Tin khác {n}</a></div>' for n in range(60)
    )
    script = "<script>" + "var cau_hinh = {a: 1, b: [2, 3]};\n" * 400 + "</script>"
    body = "".join(
        f'<p style="text-align: justify"><span style="font-size:14px">{each}</span></p>' for each in PARAGRAPHS
    )
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{TITLE} - Cổng thông tin</title>{script}</head>'
        f'<body><div id="wrapper"><ul class="menu">{menu}</ul><div class="main"><div class="detail"><h1>{TITLE}</h1>'
        f'<div class="date">{DATE}</div><div class="content">{body}</div></div>'
        f'<div class="related">{news}</div></div><div class="sidebar">{news}</div>'
        f"<footer><p>Bản quyền của Văn phòng HĐND và UBND quận Mẫu</p></footer></div>{script}</body></html>"
    )


def word():
    document = Document()
    for each in POST.split("\n"):
        document.add_paragraph(each)
    document.save(written := BytesIO())
    return written.getvalue()


FORMS = {
    "text": ("txt", POST.encode()),
    "text, TCVN3": ("txt", tcvn3(POST).encode("cp1252")),
    "text, VNI": ("txt", vni(POST).encode("cp1252")),
    "html": ("html", portal_page().encode()),
    "docx": ("docx", word()),
}


def memory():
    """Megabytes at most so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def timed(name, path, posts):
    started = time.process_time()
    read = sum(isinstance(each, Source) for each in sources([path]))
    took = time.process_time() - started
    assert read == posts, (name, read)
    print(f"{name:12} {posts:6} posts {posts / took:8.0f} a second of one processor, {memory()} MB at most")


def main(posts):
    for name, (extension, data) in FORMS.items():
        with tempfile.TemporaryDirectory() as folder:
            for number in range(posts):
                Path(folder, f"{number:05}.{extension}").write_bytes(data)
            timed(f"{name} {len(data) // 1000} KB", Path(folder), posts)
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder, "posts.csv")
        with table.open("w", encoding="utf-8", newline="") as opened:
            rows = csv.writer(opened)
            rows.writerow(["Tiêu đề", "Ngày đăng", "Nội dung"])
            rows.writerows([TITLE, "2019-07-31 10:03", "\n".join(PARAGRAPHS)] for _ in range(posts * 10))
        timed("csv", table, posts * 10)
        with zipfile.ZipFile(archive := Path(folder, "posts.zip"), "w", zipfile.ZIP_DEFLATED) as written:
            for number in range(posts * 10):
                written.writestr(f"{number:05}.txt", POST)
        timed("zip", archive, posts * 10)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
