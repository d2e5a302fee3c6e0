"""The version of a post that a page shows: it changes with the file and with the answers about the post's frame."""

import json
from hashlib import sha256

from ...archiving.frame_answers import FRAME


def version_of(post):
    if not (frame := post.answers.get(FRAME)):
        return post.source_hash
    return sha256(f"{post.source_hash} {json.dumps(frame, sort_keys=True)}".encode()).hexdigest()
