"""The old post beside the form of the session that it became, with its doubts, and the way to the next post."""

from ...archiving import giving_back
from ...models import Decision, ImportedPost
from ..pasted import whole_units
from . import post_status, source_marks
from .doubts import lettered
from .post_filters import LEGEND, FieldMarks


def context(user, session):
    """{} for a session that comes from no post or is not edited now, and for staff who may not see the batch. Only a
    session from a post, or from a text pasted whole, costs a query."""
    if not (session and session.source_text and session.is_editable and user.has_perm("meetings.view_importedpost")):
        return {}
    posts = ImportedPost.objects.filter(session=session, decision=Decision.ACCEPTED).exclude(reading=None)
    post = posts.select_related("batch").order_by("-decided_at", "-pk").first()
    if post is None:
        return {}
    doubts = lettered(post)
    was_pasted = giving_back.PASTED in post.answers
    return {
        "was_pasted": was_pasted,
        "may_undo_paste": was_pasted and giving_back.never_left_the_draft(session),
        **(whole_units.context(post, session) if was_pasted else {}),
        "old_post": post,
        "old_text": source_marks.marked(post.reading, FieldMarks(post.record), doubts),
        "old_doubts": doubts,
        "old_legend": LEGEND,
        "next_post": None if was_pasted else post_status.next_post(post.batch, post),
    }
