"""A batch, and old posts as the input side gives them."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from meetings import archiving
from meetings.models import ImportBatch

POSTS = Path(__file__).resolve().parents[1] / "posts"
FEBRUARY = (POSTS / "thuong-ky-2021-02.txt").read_text(encoding="utf-8")
MAY = (POSTS / "thoi-han-2021-05.txt").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Post:
    name: str
    text: str
    sha256: str = ""
    form: str = "text"
    encoding: str = "utf-8"
    address: str = ""
    files: tuple = ()
    notes: tuple = ()


@dataclass(frozen=True)
class Unread:
    name: str
    reason: str = "tệp hỏng, hãy tải lại"


@dataclass(frozen=True)
class File:
    name: str
    content: bytes
    title: str = ""
    size: int = field(default=100)

    def read(self):
        return self.content


@pytest.fixture
def batch(db):
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
    return gathered(Post("thang-2.txt", FEBRUARY))[0]
