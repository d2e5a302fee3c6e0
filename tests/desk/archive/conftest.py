"""Old posts on the desk: one read without a doubt, one with doubts, one that is no session, gathered for real."""

from pathlib import Path

import pytest
from django.urls import reverse

from meetings import archiving
from meetings.desk.archive.post_version import version_of
from meetings.models import ImportBatch
from meetings.readers import inputs

POSTS = Path(__file__).resolve().parents[2] / "posts"
CLEAN = POSTS / "thuong-ky-2021-02.txt"
DOUBTFUL = POSTS / "giao-viec-2021-04.txt"


@pytest.fixture
def batch(council):
    return ImportBatch.objects.create(name="Bài cũ năm 2021")


@pytest.fixture
def gathered(batch, tmp_path):
    """Reads the files, and whatever texts are given beside them as name=words, into the batch."""

    def gather(*paths, **texts):
        for name, words in texts.items():
            (tmp_path / f"{name}.txt").write_text(words, encoding="utf-8")
        archiving.gather(batch, inputs.sources([*paths, *(tmp_path / f"{name}.txt" for name in texts)]))
        return {post.name.removesuffix(".txt"): post for post in batch.posts.all()}

    return gather


@pytest.fixture
def posts(gathered):
    return gathered(CLEAN, DOUBTFUL, khac="Lịch tiếp công dân tháng này.")


@pytest.fixture
def clean(posts):
    return posts["thuong-ky-2021-02"]


@pytest.fixture
def doubtful(posts):
    """April, with two doubts in it, whatever the reader doubts."""
    post = posts["giao-viec-2021-04"]
    post.reading = {
        **post.reading,
        "doubts": [doubt_about(post, words) for words in ("phân công như sau", "trường hợp vướng mắc")],
    }
    post.verdict = "doubts"
    post.save()
    return post


def doubt_about(post, words):
    at = post.reading["text"].index(words)
    return {"said": f"Chưa rõ “{words}”; hãy xem lại.", "start": at, "end": at + len(words)}


@pytest.fixture
def refused(posts):
    return posts["khac"]


def page_of(post):
    return reverse("admin:meetings_importedpost_change", args=[post.pk])


def of_batch(name, batch):
    return reverse(f"admin:meetings_importbatch_{name}", args=[batch.pk])


def decide(client, post, verb, **said):
    """Presses the button of that name on the post's page."""
    where = reverse("admin:meetings_importedpost_decide", args=[post.pk])
    post.refresh_from_db(fields=["answers", "reading"])
    return client.post(where, {"viec": verb, "ban": version_of(post), **said})


def answer(client, post, **said):
    where = reverse("admin:meetings_importedpost_answer", args=[post.pk])
    return client.post(where, {"ban": version_of(post), **said})


def words_of(answer):
    return " ".join(answer.content.decode().split())
