"""What is asked: from which day, which council follows, and what becomes of each unit."""

from django import forms
from django.core.exceptions import ValidationError

from ...council_names import Level, place_of
from ...models import Council, Unit
from ...vietnamese import fold, squeeze, tidy
from ..setup.office_step import LEVELS, composed
from ..setup.usual_units import usual_units
from ..typed_days import DayField
from ..unit_admin import fault_of

LONGEST = Unit._meta.get_field("name").max_length
KEPT_ON = (
    *("four_eyes", "reports_are_public", "report_files_are_public", "forgets_drafts"),
    *("drafting_unit", "symbol_suffix"),
)
"""What a new council takes over from the one before it."""


class SuccessionForm(forms.Form):
    """Of units alone; a blank box says that the unit goes on."""

    day = DayField(
        label="Từ ngày",
        help_text="Ngày đầu tiên của bên kế thừa; bên kết thúc hoạt động đến hết ngày hôm trước.",
        widget=forms.DateInput(attrs={"placeholder": "ngày/tháng/năm", "autocomplete": "off"}),
        error_messages={"required": "Hãy ghi ngày."},
    )

    def __init__(self, *args, units, **named):
        super().__init__(*args, **named)
        self.ending = units
        for unit in units:
            to = forms.CharField(label=f"Bên kế thừa {unit}", required=False, max_length=LONGEST)
            to.widget.attrs["list"] = "units"
            self.fields[f"to_{unit.pk}"] = to
            self.fields[f"ends_{unit.pk}"] = forms.BooleanField(
                label=f"{unit} kết thúc, không có bên kế thừa", required=False
            )

    def rows(self):
        """[(unit, the box for its successor, the tick that it ends)]."""
        return [(unit, self[f"to_{unit.pk}"], self[f"ends_{unit.pk}"]) for unit in self.ending]

    def suggested(self):
        """What the boxes offer: the units that go on, and those that an office of the level usually has."""
        names = Unit.objects.filter(valid_to=None).values_list("name", flat=True)
        return list(dict.fromkeys((*names, *(name for _, name in usual_units(self.chosen_level)))))

    chosen_level = None

    def clean(self):
        cleaned, new = super().clean(), {}
        self.units = {}
        for unit in self.ending:
            name, ends = squeeze(tidy(cleaned.get(f"to_{unit.pk}", ""))), cleaned.get(f"ends_{unit.pk}")
            try:
                if name and ends:
                    raise ValidationError("Đã ghi bên kế thừa thì bỏ chọn ô kết thúc.")
                if name or ends:
                    self.units[unit] = _called(name, unit, new) if name else None
            except ValidationError as fault:
                self.add_error(f"to_{unit.pk}", fault)
        return cleaned


def _called(name, unit, new):
    """The unit of that name, new where there is none; two boxes with one name mean one unit."""
    if known := Unit.objects.called(name):
        if known == unit:
            raise ValidationError("Đây là tên của chính đơn vị này. Vẫn hoạt động thì để trống.")
        if known.valid_to:
            raise ValidationError("Đơn vị này đã kết thúc.")
        return known
    if fault := fault_of(name, None):
        raise ValidationError(fault)
    return new.setdefault(fold(name), Unit(name=name, kind=unit.kind))


class CouncilSuccessionForm(SuccessionForm):
    next_council = forms.ModelChoiceField(
        Council.objects.none(), label="Hội đồng kế thừa", required=False, empty_label="hội đồng mới, ghi dưới đây"
    )
    level = forms.ChoiceField(label="Cấp", choices=LEVELS, required=False, widget=forms.RadioSelect)
    place = forms.CharField(label="Tên riêng", max_length=80, required=False)
    named_in_full = forms.TypedChoiceField(
        label="Tên này là tên người, chữ số hoặc sự kiện lịch sử?",
        choices=[("1", "Phải"), ("0", "Không phải")],
        coerce=lambda answer: answer == "1",
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )

    field_order = ("day", "next_council", "level", "place", "named_in_full")

    def __init__(self, *args, council, **named):
        super().__init__(*args, **named)
        self.council = council
        others = Council.objects.exclude(pk__in=[each.pk for each in council.line()])
        self.fields["next_council"].queryset = others.exclude(successor=council)

    @property
    def chosen_level(self):
        chosen = self.data.get("level", "")
        return next((level for level in Level if level.value == chosen), Level.WARD)

    def clean(self):
        cleaned = super().clean()
        self.following = cleaned.get("next_council")
        if not self.following and "next_council" not in self.errors:
            self.following = self._new_council(cleaned)
        return cleaned

    def _new_council(self, cleaned):
        level, place, in_full = (cleaned.get(name) for name in ("level", "place", "named_in_full"))
        if not (level and place_of(Level(level), place)):
            self.add_error("place", "Hãy chọn cấp và ghi tên riêng của hội đồng mới.")
            return None
        if in_full is None:
            self.add_error("named_in_full", "Hãy chọn một trong hai; máy không tự đoán.")
            return None
        kept = {name: getattr(self.council, name) for name in KEPT_ON}
        council = Council(**{**composed(Level(level), place), **kept}, named_in_full=in_full)
        try:
            council.clean()
        except ValidationError as known:
            self.add_error("place", known.messages)
        return council
