"""The news page's way out: with the minutes as they are printed, for whoever wants what was published on paper."""

from .. import printing
from ..writers.press import PressRefused
from .verify_address import verify_address


def publish(session, verb, **words) -> str:
    """Publish or republish the page with its printed minutes; says so where they could not be printed, else ""."""
    warning, files = "", []
    try:
        files = [file.keep() for file in printing.page_files(session.as_issued(), verify_at=verify_address())]
    except PressRefused as refused:
        warning = f"Trang đã đăng, nhưng chưa kèm được bản in của biên bản. {refused}"
    getattr(session, verb)(files=files, **words)
    return warning
