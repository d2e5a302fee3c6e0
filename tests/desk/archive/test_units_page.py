"""The unknown units of a batch: each name once, one answer each, many in one form."""

import pytest

from meetings.models import Unit, UnitProposal

from .conftest import of_batch, words_of


@pytest.fixture
def proposals(batch):
    front = Unit.objects.create(name="Ủy ban MTTQ Việt Nam quận")
    rows = (("MTTQ quận", 5, front), ("Ban Pháp chế", 3, None), ("Phòng Y tế", 2, None), ("các phòng", 1, None))
    return [
        UnitProposal.objects.create(batch=batch, name=name, folded=name.lower(), count=count, likely=likely)
        for name, count, likely in rows
    ]


def answers(batch):
    return {row.name: (row.answer, row.unit and row.unit.name) for row in batch.units.select_related("unit")}


def test_the_likely_unit_is_offered_first(at_clerks_desk, batch, proposals):
    page = words_of(at_clerks_desk.get(of_batch("units", batch)))
    first = page[page.index("“MTTQ quận”") : page.index("“Ban Pháp chế”")]
    assert "5 lần" in first
    assert first.index("là tên khác của <b>Ủy ban MTTQ Việt Nam quận</b>") < first.index("thêm đơn vị mới")
    assert "còn 4 trong 4 tên chưa quyết" in page


def test_many_names_are_decided_in_one_form(at_clerks_desk, batch, proposals):
    front, law, health, rooms = (row.pk for row in proposals)
    Unit.objects.create(name="Ban Pháp chế HĐND quận")
    typed = {
        f"answer-{front}": "likely",
        f"answer-{law}": "other",
        f"unit-{law}": "ban phap che hdnd quan",
        f"answer-{health}": "new",
        f"answer-{rooms}": "words",
    }
    said = words_of(at_clerks_desk.post(of_batch("units", batch), typed, follow=True))
    assert "Đã ghi quyết định về 4 tên đơn vị" in said and "đã quyết cả 4 tên" in said
    assert answers(batch) == {
        "MTTQ quận": ("alias", "Ủy ban MTTQ Việt Nam quận"),
        "Ban Pháp chế": ("alias", "Ban Pháp chế HĐND quận"),
        "Phòng Y tế": ("new", None),
        "các phòng": ("words", None),
    }


def test_a_name_typed_is_choice_enough(at_clerks_desk, batch, proposals):
    law = proposals[1].pk
    typed = {f"answer-{law}": "pending", f"unit-{law}": "Ủy ban MTTQ Việt Nam quận"}
    at_clerks_desk.post(of_batch("units", batch), typed)
    assert answers(batch)["Ban Pháp chế"] == ("alias", "Ủy ban MTTQ Việt Nam quận")


@pytest.mark.parametrize(("name", "said"), [("Phòng Trời", "Không có đơn vị nào tên"), ("", "Hãy gõ tên đơn vị")])
def test_a_unit_that_is_none_is_refused_and_what_was_typed_stays(at_clerks_desk, batch, proposals, name, said):
    law, health = proposals[1].pk, proposals[2].pk
    typed = {f"answer-{law}": "other", f"unit-{law}": name, f"answer-{health}": "new"}
    refusal = at_clerks_desk.post(of_batch("units", batch), typed)
    page = words_of(refusal)
    assert refusal.status_code == 409 and said in page and f'value="{name}"' in page
    assert answers(batch)["Ban Pháp chế"] == ("pending", None) and answers(batch)["Phòng Y tế"] == ("new", None)


def test_an_answer_may_be_taken_back_and_a_forged_one_is_refused(at_clerks_desk, batch, proposals):
    rooms = proposals[3].pk
    at_clerks_desk.post(of_batch("units", batch), {f"answer-{rooms}": "words"})
    at_clerks_desk.post(of_batch("units", batch), {f"answer-{rooms}": "pending"})
    assert answers(batch)["các phòng"] == ("pending", None)
    assert at_clerks_desk.post(of_batch("units", batch), {f"answer-{rooms}": "bia"}).status_code == 409


def test_without_a_script_and_without_a_mouse_everything_is_a_field(at_clerks_desk, batch, proposals):
    page = words_of(at_clerks_desk.get(of_batch("units", batch)))
    assert page.count("<fieldset") == 4 and page.count('list="archive-units"') == 4 and "select2" not in page


def test_the_page_costs_the_same_for_many_names(at_clerks_desk, batch, proposals, django_assert_max_num_queries):
    with django_assert_max_num_queries(14) as few:
        at_clerks_desk.get(of_batch("units", batch))
    UnitProposal.objects.bulk_create(
        UnitProposal(batch=batch, name=f"Phòng {number}", folded=f"phong {number}", likely=proposals[0].likely)
        for number in range(40)
    )
    with django_assert_max_num_queries(len(few)):
        at_clerks_desk.get(of_batch("units", batch))


def test_one_button_makes_new_units_of_the_names_without_an_offer(at_clerks_desk, batch, proposals):
    front, law, health, rooms = (row.pk for row in proposals)
    typed = {f"answer-{pk}": "pending" for pk in (front, law, health)} | {f"answer-{rooms}": "words", "con-lai": "1"}
    said = words_of(at_clerks_desk.post(of_batch("units", batch), typed, follow=True))
    assert "Đã ghi quyết định về 3 tên đơn vị" in said
    answered = {name: answer for name, (answer, _) in answers(batch).items()}
    assert answered == {"MTTQ quận": "pending", "Ban Pháp chế": "new", "Phòng Y tế": "new", "các phòng": "words"}


@pytest.fixture
def two_on_a_page(monkeypatch):
    monkeypatch.setattr("meetings.desk.archive.units_page.ON_A_PAGE", 2)


@pytest.mark.parametrize(
    ("first", "second", "shown"),
    [("new", "words", "“Phòng Y tế”"), ("pending", "pending", "“Phòng Y tế”"), ("new", "pending", "“Ban Pháp chế”")],
)
def test_to_go_on_is_to_store_and_to_see_the_next_names(
    at_clerks_desk, batch, proposals, two_on_a_page, first, second, shown
):
    typed = {f"answer-{proposals[0].pk}": first, f"answer-{proposals[1].pk}": second, "tiep": "1"}
    page = words_of(at_clerks_desk.post(of_batch("units", batch), typed, follow=True))
    assert shown in page and {first, second} <= {answer for answer, _ in answers(batch).values()}


def test_nothing_but_the_form_leads_to_another_page(at_clerks_desk, batch, proposals, two_on_a_page):
    page = words_of(at_clerks_desk.get(of_batch("units", batch)))
    assert 'name="tiep"' in page and "trang=2" not in page
    second = words_of(at_clerks_desk.get(of_batch("units", batch) + "?trang=2"))
    assert 'name="truoc"' in second and 'name="tiep"' not in second
