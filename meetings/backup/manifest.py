"""What a backup says of itself: when and by which version it was made, of what, and the hash of each part."""

import tomllib
from dataclasses import dataclass, field

from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.utils import timezone

KEPT_SETTINGS = (
    *("ALLOWED_HOSTS", "ATTACHMENT_MAX_MB", "EMAIL_FROM", "HTTPS", "PORTAL_HOST", "PORTAL_NAME", "PRESS_MEMORY_MB"),
    *("PRESS_SECONDS", "PROXY_COUNT", "SECURE_HSTS_SECONDS", "SESSION_COOKIE_AGE", "SITE_URL"),
)
"""Those without which the site would answer otherwise; no password, no key, no address of a server inside."""


@dataclass(slots=True)
class Manifest:
    version: str
    made_at: str
    vendor: str
    """ "sqlite" or "postgresql"."""
    migrations: list[str]
    """ "app name" of each that the database went through."""
    settings: dict
    tables: dict = field(default_factory=dict)
    """{table: [rows, sum]}, see table_sums."""
    parts: dict = field(default_factory=dict)
    """{name in the archive: [bytes, SHA-256]}."""


def of_here() -> Manifest:
    applied = MigrationLoader(connection).applied_migrations
    return Manifest(
        version=product_version(),
        made_at=timezone.now().isoformat(timespec="seconds"),
        vendor=connection.vendor,
        migrations=sorted(" ".join(each) for each in applied),
        settings={name: getattr(settings, name) for name in KEPT_SETTINGS},
    )


def unknown_migrations(manifest: Manifest) -> list[str]:
    """Those that this version of the product does not have: the backup is of a newer one."""
    known = {" ".join(each) for each in MigrationLoader(None, ignore_no_migrations=True).disk_migrations}
    return [each for each in manifest.migrations if each not in known]


def product_version() -> str:
    with open(settings.BASE_DIR / "pyproject.toml", "rb") as file:
        return tomllib.load(file)["project"]["version"]
