"""A database of the release before, with a corrected page in it, brought up to date. Run by test_upgrade.py."""

import os
import sys
from datetime import UTC, datetime

import django

BEFORE = "0002_roles"
AT = datetime(2021, 1, 11, 1, 52, tzinfo=UTC)
RECORD = {"schema": 1, "title": "Phiên họp tháng 01 năm 2021"}


def fill(apps, digest):
    Council, Session = apps.get_model("meetings", "Council"), apps.get_model("meetings", "Session")
    council = Council.objects.create(name="HĐND", committee_name="Thường trực HĐND", letterhead="HĐND")
    session = Session.objects.create(council=council, year=2021, month=1, modified_at=AT)
    before = None
    for sequence, state in ((1, "replaced"), (2, "live")):
        before = apps.get_model("meetings", "Edition").objects.create(
            session=session,
            kind="news",
            sequence=sequence,
            state=state,
            replaces=before,
            year=2021,
            month=1,
            path="2021/01",
            title=RECORD["title"],
            record=RECORD,
            public_record=RECORD,
            record_sha256=digest(RECORD),
            issued_at=AT,
            visible_from=AT,
        )


def main():
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    from meetings.models import Edition, seal

    executor = MigrationExecutor(connection)
    executor.migrate([("meetings", BEFORE)])
    fill(executor.loader.project_state([("meetings", BEFORE)]).apps, seal.digest)
    call_command("migrate", verbosity=0)
    call_command("verify_editions", stdout=sys.stdout)
    print(*Edition.objects.order_by("pk").values_list("council__name", "state"))


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "council.settings")
    django.setup()
    main()
