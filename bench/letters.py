"""Loops that send letters side by side, killed at random: how many letters went twice, how many were lost.

    DATA_DIR=$(mktemp -d) .venv/bin/python bench/letters.py [LETTERS [LOOPS [KILLS]]]   (500, 4, 12)

On PostgreSQL with DATABASE_URL of an empty database. A kill is SIGKILL in whatever a loop is doing; another loop
takes its place. A letter that it had in hand is in doubt then: it is shown to a person, and counted here.
"""

import os
import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "council.settings")
os.environ.setdefault("HTTPS", "off")

import django

django.setup()

from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from meetings.models import Letter, LetterState, Office, at_office, every_office
from meetings.models.letter import LONGEST_SENDING
from tests.letters.mail_server import mail_server


def main(letters=500, loops=4, kills=12):
    call_command("migrate", verbosity=0)
    with at_office(Office.objects.get()):
        Letter.objects.bulk_create(
            Letter(key=f"thu:{number}", to=f"{number}@noi.example", subject="Thư", text="Lời.\n")
            for number in range(letters)
        )
    with mail_server() as server:
        begun = time.monotonic()
        running = [_loop(server) for _ in range(loops)]
        connection.close()
        for _ in range(kills):
            _wait(lambda: server.taken and random.random() < 0.1, 20)
            victim = running.pop(0)
            victim.kill()
            victim.wait()
            running.append(_loop(server))
        _wait(_is_done, 300)
        for each in running:
            each.terminate()
        ended = [each.wait(timeout=30) for each in running]
        took = time.monotonic() - begun
        with every_office():
            Letter.objects.filter(state=LetterState.TAKEN).update(taken_at=timezone.now() - 2 * LONGEST_SENDING)
            Letter.objects.doubt_the_forgotten()
            states = Counter(Letter.objects.values_list("state", flat=True))
            sent = set(Letter.objects.filter(state=LetterState.SENT).values_list("to", flat=True))
    arrived = Counter(address for address, _ in server.taken)
    twice = sum(count > 1 for count in arrived.values())
    known = states[LetterState.SENT] + states[LetterState.UNSURE]
    print(f"{letters} thư, {loops} vòng, {kills} lần bị giết, {took:.0f} giây; các vòng còn lại dừng với mã {ended}")
    print(f"tình trạng: {dict(states)}; đã tới nơi {len(arrived)}")
    print(f"đi hai lần: {twice}; ghi là đã đi mà không tới: {len(sent - set(arrived))}")
    print(f"không biết mà không ai được hỏi: {letters - known}")


def _loop(server):
    named = {"EMAIL_URL": server.url, "EMAIL_FROM": "hdnd@phuong.example"}
    return subprocess.Popen([sys.executable, "manage.py", "send_letters", "--loop"], cwd=ROOT, env=os.environ | named)


def _is_done():
    with every_office():
        done = not Letter.objects.due().exists()
    connection.close()
    return done


def _wait(until, seconds):
    end = time.monotonic() + seconds
    while not until() and time.monotonic() < end:
        time.sleep(0.2)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
