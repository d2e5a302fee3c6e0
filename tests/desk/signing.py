"""PDFs with a digital signature, added behind the bytes of another PDF as a signing program adds it."""

import re
from datetime import datetime, timedelta
from functools import cache
from io import BytesIO

import pikepdf
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs7
from cryptography.x509.oid import NameOID

ROOM = 8_000
"""Hexadecimal digits kept for the message of the signature."""


@cache
def certificate(name):
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    day = datetime(2026, 1, 1)
    made = x509.CertificateBuilder().subject_name(subject).issuer_name(subject).public_key(key.public_key())
    made = made.serial_number(1).not_valid_before(day).not_valid_after(day + timedelta(days=365))
    return made.sign(key, hashes.SHA256()), key


def signed(pdf, by="Trần Quyết Thắng"):
    """`pdf` with a signature of a certificate in that name."""
    with pikepdf.open(BytesIO(pdf)) as document:
        root, size = document.Root.objgen[0], int(document.trailer.Size)
        catalog = document.Root.unparse(resolved=True).decode("latin-1")
    catalog = catalog[: catalog.rindex(">>")] + f"/AcroForm << /SigFlags 3 /Fields [{size + 1} 0 R] >> >>"
    signature = f"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /ByteRange [{' ' * 44}]"
    objects = {
        root: catalog,
        size: f"{signature} /Contents <{'0' * ROOM}> >>",
        size + 1: f"<< /FT /Sig /T (s) /V {size} 0 R >>",
    }
    return _sealed(_appended(pdf, objects, root, size + 2), by)


def _appended(pdf, objects, root, size):
    places, made = {}, pdf + b"\n"
    for number, words in objects.items():
        places[number] = len(made)
        made += f"{number} 0 obj\n{words}\nendobj\n".encode("latin-1")
    before = int(re.findall(rb"startxref\s+(\d+)", pdf)[-1])
    table = "".join(f"{number} 1\n{place:010d} 00000 n \n" for number, place in places.items())
    trailer = f"trailer\n<< /Size {size} /Root {root} 0 R /Prev {before} >>\nstartxref\n{len(made)}\n%%EOF\n"
    return made + f"xref\n{table}{trailer}".encode()


def _sealed(made, by):
    start = made.index(b"/Contents <" + b"0" * ROOM) + len(b"/Contents ")
    end = start + ROOM + 2
    ranges = f"0 {start} {end} {len(made) - end}"
    blank = made.rindex(b"[" + b" " * 44 + b"]") + 1
    made = made[:blank] + ranges.ljust(44).encode() + made[blank + 44 :]
    own, key = certificate(by)
    options = [pkcs7.PKCS7Options.DetachedSignature, pkcs7.PKCS7Options.Binary]
    builder = pkcs7.PKCS7SignatureBuilder().set_data(made[:start] + made[end:]).add_signer(own, key, hashes.SHA256())
    message = builder.sign(serialization.Encoding.DER, options).hex().ljust(ROOM, "0")
    return made[: start + 1] + message.encode() + made[end - 1 :]
