"""The members of the standing committee on their council's page: rows, and a list pasted at once."""

import re

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import models

from ..models import Council, Member
from ..models.member import bare_name
from ..vietnamese import fold
from . import pasted
from .screen.inlines import RowInline
from .typed_days import DayField

DAYS = {
    models.DateField: {
        "form_class": DayField,
        "widget": forms.DateInput(attrs={"placeholder": "ngày/tháng/năm"}),
    }
}
_HEAD = re.compile(r"(?P<deputy>pho )?chu tich(?: thuong truc)?(?: (?:hdnd|hoi dong nhan dan)\b.*)?")
"""Not the chairman of another body: "Chủ tịch UBND quận"."""


class MemberInline(RowInline, admin.TabularInline):
    model = Member
    fields = ("order", "name", "position", "duty", "email", "valid_from", "valid_to")
    template = "admin/council/members.html"
    formfield_overrides = DAYS
    noun = "thành viên"


class CouncilForm(forms.ModelForm):
    pasted_members = forms.CharField(
        label="Dán danh sách thành viên",
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Mỗi dòng một người, ví dụ: Ông Trần Quyết Thắng - Chủ tịch HĐND quận. Lưu xong, mỗi người thành "
        "một dòng trong danh sách thành viên ở dưới; ai đã có thì không thêm nữa.",
    )

    class Meta:
        model = Council
        fields = [field.name for field in Council._meta.local_fields if field.editable]

    def clean_pasted_members(self):
        """The pasted text; the people in it are kept for `add_pasted`. A line that is no person is refused whole."""
        self.pasted, text = [], self.cleaned_data["pasted_members"]
        if not text.strip():
            return ""
        try:
            rows = pasted.split("attendees", text, council=_named(self.instance)).rows
        except pasted.Unsplittable as reason:
            raise ValidationError(str(reason)) from reason
        if faults := [fault for row in rows if (fault := _fault(row))]:
            raise ValidationError(faults)
        self.pasted = [(row.values["name"], row.values.get("position", "")) for row in rows]
        return text

    def add_pasted(self):
        """The pasted people who are no members yet, behind the rows that are there."""
        rows = list(self.instance.members.all())
        known, last = {bare_name(row.name) for row in rows}, max((row.order for row in rows), default=0)
        for name, position in self.pasted:
            if (bare := bare_name(name)) not in known:
                known.add(bare)
                last += 1
                self.instance.members.create(order=last, name=name, position=position, duty=duty_of(position))


def duty_of(position):
    """The duty that the words of a post give: "Phó Chủ tịch HĐND quận" is the deputy's."""
    for post in fold(position).split(", "):
        if head := _HEAD.fullmatch(post):
            return Member.Duty.DEPUTY if head["deputy"] else Member.Duty.CHAIR
        if post.startswith("thu ky"):
            return Member.Duty.SECRETARY
    return Member.Duty.ORDINARY


def _named(council):
    """The council whose own members the words are read by; None before it is stored."""
    return council.to_record() if council.pk else None


def _fault(row):
    """Why the pasted row cannot be a member, or ""."""
    if not row.values.get("name"):
        return f"“{row.words[:80]}” chưa có họ tên. Hãy ghi họ tên, rồi gạch ngang và chức vụ."
    if row.unclear:
        return f"“{row.words[:80]}”: chưa hiểu “{'; '.join(row.unclear)}”. Hãy bỏ chữ ấy, rồi lưu lại."
    long = [name for name in ("name", "position") if len(row.values.get(name, "")) > _longest(name)]
    return f"“{row.words[:80]}…” dài quá. Hãy viết gọn họ tên và chức vụ." if long else ""


def _longest(name):
    return Member._meta.get_field(name).max_length
