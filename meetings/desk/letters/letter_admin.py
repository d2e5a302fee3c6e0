"""The book of letters: read by all, and a word on those that did not go by whoever edits."""

from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html, format_html_join
from django.views.decorators.http import require_POST

from ...models import Letter
from ...models.letter import MOVES
from ..office_time import hour_and_day
from ..read_only import ReadOnly
from . import trouble_words


@admin.register(Letter)
class LetterAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ("subject", "receiver", "standing", "written", "verbs")
    list_filter = ("state",)
    search_fields = ("to", "to_name", "subject")
    search_help_text = "Người nhận, địa chỉ hoặc tên thư"
    fields = ("subject", "receiver", "standing", "written", "text", "attached")
    change_form_template = "admin/row_form.html"
    noun = "thư"
    none_yet = "Chưa có thư nào. Thư báo việc chờ duyệt, chờ ký được viết khi có việc."
    who_begins = ""

    @admin.display(description="Gửi tới")
    def receiver(self, letter):
        return format_html("{}<br><small>{}</small>", letter.to_name, letter.shown_address)

    @admin.display(description="Tình trạng", ordering="state")
    def standing(self, letter):
        went = f"Đã đi {hour_and_day(letter.sent_at)}" if letter.sent_at else letter.get_state_display()
        said = "; ".join(filter(None, (trouble_words.why(letter), letter.trouble)))
        return format_html("{}<br><small>{}</small>", went, said) if said else went

    @admin.display(description="Viết lúc", ordering="written_at")
    def written(self, letter):
        return hour_and_day(letter.written_at)

    @admin.display(description="Kèm theo")
    def attached(self, letter):
        names = [file["title"] for file in letter.files] + ["lịch họp"] * bool(letter.calendar)
        return ", ".join(names) or "không có"

    @admin.display(description="Làm gì")
    def verbs(self, letter):
        return format_html_join(
            " ", '<button class="button" type="submit" formaction="{}">{}</button>', links(letter)
        )

    def get_list_display(self, request):
        may = request.user.has_perm("meetings.change_letter")
        return self.list_display if may else self.list_display[:-1]

    def get_urls(self):
        move = self.admin_site.admin_view(self.move)
        return [path("<int:pk>/viec/<slug:verb>/", move, name="meetings_letter_move"), *super().get_urls()]

    @method_decorator([require_POST, permission_required("meetings.change_letter", raise_exception=True)])
    def move(self, request, pk, verb):
        letter = get_object_or_404(Letter, pk=pk)
        if verb not in MOVES:
            raise Http404
        if letter.move(verb):
            self.log_change(request, letter, MOVES[verb].label)
            messages.success(request, f"{letter}: {MOVES[verb].done}")
        else:
            messages.warning(request, f"{letter}: thư vừa đổi tình trạng. Hãy xem lại dòng của thư.")
        return redirect("admin:meetings_letter_changelist")


def links(letter):
    """[(address, label), …] of what may be said of it now."""
    return [
        (reverse("admin:meetings_letter_move", args=[letter.pk, verb]), MOVES[verb].label) for verb in letter.verbs
    ]


def for_front_page(user, most=8):
    """What did not go, the newest first; {} where there is nothing, or the user does not read letters."""
    if not user.has_perm("meetings.view_letter"):
        return {}
    rows = Letter.objects.not_gone()
    shown = [{"letter": each, "why": trouble_words.why(each), "links": links(each)} for each in rows[:most]]
    return {"rows": shown, "total": rows.count() if len(shown) == most else len(shown)} if shown else {}
