"""The seal of an edition: one hash over all that is frozen in it and over the seal of the edition before."""

import hashlib
import json
from datetime import UTC

from ..prose import completed
from ..record import SessionRecord


def fingerprint(record: SessionRecord) -> str:
    """SHA-256 of the record as it would be frozen now, in hex."""
    return digest(completed(record).to_data())


def digest(data) -> str:
    """SHA-256 of JSON-ready data in its canonical text (keys sorted, no blanks), in hex."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


SCHEME = 1
"""The way of sealing that `of` knows. Another way adds one; editions keep the number of theirs."""


def of(edition, files, previous: str) -> str:
    """The seal of `edition` with its printed `files`, after the edition sealed `previous` ("" for the first)."""
    assert edition.seal_scheme == SCHEME, edition.seal_scheme
    return digest(
        {
            "scheme": edition.seal_scheme,
            "previous": previous,
            "replaces": edition.replaces.seal if edition.replaces else "",
            "files": sorted([file.part, file.filename, file.sha256] for file in files),
            "record": edition.record_sha256,
            "public_record": digest(edition.public_record),
            "paper": digest(edition.paper),
            **{name: getattr(edition, name) for name in _PLAIN},
            **{name: _moment(getattr(edition, name)) for name in _MOMENTS},
            "dated": edition.dated.isoformat() if edition.dated else None,
        }
    )


_PLAIN = ("kind", "sequence", "number", "number_year", "symbol", "path", "title", "note", "form_note", "is_public")
_MOMENTS = ("issued_at", "visible_from")


def _moment(value):
    return value.astimezone(UTC).isoformat()
