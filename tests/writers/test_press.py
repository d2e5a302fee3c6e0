"""The press works in a process of its own, within bounds, one paper at a time; what overruns them ends in words."""

import os
import subprocess
import sys
import time
from pathlib import Path
from threading import Thread

import pytest

from meetings.writers import pdf
from meetings.writers.press import Press, PressRefused

from .conftest import JANUARY, minutes_sheets, write_minutes

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def press():
    press = Press(seconds=20, memory_mb=1024)
    yield press
    press.stop()


def test_it_prints_the_same_bytes_as_here_in_another_process(press):
    assert press.make(pdf.write, minutes_sheets(JANUARY, number=5)) == write_minutes(JANUARY, number=5)
    assert press.make(os.getpid) != os.getpid()


def test_the_process_is_kept_warm_between_papers(press):
    assert press.make(os.getpid) == press.make(os.getpid)


def test_the_process_never_starts_django(press):
    press.make(pdf.write, minutes_sheets(JANUARY))
    assert not press.make(eval, "'django' in __import__('sys').modules")


def test_what_the_work_raises_comes_through(press):
    with pytest.raises(ZeroDivisionError):
        press.make(divmod, 1, 0)


def test_a_paper_that_takes_too_long_is_refused_and_the_next_is_printed():
    press = Press(seconds=1.5, memory_mb=1024)
    press.make(os.getpid)
    begun = time.monotonic()
    with pytest.raises(PressRefused, match="quá 1.5 giây nên đã dừng; bản thảo còn nguyên"):
        press.make(time.sleep, 60)
    assert time.monotonic() - begun < 10
    assert press.make(len, "abc") == 3
    press.stop()


def test_a_paper_that_takes_too_much_memory_is_refused_and_the_next_is_printed():
    press = Press(seconds=20, memory_mb=600)
    with pytest.raises(PressRefused, match="nhiều bộ nhớ hơn mức cho phép \\(600 MB\\)"):
        press.make(bytearray, 2_000_000_000)
    assert press.make(len, "abc") == 3
    press.stop()


def test_a_process_that_dies_is_refused_in_words_too(press):
    with pytest.raises(PressRefused):
        press.make(os._exit, 9)
    assert press.make(len, "abc") == 3


def test_one_paper_at_a_time(press):
    """Two that sleep for a third of a second each are done after two thirds, in one and the same process."""
    done = []
    both = [Thread(target=lambda: done.append(press.make(time.sleep, 0.3))) for _ in range(2)]
    begun = time.monotonic()
    for each in both:
        each.start()
    for each in both:
        each.join()
    assert len(done) == 2 and time.monotonic() - begun >= 0.6


def test_whoever_waits_too_long_for_the_press_is_told_so():
    press = Press(seconds=0.2, memory_mb=1024)
    press._one_at_a_time.acquire()
    with pytest.raises(PressRefused, match="đang in một văn bản khác"):
        press.make(len, "abc")


def test_loading_the_printer_starts_no_other_program():
    """Python would ask ldconfig, gcc and ld for each library that goes by another name on another system."""
    script = "import os, sys; sys.addaudithook(lambda name, _: name.startswith('subprocess') and sys.exit(3))"
    done = subprocess.run([sys.executable, "-c", f"{script}; import meetings.writers.pdf"], cwd=ROOT)
    assert done.returncode == 0
