"""The page of one old post: the post beside the record it was read into, with the reader's doubts on top."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, render
from django.urls import path
from django.views.decorators.http import require_safe

from ... import archiving
from ...archiving import giving_back
from ...models import Decision, ImportedPost, Session, Verdict
from ...models.user_names import known_as
from ...vietnamese import paragraphs
from ..office_time import hour_and_day
from . import frame_panel, post_rows, post_status, record_lines, source_marks
from .copies import original_of
from .difference import difference
from .doubts import lettered, on_rows
from .frame_panel import answered
from .post_filters import LEGEND, FieldMarks
from .post_version import version_of

GIVE_BACK = ("meetings.change_importedpost", "meetings.delete_session")
DONE = {Decision.ACCEPTED: "nhập bài này", Decision.SKIPPED: "bỏ qua bài này"}


def post_for(request, pk):
    if not request.user.has_perm("meetings.view_importedpost"):
        raise PermissionDenied
    posts = ImportedPost.objects.select_related("batch", "session__council", "decided_by")
    return get_object_or_404(posts, pk=pk)


@require_safe
def show(request, pk):
    return page(request, post_for(request, pk))


def page(request, post, refusal="", known=None, form=None, unseen_said=""):
    """`refusal`: why the last decision was refused; `known`: the stored session that was the reason; `form`: answers
    that cannot be taken as typed; `unseen_said`: the letters of the doubts that the next click accepts unseen."""
    before, after = post_status.neighbours(post.batch, post)
    context = {
        **admin.site.each_context(request),
        "title": post.name,
        "post": post,
        "version": version_of(post),
        "original": original_of(post),
        "before": before,
        "after": after,
        "next": next(iter(post_rows.rows(post.batch, post_rows.of_list(post.batch.posts.filter(pk=after)))), None),
        "total": post.batch.posts.count(),
        "refusal": refusal,
        "known": known,
        "decided": _decided(post),
        "may": _may(request.user, post),
        "unseen_said": unseen_said,
        "legend": LEGEND,
        "other_day": archiving.other_day(post),
        **frame_panel.context(request.user, post, form),
        **(_both_sides(post) if post.reading else {"source": paragraphs(post.source_text)}),
    }
    return render(request, "admin/archive/post.html", context, status=409 if refusal or form or unseen_said else 200)


def _both_sides(post):
    """The post's text and its record, with the doubts marked in both."""
    record, doubts = post.record, lettered(post)
    text = source_marks.marked(post.reading, FieldMarks(record), doubts)
    unseen = [doubt for doubt in doubts if not doubt.is_answered]
    return {
        "record": record,
        "doubts": doubts,
        "unseen": len(unseen),
        "unseen_letters": ",".join(doubt.letter for doubt in unseen),
        "text": text,
        "groups": _groups(post, record, doubts),
        "difference": _difference(post) if post.verdict == Verdict.CHANGED and not _closed(post) else None,
    }


def _groups(post, record, doubts):
    letters, decisions = on_rows(doubts, post.reading["parts"]), archiving.UnitDecisions(post.batch)
    return list(record_lines.groups(record, letters, answered(post), decisions.with_decision))


def _closed(post):
    return post.decision != Decision.PENDING


def _difference(post):
    """The post compared with the text that the stored session was read from; where the session keeps no text, with
    the session's own words."""
    if post.session is None:
        return []
    if post.session.source_text:
        return difference(post.session.source_text, post.reading["text"])
    stored = Session.objects.with_rows().get(pk=post.session_id).to_record()
    return difference(record_lines.in_words(stored), record_lines.in_words(post.record))


def _decided(post):
    """ "Phạm Thu Hà đã nhập bài này lúc 08:12, 26/11/2026"; "" for a post without a decision."""
    if not _closed(post):
        return ""
    at = f" lúc {hour_and_day(post.decided_at)}" if post.decided_at else ""
    return f"{known_as(post.decided_by)} đã {DONE[Decision(post.decision)]}{at}"


def _may(user, post):
    """What the user may do with the post in its present state."""
    change = user.has_perm("meetings.change_importedpost")
    pending = change and not _closed(post)
    fresh = post.verdict in (Verdict.CLEAN, Verdict.DOUBTS)
    accept = pending and fresh and user.has_perm("meetings.add_session")
    return {
        "accept": accept,
        "publish": accept and user.has_perm("meetings.publish_session"),
        "skip": pending,
        "resume": change and post.decision == Decision.SKIPPED,
        "give_back": _give_back(user, post),
        "own": _may_own(user, post, pending),
        "correct": pending and post.verdict == Verdict.CHANGED and user.has_perm("meetings.change_session"),
        "answer": pending and fresh,
    }


def _give_back(user, post):
    """None where it cannot be given back, else the version of its session, and whether that asks first."""
    if not (user.has_perms(GIVE_BACK) and giving_back.may_give_back(post)):
        return None
    return {"version": post.session.version, "asks": giving_back.losses(post.session)}


def _may_own(user, post, pending):
    allowed = pending and user.has_perms(("meetings.add_session", "meetings.change_session"))
    return allowed and archiving.may_be_own(post)


PATHS = [path("bai/<int:pk>/", show, name="meetings_importedpost_change")]
