"""The decisions on one post: each is a POST, done once, and refused where a colleague decided first."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import path, reverse
from django.views.decorators.http import require_POST

from ... import archiving, intake, printing
from ...archiving import own_session
from ...models import Decision, ImportedPost, Refused
from ..primary_keys import as_pk
from . import doubts, post_status
from .post_page import page, post_for
from .post_version import version_of

CHANGE, ADD = "meetings.change_importedpost", "meetings.add_session"
NEEDED = {
    "nhap": (CHANGE, ADD),
    "dang": (CHANGE, ADD, "meetings.publish_session"),
    "sua": (CHANGE, ADD, "meetings.change_session"),
    "bo-qua": (CHANGE,),
    "xet-lai": (CHANGE,),
    "dinh-chinh": (CHANGE, "meetings.change_session"),
    "rieng-dot-xuat": (CHANGE, ADD, "meetings.change_session"),
    "rieng-chuyen-de": (CHANGE, ADD, "meetings.change_session"),
}
"""The permissions that each decision needs, by the value of its button."""
OWN_KINDS = {f"rieng-{kind.slug}": kind for kind in own_session.KINDS}
"""The buttons that take a post of another day as a session of its own, of that kind."""


@require_POST
def decide(request, pk):
    name = request.POST.get("viec", "")
    post = post_for(request, pk)
    if not request.user.has_perms(NEEDED.get(name, (CHANGE,))):
        raise PermissionDenied
    if name not in NEEDED:
        raise Http404
    try:
        _refuse_stale(request, post, name)
        if unseen := _unseen_unsaid(request, post, name):
            return page(request, post, unseen_said=unseen)
        session = _decide(request, post, name)
    except intake.AlreadyStored as known:
        return page(request, post_for(request, pk), "Bài này đã có trên Bàn việc; chưa đổi gì.", known.session)
    except (intake.Unstorable, Refused, printing.PressRefused) as refused:
        return page(request, post_for(request, pk), _sentence(refused))
    return _next_page(post, name, session)


def _refuse_stale(request, post, name):
    """Refuses where a colleague decided first, or where the post was read anew."""
    expected = Decision.SKIPPED if name == "xet-lai" else Decision.PENDING
    if post.decision != expected:
        raise Refused("Đồng nghiệp đã quyết định bài này trước; lần bấm của bạn không đổi gì.")
    if request.POST.get("ban") != version_of(post):
        raise Refused("Bài này vừa được đọc lại, từ tệp khác hoặc với câu trả lời khác. Hãy xem lại rồi quyết định.")
    unseen = doubts.unseen_letters(post)
    if unseen and name == "dang":
        raise Refused(f"Còn {len(unseen)} chỗ chưa chắc chưa xem. Hãy xem rồi đăng, hoặc nhập thành bản nháp.")


def _unseen_unsaid(request, post, name):
    """The letters of the unseen doubts, unless the page has said these very ones and this is the click after it."""
    letters = ",".join(doubts.unseen_letters(post))
    return letters if name == "nhap" and request.POST.get("van-nhap", "") != letters else ""


def _decide(request, post, name):
    user, report = request.user, messages.success
    if name in ("nhap", "dang", "sua"):
        publish = name == "dang"
        session = archiving.accept(post, by=user, publish=publish)
        report(request, f"{session}: {'đã nhập và đăng' if publish else 'đã nhập thành bản nháp'}.")
        return session
    if name == "dinh-chinh":
        session = archiving.propose_correction(post, by=user)
        report(request, f"{session}: đã thay bằng nội dung bài này. Hãy xem lại rồi gửi duyệt.")
        return session
    if name in OWN_KINDS:
        session = archiving.accept_as_own(post, OWN_KINDS[name], by=user)
        report(request, f"{session}: đã nhập thành bản nháp riêng. Hãy xem lại loại phiên và tên phiên.")
        return session
    if name == "bo-qua":
        archiving.skip(post, by=user)
        report(request, f"Đã bỏ qua {post.name}. Cần thì mở lại trong mục “Bỏ qua”.")
    else:
        archiving.resume(post, by=user)
        report(request, f"Đã đưa {post.name} vào xét lại.")


def _next_page(post, name, session):
    if name in ("sua", "dinh-chinh", *OWN_KINDS):
        return redirect("admin:meetings_session_change", session.pk)
    if name == "xet-lai":
        return redirect("admin:meetings_importedpost_change", post.pk)
    if following := post_status.next_post(post.batch, post):
        return redirect("admin:meetings_importedpost_change", following)
    return redirect("admin:meetings_importbatch_change", post.batch_id)


def _sentence(refused):
    words = str(refused)
    return words[:1].upper() + words[1:] + ("" if words.endswith((".", "!", "?")) else ".")


@require_POST
def answer(request, pk):
    """Marks the doubt `xem` (or "tat-ca" for all) as looked at, or the doubt `bo` as not looked at."""
    post = post_for(request, pk)
    if not request.user.has_perm(CHANGE):
        raise PermissionDenied
    if request.POST.get("ban") != version_of(post):
        return page(request, post, "Bài này vừa được đọc lại, các chỗ chưa chắc đã khác. Hãy xem lại.")
    seen, again = request.POST.get("xem", ""), as_pk(request.POST.get("bo", ""))
    every, asked = doubts.lettered(post), {as_pk(seen), again}
    chosen = every if seen == "tat-ca" else [doubt for doubt in every if asked & {*doubt.places}]
    if not chosen:
        raise Http404
    try:
        _answer(post, [place for doubt in chosen for place in doubt.places], doubts.SEEN if seen else "")
    except Refused as refused:
        return page(request, post_for(request, pk), str(refused))
    where = reverse("admin:meetings_importedpost_change", args=[pk])
    return HttpResponseRedirect(f"{where}#cho-{chosen[0].letter}" if len(chosen) == 1 else where)


@transaction.atomic
def _answer(shown, places, words):
    """The row is locked: two colleagues who answer two doubts of one post lose no answer."""
    post = ImportedPost.objects.select_for_update(of=("self",)).get(pk=shown.pk)
    if version_of(post) != version_of(shown):
        raise Refused("Bài này vừa được đọc lại, các chỗ chưa chắc đã khác. Hãy xem lại.")
    if post.decision != Decision.PENDING:
        raise Refused("Đồng nghiệp đã quyết định bài này trước; câu trả lời của bạn không đổi gì.")
    for place in places:
        post.answers.pop(str(place), None)
        if words:
            post.answers[str(place)] = words
    post.save(update_fields=["answers"])


PATHS = [
    path("bai/<int:pk>/quyet-dinh/", decide, name="meetings_importedpost_decide"),
    path("bai/<int:pk>/tra-loi/", answer, name="meetings_importedpost_answer"),
]
