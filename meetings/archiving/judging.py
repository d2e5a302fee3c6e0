"""A reading becomes what the post keeps: the record, the doubts of the reader and of the archive, the verdict."""

import re
from dataclasses import asdict

from ..readers.reading import Doubt
from . import councils

NOTHING_ORDERED = "Không thấy chỉ đạo nào trong bài: đúng vậy không?"
_SAYS_SO = re.compile(r"không thấy (?:nội dung )?chỉ đạo", re.IGNORECASE)


def judge(post, reading, stored):
    """Sets what the post keeps of the reading, unsaved."""
    data = reading.to_data()
    data["doubts"] += [asdict(doubt) for doubt in _doubts(reading, stored)]
    post.reading, post.reason = data, ""
    post.verdict, post.session_id = stored.judge(reading.record, post.source_hash, post.address, data["doubts"])


def _doubts(reading, stored):
    """A council that is not on the list; a session without directives, which is never clean."""
    if reading.record.council.committee_name not in stored.councils:
        yield councils.doubt(reading.record)
    if not reading.record.directives and not any(_SAYS_SO.search(doubt.said) for doubt in reading.doubts):
        yield Doubt(NOTHING_ORDERED)
