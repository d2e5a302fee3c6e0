"""What the clerk is told about a pasted directive: other names, what is not seen, what is not sure."""

from collections.abc import Iterator

from ...readers.rules import days
from ...vietnamese import fold, join_words, upper_first

LEADS_IN = "Câu dẫn vào các chỉ đạo, có ô riêng ở phần Đánh giá; chỉ thêm nếu bạn đánh dấu."
UNREAD = "Chưa tách được câu này; đã giữ nguyên trong nội dung phải làm."


def notes(words, named, due, *, unclear, known) -> Iterator[str]:
    for each in named:
        yield from _about(each, known)
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
    elif unseen := _unseen(words, named, due, unclear, known):
        yield unseen


def _about(each, known) -> Iterator[str]:
    if each.left:
        yield f"“{each.words}” để trong câu chữ."
    elif each.unit and not each.unit.active:
        yield f"{upper_first(each.unit.name)} đã thôi hoạt động; tên được để trong câu chữ."
    elif known.is_chosen(each.words):
        yield f"“{each.words}”: bạn đã chọn {each.unit.name}."
    elif each.unit and fold(each.unit.name) != fold(each.words):
        yield f"“{each.words}” là tên gọi khác của {each.unit.name}."


def _unseen(words, named, due, unclear, known) -> str:
    """Which of unit and deadline the words do not name, in one sentence."""
    nearby = [] if named or unclear else list(dict.fromkeys(mention.unit.name for mention in known.mentions(words)))
    sentences = [] if named or nearby or unclear else ["không thấy tên đơn vị"]
    if nearby:
        sentences.append(f"có nhắc đến {join_words(nearby)}, chưa rõ chủ trì hay phối hợp, tên để trong câu chữ")
    if not due:
        sentences.append("không thấy thời hạn")
    if not named and words.casefold().startswith("phối hợp"):
        return "“phối hợp” ở đây là việc phải làm; " + (", ".join(sentences) or "không thấy tên đơn vị") + "."
    return upper_first(", ".join(sentences)) + "." if sentences else ""
