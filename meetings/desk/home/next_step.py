"""The one thing to do next with a session, in words, for whoever looks at it."""

from dataclasses import dataclass

from ...models import SessionState


@dataclass(frozen=True, slots=True)
class Step:
    words: str
    link: bool = False
    """Whether the words lead to the session, for this user to act on."""
    ready: bool = False
    """Whether it can go out today."""


def next_step(stands, may):
    """What the user with the permissions `may` does next where a session stands so."""
    return STEPS[stands.session.state](stands, may)


def _draft(stands, may):
    if not may("meetings.change_session"):
        return Step("chờ văn thư soạn xong")
    ready = not stands.lacking and may("meetings.submit_session")
    if stands.is_returned:
        return Step("Sửa và gửi lại", link=True, ready=ready)
    if stands.is_late and ready:
        return Step("Soát và gửi duyệt", link=True, ready=True)
    return Step("Làm tiếp" if stands.is_late else "Soạn tiếp", link=True)


def _submitted(stands, may):
    if may("meetings.publish_session"):
        return Step("Xem và duyệt", link=True, ready=not stands.session.missing())
    return Step("chờ Chánh Văn phòng duyệt")


def _published(stands, may):
    return Step("tự đăng đúng giờ" if stands.session.is_scheduled else "")


def _reopened(stands, may):
    if may("meetings.publish_session"):
        return Step("Sửa và đăng lại", link=True)
    return Step("Sửa tiếp", link=True) if may("meetings.change_session") else Step("chờ đăng lại")


def _withdrawn(stands, may):
    return Step("")


STEPS = {
    SessionState.DRAFT: _draft,
    SessionState.SUBMITTED: _submitted,
    SessionState.PUBLISHED: _published,
    SessionState.REOPENED: _reopened,
    SessionState.WITHDRAWN: _withdrawn,
}
