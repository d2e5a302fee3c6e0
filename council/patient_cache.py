"""Redis, left out for a while once it did not answer: pages are made without it, and nobody waits for it again."""

import logging
import time

from django.core.cache.backends.redis import RedisCache

LEFT_OUT = 15
"""So many seconds, in this process."""

_log = logging.getLogger(__name__)


class PatientRedisCache(RedisCache):
    """While it is left out nothing is found in it and nothing is stored."""

    _asked_again_at = 0.0

    def get(self, key, default=None, version=None):
        return self._asked(default, super().get, key, default, version)

    def get_many(self, keys, version=None):
        return self._asked({}, super().get_many, keys, version)

    def set(self, key, value, *args, **named):
        return self._asked(None, super().set, key, value, *args, **named)

    def add(self, key, value, *args, **named):
        return self._asked(False, super().add, key, value, *args, **named)

    def delete(self, key, version=None):
        return self._asked(False, super().delete, key, version)

    def incr(self, key, delta=1, version=None):
        """Raises ValueError for a key that is not there, as Django's own do."""
        if (value := self._asked(None, super().incr, key, delta, version)) is None:
            raise ValueError(f"Không có khóa {key}.")
        return value

    @classmethod
    def _asked(cls, default, ask, *words, **named):
        from redis.exceptions import ConnectionError, TimeoutError

        if time.monotonic() < cls._asked_again_at:
            return default
        try:
            return ask(*words, **named)
        except (ConnectionError, TimeoutError) as silent:
            cls._asked_again_at = time.monotonic() + LEFT_OUT
            _log.warning("Redis không trả lời, để ra ngoài %s giây: %s", LEFT_OUT, silent)
            return default
