"""Numbers have no hole and no duplicate, were twenty issuing at once; on SQLite in a file and on PostgreSQL."""

from .conftest import run_apart


def test_twenty_at_once_get_twenty_numbers_in_a_row(database_url, tmp_path):
    done = run_apart("at_once", database_url, tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [f"minutes {_row(20)}", f"invitation {_row(8)}"]
    assert "mọi mã băm, dấu niêm, tệp và số đều khớp" in done.stderr


def _row(last):
    return " ".join(map(str, range(1, last + 1)))
