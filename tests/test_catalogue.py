"""The catalogue says what the record room says, after every event, and can be drawn anew at any time."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.db import IntegrityError
from django.utils import timezone

from meetings.models import (
    Directive,
    DirectiveEntry,
    Edition,
    ListedUnit,
    Party,
    Revision,
    SearchEntry,
    SessionEntry,
    Unit,
    rebuild_index,
)
from meetings.models.indexing import key_of
from meetings.models.office_scope import current
from meetings.record import DirectiveRecord, SessionKind
from tests.public.conftest import issue, news, posted, session_of  # noqa: F401

FRONT = "Ủy ban MTTQ Việt Nam quận"
WORK = DirectiveRecord(number="1", task="rà soát", lead=FRONT, due_on=date(2021, 1, 31))


def drawn():
    """The whole catalogue, but for what counts its rows."""
    sessions = SessionEntry.objects.values_list("key", "path", "is_live", "modified", "chair", "edition")
    directives = DirectiveEntry.objects.values_list("key", "reference", "state", "due_sort", "is_live", "modified")
    parties = Party.objects.values_list("directive__reference", "is_lead", "order", "name", "slug")
    units = ListedUnit.objects.values_list("slug", "name", "known_as")
    words = SearchEntry.objects.values_list("key", "is_directive", "visible_from", "words")
    return [sorted(each) for each in (sessions, directives, parties, units, words)]


def test_a_page_is_in_the_catalogue_with_its_directives_and_their_units(posted):  # noqa: F811
    entry = SessionEntry.objects.get()
    assert (entry.path, entry.kind, entry.chair, entry.chair_slug) == (
        "2021/01",
        "regular",
        "Trần Quyết Thắng",
        "tran-quyet-thang",
    )
    rows = DirectiveEntry.objects.newest_first().values_list("reference", "state", "is_closed", "is_listed")
    assert list(rows) == [
        ("2021-01-1", "in_progress", False, True),
        ("2021-01-2", "open", False, True),
        ("2021-01-2-1", "done", True, False),
        ("2021-01-2-2", "open", False, False),
        ("2021-01-2-5", "open", False, False),
    ]
    parties = Party.objects.values_list("is_lead", "name", "slug")
    assert list(parties)[0] == (True, FRONT, "uy-ban-mttq-viet-nam-quan")
    assert len(parties) == 3


def test_the_index_holds_the_words_and_their_pairs_folded_and_spelled_and_the_units(posted):  # noqa: F811
    page, directive = (SearchEntry.objects.filter(is_directive=each).order_by("-key")[0].words for each in (0, 1))
    here = f"o{current().pk}"
    for kind, words in {f"{here}s": page.split(), f"{here}d": directive.split()}.items():
        for each in ("giam", "zp4xgiamsat", "xgiam2", "zp6xxgiam2xsat2", "zzuuybanmttqvietnamquan"):
            assert words.count(kind + each) == 1
    assert f"{here}szp5xquyetthang" in page and f"{here}dthang" not in directive.split()


def test_the_order_is_that_of_the_archive():
    regular = session_of(2021, 2)
    in_order = [
        key_of(regular, 7),
        key_of(regular, 7, "1"),
        key_of(regular, 7, "1.2"),
        key_of(regular, 7, "2"),
        key_of(replace(regular, held_on=date(2021, 1, 30)), 9),
        key_of(replace(regular, held_on=None), 99),
        key_of(session_of(2021, 1, held_on=date(2021, 2, 20)), 100),
        key_of(session_of(2020, 12), 3),
    ]
    assert in_order == sorted(in_order, reverse=True)
    assert 0 < key_of(session_of(5000, 12), 2**20 - 1) < 2**63


def test_a_correction_takes_the_place_of_what_stood_and_keeps_what_it_dropped_as_gone(news, posted):  # noqa: F811
    issue(replace(news, directives=(replace(news.directives[0], due_on=date(2021, 3, 1)),)), note="Bỏ mục 2.")
    rows = dict(DirectiveEntry.objects.live().values_list("reference", "due_sort"))
    assert rows == {"2021-01-1": date(2021, 3, 1)}
    assert DirectiveEntry.objects.filter(is_live=False).count() == 4
    assert SearchEntry.objects.count() == 2 and SessionEntry.objects.count() == 1


def test_what_is_withdrawn_is_found_no_more_but_known_as_gone(posted):  # noqa: F811
    Edition.objects.filter(pk=posted.pk).close(Edition.State.WITHDRAWN, "Nhầm.")
    assert not SessionEntry.objects.live() and not DirectiveEntry.objects.live() and not SearchEntry.objects.exists()
    assert SessionEntry.objects.get().modified >= Edition.objects.get().closed_at


def test_a_public_report_moves_the_state_and_an_internal_one_does_not(posted):  # noqa: F811
    row = Directive.objects.get(number="1")
    row.reports.create(reported_on=date(2021, 2, 1), state="done", is_public=False)
    assert DirectiveEntry.objects.get(number="1").state == "in_progress"
    revision = Revision.objects.get().token
    row.reports.create(reported_on=date(2021, 2, 2), state="done", is_public=True)
    entry = DirectiveEntry.objects.get(number="1")
    assert (entry.state, entry.is_closed, entry.told_on) == ("done", True, date(2021, 2, 2))
    assert Revision.objects.get().token != revision


def test_what_is_late_leaves_its_state_for_overdue(posted):  # noqa: F811
    today = date(2021, 1, 20)
    states = {
        each: DirectiveEntry.objects.in_state(each, today).count()
        for each in ("overdue", "open", "in_progress", "done", "dropped")
    }
    assert states == {"overdue": 1, "open": 3, "in_progress": 0, "done": 1, "dropped": 0}


def test_two_names_lead_to_one_unit_once_the_office_says_so(db):
    issue(session_of(2021, 1, directives=(WORK,)))
    issue(session_of(2021, 2, directives=(replace(WORK, lead="MTTQ quận"),)))
    assert {each.slug for each in ListedUnit.objects.all()} == {"uy-ban-mttq-viet-nam-quan", "mttq-quan"}
    unit = Unit.objects.create(name=FRONT, short_name="MTTQ quận")
    listed = ListedUnit.objects.get()
    assert (listed.slug, listed.name) == (unit.slug, "MTTQ quận")
    assert listed.known_as.split("\n") == ["mttq quan", "uy ban mttq viet nam quan"]
    assert Party.objects.filter(slug=unit.slug).count() == 2
    assert SearchEntry.objects.filter(words__contains="zzuuybanmttqvietnamquan").count() == 4


def test_drawing_anew_gives_the_same(news, posted):  # noqa: F811
    issue(session_of(2020, 12, kind=SessionKind.THEMATIC, slug="chuyen-de", directives=(WORK,)))
    issue(session_of(2020, 11), at=timezone.now() + timedelta(days=2))
    gone = issue(session_of(2020, 10, directives=(WORK,)))
    Edition.objects.filter(pk=gone.pk).close(Edition.State.WITHDRAWN, "Nhầm.")
    before = drawn()
    token = Revision.objects.get().token
    assert rebuild_index() == 3
    after = drawn()
    # the words of what is gone are not kept, and when it went is the moment of its closing
    assert [each[:3] for each in after[0]] == [each[:3] for each in before[0]]
    assert after[2:] == before[2:]
    assert Revision.objects.get().token != token


def test_an_office_of_a_release_without_catalogue_gets_it_with_the_next_migration(posted):  # noqa: F811
    DirectiveEntry.objects.all().delete()
    Revision.objects.update(index_version=0)
    call_command("migrate", verbosity=0)
    assert DirectiveEntry.objects.count() == 5


@pytest.mark.parametrize("model", [SessionEntry, DirectiveEntry])
def test_no_entry_stands_twice(posted, model):  # noqa: F811
    row = model.objects.first()
    row.pk = None
    with pytest.raises((IntegrityError, ValueError)):
        row.save(force_insert=True)


def test_the_operator_can_have_it_written_anew(posted, capsys):  # noqa: F811
    SessionEntry.objects.all().delete()
    call_command("rebuild_index")
    assert capsys.readouterr().out == "Đã lập lại mục lục: 1 phiên họp đang công khai.\n"
    assert SessionEntry.objects.live().count() == 1
