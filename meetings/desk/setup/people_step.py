"""Step 2: the members of the standing committee, pasted with their posts, and the council's term."""

from collections import Counter

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect
from django.urls import path

from ...models import Member
from ...paper_kinds.signing import DEPUTY, HEAD, collective
from ..member_rows import CouncilForm
from ..typed_days import DayField
from .steps import council_here, of_setup, saved_to, step_page

SIGNS = {Member.Duty.CHAIR: HEAD, Member.Duty.DEPUTY: DEPUTY}


class PeopleForm(CouncilForm):
    field_order = ("valid_from", "valid_to", "pasted_members")

    class Meta(CouncilForm.Meta):
        fields = ("valid_from", "valid_to")
        field_classes = {"valid_from": DayField, "valid_to": DayField}

    def __init__(self, *args, **named):
        super().__init__(*args, **named)
        for name in ("valid_from", "valid_to"):
            self.fields[name].widget.attrs["placeholder"] = "ngày/tháng/năm"
        self.fields["pasted_members"].help_text = (
            "Mỗi người một dòng, Chủ tịch ghi trước, ví dụ: Đ/c Lê Minh Quang - Bí thư Đảng ủy, Chủ tịch HĐND "
            "phường. Ai đã có thì không thêm nữa."
        )


@of_setup
def people_step(request):
    council = council_here()
    form = PeopleForm(request.POST or None, instance=council)
    if form.is_valid():
        with transaction.atomic():
            form.save()
            form.add_pasted()
        messages.success(request, "Đã lưu Thường trực.")
        return redirect(saved_to(request, "people"))
    members = list(Member.objects.filter(council=council))
    context = {"council": council, "form": form, "members": members, "doubts": doubts(members, council)}
    return step_page(request, "people", {**context, "signs": _signing(members, council)})


def doubts(members, council=None):
    """What somebody should look at; nothing of it holds a save up."""
    duties = Counter(member.duty for member in members)
    found = []
    if members and council and council.members_total and council.members_total != len(members):
        found.append(f"Bước 1 ghi {council.members_total} thành viên, ở đây có {len(members)} người.")
    if members and not duties[Member.Duty.CHAIR]:
        found.append("Chưa thấy ai là Chủ tịch. Hãy ghi chức vụ “Chủ tịch HĐND …”, hoặc chọn cương vị.")
    if duties[Member.Duty.CHAIR] > 1:
        found.append("Có hai Chủ tịch. Hãy sửa cương vị của một người.")
    without = ", ".join(member.name for member in members if not member.position)
    return [*found, f"Chưa có chức vụ: {without}."] if without else found


def _signing(members, council):
    """The signing lines of those who may sign, as papers print them."""
    above = collective(council.to_record()) if council else ()
    return [{"name": each.name, "lines": above + SIGNS[each.duty]} for each in members if each.duty in SIGNS]


PATHS = [path("mo-co-quan/thuong-truc/", people_step, name="setup_people")]
