"""Rules of the ending: "./." and the signatures (cells 7a and 7b)."""

import re

from ... import official_form as form
from ...paper import PaperKind
from ...paper_kinds import description
from ...vietnamese import fold
from ..layout import Layout
from ..measure import CENTRE_MM, capitals_rule, centred, mm, place, size_rule, style, style_rule
from ..measured_sheet import Line
from ..rulebook import Uncheckable, Verdict, need, rule
from ..tail import MINUTES_SIGNERS, Signature

ROOM_LEAST_MM = 20.0
"""The least space between post and name. The form gives no figure; under 22 mm a signature looks cramped."""

ACADEMIC = re.compile(
    r"^(GS|PGS|TS|TSKH|ThS|Ths|BS|KS|CN|DS|LS|CV|KTS|Giáo sư|Phó Giáo sư|Tiến s[ĩỹ]|Thạc s[ĩỹ]|Cử nhân|Kỹ sư|"
    r"Bác s[ĩỹ]|Luật sư)[.,\s]"
)
"""Titles that are not allowed before a signer's name; military and religious ranks are."""

SIGNER = "chức vụ người ký ở bên phải"

SIGNED_BY_TWO = tuple(kind for kind in PaperKind if description(kind).has_two_signatures)


@rule("document-end", "ND30-III.II", "Nội dung kết thúc bằng dấu “./.”", "6")
def document_end(layout: Layout) -> Verdict:
    """The mark follows the last word without a space."""
    line = need(layout.body, "nội dung văn bản")[-1]
    measured = f"“… {' '.join(line.text.split()[-3:])}”"
    apart = line.text == form.DOCUMENT_END or line.text.endswith(f" {form.DOCUMENT_END}")
    kept = line.text.endswith(form.DOCUMENT_END) and not apart
    allowed = f"“{form.DOCUMENT_END}”, liền sau chữ cuối cùng" if apart else f"“{form.DOCUMENT_END}”"
    return Verdict(kept, measured, allowed, place(line))


def signatures(layout: Layout) -> tuple[Signature, ...]:
    if layout.kind and description(layout.kind).has_two_signatures:
        return layout.ending.signatures or (_right(layout),)
    return (_right(layout),)


def _right(layout: Layout) -> Signature:
    return need(layout.ending.right, SIGNER)


def authorities(layout: Layout) -> list[Line]:
    return [line for signature in signatures(layout) for line in signature.authority]


def names(layout: Layout) -> list[Line]:
    """The printed names. Raises Uncheckable where all names are blanks for handwriting."""
    signed = signatures(layout)
    printed = [signature.name for signature in signed if signature.name]
    if not printed and any(signature.blank for signature in signed):
        raise Uncheckable("họ tên người ký để trống cho viết tay")
    return need(printed, "họ tên người ký")


@rule("minutes-signers", "ND30-III.M1.9", "Thư ký ký bên trái, chủ tọa ký bên phải", "7a", SIGNED_BY_TWO)
def minutes_signers(layout: Layout) -> Verdict:
    need(layout.ending.signatures, SIGNER)
    sides = (layout.ending.left, layout.ending.right)
    words = [fold(side.authority[0].text).strip(" .:") if side else "" for side in sides]
    kept = all(word in allowed for word, allowed in zip(words, MINUTES_SIGNERS, strict=True))
    measured = ", ".join(side.authority[0].text if side else "không thấy" for side in sides)
    where = next((place(side.authority[0]) for side in sides if side), "")
    return Verdict(kept, measured, "THƯ KÝ, CHỦ TỌA", where)


capitals_rule("authority-capitals", "ND30-I.II.7đ", "Quyền hạn, chức vụ người ký chữ in hoa", "7a", authorities)
size_rule(
    "authority-size",
    "ND30-I.II.7đ",
    "Cỡ chữ quyền hạn, chức vụ người ký",
    "7a",
    authorities,
    lambda: form.AUTHORITY_RANGE_PT,
)
style_rule(
    "authority-style",
    "ND30-I.II.7đ",
    "Quyền hạn, chức vụ người ký chữ đứng, đậm",
    "7a",
    authorities,
    bold=True,
    italic=False,
)


@rule("authority-place", "ND30-I.IV.2", "Quyền hạn, chức vụ người ký ở nửa phải, các dòng cân giữa", "7a")
def authority_place(layout: Layout) -> Verdict:
    lines = _right(layout).authority
    outside = next((line for line in lines if line.x0 < layout.centre - 2 * CENTRE_MM), None)
    if outside:
        return Verdict(False, f"bắt đầu cách mép trái {mm(outside.x0)}", f"từ {mm(layout.centre)}", place(outside))
    return centred(lines, lines[-1].centre, "với nhau", 2 * CENTRE_MM)


@rule("signature-room", "LE-2", "Có chỗ để ký giữa chức vụ và họ tên", "7b")
def signature_room(layout: Layout) -> Verdict:
    allowed = f"từ {mm(ROOM_LEAST_MM)} trở lên"
    rooms = []
    for signature in signatures(layout):
        if signature.name and signature.name.page == signature.last.page:
            rooms.append((signature.name.top - signature.last.bottom, signature.name))
        elif signature.blank:
            rooms.append((signature.blank.y - signature.last.bottom, signature.last))
    if not rooms:
        need([signature for signature in signatures(layout) if signature.name], "họ tên người ký")
        return Verdict(False, "họ tên sang trang khác", allowed)
    least, line = min(rooms, key=lambda room: room[0])
    return Verdict(least >= ROOM_LEAST_MM, mm(least), allowed, place(line))


@rule("signer-present", "ND30-I.II.7c", "Có họ tên người ký", "7b")
def signer_present(layout: Layout) -> Verdict:
    for signature in signatures(layout):
        if not signature.name and not signature.blank:
            return Verdict(False, "không thấy", "họ tên", place(signature.last))
    if blank := next((signature for signature in signatures(layout) if not signature.name), None):
        raise Uncheckable(f"họ tên dưới “{blank.last.text}” để trống cho viết tay")
    return Verdict(True, ", ".join(line.text for line in names(layout)))


size_rule("signer-size", "ND30-I.II.7đ", "Cỡ chữ họ tên người ký", "7b", names, lambda: form.SIGNER_RANGE_PT)


@rule("signer-style", "ND30-I.II.7đ", "Họ tên người ký chữ thường, đứng, đậm", "7b")
def signer_style(layout: Layout) -> Verdict:
    lines = names(layout)
    shouted = next((line for line in lines if line.text.isupper()), None)
    if shouted:
        return Verdict(False, "chữ in hoa", "chữ thường", place(shouted))
    return style(lines, bold=True, italic=False)


@rule("signer-centred", "ND30-I.II.7đ", "Họ tên người ký cân giữa dưới chức vụ", "7b")
def signer_centred(layout: Layout) -> Verdict:
    pairs = [(signature.name, signature.last.centre) for signature in signatures(layout) if signature.name]
    names(layout)
    line, middle = max(pairs, key=lambda pair: abs(pair[0].centre - pair[1]))
    return centred([line], middle, "dưới chức vụ", 2 * CENTRE_MM)


@rule("signer-title", "ND30-I.II.7c", "Trước họ tên người ký không ghi học hàm, học vị", "7b")
def signer_title(layout: Layout) -> Verdict:
    lines = names(layout)
    titled = next((line for line in lines if ACADEMIC.match(line.text)), None)
    return Verdict(not titled, (titled or lines[0]).text, "họ tên", place(titled or lines[0]))


@rule("signature-with-text", "LE-1", "Chữ ký không nằm một mình trên trang")
def signature_with_text(layout: Layout) -> Verdict:
    pages = {line.page for line in layout.body}
    lonely = next((line for line in authorities(layout) if line.page not in pages), None)
    if lonely:
        return Verdict(False, "trang chỉ có chữ ký", "cùng trang với nội dung", place(lonely))
    return Verdict(True, "cùng trang", "cùng trang với nội dung")
