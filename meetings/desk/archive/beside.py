"""The old post beside the form of the session that it became, with its doubts, and the way to the next post."""

from ...models import Decision, ImportedPost
from . import post_status, source_marks
from .doubts import lettered
from .post_filters import LEGEND, FieldMarks


def context(user, session):
    """{} for a session that comes from no post or is not edited now, and for staff who may not see the batch. Only a
    session from a post costs a query."""
    if not (session and session.source_hash and session.is_editable and user.has_perm("meetings.view_importedpost")):
        return {}
    posts = ImportedPost.objects.filter(session=session, decision=Decision.ACCEPTED).exclude(reading=None)
    post = posts.select_related("batch").order_by("-decided_at", "-pk").first()
    if post is None:
        return {}
    doubts = lettered(post)
    return {
        "old_post": post,
        "old_text": source_marks.marked(post.reading, FieldMarks(post.record), doubts),
        "old_doubts": doubts,
        "old_legend": LEGEND,
        "next_post": post_status.next_post(post.batch, post),
    }
