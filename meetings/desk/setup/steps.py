"""The steps of opening an office: which there are, how far each is, and the page that shows one."""

from dataclasses import dataclass

from django.contrib.auth.decorators import permission_required
from django.urls import reverse

from ...models import Council, Member, Membership, Office, Unit
from ...models.office_scope import current
from ..desk_page import desk_page

PERMISSIONS = ("meetings.add_council", "meetings.change_council", "meetings.add_member", "meetings.add_unit")


@dataclass(frozen=True, slots=True)
class Step:
    name: str
    title: str

    @property
    def address(self):
        return reverse(f"admin:setup_{self.name}")


STEPS = (
    Step("office", "Cơ quan và Hội đồng"),
    Step("people", "Thường trực"),
    Step("units", "Đơn vị"),
    Step("accounts", "Tài khoản"),
    Step("doors", "Ba cánh cửa"),
)

of_setup = permission_required(PERMISSIONS, raise_exception=True)


def is_unopened():
    """Nobody has said yet whose office this is: it has no name and no council."""
    office = current()
    if office.name or Council.objects.exists():
        return False
    return Office.objects.filter(pk=office.pk, name="").exists()


def council_here():
    return Council.objects.in_office()


def after(name):
    """Where "Lưu, sang …" leads."""
    return STEPS[[step.name for step in STEPS].index(name) + 1]


def how_far(council):
    """{the step: what of it is done, in a word or two}."""
    people = Member.objects.filter(council=council).count() if council else 0
    units, accounts = Unit.objects.count(), Membership.objects.count()
    return {
        "office": "✓" if council else "",
        "people": f"✓ {people} người" if people else "chưa có ai",
        "units": f"✓ {units}" if units else "chưa có",
        "accounts": f"✓ {accounts}" if accounts > 1 else "mới có bạn",
        "doors": "",
    }


def step_page(request, name, context, status=200):
    done = how_far(context.get("council"))
    number = [step.name for step in STEPS].index(name) + 1
    context = {
        "title": f"Mở cơ quan: {STEPS[number - 1].title}",
        "number": number,
        "steps": [(step, done[step.name]) for step in STEPS],
        "here": name,
        "following": STEPS[number] if number < len(STEPS) else None,
        **context,
    }
    return desk_page(request, f"setup/{name}", context, status)


def saved_to(request, name):
    """ "Lưu" stays on the step, "Lưu, sang …" goes on to the next one."""
    return after(name).address if "_continue" not in request.POST else reverse(f"admin:setup_{name}")
