"""One old post beside the session it would become, with what the reader was not sure of on top."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, render
from django.urls import path
from django.views.decorators.http import require_safe

from ...models import Decision, ImportedPost, Session, Verdict
from ...models.user_names import known_as
from ...vietnamese import LOCAL_ZONE, paragraphs
from . import doubts as doubted
from . import post_status, record_lines, source_marks
from .difference import difference
from .post_filters import LEGEND, Kinds

DONE = {Decision.ACCEPTED: "nhập bài này", Decision.SKIPPED: "để lại bài này"}


def post_for(request, pk):
    if not request.user.has_perm("meetings.view_importedpost"):
        raise PermissionDenied
    found = ImportedPost.objects.select_related("batch", "session__council", "decided_by")
    return get_object_or_404(found, pk=pk)


@require_safe
def show(request, pk):
    return page(request, post_for(request, pk))


def page(request, post, refusal="", known=None):
    """`refusal`: why the decision just asked for was not taken; `known`: the session that stood in its way."""
    before, after = post_status.around(post.batch, post)
    context = {
        **admin.site.each_context(request),
        "title": post.name,
        "post": post,
        "before": before,
        "after": after,
        "total": post.batch.posts.count(),
        "refusal": refusal,
        "known": known,
        "decided": _decided(post),
        "may": _may(request.user, post),
        "legend": LEGEND,
        **(_beside(post) if post.reading else {"source": paragraphs(post.source_text)}),
    }
    return render(request, "admin/archive/post.html", context, status=409 if refusal else 200)


def _beside(post):
    """The two sides, and the doubts that stand on both."""
    record, doubts = post.record, doubted.lettered(post)
    text = source_marks.marked(post.reading, Kinds(record, record_lines.numbers(record.directives)), doubts)
    unseen = [doubt for doubt in doubts if not doubt.is_answered]
    return {
        "record": record,
        "doubts": doubts,
        "unseen": len(unseen),
        "text": text,
        "groups": list(record_lines.groups(record, doubted.on_rows(doubts, post.reading["parts"]))),
        "difference": _difference(post) if post.verdict == Verdict.CHANGED and not _closed(post) else None,
    }


def _closed(post):
    return post.decision != Decision.PENDING


def _difference(post):
    """What the post says otherwise: than the text the standing session was read from, or, where it keeps none, than
    its own words in the order of the article."""
    if post.session is None:
        return []
    if post.session.source_text:
        return difference(post.session.source_text, post.reading["text"])
    standing_one = Session.objects.with_rows().get(pk=post.session_id)
    return difference(record_lines.in_words(standing_one.to_record()), record_lines.in_words(post.record))


def _decided(post):
    """ "Phạm Thu Hà đã nhập bài này lúc 08:12, 26/11/2026"; "" while nobody decided."""
    if not _closed(post):
        return ""
    at = f" lúc {post.decided_at.astimezone(LOCAL_ZONE):%H:%M, %d/%m/%Y}" if post.decided_at else ""
    return f"{known_as(post.decided_by)} đã {DONE[Decision(post.decision)]}{at}"


def _may(user, post):
    """What this colleague may do with the post as it stands."""
    change = user.has_perm("meetings.change_importedpost")
    pending = change and not _closed(post)
    fresh = post.verdict in (Verdict.CLEAN, Verdict.DOUBTS)
    accept = pending and fresh and user.has_perm("meetings.add_session")
    return {
        "accept": accept,
        "publish": accept and user.has_perm("meetings.publish_session"),
        "skip": pending,
        "resume": change and post.decision == Decision.SKIPPED,
        "correct": pending and post.verdict == Verdict.CHANGED and user.has_perm("meetings.change_session"),
        "answer": pending and fresh,
    }


PATHS = [path("bai/<int:pk>/", show, name="meetings_importedpost_change")]
