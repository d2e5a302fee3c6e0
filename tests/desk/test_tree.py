"""A task stays under its own directive whatever is moved, added or removed around it."""

from dataclasses import replace

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meetings import intake
from meetings.desk.merging import conflict
from meetings.desk.screen.tree import GONE, TOO_DEEP
from meetings.models import Directive
from meetings.record import DirectiveRecord

from .filling import added, filled

MOVES = st.lists(st.integers(1, 99), min_size=8, max_size=8)


def change(session):
    return reverse("admin:meetings_session_change", args=[session.pk])


def tree(session):
    """{what a row says: what its directive says}."""
    return {each.task: each.parent and each.parent.task for each in session.directives.select_related("parent")}


def grow(session, shape):
    """Directives "0", "1" … with as many tasks as `shape` says: "0.0", "0.1" …"""
    session.directives.all().delete()
    levels = [(0, f"{head}") if task is None else (1, f"{head}.{task}") for head, task in _rows(shape)]
    records = [DirectiveRecord(level=level, task=words) for level, words in levels]
    intake.write_rows(session, replace(session.to_record(), directives=tuple(records)))


def _rows(shape):
    for head, tasks in enumerate(shape):
        yield from [(head, None), *((head, task) for task in range(tasks))]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(shape=st.lists(st.integers(0, 3), min_size=1, max_size=4), places=MOVES, gone=st.sets(st.integers(0, 3)))
def test_whatever_is_moved_or_removed_no_task_ever_gets_another_directive(
    at_clerks_desk, january, shape, places, gone
):
    grow(january, shape)
    before = tree(january)
    page = at_clerks_desk.get(change(january))
    rows = next(each.formset for each in page.context["inline_admin_formsets"] if each.formset.prefix == "directives")
    typed = {}
    for place, form in enumerate(rows.initial_forms):
        typed[f"directives-{place}-order"] = places[place % len(places)]
        if int(form.instance.task.partition(".")[0]) in gone:
            typed[f"directives-{place}-DELETE"] = "on"
    assert at_clerks_desk.post(change(january), filled(page, **typed)).status_code == 302
    left = {words: head for words, head in before.items() if int(words.partition(".")[0]) not in gone}
    assert tree(january) == left
    head = None
    for row in january.directives.all():
        assert row.parent_id in (None, head)
        head = head if row.parent_id else row.pk


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(shape=st.lists(st.integers(0, 3), min_size=1, max_size=4), lost=st.integers(0, 3))
def test_a_directive_removed_alone_takes_no_task_with_it_unasked(at_clerks_desk, january, shape, lost):
    grow(january, shape)
    before, lost = tree(january), lost % len(shape)
    page = at_clerks_desk.get(change(january))
    place = list(before).index(str(lost))
    answer = at_clerks_desk.post(change(january), filled(page, **{f"directives-{place}-DELETE": "on"}))
    if shape[lost]:
        assert GONE in answer.content.decode() and tree(january) == before
    else:
        assert tree(january) == {words: head for words, head in before.items() if words != str(lost)}


def test_a_new_directive_and_its_new_task_are_stored_together(at_clerks_desk, january):
    page = at_clerks_desk.get(change(january))
    count = january.directives.count()
    typed = added(page, "directives", task="việc mới", under=f"+{count + 2}", is_public="on")
    typed |= {f"directives-{count + 2}-task": "chỉ đạo mới", f"directives-{count + 2}-is_public": "on"}
    typed["directives-TOTAL_FORMS"] = count + 3
    assert at_clerks_desk.post(change(january), filled(page, **typed)).status_code == 302
    assert tree(january)["việc mới"] == "chỉ đạo mới"
    assert [each.history.count() for each in january.directives.filter(task__endswith="mới")] == [1, 1]


@pytest.mark.parametrize("under", ["itself", "a task", "another session's directive", "nothing there"])
def test_a_task_stands_only_under_a_directive_of_its_session(at_clerks_desk, january, under):
    first, second, task, *_ = january.directives.all()
    february = intake.store(replace(january.to_record(), month=2, attendees=(), agenda=()))
    other = february.directives.first()
    named = {"itself": first.pk, "a task": task.pk, "another session's directive": other.pk, "nothing there": "+77"}
    page = at_clerks_desk.get(change(january))
    answer = at_clerks_desk.post(change(january), filled(page, **{"directives-0-under": named[under]}))
    assert (TOO_DEEP if under in ("itself", "a task") else GONE) in answer.content.decode()
    assert january.directives.get(pk=first.pk).parent is None


def test_a_directive_and_its_tasks_removed_are_told_once_each_in_the_history(at_clerks_desk, january):
    page = at_clerks_desk.get(change(january))
    rows = list(january.directives.all())
    gone = {f"directives-{place}-DELETE": "on" for place in (1, 2, 3)}
    assert at_clerks_desk.post(change(january), filled(page, **gone)).status_code == 302
    assert [Directive.history.filter(id=row.pk, history_type="-").count() for row in rows] == [0, 1, 1, 1, 0, 0]


def test_the_record_tells_levels_as_before(january, january_record):
    assert [row.level for row in january.to_record().directives] == [0, 0, 1, 1, 0, 1]
    assert january.to_record().directives == january_record.directives


def test_two_screens_put_together_leave_a_new_task_under_its_new_directive():
    cells = {"task": ["x"], "under": [""]}
    theirs = {"": {"": {}}, "directives": {"5": cells, "6": cells}}
    mine = {
        "directives": {"5": cells, "+7": cells, "+9": {**cells, "under": ["+7"]}, "+8": {**cells, "under": ["5"]}}
    }
    data = conflict.posted(theirs | mine, theirs)
    assert [data[f"directives-{place}-under"] for place in range(5)] == [[""], [""], [""], ["+2"], ["5"]]
    assert data["directives-1-DELETE"] == ["on"]
