"""The floors and the two sides: the import contract holds, and fails where a wall is broken."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def contract(root):
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    return subprocess.run(
        command, cwd=root, capture_output=True, text=True, env={"PATH": "", "PYTHONPATH": str(root)}
    )


def test_the_contract_is_kept():
    done = contract(ROOT)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("room", "line", "contract_name"),
    [
        ("prose.py", "from .models import Session", "Floors"),
        ("record.py", "from . import prose", "Floors"),
        ("readers/__init__.py", "from ..writers import minutes", "Floors"),
        ("public/urls.py", "from ..desk import preview", "Floors"),
        ("writers/article.py", "import django", "No Django on floors 0 and 1"),
        ("public/urls.py", "from ..models.session import Session", "The public reads editions only"),
        ("public/urls.py", "from ..models import Edition", "The public reads editions only"),
        ("public/urls.py", "from ..models.attendee import Attendee", "The public reads editions only"),
        ("portal/urls.py", "from ..models.session import Session", "The public reads editions only"),
        ("portal/urls.py", "from ..supervision import grid", "Floors"),
        ("supervision/grid.py", "from ..models.session import Session", "Supervision reads of the desk"),
        ("supervision/held_sessions.py", "from ..models.attendee import Attendee", "Supervision reads of the desk"),
        ("supervision/grid.py", "from ..models import Session", "Portal, supervision and units' pages name"),
        ("by_link/report_pages.py", "from ..models.directive import Directive", "Who has a link reads"),
        ("by_link/invitation_pages.py", "from ..models.edition import Edition", "Who has a link reads"),
        ("public/urls.py", "from ..models.proposal import Proposal", "The public reads editions only"),
    ],
)
def test_a_broken_wall_is_found(tmp_path, room, line, contract_name):
    shutil.copytree(ROOT / "meetings", tmp_path / "meetings", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    broken = tmp_path / "meetings" / room
    broken.write_text(broken.read_text(encoding="utf-8") + f"\n{line}\n", encoding="utf-8")
    done = contract(tmp_path)
    assert done.returncode == 1
    assert re.search(f"{contract_name}.* BROKEN", done.stdout)
