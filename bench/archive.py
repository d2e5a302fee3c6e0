"""Old posts read and stored, a second, on SQLite, or PostgreSQL where DATABASE_URL names it:

    bench/archive.py [posts] [--list]

Posts of six directives, made up, no two of one month and council; gathered into a batch, then taken as drafts.
`--list` reads by the list of verbs alone, as without the tagger.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from meetings.readers.grammar import tagging
from meetings.readers.inputs import Source

POST = ROOT / "tests" / "posts" / "thuong-ky-2021-02.txt"
PLACES = ("Hai Bà Trưng", "Đống Đa", "Ba Đình", "Hoàn Kiếm", "Cầu Giấy", "Tây Hồ", "Thanh Xuân", "Hoàng Mai")


def posts(number):
    """The sample post, moved to other months, years and districts."""
    sample = POST.read_text(encoding="utf-8")
    for place in range(number):
        months, district = divmod(place, len(PLACES))
        year, month = 1990 + months // 12, months % 12 + 1
        text = sample.replace("Hai Bà Trưng", PLACES[district])
        text = text.replace("02/2021", f"{month:02d}/{year}").replace("năm 2021", f"năm {year}")
        text = text.replace("tháng 02", f"tháng {month:02d}").replace("tháng 2 ", f"tháng {month} ")
        yield Source(
            name=f"{year}-{month:02d}-{district}.txt",
            text=text,
            sha256="",
            form="text",
            encoding="utf-8",
            address=f"https://cu.gov.vn/tin/{place}",
        )


def measured(number):
    import django

    django.setup()
    from django.core.management import call_command

    from meetings.models import Office, at_office

    call_command("migrate", verbosity=0)
    with at_office(Office.objects.get()):
        measure(number)


def measure(number):
    from meetings import archiving, readers
    from meetings.models import ImportBatch, Session

    if "--list" in sys.argv:
        tagging.is_installed = lambda: False
    made = list(posts(number))
    began = time.perf_counter()
    for post in made:
        readers.read(post.text)
    print(f"đọc: {number / (time.perf_counter() - began):.0f} bài/giây")
    batch = ImportBatch.objects.create(name="đo")
    for words in ("đọc vào đợt nhập", "đọc lại, không đổi gì"):
        began = time.perf_counter()
        tally = archiving.gather(batch, made)
        print(f"{words}: {number / (time.perf_counter() - began):.0f} bài/giây ({dict(tally.verdicts)})")
    for each in archiving.unknown_councils(batch):
        archiving.add_council(archiving.council_named(each["name"]))
    batch.posts.filter(verdict="doubts").update(verdict="clean")
    began, busy = time.perf_counter(), time.process_time()
    outcomes = archiving.accept_clean(batch)
    seconds, busy = time.perf_counter() - began, time.process_time() - busy
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    kept_back = sum(bool(error) for _, error in outcomes)
    told = f"{Session.objects.count() / seconds:.0f} bài/giây, {busy / number * 1000:.0f} ms của bộ xử lý mỗi bài"
    print(f"nhập thành bản nháp: {told}, {kept_back} bài không nhập được; bộ nhớ cao nhất {peak} MB")


def main():
    number = next((each for each in sys.argv[1:] if each.isdecimal()), "1000")
    if os.environ.get("DJANGO_SETTINGS_MODULE") and os.environ.get("MEASURED"):
        return measured(int(number))
    with tempfile.TemporaryDirectory() as folder:
        database = os.environ.get("DATABASE_URL", f"sqlite:///{folder}/archive.sqlite3")
        settings = {"DJANGO_SETTINGS_MODULE": "council.settings", "DATABASE_URL": database, "MEASURED": "1"}
        subprocess.run(
            [sys.executable, __file__, number, *(each for each in sys.argv[1:] if each == "--list")],
            env={**os.environ, **settings},
            check=True,
            cwd=ROOT,
        )


if __name__ == "__main__":
    main()
