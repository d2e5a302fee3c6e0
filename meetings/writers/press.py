"""The press: makes a paper in a process of its own, one at a time, within bounds of time and memory.

The library that runs the process is imported by the first paper, not by every process that serves the site.
"""

import resource
from collections.abc import Callable
from concurrent.futures import TimeoutError
from threading import Lock
from typing import Any, TypeVar

T = TypeVar("T")

PAPERS_OF_ONE_PROCESS = 200
"""After so many it makes room for a fresh one, so that no leak of a library adds up."""


class PressRefused(Exception):
    """The paper was not made; the message says why and what to do. Nothing was changed."""


class Press:
    """One process, started when first asked for, kept warm between papers, ended when a paper overruns its bounds."""

    def __init__(self, *, seconds: float, memory_mb: int, papers: int = PAPERS_OF_ONE_PROCESS) -> None:
        self.seconds, self.memory_mb, self.papers = seconds, memory_mb, papers
        self._pool: Any = None
        self._one_at_a_time = Lock()

    def make(self, work: Callable[..., T], *args: Any, **named: Any) -> T:
        """What `work(*args, **named)` returns; all of it must be picklable, and `work` importable without Django.

        Raises PressRefused when the press is taken, too slow, or out of memory; what `work` itself raises
        comes through.
        """
        from pebble import ProcessExpired

        if not self._one_at_a_time.acquire(timeout=self.seconds):
            raise PressRefused("Máy đang in một văn bản khác. Hãy chờ ít phút rồi làm lại.")
        try:
            made: T = self._warm().schedule(work, args=args, kwargs=named, timeout=self.seconds).result()
            return made
        except TimeoutError as error:
            raise PressRefused(
                f"Văn bản in quá {self.seconds:g} giây nên đã dừng; bản thảo còn nguyên. "
                "Hãy rút gọn nội dung, hoặc chuyển bớt sang tài liệu kèm, rồi làm lại."
            ) from error
        except (MemoryError, ProcessExpired) as error:
            raise PressRefused(
                f"Văn bản cần nhiều bộ nhớ hơn mức cho phép ({self.memory_mb} MB) nên đã dừng; bản thảo còn nguyên. "
                "Hãy rút gọn nội dung, hoặc chuyển bớt sang tài liệu kèm, rồi làm lại."
            ) from error
        finally:
            self._one_at_a_time.release()

    def _warm(self) -> Any:
        if self._pool is None or not self._pool.active:
            import multiprocessing

            from pebble import ProcessPool

            self._pool = ProcessPool(
                max_workers=1,
                max_tasks=self.papers,
                initializer=_bound_memory,
                initargs=(self.memory_mb,),
                context=multiprocessing.get_context("spawn"),
            )
        return self._pool

    def stop(self) -> None:
        """End the process; the next paper starts another."""
        if self._pool is not None:
            self._pool.stop()
            self._pool.join()
            self._pool = None


def _bound_memory(megabytes: int) -> None:
    limit = megabytes * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
