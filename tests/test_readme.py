"""The README names every setting and every command, and no others; the papers beside it name files that are there."""

import ast
import re
import tomllib
from pathlib import Path

import pytest
from django.core.management import get_commands, load_command_class

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
FORMER = "Tên cũ của "
"""How the help of a command begins that only leads to its new name."""
OF_DJANGO = {"createsuperuser", "migrate", "collectstatic"}
PAPERS = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "docs/architecture.md"]


def settings_read():
    """The names asked of the environment: by env.str("…"), by os.environ, and by ${…} in bin/."""
    found = set()
    for path in [*(ROOT / "council").rglob("*.py"), *(ROOT / "meetings").rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_bytes())):
            asks = isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant)
            if asks and re.fullmatch(r"env(\.\w+)?|os\.environ\.get|os\.getenv", ast.unparse(node.func)):
                found.add(node.args[0].value)
    for path in (ROOT / "bin").iterdir():
        found |= set(re.findall(r"\$\{([A-Z_]+):-", path.read_text(encoding="utf-8")))
    return found - {"DJANGO_SETTINGS_MODULE"}


def settings_listed():
    table = README.partition("## Settings")[2].partition("\n## ")[0]
    return {
        name for row in re.findall(r"^\| (`.*?) \|", table, re.MULTILINE) for name in re.findall("`([A-Z_]+)`", row)
    }


def test_the_readme_lists_every_setting_and_no_other():
    assert {"SECRET_KEY", "WEB_CONCURRENCY", "DEMO_PASSWORD"} <= settings_read()
    assert settings_listed() == settings_read()


def test_the_readme_lists_every_command_and_no_other():
    ours = {name for name, app in get_commands().items() if app == "meetings"}
    former = {name for name in ours if load_command_class("meetings", name).help.startswith(FORMER)}
    listed = set(re.findall(r"^    bin/manage (\w+)", README, re.MULTILINE))
    assert former and listed - OF_DJANGO == ours - former


def files_named(paper):
    """The paths in backticks: `meetings/record.py`, `tests/readers/`."""
    top = "bench|bin|council|deploy|docs|meetings|static|templates|tests"
    return re.findall(rf"`((?:{top})/[\w./-]*)`", (ROOT / paper).read_text(encoding="utf-8"))


@pytest.mark.parametrize("paper", PAPERS)
def test_every_file_that_a_paper_names_is_there(paper):
    assert [name for name in files_named(paper) if not (ROOT / name).exists()] == []
    assert files_named(paper)


def test_the_changelog_begins_with_the_version_of_the_code():
    versions = re.findall(r"^## (\d+\.\d+\.\d+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert versions[0] == project["version"] and versions[-1] == "0.1.0"
