"""The words of the request for an explanation: each overdue directive, whose it is, by when it was due."""

from ... import prose
from ...paper import PaperRecord
from ...record import SessionRecord
from .letter_heading import letter
from .reminder import points
from .text import PaperText


def text(record: SessionRecord, paper: PaperRecord, verify_at: str = "") -> PaperText:
    about = f"yêu cầu giải trình việc thực hiện các nội dung chỉ đạo tại {prose.session_name(record)}"
    return letter(record, paper, verify_at, about, points(paper.owed))
