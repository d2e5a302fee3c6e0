"""The digital signatures inside a PDF: whether they hold, by whose certificate, when, and what came after our bytes.

pyHanko reads them. Nothing is fetched: of a certificate it is asked whether it leads to one of the given roots, never
whether it was revoked.
"""

# mypy: allow-untyped-calls
# (pyHanko's annotations are not complete.)

import logging
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from pyhanko.keys import load_certs_from_pemder_data
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import DEFAULT_DIFF_POLICY, DiffResult, ModificationLevel
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation import validate_pdf_signature, validate_pdf_timestamp
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from .contents import Chain, Signature

_USAGE = KeyUsageConstraints(key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False)
_WIDEST_PT = 300
_HIGHEST_PT = 170
"""A picture of a signature that is larger than about 106 x 60 mm would hide the paper below it."""
_LONGEST_NAME = 200

logging.getLogger("pyhanko").setLevel(logging.CRITICAL)  # what is found is said in Vietnamese
logging.getLogger("pyhanko_certvalidator").setLevel(logging.CRITICAL)


class Roots:
    """The certificates that the operator keeps: those that made themselves are trusted, others only lead to them."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.bad: list[str] = []
        certificates: list[Any] = []
        for name, content in files.items():
            certificates += self._of(name, content)
        self.trusted = [each for each in certificates if each.self_issued]
        self.between = [each for each in certificates if not each.self_issued]

    def _of(self, name: str, content: bytes) -> list[Any]:
        try:
            found = list(load_certs_from_pemder_data(content))
            for each in found:
                _ = each.subject.native, each.self_issued  # parsed only when asked for
        except Exception:  # whatever lies in the folder
            found = []
        if not found:
            self.bad.append(name)
        return found

    def context(self) -> ValidationContext:
        """A fresh one for each signature: what one of a file brings along proves nothing for another."""
        return ValidationContext(trust_roots=self.trusted, other_certs=self.between, allow_fetching=False)


def read(content: bytes, base: bytes | None, roots: Roots) -> tuple[tuple[Signature, ...], bool]:
    """The signatures, and whether they alone follow `base`, with which the file begins.

    A file that pyHanko cannot read at all has one signature that is not read, where it seems to have any.
    """
    try:
        reader = PdfFileReader(BytesIO(content), strict=False)
        fields = list(enumerate_sig_fields(reader, filled_status=True))
    except Exception:  # a hostile file breaks a reader in any way
        seems_signed = b"/ByteRange" in content
        return ((Signature(""),) if seems_signed else ()), False
    found = tuple(_signatures(reader, fields, roots))
    return found, base is not None and _adds_signatures_alone(reader, content, base)


def _signatures(reader: Any, fields: list[Any], roots: Roots) -> Iterator[Signature]:
    for name, _, field in fields:
        try:
            embedded = EmbeddedPdfSignature(reader, field, name)
        except Exception:
            yield Signature("")
            continue
        try:
            is_stamp = embedded.sig_object_type == "/DocTimeStamp"
            yield _stamp(embedded, roots) if is_stamp else _signature(embedded, roots)
        except Exception:
            yield Signature(_name(embedded))


def _signature(embedded: Any, roots: Roots) -> Signature:
    status = validate_pdf_signature(embedded, roots.context(), key_usage_settings=_USAGE, skip_diff=True)
    stamp = status.timestamp_validity
    fits = stamp if stamp and stamp.intact and stamp.valid else None
    return Signature(
        signer=_name(embedded),
        holds=_holds(status),
        is_read=True,
        chain=_chain(status, roots),
        claimed_at=_moment(status.signer_reported_dt),
        stamped_at=_moment(fits.timestamp) if fits else None,
        stamped_by=_common_name(fits.signing_cert) if fits else "",
    )


def _stamp(embedded: Any, roots: Roots) -> Signature:
    """A time stamp over the whole file is a signature, of the clock."""
    status = validate_pdf_timestamp(embedded, roots.context(), skip_diff=True)
    name = _common_name(status.signing_cert)
    return Signature(
        signer=name,
        holds=_holds(status),
        is_read=True,
        chain=_chain(status, roots),
        stamped_at=_moment(status.timestamp),
        stamped_by=name,
    )


def _holds(status: Any) -> bool:
    return bool(status.intact and status.valid and status.coverage >= SignatureCoverageLevel.ENTIRE_REVISION)


def _chain(status: Any, roots: Roots) -> Chain:
    if not roots.trusted:
        return Chain.UNASKED
    if status.trusted:
        return Chain.KNOWN
    own = status.signing_cert
    in_period = own.not_valid_before <= datetime.now(UTC) <= own.not_valid_after
    return Chain.UNKNOWN if in_period else Chain.EXPIRED


def _moment(moment: datetime | None) -> datetime | None:
    """A time without a zone says nothing."""
    return moment if moment and moment.tzinfo else None


def _name(embedded: Any) -> str:
    try:
        return _common_name(embedded.signer_cert)
    except Exception:
        return ""


def _common_name(certificate: Any) -> str:
    name = certificate.subject.native.get("common_name", "")
    first = name[0] if isinstance(name, list) and name else name
    return " ".join(str(first).split())[:_LONGEST_NAME]


def _adds_signatures_alone(reader: Any, content: bytes, base: bytes) -> bool:
    """Whether every increment behind `base` is a signature, a time stamp or what proves these.

    The file may only grow from the table of `base` itself: one that is written anew behind our bytes begins with them
    too, and shows none of them.
    """
    try:
        tables = reader.xrefs
        if tables.total_revisions < 2 or tables.hybrid_xrefs_present or _end(content) is None:
            return False
        if tables.get_startxref_for_revision(0) != _last_table(base):
            return False
        result = DEFAULT_DIFF_POLICY.review_file(reader, 0)
        allowed = isinstance(result, DiffResult) and result.modification_level <= ModificationLevel.FORM_FILLING
        return allowed and all(_is_small(field) for _, _, field in enumerate_sig_fields(reader))
    except Exception:
        return False


def _last_table(base: bytes) -> int:
    return int(re.findall(rb"startxref\s+(\d+)", base)[-1])


def _end(content: bytes) -> int | None:
    """Where the file ends, nothing but white space behind it; None where something else follows."""
    end = content.rfind(b"%%EOF") + len(b"%%EOF")
    return end if not content[end:].strip(b"\0\t\n\f\r ") else None


def _is_small(field: Any) -> bool:
    widget = field.get_object()
    left, bottom, right, top = (float(side) for side in widget.get("/Rect", (0, 0, 0, 0)))
    return abs(right - left) <= _WIDEST_PT and abs(top - bottom) <= _HIGHEST_PT
