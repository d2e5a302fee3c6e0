"""What may stand in the repository: the names at its top, and the libraries that its code may import."""

import ast
import sys
import tomllib
from fnmatch import fnmatch
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TOP = {
    *(".ci", ".git", ".gitignore", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "README.md", "SECURITY.md"),
    *("manage.py", "pyproject.toml", "requirements.lock", "requirements-reader.lock"),
    *("bench", "bin", "council", "deploy", "docs", "meetings", "static", "templates", "tests"),
}
OURS = {"bench", "council", "meetings", "tests", *(each.stem for each in (ROOT / "bench").glob("*.py"))}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def strangers(names):
    """The names that no rule allows at the top and that git does not ignore."""
    ignored = [line.strip("/") for line in (ROOT / ".gitignore").read_text(encoding="utf-8").split()]
    return sorted(name for name in names - TOP if not any(fnmatch(name, pattern) for pattern in ignored))


def test_nothing_stands_at_the_top_but_what_the_design_names():
    assert strangers({entry.name for entry in ROOT.iterdir()}) == []
    assert strangers({"manage.py", "var", "some-2.16-py3-none-any.whl"}) == ["some-2.16-py3-none-any.whl"]


def packages_in(path):
    """The first name of each module that the file imports: "lxml" of lxml.etree."""
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module.partition(".")[0]


def imported(folders):
    """{"lxml": {paths that import it}}: the libraries that the Python files under `folders` import anywhere."""
    found = {}
    for path in (path for folder in folders for path in (ROOT / folder).rglob("*.py")):
        for name in packages_in(path):
            found.setdefault(name, set()).add(path)
    return {name: paths for name, paths in found.items() if name not in OURS | sys.stdlib_module_names}


def plain(requirement):
    """ "django>=5.2,<5.3" → "django"; "pdfminer.six" → "pdfminer-six"."""
    return requirement.partition(">")[0].partition("=")[0].strip().lower().replace(".", "-").replace("_", "-")


@pytest.mark.parametrize(
    ("folders", "declared"),
    [
        (("council", "meetings"), [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["reader"]]),
        (("tests", "bench", "docs"), [*PROJECT["dependencies"], *sum(PROJECT["optional-dependencies"].values(), [])]),
    ],
    ids=["product", "tests"],
)
def test_every_library_that_is_imported_is_declared(folders, declared):
    sold_as, names = packages_distributions(), {plain(each) for each in declared}
    used = imported(folders)
    assert "django" in used
    assert {name: paths for name, paths in used.items() if names.isdisjoint(map(plain, sold_as[name]))} == {}


def test_a_migration_imports_nothing_of_ours():
    """The code of today is not that of the day the migration was written for."""
    migrations = sorted((ROOT / "meetings" / "migrations").glob("0*.py"))
    assert migrations and {"django"} <= set(packages_in(migrations[0]))
    for path in migrations:
        assert not OURS & set(packages_in(path)), path.name


def test_only_the_tagger_imports_the_extra_of_the_reader():
    """It is optional, so that nothing else may count on it."""
    users = {path.name for path in imported(["meetings"])["underthesea"]}
    assert users == {"tagging.py"}
