"""What two units sent by their links, of which nobody at the ward has looked at anything yet."""

from datetime import timedelta

from meetings.models import Directive, Proposal
from meetings.models.proposal import ExtensionState
from meetings.models.unit_link import UnitLink, link_for

from .demo_calendar import days, until
from .demo_rows import afternoon

SENT = (
    ("Đã di chuyển xong đường cáp, đang thi công điểm thứ hai; đạt khoảng 70% khối lượng.", "Ninh Thị Vân", 14),
    ("Đã kiểm tra ba trong bốn chợ, lập biên bản hai hộ; chợ còn lại kiểm tra trong tuần.", "Khúc Hữu Tài", 0),
)
"""The words, who sent them, and how many days more are asked for."""


def load(council, today, clerk):
    late = Directive.objects.in_force().overdue(today).counted().filter(session__council=council)
    late = late.exclude(lead_unit=None).order_by("session__held_on", "order")
    for row, (words, sender, more) in zip(late, SENT, strict=False):
        link, sent_at = link_for(row.lead_unit, today, by=clerk), afternoon(until(today - days(1)))
        asks = {
            "extension": ExtensionState.ASKED,
            "extend_to": today + timedelta(days=more),
            "extend_reason": "Chờ đơn vị quản lý cáp bàn giao mặt bằng.",
        }
        sent = Proposal.objects.create(
            link=link,
            key=f"mau-{row.pk}",
            directive=row,
            state="in_progress",
            note=words,
            sender=sender,
            **(asks if more else {}),
        )
        Proposal.objects.filter(pk=sent.pk).update(sent_at=sent_at)
        UnitLink.objects.filter(pk=link.pk).update(first_opened_at=sent_at)
