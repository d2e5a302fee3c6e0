"""Step 1: the office and its council. Three answers give every name; each name can be mended by hand."""

from dataclasses import replace

from django import forms
from django.contrib import messages
from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.db import transaction
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone

from ...council_names import Level, level_of, of_level, place_of
from ...models import Council, Office
from ...models.office_scope import current
from ...paper_kinds.signing import COLLECTIVE, HEAD, collective
from ...vietnamese import tidy, upper_first
from ...writers.words.place_capitals import with_place_capitals
from ..merging.one_row import RowInfo, last_save, lock_row, merge_page_if_stale, signed_start
from .line_doubts import line_doubts
from .steps import council_here, of_setup, saved_to, step_page

NAMES = (
    *("name", "short_name", "committee_name", "committee_full_name", "locality", "place_name", "letterhead"),
    *("office_name", "recipients", "symbol_suffix", "collective"),
)
"""What follows from the level and the place, in the order of the page."""
FORMER = (Level.DISTRICT, Level.URBAN_DISTRICT, Level.TOWN)
LEVELS = [(level.value, upper_first(level.word) + (" (lưu trữ)" if level in FORMER else "")) for level in Level]


def composed(level, place):
    """{the field of Council: what follows from the level and the place}; {} while one of them is not known."""
    if not (level and place):
        return {}
    told = replace(of_level(level, place), collective=COLLECTIVE)
    values = {name: getattr(told, name) for name in NAMES}
    return {name: "\n".join(value) if isinstance(value, tuple) else value for name, value in values.items()}


def composed_of(council):
    """The same of a stored council."""
    level = level_of(council.locality)
    return composed(level, place_of(level, council.locality)) if level else {}


class OfficeForm(forms.ModelForm):
    level = forms.ChoiceField(label="Cấp", choices=LEVELS, widget=forms.RadioSelect)
    place = forms.CharField(label="Tên riêng", max_length=80)
    named_in_full = forms.TypedChoiceField(
        label="Tên này là tên người, chữ số hoặc sự kiện lịch sử?",
        choices=[("1", "Phải"), ("0", "Không phải")],
        coerce=lambda answer: answer == "1",
        widget=forms.RadioSelect,
        error_messages={"required": "Hãy chọn một trong hai; máy không tự đoán."},
    )

    class Meta:
        model = Council
        fields = ("named_in_full", "members_total", *NAMES)

    def __init__(self, *args, **named):
        super().__init__(*args, **named)
        self.before = composed_of(self.instance) if self.instance.pk else {}
        for name in NAMES:
            self.fields[name].required = False
        self.fields["members_total"].help_text = "Đến bước Thường trực, máy đối chiếu với danh sách. Để trống được."
        for name in ("letterhead", "recipients", "collective"):
            self.fields[name].widget.attrs["rows"] = 3
        self.initial["named_in_full"] = None
        if self.instance.pk:
            level = level_of(self.instance.locality)
            self.initial |= {
                "level": level.value if level else None,
                "place": place_of(level, self.instance.locality) if level else self.instance.place_name,
                "named_in_full": str(int(self.instance.named_in_full)),
            }

    def clean(self):
        """A name that nobody mended follows the answers; a mended one stays until it is asked back."""
        cleaned = super().clean()
        level, place = cleaned.get("level"), cleaned.get("place")
        if level and place:
            now, again = composed(Level(level), place), self.data.get("_again")
            for name in NAMES:
                typed = tidy(cleaned.get(name) or "")
                if name == again or not typed or typed == self.before.get(name):
                    cleaned[name] = now[name]
        return cleaned

    def rows(self):
        """Each name with what would be composed, where it was mended."""
        for name in NAMES:
            usual, stored = self.before.get(name, ""), getattr(self.instance, name)
            mended = tidy(stored) != usual and bool(stored or name != "collective")
            yield {"field": self[name], "name": name, "usual": usual if mended else ""}


@of_setup
@transaction.atomic
def office_step(request):
    council = council_here()
    if request.method == "POST" and (page := _overtaken(request, council)):
        return page
    form = OfficeForm(request.POST or None, instance=council)
    if form.is_valid():
        _store(form, request.user)
        messages.success(request, "Đã lưu cơ quan và hội đồng.")
        return redirect("admin:setup_office" if "_again" in request.POST else saved_to(request, "office"))
    shown = council_here() if form.is_bound else council
    base = signed_start(request, OfficeForm(instance=shown)) if shown else ""
    context = {"form": form, "council": shown, "sheet": sheet(shown) if shown else None, "base": base}
    return step_page(request, "office", context)


def _overtaken(request, council):
    """Somebody saved this step in between: the merge page, or the step as it is now where it was not there yet."""
    if council is None:
        return None
    lock_row(Council, council.pk)
    council.refresh_from_db()
    if "_base" not in request.POST:
        messages.error(request, "Chưa lưu: trong lúc đó đã có người lập hội đồng. Hãy xem lại rồi sửa ở đây.")
        return redirect("admin:setup_office")
    row = RowInfo("Cơ quan và Hội đồng", request.path, last_save(council))
    return merge_page_if_stale(request, OfficeForm(instance=council), (), row)


@transaction.atomic
def _store(form, user):
    """The office bears the name of its committee until it is given another."""
    is_new, before = form.instance.pk is None, form.initial.get("committee_name")
    council = form.save()
    office = Office.objects.select_for_update().get(pk=current().pk)
    if office.name in ("", before):
        office.name = council.committee_name
        office.opened_on = office.opened_on or timezone.localdate()
        office.save()
    words = "Mở cơ quan." if is_new else "Sửa ở trang Mở cơ quan."
    LogEntry.objects.log_actions(user.pk, [council], ADDITION if is_new else CHANGE, words, single_object=True)


def sheet(council):
    """What the head and the foot of a notice will say."""
    record, today = council.to_record(), timezone.localdate()
    record = with_place_capitals(record, record)
    place_and_day = f"{record.place_on_papers}, ngày {today:%d} tháng {today:%m} năm {today:%Y}"
    return {
        "letterhead": record.letterhead,
        "symbol": f"01/TB-{record.symbol_suffix}",
        "place_and_day": place_and_day,
        "doubts": line_doubts(place_and_day),
        "body": f"Kết luận của {record.committee_full_name}",
        "recipients": record.recipients,
        "authority": (*collective(record), *HEAD),
    }


PATHS = [path("mo-co-quan/", office_step, name="setup_office")]
