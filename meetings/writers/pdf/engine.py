"""WeasyPrint, loaded without asking a compiler where its libraries are.

It tries the names that a library has on every system, one after another. For each wrong one Python runs ldconfig, gcc
and ld in turn: half of the time a paper takes in a fresh process, and programs that no office expects a printer to
start. On Linux the loader finds the right name by itself.
"""

import ctypes.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def _by_the_loader_alone() -> Iterator[None]:
    if sys.platform != "linux":
        yield
        return
    asking = ctypes.util.find_library
    ctypes.util.find_library = lambda name: None
    try:
        yield
    finally:
        ctypes.util.find_library = asking


with _by_the_loader_alone():
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

__all__ = ["FontConfiguration", "weasyprint"]
