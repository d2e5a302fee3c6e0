"""One rule says when a directive is late: what asks the database finds the same ones as what asks the record."""

from datetime import date, timedelta
from random import Random

import pytest
from django.template.loader import render_to_string
from django.utils import timezone

from meetings.directive_states import AS_SUMMED, KEPT, OWED, REPORTED, SELDOM, STATES, DirectiveState, is_late
from meetings.models import Directive, DirectiveEntry, ProgressReport, Session
from meetings.models.progress_report import is_followed, overdue
from meetings.models.public_index import overdue as publicly_overdue
from meetings.public import plain_pages
from meetings.record import DirectiveRecord
from meetings.vietnamese import slugify
from meetings.writers.follow_up import by_number, followed, standing

from .public.conftest import desk_session, issue, session_of

TODAY = date(2021, 3, 15)
LATE, SOON = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


def test_each_state_has_a_shape_and_an_english_word_of_its_own():
    shapes = {render_to_string("public/_shape.html", {"state": state.value}) for state in DirectiveState}
    assert len(shapes) == len(DirectiveState)
    assert set(plain_pages.MEANINGS_IN_ENGLISH) == set(DirectiveState)


def test_late_is_what_is_owed_and_whose_day_is_past():
    late = {
        (state, day)
        for state in DirectiveState
        for day in (LATE, TODAY, SOON, None)
        if is_late(state, day, TODAY) or is_late(state.value, day, TODAY)
    }
    assert late == {(state, LATE) for state in OWED}
    assert not any(is_late(state, LATE, None) for state in DirectiveState)


def test_every_state_has_its_words_its_address_and_its_place_in_a_sum():
    assert [state.slug for state in DirectiveState] == [slugify(state.label) for state in DirectiveState]
    assert set(AS_SUMMED) == set(DirectiveState) == {*KEPT, DirectiveState.OVERDUE}
    assert set(OWED) < set(REPORTED) < set(KEPT)
    assert STATES["open"] is DirectiveState.OPEN
    assert SELDOM == (DirectiveState.DROPPED, DirectiveState.NOT_FOLLOWED)


def tree(chance):
    """Directives with up to three tasks each, their days on both sides of today or none."""
    rows = []
    for place in range(1, chance.randint(2, 5)):
        numbers = [f"{place}", *(f"{place}.{task}" for task in range(1, chance.randint(1, 4)))]
        for number in numbers:
            day = chance.choice((LATE, TODAY, SOON, None))
            rows.append(DirectiveRecord(number=number, level=number.count("."), task=f"việc {number}", due_on=day))
    return tuple(rows)


def session_on_the_desk(month, chance):
    """A published session with such directives and reports on some of them; some sessions come from old posts."""
    record = session_of(2020, month, directives=tree(chance), from_old_post=chance.random() < 0.4)
    session = desk_session(record)
    heads = {}
    for order, row in enumerate(record.directives):
        stored = Directive(session=session, order=order, number=row.number, task=row.task, due_on=row.due_on)
        stored.parent = heads.get(row.number.partition(".")[0]) if row.level else None
        stored.save()
        heads[row.number] = stored
        if chance.random() < 0.5:
            stored.state = chance.choice(REPORTED).value
            stored.save()
            stored.reports.create(reported_on=record.held_on, state=stored.state, is_public=True)
    posted = {"state": "published", "posted_at": timezone.now() - timedelta(days=1)}
    source = f"{month:064d}" if record.from_old_post else ""
    Session.objects.filter(pk=session.pk).update(source_hash=source, **posted)
    issue(record)
    return session.pk, record


@pytest.fixture(params=range(4))
def sessions(db, request):
    chance = Random(request.param)
    return dict(session_on_the_desk(month, chance) for month in range(1, 11))


def said_late(sessions):
    """What the record and the reports say."""
    for pk, record in sessions.items():
        reports = {}
        for each in ProgressReport.objects.filter(directive__session=pk).select_related("directive"):
            reports.setdefault(each.directive.number, []).append(each.told)
        statuses = standing(record, reports)
        for number, directive in by_number(followed(record, statuses, TODAY)).items():
            if directive.progress.state is DirectiveState.OVERDUE:
                yield pk, number


def test_the_queries_find_what_the_rule_says(sessions):
    late = set(said_late(sessions))
    assert late and len(late) < Directive.objects.count()
    assert set(Directive.objects.filter(overdue(TODAY)).values_list("session", "number")) == late
    assert set(Directive.objects.overdue(TODAY).values_list("session", "number")) == late
    entries = DirectiveEntry.objects
    assert set(entries.filter(publicly_overdue(TODAY)).values_list("session", "number")) == late
    assert set(entries.in_state("overdue", TODAY).values_list("session", "number")) == late
    assert not any(entries.in_state(state, TODAY).filter(publicly_overdue(TODAY)) for state in KEPT)


def test_a_row_of_the_desk_says_of_itself_what_the_rule_says(sessions):
    for row in Directive.objects.all():
        assert row.is_late(TODAY) == (row.state in OWED and row.is_followed and row.due_on == LATE)
    late = {row.pk for row in Directive.objects.all() if row.is_late(TODAY)}
    itself = Directive.objects.filter(overdue(TODAY), due_on__lt=TODAY)
    assert set(itself.values_list("pk", flat=True)) == late
    assert set(Directive.objects.filter(~is_followed()).values_list("pk", flat=True)) == {
        row.pk for row in Directive.objects.all() if row.state_now is DirectiveState.NOT_FOLLOWED
    }


def test_a_late_task_makes_its_directive_late_and_a_closed_one_is_never_late(db):
    head = DirectiveRecord(number="1", task="chung")
    task = DirectiveRecord(number="1.1", level=1, task="riêng", due_on=LATE)
    record = session_of(2021, 1, directives=(head, task))
    issue(record, states={"1": "open"})
    numbers = DirectiveEntry.objects.filter(publicly_overdue(TODAY)).values_list("number", flat=True)
    assert set(numbers) == {"1", "1.1"}
    Directive.objects.get(number="1").reports.create(reported_on=TODAY, state="done", is_public=True)
    assert set(numbers.all()) == {"1.1"}
