"""What is told of a chosen file before it is attached as a signed copy; each line is a finding or a doubt."""

from dataclasses import dataclass

from ..writers.pdf.contents import Chain
from .office_time import hour_and_day


@dataclass(frozen=True)
class Line:
    words: str
    is_doubt: bool = False


NOT_ASKED = "Chưa kiểm được chứng thư có bị thu hồi không: máy chủ không hỏi ra ngoài. Hãy kiểm bằng phần mềm ký số."


def lines(contents, edition) -> list[Line]:
    return [_pages(contents), _words(contents), *_number(contents, edition), *_signatures(contents)]


def _pages(contents):
    if contents.pages == contents.our_pages:
        return Line(f"{contents.pages} trang, bằng bản đã phát hành.")
    return Line(f"{contents.pages} trang; bản đã phát hành có {contents.our_pages} trang.", is_doubt=True)


def _words(contents):
    if not contents.words:
        return Line("Bản quét, máy không đọc được chữ. Hãy tự đối chiếu từng trang với bản đã phát hành.")
    if contents.is_scan:
        return Line("Bản quét, chữ do máy nhận dạng. Hãy tự đối chiếu từng trang với bản đã phát hành.")
    if contents.missing:
        words = f"thiếu {contents.missing} chữ, thêm {contents.added} chữ"
        return Line(f"Chữ khác bản đã phát hành: {words}. Hãy đối chiếu lại.", is_doubt=True)
    if contents.added:
        return Line(f"Đủ chữ của bản đã phát hành, thêm {contents.added} chữ.")
    return Line("Chữ giống bản đã phát hành.")


def _number(contents, edition):
    if contents.reference and contents.reference != edition.reference:
        yield Line(f"Tệp ghi số {contents.reference}, không phải số {edition.reference}.", is_doubt=True)


def _signatures(contents):
    """A file is called digitally signed only where it is the file that the office issued, with signatures that hold
    and nothing else."""
    if not contents.signatures:
        yield Line("Không có chữ ký số.")
        return
    if contents.is_signed_original:
        yield Line("Đã ký số trên đúng tệp đã phát hành.")
    elif contents.continues is None:
        yield Line("Có chữ ký số, nhưng nội dung không phải tệp của cơ quan phát hành.", is_doubt=True)
    elif not contents.adds_signatures_alone:
        yield Line("Ngoài chữ ký số, tệp đã phát hành còn bị sửa hoặc ghi thêm.", is_doubt=True)
    yield from (line for each in contents.signatures for line in _signature(each))
    yield from (Line(f"Không đọc được chứng thư gốc trong tệp {name}.", is_doubt=True) for name in contents.bad_roots)
    if any(each.holds for each in contents.signatures):
        yield Line(NOT_ASKED)


def _signature(signature):
    whose = f"Chữ ký theo chứng thư của {signature.signer}" if signature.signer else "Chữ ký chưa đọc được của ai"
    if not signature.is_read:
        yield Line(f"{whose}: không kiểm được. Hãy kiểm bằng phần mềm ký số.", is_doubt=True)
    elif not signature.holds:
        yield Line(f"{whose}: không khớp nội dung, tệp bị sửa sau khi ký.", is_doubt=True)
    else:
        yield Line(f"{whose}: khớp nội dung{_times(signature)}.")
        yield _chain(signature)


def _times(signature):
    if signature.stamped_at:
        return f", dấu thời gian {hour_and_day(signature.stamped_at)} của {signature.stamped_by or 'nơi chưa rõ'}"
    if signature.claimed_at:
        return f", giờ ký do máy của người ký ghi: {hour_and_day(signature.claimed_at)}"
    return ", không ghi giờ ký"


def _chain(signature):
    whose = signature.signer or "người ký"
    match signature.chain:
        case Chain.KNOWN:
            return Line(f"Chứng thư của {whose} dẫn tới một chứng thư gốc mà cơ quan tin cậy.")
        case Chain.UNKNOWN:
            return Line(f"Chứng thư của {whose} không dẫn tới chứng thư gốc nào mà cơ quan tin cậy.", is_doubt=True)
        case Chain.EXPIRED:
            return Line(f"Chứng thư của {whose} không còn, hoặc chưa đến thời hạn dùng.", is_doubt=True)
        case _:
            return Line(
                f"Chưa kiểm được chứng thư của {whose} do ai cấp: máy chủ chưa có chứng thư gốc (SIGNATURE_ROOTS)."
            )
