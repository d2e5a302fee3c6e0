"""The next step of a session in words, for the user who looks at it."""

from dataclasses import dataclass

from ...models import SessionState


@dataclass(frozen=True, slots=True)
class Step:
    words: str
    link: bool = False
    """Whether the words link to the session: this user can do the step."""
    to: str = "change"
    """Where it leads: the form, or the "comparison" with what the public reads."""
    ready: bool = False
    """Whether the session can be submitted or published now."""


def next_step(status, may):
    """The step after `status` for a user whose `has_perm` is `may`."""
    publishes, changes = may("meetings.publish_session"), may("meetings.change_session")
    match status.session.state:
        case SessionState.DRAFT:
            return _draft(status, may) if changes else Step("chờ văn thư soạn xong")
        case SessionState.SUBMITTED | SessionState.RESUBMITTED if status.own_words:
            return Step(status.own_words)
        case SessionState.SUBMITTED if publishes:
            return Step("Xem và duyệt", link=True, ready=not status.session.missing())
        case SessionState.RESUBMITTED if publishes:
            return Step("So và duyệt", link=True, to="comparison", ready=not status.session.missing())
        case SessionState.SUBMITTED | SessionState.RESUBMITTED:
            return Step("chờ Chánh Văn phòng duyệt")
        case SessionState.PUBLISHED if status.session.is_scheduled:
            return Step("tự đăng đúng giờ")
        case SessionState.REOPENED if publishes:
            return Step("Sửa và đăng lại", link=True)
        case SessionState.REOPENED:
            return Step("Sửa tiếp", link=True) if changes else Step("chờ đăng lại")
    return Step("")


def _draft(status, may):
    ready = not status.lacking and may("meetings.submit_session")
    if status.is_returned:
        return Step("Sửa và gửi lại", link=True, ready=ready)
    if status.is_late and ready:
        return Step("Soát và gửi duyệt", link=True, ready=True)
    return Step("Làm tiếp" if status.is_late else "Soạn tiếp", link=True)
