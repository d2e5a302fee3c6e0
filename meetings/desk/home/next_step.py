"""The next step of a session in words, for the user who looks at it."""

from dataclasses import dataclass

from ...models import SessionState


@dataclass(frozen=True, slots=True)
class Step:
    words: str
    link: bool = False
    """Whether the words link to the session: this user can do the step."""
    ready: bool = False
    """Whether the session can be submitted or published now."""


def next_step(status, may):
    """The step after `status` for a user whose `has_perm` is `may`."""
    return STEPS[status.session.state](status, may)


def _draft(status, may):
    if not may("meetings.change_session"):
        return Step("chờ văn thư soạn xong")
    ready = not status.lacking and may("meetings.submit_session")
    if status.is_returned:
        return Step("Sửa và gửi lại", link=True, ready=ready)
    if status.is_late and ready:
        return Step("Soát và gửi duyệt", link=True, ready=True)
    return Step("Làm tiếp" if status.is_late else "Soạn tiếp", link=True)


def _submitted(status, may):
    if may("meetings.publish_session"):
        return Step("Xem và duyệt", link=True, ready=not status.session.missing())
    return Step("chờ Chánh Văn phòng duyệt")


def _published(status, may):
    return Step("tự đăng đúng giờ" if status.session.is_scheduled else "")


def _reopened(status, may):
    if may("meetings.publish_session"):
        return Step("Sửa và đăng lại", link=True)
    return Step("Sửa tiếp", link=True) if may("meetings.change_session") else Step("chờ đăng lại")


def _withdrawn(status, may):
    return Step("")


STEPS = {
    SessionState.DRAFT: _draft,
    SessionState.SUBMITTED: _submitted,
    SessionState.PUBLISHED: _published,
    SessionState.REOPENED: _reopened,
    SessionState.WITHDRAWN: _withdrawn,
}
