"""An accepted post goes back among those that wait: the draft it became is deleted, as if never accepted."""

from django.db import transaction

from ..models import Decision, ImportedPost, Refused, Session, SessionState, Verdict
from .deciding import decide
from .unit_guesses import StoredSessions

PASTED = "pasted"
"""Under this name among the answers of a post that was pasted at the desk: its session before. It has a way back of
its own."""


def never_left_the_draft(session):
    """Whether it may be deleted: nobody sent it on, nothing was issued, nobody reported on its directives."""
    return session.state == SessionState.DRAFT and not (
        session.state_changes.exists()
        or session.editions.exists()
        or session.directives.exclude(reports=None).exists()
    )


def may_give_back(post):
    return _made_its_session(post) and never_left_the_draft(post.session)


def losses(session) -> list[str]:
    """What was done to the session since it was made of the post, in words: it goes with the session."""
    saves, papers = session.version - 1, session.paper_drafts.count()
    done = [f"{saves} lần lưu sau khi nhập"] if saves else []
    return done + ([f"{papers} giấy tờ đang soạn"] if papers else [])


@transaction.atomic
def give_back(post, *, by, seen_version):
    """Delete the session that the post became; the post and its copies are compared anew with what is stored.

    Raises Refused, with nothing changed, where the session was sent on or was saved since it was looked at."""
    session = Session.objects.select_for_update().filter(pk=post.session_id).first()
    if session is None or not may_give_back(post):
        raise Refused(
            "Phiên họp của bài này đã gửi duyệt, đã đăng hoặc có báo cáo tiến độ, nên không trả bài về được. "
            "Hãy mở phiên họp để sửa, đính chính hoặc thu hồi."
        )
    if session.version != seen_version:
        raise Refused(f"{session} vừa có người sửa. Hãy xem lại những gì sẽ mất rồi bấm lần nữa.")
    session._history_user = by
    session.delete()
    decide(post, Decision.PENDING, session=None)
    _judge_anew(post)


def _made_its_session(post):
    """A correction is accepted too, but its session was there before."""
    session = post.session
    if post.decision != Decision.ACCEPTED or session is None or PASTED in post.answers:
        return False
    first = session.history.filter(history_type="+", source_hash=post.source_hash)
    return session.source_hash == post.source_hash and first.exists()


def _judge_anew(post):
    """The copies were settled as known with the session that is gone."""
    stored = StoredSessions()
    same = ImportedPost.objects.filter(source_hash=post.source_hash, decision=Decision.PENDING)
    for each in same.exclude(verdict=Verdict.REFUSED).exclude(reading=None):
        verdict, known = stored.judge(each.record, each.source_hash, each.address, each.reading["doubts"])
        ImportedPost.objects.filter(pk=each.pk).update(verdict=verdict, session=known)
