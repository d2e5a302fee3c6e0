"""The sample posts, and the facts the tests ask of a reading."""

from pathlib import Path

from meetings.readers import Reading, read
from meetings.readers.inputs import batch, file_kinds

POSTS = sorted((Path(__file__).parents[1] / "posts").glob("*.txt"))


def decode(data: bytes) -> str:
    """The text of a file's bytes, as an import reads it."""
    return batch.read(data, file_kinds.kind_of(data[: file_kinds.HEAD])).text


def text(name: str) -> str:
    return decode((Path(__file__).parents[1] / "posts" / f"{name}.txt").read_bytes())


def reading(name: str) -> Reading:
    return read(text(name))


def post(*paragraphs: str, title: str = "Phiên họp tháng 9 năm 2021 của Thường trực HĐND quận Hai Bà Trưng") -> str:
    """A post with the usual frame around `paragraphs`."""
    return "\n\n".join([title, "Ngày đăng 10/09/2021 | 09:00", *paragraphs])


OPENING = "Ngày 07/09/2021, Thường trực HĐND quận Hai Bà Trưng tổ chức phiên họp tháng 9 năm 2021."
CHAIR = "Đồng chí Trần Quyết Thắng - Chủ tịch HĐND quận chủ trì phiên họp."
ASSESSMENT = "Đồng chí Chủ tịch HĐND quận đánh giá công việc trong tháng chạy đều."
INTRO = "Tại phiên họp, đồng chí Chủ tịch HĐND quận chỉ đạo:"


def directing(*directives: str) -> Reading:
    """The reading of a post that is ordinary but for its directives."""
    return read(post(OPENING, CHAIR, ASSESSMENT, INTRO, *directives))


def attending(words: str) -> Reading:
    """The reading of a post that is ordinary but for its sentences about who attended."""
    return read(post(OPENING, words, ASSESSMENT, INTRO, "Tiếp tục trực tổng đài."))


def came_from(found: Reading, field: str) -> list[str]:
    return [found.text[part.start : part.end] for part in found.parts if part.field == field]


def doubts(found: Reading) -> tuple[str, ...]:
    return tuple(doubt.said for doubt in found.doubts)
