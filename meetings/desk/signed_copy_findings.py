"""What is told of a chosen file before it is attached as a signed copy; each line is a finding or a doubt."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    words: str
    is_doubt: bool = False


def lines(contents, edition) -> list[Line]:
    return [_pages(contents), _words(contents), *_number(contents, edition), *_signatures(contents)]


def _pages(contents):
    if contents.pages == contents.our_pages:
        return Line(f"{contents.pages} trang, bằng bản đã phát hành.")
    return Line(f"{contents.pages} trang; bản đã phát hành có {contents.our_pages} trang.", is_doubt=True)


def _words(contents):
    if not contents.words:
        return Line("Bản quét, máy không đọc được chữ. Hãy tự đối chiếu từng trang với bản đã phát hành.")
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
    if not contents.signatures:
        yield Line("Không có chữ ký số.")
        return
    yield from (_signature(each, contents.continues_ours) for each in contents.signatures)
    if not contents.is_sealed:
        yield Line("Sau chữ ký cuối cùng, tệp còn được ghi thêm.", is_doubt=True)
    yield Line("Chỉ đọc tên trong chứng thư; hiệu lực của chữ ký phải kiểm bằng phần mềm ký số.")


def _signature(signature, continues_ours):
    """A file is called digitally signed only where it is the file that the office issued, and the signature holds."""
    whose = f"người ký theo chứng thư: {signature.signer}" if signature.signer else "chưa đọc được người ký"
    if not signature.holds:
        return Line(f"Có chữ ký số ({whose}), nhưng không khớp nội dung: tệp bị sửa sau khi ký.", is_doubt=True)
    if not continues_ours:
        return Line(f"Có chữ ký số ({whose}), nhưng nội dung không phải tệp của cơ quan phát hành.", is_doubt=True)
    return Line(f"Đã ký số trên đúng tệp đã phát hành; {whose}.")
