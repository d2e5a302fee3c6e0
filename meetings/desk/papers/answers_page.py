"""Who is invited to a session, by which address, and what they answered; their links as a sheet with QR codes."""

from collections import Counter

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.validators import validate_email
from django.http import Http404, HttpResponseRedirect
from django.urls import path
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from ...letters import invitation_letters
from ...models import Answer, DocumentOpening, Edition
from ...models.invitation import known_addresses
from ...vietnamese import tidy
from ...writers import qr_code
from ..desk_page import desk_page
from .papers_page import session_for
from .phone_answer import PhoneAnswerForm

INVITE, MAIL, RENEW, REVOKE, PAPERS, ANSWER = "moi", "gui-thu", "cap-lai", "thu-hoi", "tai-lieu", "tra-loi"


def show(request, pk):
    session, typed, refused, forms = session_for(request, pk), {}, {}, {}
    edition = Edition.objects.live(Edition.INVITES).filter(session=session).first()
    if request.method == "POST":
        if not request.user.has_perm("meetings.change_invitation"):
            raise PermissionDenied
        typed = {name.removeprefix("email-"): value for name, value in request.POST.items() if "email-" in name}
        refused = _act(request, session, edition)
        forms = {at: fault for at, fault in refused.items() if isinstance(fault, PhoneAnswerForm)}
        if not refused:
            return HttpResponseRedirect(request.path)
    invitations = list(session.invitations.select_related("attendee__unit", "written_by"))
    where, letters = known_addresses(invitations, session), invitation_letters.letters_by_invitation(session)
    rows = [
        {
            "invitation": each,
            "where": where.get(each.pk, ""),
            "letter": letters.get(each.pk),
            "typed": typed.get(f"{each.pk}", each.email),
            "refused": refused.get(each.pk, ""),
            "form": forms.get(each.pk) or PhoneAnswerForm(instance=each),
            "address": request.build_absolute_uri(each.address),
        }
        for each in invitations
    ]
    context = {
        "title": f"Trả lời giấy mời: {session}",
        "session": session,
        "edition": edition,
        "rows": sorted(rows, key=lambda row: bool(row["invitation"].answer or not row["invitation"].attendee)),
        "sums": sums(each.answer for each in invitations if each.attendee),
        "refused": refused,
        "may_act": bool(edition) and request.user.has_perm("meetings.change_invitation"),
        "has_slips": any(not each.answer and each.attendee and each.is_usable for each in invitations),
        "openings": DocumentOpening.objects.filter(invitation__session=session).select_related(
            "invitation", "attachment"
        ),
    }
    return desk_page(request, "papers/answers", context, status=409 if refused else 200)


@require_safe
@permission_required("meetings.change_invitation", raise_exception=True)
def sheet(request, pk):
    """On paper, a slip with a QR code for each who has not answered."""
    session = session_for(request, pk)
    slips = [_slip(request, each) for each in session.invitations.usable().unanswered()]
    if not slips:
        raise Http404
    edition = slips[0]["invitation"].edition
    context = {"title": f"Phiếu trả lời: {session}", "session": session, "edition": edition, "slips": slips}
    return desk_page(request, "papers/answer_slips", context | {"when": invitation_letters.when(edition.whole)})


def sums(answers):
    """[(the words of an answer, how many gave it), …]; last, how many gave none. [] where nobody was invited yet."""
    given = Counter(answers)
    named = [(label.lower(), given[value]) for value, label in Answer.choices]
    return [*named, ("chưa trả lời", given[""])] if given else []


def _slip(request, invitation):
    address = request.build_absolute_uri(invitation.address)
    return {"invitation": invitation, "address": address, "qr": mark_safe(qr_code.svg(address))}


def _act(request, session, edition):
    """What is wrong, {the key of an invitation: words on its address, or the form of its answer}; nothing is stored
    then."""
    verb, _, named = request.POST.get("viec", "").partition(":")
    invitations = {f"{each.pk}": each for each in session.invitations.select_related("attendee__unit")}
    link = invitations.get(named)
    if verb == PAPERS:
        chosen = request.POST.getlist("tai-lieu")
        for attachment in session.attachments.all():
            if attachment.is_for_invited != (f"{attachment.pk}" in chosen):
                attachment.is_for_invited = not attachment.is_for_invited
                attachment.save(update_fields=["is_for_invited"])
        messages.success(request, "Đã ghi tài liệu gửi người được mời.")
    elif verb == INVITE and edition and not invitations:
        written = invitation_letters.invite_all(edition)
        messages.success(request, f"Đã viết {len(written)} thư kèm giấy mời.")
    elif verb == MAIL and edition:
        return _send(request, session, edition, invitations)
    elif verb == ANSWER and link and edition:
        form = PhoneAnswerForm(request.POST, instance=link)
        if not form.is_valid():
            return {link.pk: form}
        form.save_by(request.user)
        messages.success(request, f"{link}: đã ghi trả lời.")
    elif verb == RENEW and link and edition:
        link.renew()
        invitation_letters.write(edition, [link])
        messages.success(request, f"{link}: đã cấp đường dẫn khác; đường dẫn, mã QR trước không mở được nữa.")
    elif verb == REVOKE and link:
        link.revoke(by=request.user)
        messages.success(request, f"{link}: đã thu hồi đường dẫn. Trả lời đã gửi vẫn giữ.")
    else:
        messages.warning(request, "Giấy mời này vừa đổi. Hãy xem lại.")
    return {}


def _send(request, session, edition, invitations):
    typed = {pk: tidy(request.POST.get(f"email-{pk}", each.email)) for pk, each in invitations.items()}
    refused = {invitations[pk].pk: "Địa chỉ chưa đúng, ví dụ đúng: phongyte@quan.gov.vn." for pk in _faulty(typed)}
    if not refused:
        for pk, each in invitations.items():
            if each.email != typed[pk]:
                each.email = typed[pk]
                each.save(update_fields=["email"])
        invited = [each for each in invitations.values() if each.attendee and each.revoked_at is None]
        written = invitation_letters.write(edition, invited)
        messages.success(request, f"Đã ghi hộp thư: {len(written)}/{len(invited)} nơi có thư trong sổ thư.")
    return refused


def _faulty(typed):
    for pk, address in typed.items():
        try:
            if address:
                validate_email(address)
        except ValidationError:
            yield pk


PATHS = [
    path("<int:pk>/giay-moi/tra-loi/", show, name="meetings_session_answers"),
    path("<int:pk>/giay-moi/tra-loi/phieu/", sheet, name="meetings_session_answer_slips"),
]
