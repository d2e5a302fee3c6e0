"""What earlier sessions still owe, in the words of the editions that gave it."""

from django.utils import timezone

from ..paper import OwedRecord
from ..prose import directive_words
from ..vietnamese import LOCAL_ZONE
from ..writers.follow_up import STATE_WORDS, followed
from .directive import AS_A_TREE, Directive
from .edition import Edition
from .session import Session


def owed_before(session) -> list[OwedRecord]:
    """The open directives of the council's sessions before this one, oldest first."""
    earlier = Session.objects.filter(council=session.council_id).exclude(pk=session.pk)
    earlier = [each.pk for each in earlier if _place(each) < _place(session)]
    rows = Directive.objects.in_force().open().filter(session__in=earlier).select_related("session")
    rows = rows.order_by("session__year", "session__month", "session__held_on", "session", *AS_A_TREE)
    told = {each.session_id: _told(each) for each in Edition.objects.live().filter(session__in=earlier)}
    return [found for row in rows if (found := _owed(row, told.get(row.session_id, {})))]


def _place(session):
    return session.year, session.month, session.held_on.toordinal() if session.held_on else 0


def _told(edition):
    """{"2.1": (its words, how it is followed)} of one edition."""
    record = edition.whole
    today = timezone.localdate(timezone=LOCAL_ZONE)
    tree = followed(record, dict.fromkeys((row.number for row in record.directives), "open"), today)
    flat = [each for head in tree for each in (head, *head.tasks)]
    return {each.task.directive.number: each for each in flat}


def _owed(row, told):
    if not (found := told.get(row.number)):
        return None
    late = found.progress.words if found.progress and found.progress.state == "overdue" else ""
    return OwedRecord(
        reference=row.reference,
        words=directive_words(found.task.directive),
        lead=found.lead,
        due=found.deadline,
        state=late or STATE_WORDS[row.state],
        is_public=found.task.directive.is_public,
    )
