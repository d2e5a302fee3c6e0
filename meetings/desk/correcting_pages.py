"""An issued paper has an error: one page asks which kind of error it is and leads to the way that the law gives,
another takes down the places that a letter of correction is to mend."""

from dataclasses import dataclass

from django.contrib import messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.shortcuts import redirect
from django.urls import path
from django.views.decorators.http import require_http_methods, require_safe

from .. import issuing
from ..models import Refused
from ..paper import PaperKind
from ..paper_kinds import description
from ..vietnamese import squeeze, tidy
from .desk_page import desk_page
from .signed_copy_pages import edition_for

MOST_ROWS, BLANK_ROWS = 30, 3
LONGEST_PLACE, LONGEST = 200, 2000
LETTER_SLUG = description(issuing.LETTER).slug


@require_safe
def choose(request, pk):
    edition = edition_for(request, pk, "meetings.view_edition")
    context = {
        "title": "Sửa sai sót của văn bản đã phát hành",
        "edition": edition,
        "slug": description(PaperKind(edition.kind)).slug if edition.is_paper else "",
        "is_letter_of_correction": edition.kind == issuing.LETTER,
        "letters": issuing.letters_for(edition),
    }
    return desk_page(request, "edition/correct", context)


@dataclass
class Row:
    """One place, as it was typed."""

    place: str = ""
    wrong: str = ""
    right: str = ""
    is_internal: bool = False
    fault: str = ""

    @property
    def is_blank(self):
        return not (self.place or self.wrong or self.right)

    def fields(self):
        return {name: getattr(self, name) for name in ("place", "wrong", "right", "is_internal")}


@require_http_methods(["GET", "HEAD", "POST"])
def errata(request, pk):
    edition = edition_for(request, pk, "meetings.change_paperdraft")
    typed = request.method == "POST"
    rows = _typed(request.POST) if typed else _stored(edition)
    refusal = ""
    if typed:
        try:
            return _keep(request, edition, rows)
        except Refused as refused:
            refusal = str(refused)
    suggested = not typed and not rows and edition.is_paper_in_force
    if suggested:
        rows = _suggested(edition)
    context = {
        "title": "Chỗ cần đính chính",
        "edition": edition,
        "rows": [*rows, *(Row() for _ in range(BLANK_ROWS))],
        "suggested": suggested and bool(rows),
        "seen": request.POST.get("seen", "") if typed else issuing.token_of(edition),
        "longest_place": LONGEST_PLACE,
        "longest": LONGEST,
        "slug": LETTER_SLUG,
        "refusal": refusal,
    }
    return desk_page(request, "edition/errata", context, status=409 if refusal else 200)


def _stored(edition):
    return [Row(row.place, row.wrong, row.right, row.is_internal) for row in edition.errata.all()]


def _suggested(edition):
    """Where the session or the paper was mended on the desk since: what is printed otherwise now."""
    composed = issuing.compose(edition.session, edition.kind)
    return [Row(each.place[:LONGEST_PLACE], each.wrong, each.right) for each in issuing.suggested(edition, composed)]


def _typed(post):
    rows = []
    for place in range(MOST_ROWS + BLANK_ROWS):
        named = {name: tidy(post.get(f"{name}-{place}", "")) for name in ("place", "wrong", "right")}
        named["place"] = squeeze(named["place"])
        rows.append(Row(**named, is_internal=bool(post.get(f"internal-{place}"))))
    return [row for row in rows if not row.is_blank]


def _keep(request, edition, rows):
    for row in rows:
        row.fault = _fault(row)
    if len(rows) > MOST_ROWS:
        raise Refused(f"Một công văn đính chính nhiều nhất {MOST_ROWS} chỗ. Sai nhiều hơn thì phát hành bản thay.")
    if any(row.fault for row in rows):
        raise Refused("Chưa lưu: có dòng cần sửa.")
    issuing.keep_errata(edition, [row.fields() for row in rows], seen=request.POST.get("seen", ""), by=request.user)
    words = f"Ghi {len(rows)} chỗ cần đính chính." if rows else "Bỏ các chỗ cần đính chính."
    LogEntry.objects.log_actions(request.user.pk, [edition], CHANGE, words, single_object=True)
    if not rows:
        messages.success(request, f"Đã bỏ các chỗ cần đính chính của {edition.reference}.")
        return redirect("admin:meetings_edition_change", edition.pk)
    messages.success(request, f"Đã ghi {len(rows)} chỗ cần đính chính của {edition.reference}.")
    return redirect("admin:meetings_session_paper", edition.session_id, LETTER_SLUG)


def _fault(row):
    if not row.place:
        return "Hãy ghi sai ở chỗ nào, ví dụ: phần địa danh, ngày tháng."
    if not row.wrong and not row.right:
        return "Hãy ghi chữ đã in sai, chữ đúng, hoặc cả hai."
    if row.wrong == row.right:
        return "Chữ đúng đang giống chữ đã in."
    if len(row.place) > LONGEST_PLACE or max(len(row.wrong), len(row.right)) > LONGEST:
        return f"Dòng này dài quá; chỗ sai nhiều nhất {LONGEST_PLACE} chữ cái, chữ sai, chữ đúng {LONGEST}."
    return ""


PATHS = [
    path("<int:pk>/sua-sai-sot/", choose, name="meetings_edition_correct"),
    path("<int:pk>/cho-dinh-chinh/", errata, name="meetings_edition_errata"),
]
