"""What a correction does to the directives that units are working on."""

from dataclasses import dataclass

from django.db.models import Count, Q

from ...models import Directive
from ..office_time import day_left_words


@dataclass(frozen=True)
class Touched:
    directive: Directive
    effects: list
    """ "hạn từ quá hạn 13 ngày thành còn 17 ngày", "chuyển từ … sang …; 1 báo cáo đã ghi giữ nguyên"."""

    @property
    def head(self):
        """The number of the directive itself, or of the one that a task stands under."""
        return self.directive.number.partition(".")[0]


def followed_now(session):
    """The directives that units are working on, tasks counted with theirs: what a withdrawal would end."""
    return session.directives.in_force().counted().open()


def touched_directives(session, followed, sections, before, now):
    """The open directives and tasks among the rows that differ, in their order; `followed` are the numbers of
    `followed_now`."""
    changed = {row.number: row for section in sections if section.key == "directives" for row in section.rows}
    told = Count("reports", filter=Q(reports__taken_back=None))
    open_ones = session.directives.in_force().open().filter(number__in=changed).annotate(told=told)
    old, new = ({row.number: row for row in record.directives} for record in (before, now.public()))
    found = (
        Touched(directive, list(_effects(directive, old.get(directive.number), new.get(directive.number))))
        for directive in open_ones
    )
    return [touched for touched in found if touched.head in followed]


def _effects(directive, old, new):
    if new is None:
        yield "không còn công khai; vẫn theo dõi trong cơ quan"
        return
    if old is None:
        return
    if old.due_on != new.due_on:
        yield f"hạn từ {day_left_words(old.due_on)} thành {day_left_words(new.due_on)}"
    if old.lead != new.lead:
        kept = f"; {directive.told} báo cáo đã ghi giữ nguyên" if directive.told else ""
        yield f"chuyển từ {old.lead or 'chưa giao ai'} sang {new.lead or 'chưa giao ai'}{kept}"
    if old.coordinators != new.coordinators:
        yield "đổi đơn vị phối hợp"
    if old.task != new.task or old.topic != new.topic:
        yield "đổi câu chữ của việc"
