"""The notes on a pasted directive: other names of units, missing parts, doubts."""

from collections.abc import Iterator

from ...readers.grammar import days
from ...vietnamese import fold, join_words, upper_first

LEADS_IN = "Câu dẫn vào các chỉ đạo: điền vào ô riêng ở phần Chỉ đạo, nếu ô ấy còn trống."
UNREAD = "Chưa tách được câu này; đã giữ nguyên trong nội dung phải làm."


def notes(words, named, due, *, unclear, known) -> Iterator[str]:
    for unit in named:
        yield from _about(unit, known)
    if len(due) > 1:
        several = join_words([f"“{at.words}”" for _, at in due])
        yield f"Có nhiều thời hạn ({several}); ô thời hạn để trống, chữ vẫn giữ trong câu."
    elif unclear:
        yield "Chưa rõ đơn vị nào chủ trì; câu được giữ nguyên trong nội dung phải làm."
    for _, at in due:
        if any(day.value is None for day in days.find(at.words)):
            yield f"“{at.words}”: trên lịch không có ngày này."
    if words.endswith(":"):
        yield "Việc ở các dòng bên dưới."
    elif missing := _missing(words, named, due, unclear, known):
        yield missing


def _about(named, known) -> Iterator[str]:
    words, unit = named.words, named.unit
    if named.left:
        yield f"“{words}” để trong câu chữ."
    elif unit and not unit.active:
        yield f"{upper_first(unit.name)} đã thôi hoạt động; tên được để trong câu chữ."
    elif known.is_chosen(words):
        yield f"“{words}”: bạn đã chọn {unit.name}."
    elif unit and fold(unit.name) != fold(words):
        yield f"“{words}” là tên gọi khác của {unit.name}."


def _missing(words, named, due, unclear, known) -> str:
    """One sentence on the unit and the deadline that the words do not name."""
    nearby = [] if named or unclear else list(dict.fromkeys(mention.unit.name for mention in known.mentions(words)))
    sentences = [] if named or nearby or unclear else ["không thấy tên đơn vị"]
    if nearby:
        sentences.append(f"có nhắc đến {join_words(nearby)}, chưa rõ chủ trì hay phối hợp, tên để trong câu chữ")
    if not due:
        sentences.append("không thấy thời hạn")
    if not named and words.casefold().startswith("phối hợp"):
        return "“phối hợp” ở đây là việc phải làm; " + (", ".join(sentences) or "không thấy tên đơn vị") + "."
    return upper_first(", ".join(sentences)) + "." if sentences else ""
