"""The names of a council, as they follow from its level and its place."""

from dataclasses import replace
from enum import StrEnum

from .record import CouncilRecord
from .vietnamese import fold, tidy, upper_first


class Level(StrEnum):
    """Of local government: those since 1 July 2025, then those of the archives."""

    COMMUNE = "xa"
    WARD = "phuong"
    SPECIAL_ZONE = "dac-khu"
    PROVINCE = "tinh"
    CITY = "thanh-pho"
    DISTRICT = "huyen"
    URBAN_DISTRICT = "quan"
    TOWN = "thi-xa"

    @property
    def word(self) -> str:
        """ "phường", as inside a sentence."""
        return _WORDS[self]


_WORDS = {
    Level.COMMUNE: "xã",
    Level.WARD: "phường",
    Level.SPECIAL_ZONE: "đặc khu",
    Level.PROVINCE: "tỉnh",
    Level.CITY: "thành phố",
    Level.DISTRICT: "huyện",
    Level.URBAN_DISTRICT: "quận",
    Level.TOWN: "thị xã",
}


def place_of(level: Level, typed: str) -> str:
    """The place's own name, with or without the word of its level before it.

    >>> place_of(Level.WARD, "phường  Bạch Mai")
    'Bạch Mai'
    """
    place = tidy(typed)
    words = place.split()
    word = level.word.split()
    if len(words) > len(word) and [fold(each) for each in words[: len(word)]] == [fold(each) for each in word]:
        place = " ".join(words[len(word) :])
    return upper_first(place)


def level_of(locality: str) -> Level | None:
    """The level that a locality's first word names; None where no level is called so.

    >>> level_of("phường Bạch Mai")
    <Level.WARD: 'phuong'>
    """
    folded = fold(locality)
    return next((level for level in Level if folded.startswith(f"{fold(level.word)} ")), None)


def names(kind: str, place: str) -> CouncilRecord:
    """The council of one place, `kind` being "quận" and `place` "Hai Bà Trưng"."""
    locality = f"{kind} {place}"
    return CouncilRecord(
        name=f"Hội đồng nhân dân {locality}",
        short_name=f"HĐND {locality}",
        committee_name=f"Thường trực HĐND {locality}",
        committee_full_name=f"Thường trực Hội đồng nhân dân {locality}",
        locality=locality,
        place_name=place,
        letterhead=("HỘI ĐỒNG NHÂN DÂN", locality.upper()),
    )


def of_level(level: Level, typed_place: str) -> CouncilRecord:
    """The same with what an office usually prints; each may be mended by hand."""
    recipients = (f"Thường trực HĐND {level.word}", f"Ủy ban nhân dân {level.word}", "Lưu: VT, hồ sơ phiên họp")
    named = names(level.word, place_of(level, typed_place))
    return replace(named, office_name=f"Văn phòng HĐND và UBND {level.word}", recipients=recipients)
