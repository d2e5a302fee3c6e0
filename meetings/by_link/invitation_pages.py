"""The invitation of one who is invited, their answer, and the papers of the session that they may read."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from ..letters.invitation_letters import event_of, moment, when
from ..models.invitation import DocumentOpening, Invitation, answer_by, answers_until, paper_of, presiding
from ..public.cached_page import newest_masthead
from ..public.see_other import SeeOther
from .answer_form import AnswerForm
from .of_link import of_link

of_invited = of_link(Invitation, "invitations/closed.html")


@of_invited
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request, link):
    if request.method != "POST":
        said = {name: getattr(link, name) for name in ("answer", "substitute", "substitute_position")}
        return _page(request, link, AnswerForm(initial=said))
    form = AnswerForm(request.POST)
    if not link.may_answer:
        return _page(request, link, form, status=409)
    if not form.is_valid():
        return _page(request, link, form, status=400)
    link.reply(**form.cleaned_data)
    return SeeOther(reverse("invitations:answer", args=[link.token]))


@of_invited
@require_safe
def paper(request, link):
    if (file := paper_of(link.edition)) is None:
        raise Http404
    return file.stored.response(request)


@of_invited
@require_safe
def event(request, link):
    from ..writers import calendar

    answer = HttpResponse(calendar.mailed(event_of(link.edition)), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="phien-hop.ics"'
    return answer


@of_invited
@require_safe
def document(request, link, pk):
    """Each opening is written down; a look at the head alone is none."""
    found = next((each for each in link.documents if each.pk == pk), None)
    if found is None:
        raise Http404
    if request.method == "GET":
        DocumentOpening.objects.create(invitation=link, attachment=found)
    return found.stored.response(request)


def _page(request, link, form, *, status=200):
    record = link.edition.whole
    context = {
        "masthead": newest_masthead(),
        "link": link,
        "token": link.token,
        "form": form,
        "edition": link.edition,
        "record": record,
        "session_words": link.edition.session_words,
        "when": when(record),
        "presiding": presiding(record),
        "paper": paper_of(link.edition),
        "answer_by": moment(by) if (by := answer_by(record)) > timezone.now() else "",
        "until": answers_until(record),
        "may_answer": link.may_answer,
    }
    return render(request, "invitations/answer.html", context, status=status)
