"""The fields of a template by the names that a clerk reads in Word, and the words of a paper put into them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any

from ...official_form import NUMBER_BLANK_MM, SIGNER_BLANK_MM
from ..words.holding import held
from ..words.text import Block, Look, PaperText, Signature, Table, listed
from .marks import LINE, Words, blank, gap, mark, marked, plain

FIELDS = (
    ("co_quan", "Tên cơ quan ban hành, mỗi phần một dòng: HỘI ĐỒNG NHÂN DÂN / QUẬN HAI BÀ TRƯNG"),
    ("so_ky_hieu", "Số và ký hiệu: 05/BB-HĐND; bản thảo để trống chỗ ghi số; phiếu điểm danh không có"),
    ("so", "Riêng phần số: 05"),
    ("ky_hieu", "Riêng phần ký hiệu: BB-HĐND"),
    ("noi_ngay", "Địa danh và ngày: Hai Bà Trưng, ngày 05 tháng 01 năm 2021; biên bản không có"),
    ("ten_loai", "Tên loại văn bản: BIÊN BẢN, THÔNG BÁO, GIẤY MỜI"),
    ("trich_yeu", "Trích yếu, có thể nhiều dòng"),
    ("than_bai", "Toàn bộ thân bài: mỗi đoạn, mỗi đề mục một đoạn, theo định dạng của chính dòng này"),
    ("bang", "Bảng trong thân bài (danh sách ký tên); không có bảng thì dòng này tự mất"),
    ("ket", "Lời kết, luôn đi cùng phần chữ ký"),
    ("chu_ky.trai", "Người ký bên trái (thư ký); chỉ dùng để hỏi: {%p if chu_ky.trai %} … {%p endif %}"),
    ("chu_ky.trai.quyen_han", "Quyền hạn, chức vụ của người ký bên trái: THƯ KÝ"),
    ("chu_ky.trai.ho_ten", "Họ tên người ký bên trái; chưa có tên thì thành dòng chấm"),
    ("chu_ky.phai.quyen_han", "Quyền hạn, chức vụ của người ký bên phải, hoặc người ký duy nhất: CHỦ TỌA"),
    ("chu_ky.phai.ho_ten", "Họ tên người ký bên phải, hoặc người ký duy nhất"),
    ("noi_nhan", "Các dòng dưới chữ “Nơi nhận:”"),
    ("phu_luc", "Phụ lục; chỉ dùng để hỏi: {%p if phu_luc %} … {%p endif %}"),
    ("phu_luc.ten", "Chữ PHỤ LỤC"),
    ("phu_luc.trich_yeu", "Tên phụ lục"),
    ("phu_luc.kem_theo", "Dòng “(Kèm theo Biên bản số …)”"),
    ("phu_luc.bang", "Bảng của phụ lục"),
    ("kiem_tra", "Dòng nhỏ ở chân trang cuối: nơi kiểm tra văn bản; bản thảo không có"),
)
"""Each field with what it is, for the guide of the desk."""

ONLY_ASKED = frozenset({"chu_ky.trai", "phu_luc"})
"""Fields that a condition may ask for and that print nothing themselves."""
LISTS = frozenset({"co_quan", "trich_yeu", "than_bai", "ket", "noi_nhan"})
"""Fields of several lines, over which a template may loop."""
REQUIRED = (
    "so_ky_hieu",
    "noi_ngay",
    "ten_loai",
    "trich_yeu",
    "than_bai",
    "bang",
    "ket",
    "chu_ky.trai.quyen_han",
    "chu_ky.trai.ho_ten",
    "chu_ky.phai.quyen_han",
    "chu_ky.phai.ho_ten",
    "noi_nhan",
    "phu_luc.bang",
)
"""Without these a paper would lose words of its record. What an office may write itself is not among them."""

_NOTHING = Words(())


@dataclass(frozen=True, slots=True)
class Signer:
    quyen_han: Words = _NOTHING
    ho_ten: Words = _NOTHING

    def __bool__(self) -> bool:
        return bool(self.quyen_han or self.ho_ten)


@dataclass(frozen=True, slots=True)
class Attached:
    """The annex."""

    ten: Words = _NOTHING
    trich_yeu: Words = _NOTHING
    kem_theo: Words = _NOTHING
    bang: Words = _NOTHING

    def __bool__(self) -> bool:
        return bool(self.bang)


@dataclass(slots=True)
class Filling:
    """What is put into a template for one sheet: the words by field, and the tables that stand apart."""

    words: dict[str, Any]
    tables: list[Table] = field(default_factory=list)


def filling(sheet: PaperText) -> Filling:
    found = Filling(words={})
    number = gap(NUMBER_BLANK_MM) if sheet.number == "" else plain(sheet.number or "")
    symbol = plain(sheet.symbol)
    left, right = _signers(sheet)
    found.words = {
        "co_quan": _lines(sheet.letterhead),
        "so": Words((number,)),
        "ky_hieu": Words((symbol,)),
        "so_ky_hieu": _NOTHING if sheet.number is None else Words((f"{number}/{symbol}",)),
        "noi_ngay": Words((marked(sheet.place_date, sheet.held),)),
        "ten_loai": Words((plain(sheet.kind),)),
        "trich_yeu": _lines(sheet.abstract, sheet.held),
        "than_bai": _body(sheet),
        "bang": _table(found, sheet.table),
        "ket": Words(tuple(marked(each.spans, sheet.held) for each in sheet.ending)),
        "chu_ky": {"trai": left, "phai": right},
        "noi_nhan": Words(
            tuple(plain(f"- {held(line, *sheet.held)}") for line in listed(list(sheet.recipients))),
        ),
        "phu_luc": _annex(found, sheet),
        "kiem_tra": Words((plain(held(sheet.verification)),)),
    }
    return found


def _lines(lines: Iterable[str], names: tuple[str, ...] = ()) -> Words:
    return Words(tuple(plain(held(line, *names)) for line in lines), joint=LINE)


def _body(sheet: PaperText) -> Words:
    """Each block with its look and with whether it stays with the next: the last one stays with the ending."""
    return Words(
        tuple(
            mark(f"look {each.look}") + (mark("keep") if _stays(each, after) else "") + marked(each.spans, sheet.held)
            for each, after in zip_longest(sheet.body, sheet.body[1:])
        )
    )


def _stays(block: Block, after: Block | None) -> bool:
    return after is None or after.look is Look.DETAIL or block.look in (Look.LEAD, Look.SECTION, Look.ITEM)


def _signers(sheet: PaperText) -> tuple[Signer, Signer]:
    """Who signs left and who right; one who signs alone signs right."""
    found = [_signer(each, sheet.held) for each in sheet.signatures]
    return (found[0] if len(found) > 1 else Signer()), (found[-1] if found else Signer())


def _signer(signature: Signature, names: tuple[str, ...]) -> Signer:
    name = plain(held(signature.name, *names)) if signature.name else blank(SIGNER_BLANK_MM)
    return Signer(quyen_han=_lines(signature.authority), ho_ten=Words((name,)))


def _table(found: Filling, table: Table | None) -> Words:
    if table is None:
        return _NOTHING
    found.tables.append(table)
    return Words((mark(f"table {len(found.tables) - 1}"),))


def _annex(found: Filling, sheet: PaperText) -> Attached:
    if not sheet.annex:
        return Attached()
    first, others = sheet.annex.abstract[:1], sheet.annex.abstract[1:]
    return Attached(
        ten=Words((plain(sheet.annex.heading),)),
        trich_yeu=_lines(first, sheet.held),
        kem_theo=_lines(others, sheet.held),
        bang=_table(found, sheet.annex.table),
    )
