"""A batch, and old posts as the input side gives them."""

from pathlib import Path

import pytest

from meetings import archiving
from meetings.models import ImportBatch
from meetings.readers.inputs import Source, SourceFile, Unread

POSTS = Path(__file__).resolve().parents[1] / "posts"
FEBRUARY = (POSTS / "thuong-ky-2021-02.txt").read_text(encoding="utf-8")
MAY = (POSTS / "thoi-han-2021-05.txt").read_text(encoding="utf-8")


def a_post(name, text, **more):
    return Source(name=name, text=text, **{"sha256": "", "form": "text", "encoding": "utf-8", **more})


def unread(name, reason="tệp hỏng, hãy tải lại"):
    return Unread(name=name, reason=reason)


def a_file(name, content, title="", size=100):
    return SourceFile(name=name, title=title, size=size, read=lambda: content)


@pytest.fixture
def batch(council):
    return ImportBatch.objects.create(name="Bài cũ năm 2021")


@pytest.fixture
def gathered(batch):
    """Gather the posts, and give those of the batch back."""

    def gather(*posts):
        archiving.gather(batch, posts)
        return list(batch.posts.all())

    return gather


@pytest.fixture
def february(gathered):
    """The post of February, read without a doubt."""
    return gathered(a_post("thang-2.txt", FEBRUARY))[0]
