"""The files of a page that a correction replaced: where the new one is, and which old ones may still be read.

A file that a correction took away without another in its place is out of reach: it may have gone out by mistake.
"""

from . import queries

DIGITS_IN_ADDRESS = 12


def named(edition, digest, name):
    """The public file of an edition that such an address names, or None."""
    for file in edition.public.attachments:
        if file.is_public and file.sha256[:DIGITS_IN_ADDRESS] == digest and file.filename == name:
            return file
    return None


def successor(file, live):
    """The file in the live edition that stands in its place, itself where it is still there; None where none does."""
    files = live.public.attachments
    return next((each for each in files if each.sha256 == file.sha256), None) or next(
        (each for each in files if _is_same(each, file)), None
    )


def _is_same(file, other):
    """Editions from before files had keys tell them by their titles."""
    return file.key == other.key if file.key and other.key else file.title == other.title


def replaced(live, digest, name):
    """The last earlier edition that had the file, the file, and what took its place; None where nothing did."""
    for edition in queries.replaced_by(live).order_by("-sequence"):
        if old := named(edition, digest, name):
            new = successor(old, live)
            return (edition, old, new) if new else None
    return None


def within_reach(edition, live):
    """The addresses' digests of the files of an earlier edition that may still be read."""
    return {file.sha256 for file in edition.public.attachments if successor(file, live)}
