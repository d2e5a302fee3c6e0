"""The files of deploy/ name every setting, and systemd understands its units and finds them well shut in."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from council.health import CHECKS

from ..test_readme import settings_read
from .nginx import DEPLOY

ROOT = DEPLOY.parent
UNITS = sorted((DEPLOY / "systemd").iterdir())
ANALYZE = shutil.which("systemd-analyze")
OF_OTHERS = {"DEMO", "DEMO_PASSWORD", "TEST_DATABASE_URL", "TEST_CACHE_URL"}
"""Of bin/run and bin/test."""
MOST_EXPOSED = 3.0
"""Of ten, by `systemd-analyze security`."""


def test_the_example_of_the_environment_names_every_setting_and_no_other():
    words = (DEPLOY / "thuong-truc.env.example").read_text(encoding="utf-8")
    assert set(re.findall(r"^#?([A-Z_]+)=", words, re.MULTILINE)) == settings_read() - OF_OTHERS


def test_every_command_that_a_unit_runs_is_there():
    said = [line for unit in UNITS for line in unit.read_text(encoding="utf-8").splitlines() if "manage.py" in line]
    commands = {re.search(r"manage\.py (\w+)", line)[1] for line in said}
    ours = {path.stem for path in (ROOT / "meetings/management/commands").glob("*.py")}
    assert (
        commands <= ours | {"clearsessions", "axes_reset_logs"}
        and {"send_letters", "backup", "verify_editions"} <= commands
    )


def test_each_timer_has_its_service():
    names = {unit.name for unit in UNITS}
    assert {unit.with_suffix(".service").name for unit in UNITS if unit.suffix == ".timer"} <= names


def test_what_the_operator_types_is_there_and_every_check_has_an_answer_at_night():
    words = (ROOT / "docs/operating.md").read_text(encoding="utf-8")
    ours = {path.stem for path in (ROOT / "meetings/management/commands").glob("*.py")}
    assert set(re.findall(r"\btt (\w+)", words)) <= ours | {"migrate", "collectstatic", "changepassword"}
    assert all((ROOT / each).exists() for each in re.findall(r"deploy/[\w./-]+\w", words))
    assert all(f'`"{check}"`' in words for check in set(CHECKS) - {"files", "maintenance"})


@pytest.fixture
def here(tmp_path):
    """The units with the checkout's own paths, which systemd can look up."""
    for unit in UNITS:
        words = unit.read_text(encoding="utf-8")
        words = re.sub(r"/opt/thuong-truc/\S+", "/bin/true", words).replace("/opt/thuong-truc", str(ROOT))
        words = words.replace("User=thuong-truc\nGroup=thuong-truc", "User=daemon\nGroup=daemon")
        words = words.replace("EnvironmentFile=/etc", "EnvironmentFile=-/etc")
        (tmp_path / unit.name).write_text(words, encoding="utf-8")
    return tmp_path


@pytest.mark.skipif(ANALYZE is None, reason="systemd is not installed")
@pytest.mark.parametrize("name", [unit.name for unit in UNITS])
def test_systemd_understands_the_unit_and_finds_it_shut_in(here, name):
    told = subprocess.run([ANALYZE, "verify", "--man=no", here / name], capture_output=True, text=True)
    assert name not in told.stderr, told.stderr
    if Path(name).suffix == ".service":
        threshold = f"--threshold={int(MOST_EXPOSED * 10)}"
        subprocess.run(
            [ANALYZE, "security", "--offline=yes", threshold, here / name], check=True, capture_output=True
        )
