"""The digital signatures inside a PDF: by whose certificate, and whether the signed bytes are still what was signed.

A signature names the bytes it covers and holds their digest. The chain of its certificate, its time and its
revocation are the business of a program for signatures: nothing here says that a signature is valid.
"""

import ctypes
import hashlib
from typing import Any

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from .contents import Signature

DIGESTS = ("sha256", "sha384", "sha512", "sha1")


def read(content: bytes) -> tuple[tuple[Signature, ...], bool]:
    """The signatures, and whether one of them covers the file to its end."""
    document = pdfium.FPDF_LoadMemDocument64(content, len(content), None)
    try:
        objects = [
            pdfium.FPDF_GetSignatureObject(document, i) for i in range(pdfium.FPDF_GetSignatureCount(document))
        ]
        parts = [(_ranges(each), _message(each)) for each in objects]
    finally:
        pdfium.FPDF_CloseDocument(document)
    signed = [(ranges, message) for ranges, message in parts if message]
    ends = [start + length for ranges, _ in signed for start, length in ranges]
    found = tuple(Signature(_signer(message), _holds(content, ranges, message)) for ranges, message in signed)
    return found, len(content.rstrip()) <= max(ends, default=0)


def _ranges(signature: Any) -> list[tuple[int, int]]:
    count = pdfium.FPDFSignatureObj_GetByteRange(signature, None, 0)
    numbers = (ctypes.c_int * count)()
    pdfium.FPDFSignatureObj_GetByteRange(signature, numbers, count)
    return list(zip(numbers[::2], numbers[1::2], strict=False))


def _message(signature: Any) -> bytes:
    """The CMS message, without the zeros that fill its place up."""
    size = pdfium.FPDFSignatureObj_GetContents(signature, None, 0)
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFSignatureObj_GetContents(signature, buffer, size)
    return _trimmed(buffer.raw)


def _trimmed(der: bytes) -> bytes:
    """The first value of the bytes, by the length that it begins with."""
    if len(der) < 2 or der[0] != 0x30:
        return b""
    if der[1] < 0x80:
        return der[: 2 + der[1]]
    width = der[1] & 0x7F
    return der[: 2 + width + int.from_bytes(der[2 : 2 + width], "big")] if width else der


def _holds(content: bytes, ranges: list[tuple[int, int]], message: bytes) -> bool:
    """Whether the digest of the bytes stands in the message; it covers the file from its start."""
    if not ranges or ranges[0][0] != 0 or any(start + length > len(content) for start, length in ranges):
        return False
    signed = b"".join(content[start : start + length] for start, length in ranges)
    return any(hashlib.new(name, signed).digest() in message for name in DIGESTS)


def _signer(message: bytes) -> str:
    """The common name in the certificate that issued no other of the message."""
    from cryptography.hazmat.primitives.serialization import pkcs7
    from cryptography.x509.oid import NameOID

    try:
        certificates = pkcs7.load_der_pkcs7_certificates(message)
        issuers = {each.issuer for each in certificates if each.issuer != each.subject}
        own = [each for each in certificates if each.subject not in issuers] or certificates
        names = own[0].subject.get_attributes_for_oid(NameOID.COMMON_NAME)
        return str(names[0].value).strip()[:200] if names else ""
    except (ValueError, IndexError, TypeError):
        return ""
