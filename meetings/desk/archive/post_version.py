"""The version of a post that a page shows: it changes with the file, with the answers about the frame, and with the
doubts, which a page numbers."""

import json
from hashlib import sha256

from ...archiving.frame_answers import FRAME


def version_of(post):
    doubts = [doubt["said"] for doubt in post.reading["doubts"]] if post.reading else []
    shown = json.dumps([post.source_hash, post.answers.get(FRAME), doubts], sort_keys=True)
    return sha256(shown.encode()).hexdigest()
