"""Signing programs of the tests: a state's root, an authority below it, people and an office with certificates of it,
and files signed with them, each as a signing program adds a signature behind the bytes of a file."""

from datetime import UTC, datetime, timedelta
from functools import cache
from io import BytesIO

from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from PIL import Image, ImageDraw
from pyhanko import stamp
from pyhanko.pdf_utils.images import PdfImage
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers, timestamps
from pyhanko_certvalidator.registry import SimpleCertificateStore

CHAIR, SECRETARY = "Trần Quyết Thắng", "Lê Thị Hương Giang"
OFFICE = "Thường trực HĐND quận Hai Bà Trưng"
ROOT, AUTHORITY, CLOCK = "CA gốc thử nghiệm", "CA cơ quan thử nghiệm", "Dấu thời gian thử nghiệm"
_BORN, _LIFE = datetime(2020, 1, 1, tzinfo=UTC), timedelta(days=40 * 365)


@cache
def certified(name, issuer=None, *, born=_BORN, life=_LIFE, is_authority=False, for_stamps=False):
    """(certificate, key) in that name; of its own making without an issuer, which is (certificate, key) too."""
    key = rsa.generate_private_key(65537, 2048) if for_stamps else ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    above, its_key = issuer or (None, key)
    made = x509.CertificateBuilder().subject_name(subject).issuer_name(above.subject if above else subject)
    made = made.public_key(key.public_key()).serial_number(x509.random_serial_number())
    made = made.not_valid_before(born).not_valid_after(born + life)
    made = made.add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
    made = made.add_extension(
        x509.KeyUsage(
            digital_signature=True,
            content_commitment=not is_authority,
            key_encipherment=False,
            data_encipherment=False,
            key_agreement=False,
            key_cert_sign=is_authority,
            crl_sign=is_authority,
            encipher_only=False,
            decipher_only=False,
        ),
        critical=True,
    )
    if for_stamps:
        made = made.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
    return made.sign(its_key, hashes.SHA256()), key


def root():
    return certified(ROOT, is_authority=True)


def authority():
    return certified(AUTHORITY, root(), is_authority=True)


def pem(of):
    return of[0].public_bytes(serialization.Encoding.PEM)


def _asn1(certificate):
    return asn1_x509.Certificate.load(certificate.public_bytes(serialization.Encoding.DER))


def _key(key):
    plain = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    return asn1_keys.PrivateKeyInfo.load(key.private_bytes(serialization.Encoding.DER, *plain))


def _store(*certificates):
    store = SimpleCertificateStore()
    store.register_multiple(map(_asn1, certificates))
    return store


def signer(name, **how):
    certificate, key = certified(name, authority(), **how)
    return signers.SimpleSigner(
        signing_cert=_asn1(certificate), signing_key=_key(key), cert_registry=_store(authority()[0])
    )


def clock():
    """A time stamping authority in this process."""
    certificate, key = certified(CLOCK, authority(), for_stamps=True)
    at = datetime(2027, 1, 5, 3, tzinfo=UTC)
    store = _store(authority()[0])
    return timestamps.DummyTimeStamper(_asn1(certificate), _key(key), certs_to_embed=store, fixed_dt=at)


@cache
def picture(colour, is_round=False):
    """A signature (blue) or a seal (red) on nothing."""
    drawn = Image.new("RGBA", (360, 360 if is_round else 190), (0, 0, 0, 0))
    pen = ImageDraw.Draw(drawn)
    if is_round:
        pen.ellipse((6, 6, 354, 354), outline=colour, width=9)
        pen.ellipse((70, 70, 290, 290), outline=colour, width=5)
    else:
        pen.line([(10, 150), (90, 30), (110, 160), (190, 60), (210, 140), (350, 40)], fill=colour, width=8)
    return drawn


def look_of(field):
    seal = field == "CoQuan"
    drawn = PdfImage(picture("#c00000" if seal else "#1030b0", seal))
    return stamp.StaticStampStyle(border_width=0, background=drawn, background_opacity=1)


def fields_of(pdf):
    """The names of its fields for signatures, in their order."""
    return [name for name, *_ in fields.enumerate_sig_fields(PdfFileReader(BytesIO(pdf), strict=False))]


def signed(pdf, by=CHAIR, field="ChuKy", *, box=None, stamped=False, with_picture=True, **how):
    """`pdf` with a signature in that name; in a field that it has, or in a new one, which `box` makes visible."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf), strict=False)
    if box:
        fields.append_signature_field(writer, fields.SigFieldSpec(field, box=box))
    shown = with_picture and (box or field in fields_of(pdf))
    meta = signers.PdfSignatureMetadata(field_name=field, md_algorithm="sha256")
    program = signers.PdfSigner(
        meta,
        signer(by, **how),
        stamp_style=look_of(field) if shown else None,
        timestamper=clock() if stamped else None,
    )
    return program.sign_pdf(writer).getvalue()


def stamped_whole(pdf):
    """`pdf` with a time stamp over all of it."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf), strict=False)
    return signers.PdfTimeStamper(clock()).timestamp_pdf(writer, "sha256").getvalue()
