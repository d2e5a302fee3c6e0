"""What was issued before there were seals is sealed by the upgrade, and holds; on SQLite and on PostgreSQL."""

from .conftest import run_apart


def test_an_office_of_the_release_before_is_brought_up_to_date(database_url, tmp_path):
    done = run_apart("upgraded", database_url, tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "Đã kiểm 2 bản, 0 tệp: mọi mã băm, dấu niêm, tệp và số đều khớp.",
        "('HĐND', 'replaced') ('HĐND', 'live')",
    ]
