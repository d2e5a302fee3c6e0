"""The units that an office of each level usually gives tasks to, named as inside a sentence; all can be changed."""

from ...council_names import Level
from ...models import Unit

COUNCIL, STATE, FRONT = Unit.Kind.COUNCIL, Unit.Kind.STATE, Unit.Kind.FRONT
"""Whose they are, in the order of the page. "{}" stands for the word of the level."""

_OF_ALL = (
    (COUNCIL, "Ban Kinh tế - Ngân sách HĐND {}"),
    (COUNCIL, "Ban Văn hóa - Xã hội HĐND {}"),
    (STATE, "Ủy ban nhân dân {}"),
    (STATE, "Công an {}"),
    (FRONT, "Ủy ban MTTQ Việt Nam {}"),
    (FRONT, "Hội Liên hiệp Phụ nữ {}"),
    (FRONT, "Hội Nông dân {}"),
    (FRONT, "Hội Cựu chiến binh {}"),
    (FRONT, "Đoàn TNCS Hồ Chí Minh {}"),
)
_OF_COMMUNES = (
    (STATE, "Văn phòng HĐND và UBND {}"),
    (STATE, "Phòng Văn hóa - Xã hội {}"),
    (STATE, "Trung tâm Phục vụ hành chính công {}"),
    (STATE, "Ban Chỉ huy Quân sự {}"),
    (STATE, "Trạm Y tế {}"),
)
_OF_PROVINCES = (
    (COUNCIL, "Ban Pháp chế HĐND {}"),
    (STATE, "Văn phòng Đoàn ĐBQH và HĐND {}"),
    (STATE, "Văn phòng UBND {}"),
    (STATE, "Sở Nội vụ"),
    (STATE, "Sở Tài chính"),
    (STATE, "Sở Xây dựng"),
    (STATE, "Sở Nông nghiệp và Môi trường"),
    (STATE, "Sở Công Thương"),
    (STATE, "Sở Khoa học và Công nghệ"),
    (STATE, "Sở Giáo dục và Đào tạo"),
    (STATE, "Sở Y tế"),
    (STATE, "Sở Tư pháp"),
    (STATE, "Thanh tra {}"),
    (STATE, "Bộ Chỉ huy Quân sự {}"),
)
_OF_DISTRICTS = (
    (COUNCIL, "Ban Pháp chế HĐND {}"),
    (STATE, "Văn phòng HĐND và UBND {}"),
    (STATE, "Ban Chỉ huy Quân sự {}"),
)


def usual_units(level):
    """[(kind, name)], those of the council first; none where the level is not known."""
    match level:
        case None:
            return []
        case Level.PROVINCE | Level.CITY:
            rows = _OF_ALL + _OF_PROVINCES
        case Level.DISTRICT | Level.URBAN_DISTRICT | Level.TOWN:
            rows = tuple(row for row in _OF_ALL if "Ngân sách" not in row[1] and "Văn hóa" not in row[1])
            rows += ((COUNCIL, "Ban Kinh tế - Xã hội HĐND {}"), *_OF_DISTRICTS)
        case _:
            economy = "Phòng Kinh tế {}" if level is Level.COMMUNE else "Phòng Kinh tế, Hạ tầng và Đô thị {}"
            rows = (*_OF_ALL, (STATE, economy), *_OF_COMMUNES)
    ordered = sorted(rows, key=lambda row: (COUNCIL, STATE, FRONT).index(row[0]))
    return [(kind, name.format(level.word)) for kind, name in ordered]
