"""A Redis that hangs costs one page a quarter of a second, and then nobody for a while."""

import socket
import time

import pytest

from council.embedded import cache_options
from council.patient_cache import PatientRedisCache


@pytest.fixture
def hanging():
    """Takes connections and says nothing."""
    door = socket.create_server(("127.0.0.1", 0))
    options = cache_options("django.core.cache.backends.redis.RedisCache")
    yield PatientRedisCache(f"redis://127.0.0.1:{door.getsockname()[1]}/0", {"OPTIONS": options})
    door.close()
    PatientRedisCache._asked_again_at = 0.0


def test_a_page_waits_for_it_once_and_every_question_has_an_answer(hanging):
    began = time.monotonic()
    answers = [
        *(hanging.get("a", "none") for _ in range(20)),
        hanging.get_many(["a"]),
        hanging.set("a", 1),
        hanging.add("a", 1),
        hanging.delete("a"),
        hanging.get_or_set("b", lambda: "made"),
    ]
    assert answers == [*["none"] * 20, {}, None, False, False, "made"]
    with pytest.raises(ValueError, match="Không có khóa"):
        hanging.incr("a")
    assert time.monotonic() - began < 2, "twenty-six questions of a quarter of a second would take six"


def test_it_is_asked_again_after_a_while(hanging, monkeypatch):
    hanging.get("a")
    until = PatientRedisCache._asked_again_at
    monkeypatch.setattr(time, "monotonic", lambda: until + 1)
    hanging.get("a")
    assert PatientRedisCache._asked_again_at > until
