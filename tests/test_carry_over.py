"""What one session leaves owed the next one finds: one sum, wherever it is told."""

from datetime import date, timedelta
from random import Random

import pytest
from django.urls import reverse
from django.utils import timezone

from meetings.directive_states import OWED
from meetings.models import Directive, Session
from meetings.models.carry_over import balance, found_owed
from meetings.models.directive import date_terms
from meetings.models.open_directives import owed_before

from .public.conftest import desk_session, session_of


@pytest.fixture(params=range(3))
def histories(db, request, clerk):
    """Six published sessions whose directives were reported on, closed and opened again at random."""
    chance = Random(request.param)
    for month in range(1, 7):
        session = desk_session(session_of(2021, month))
        posted = {"state": "published", "posted_at": timezone.now(), "held_on": date(2021, month, 5)}
        old = {"source_hash": f"{month:064d}"} if chance.random() < 0.3 else {}
        Session.objects.filter(pk=session.pk).update(**posted, **old)
        for number in range(1, chance.randint(2, 5)):
            words = chance.choice(("", "hàng tháng", "thường xuyên"))
            row = Directive.objects.create(session_id=session.pk, number=f"{number}", task="việc", due_text=words)
            row.refresh_from_db()
            for _ in range(chance.randint(0, 4)):
                day = date(2021, month, 5) + timedelta(days=chance.randint(0, 200))
                state = chance.choice(("open", "in_progress", "done", "dropped"))
                row.report(by=clerk, state=state, note=f"{day} {state} {chance.random()}", reported_on=day)
    date_terms(Directive.objects.all())
    return list(Session.objects.order_by("held_on"))


def owed_then(sessions, day):
    """By the plain function, one directive after another."""
    rows = Directive.objects.filter(session__in=sessions)
    return sum(row.status_on(day).state in OWED for row in rows)


def test_the_balances_add_up_from_session_to_session_and_agree_with_the_plain_function(histories):
    sums = [balance(session) for session in histories]
    assert sums[0].opening == 0
    for at, (session, told) in enumerate(zip(histories, sums, strict=True)):
        assert told.opening == owed_then(histories[:at], session.held_on - timedelta(days=1))
        assert (told.closing, told.unposted) == (owed_then(histories[: at + 1], told.until), 0)
        assert told.closing == (sums[at + 1].opening if at < 5 else Directive.objects.in_force().open().count())
    for row in Directive.objects.all():
        stored, known = (row.state in OWED, row.next_due_on, row.review_on), row.status_on()
        if known.state != "not_followed":
            assert stored == (known.state in OWED, known.next_due_on, known.review_on)


def test_home_agenda_and_annex_tell_the_same_number(published, clerk, at_clerks_desk, council):
    """A done directive takes its open tasks with it."""
    published.directives.get(number="2").report(by=clerk, state="done", note="Xong.")
    home = at_clerks_desk.get(reverse("admin:index")).context["due"].open
    draft = at_clerks_desk.get(reverse("admin:meetings_session_prepare")).context["draft"]
    assert draft.agenda[0].summary.startswith(f"Gồm {home:02d} chỉ đạo")
    coming = Session.objects.create(council=council, year=2100, month=12)
    annex = [each for each in owed_before(coming) if not (each.is_task or each.only_public)]
    assert home == len(annex) == found_owed(coming).count() == balance(coming).opening == 2


def test_what_is_typed_counts_as_given_once_it_is_posted(published, january):
    later = Session.objects.create(council=published.council, year=2021, month=2, held_on=date(2021, 2, 2))
    later.directives.create(task="việc mới")
    after = Session.objects.create(council=published.council, year=2021, month=3)
    told = balance(later)
    assert (told.opening, told.given, told.unposted, told.closing) == (3, 0, 1, 3)
    assert told.closing == balance(after).opening
