"""A name that no unit goes by is decided once, for every post of the batch."""

import pytest

from meetings import archiving, prose
from meetings.archiving import unit_names
from meetings.archiving.unit_likeness import meaning
from meetings.models import Refused, Session, Unit, UnitName

from .conftest import FEBRUARY, a_post

PLACE = ["quận Hai Bà Trưng"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("MTTQ quận", "Ủy ban MTTQ Việt Nam quận", True),
        ("Ủy ban Mặt trận Tổ quốc Việt Nam quận Hai Bà Trưng", "MTTQ quận", True),
        ("UBND quận", "Ủy ban nhân dân quận Hai Bà Trưng", True),
        ("Phòng Y tế", "phòng Y tế quận", True),
        ("LĐLĐ quận", "Liên đoàn Lao động quận Hai Bà Trưng", True),
        ("UBND phường Bạch Đằng", "UBND quận", False),
        ("UBND phường Bạch Đằng", "UBND phường Phố Huế", False),
        ("UBND phường", "UBND quận", False),
        ("UBND quận", "HĐND quận", False),
        ("Thường trực HĐND quận", "HĐND quận", False),
        ("TAND quận", "VKSND quận", False),
    ],
)
def test_two_names_of_one_unit(one, other, same):
    assert (meaning(one, PLACE) == meaning(other, PLACE)) is same


@pytest.fixture
def proposal(batch, february):
    return batch.units.get(name="Ủy ban MTTQ Việt Nam quận")


def stored_directive(unit_name):
    session = Session.objects.with_rows().get()
    return next(row for row in session.to_record().directives if unit_name in prose.directive_words(row))


def test_unknown_names_are_counted_over_the_batch(batch, gathered):
    names = set(gathered(a_post("1.txt", FEBRUARY))[0].record.directives[0].coordinators)
    gathered(a_post("1.txt", FEBRUARY), a_post("2.txt", FEBRUARY + "\nThêm một câu khác."))
    counts = dict(batch.units.values_list("name", "count"))
    assert counts["Ủy ban MTTQ Việt Nam quận"] == 2 and names <= counts.keys()


def test_a_name_says_which_unit_it_likely_is(batch):
    unit = Unit.objects.create(name="MTTQ quận")
    archiving.gather(batch, [a_post("1.txt", FEBRUARY)])
    assert batch.units.get(name="Ủy ban MTTQ Việt Nam quận").likely == unit


def test_or_which_other_name_of_the_batch(batch):
    other = FEBRUARY.replace("Ủy ban MTTQ Việt Nam quận", "MTTQ quận")
    archiving.gather(batch, [a_post("1.txt", FEBRUARY), a_post("2.txt", other), a_post("3.txt", other + "\nThêm.")])
    assert batch.units.get(name="Ủy ban MTTQ Việt Nam quận").likely_name == "MTTQ quận"
    assert batch.units.get(name="MTTQ quận").likely_name == ""


@pytest.mark.parametrize("posts", [1, 3])
def test_the_queries_do_not_grow_with_the_names(batch, gathered, django_assert_num_queries, posts):
    names = [FEBRUARY.replace("Ủy ban MTTQ Việt Nam quận", f"Tổ công tác số {number}") for number in range(posts)]
    gathered(*(a_post(f"{number}.txt", text) for number, text in enumerate(names)))
    with django_assert_num_queries(7):
        unit_names.propose(batch)


def test_answers_stay_when_more_is_gathered(batch, proposal):
    archiving.decide_unit(proposal, answer="words")
    archiving.gather(batch, [a_post("2.txt", FEBRUARY + "\nThêm một câu khác.")])
    proposal.refresh_from_db()
    assert (proposal.answer, proposal.count) == ("words", 2)


def test_another_name_of_a_unit_becomes_one_of_its_names(february, proposal):
    unit = Unit.objects.create(name="Mặt trận")
    archiving.decide_unit(proposal, answer="alias", unit=unit)
    archiving.accept(february)
    assert UnitName.objects.get(name="Ủy ban MTTQ Việt Nam quận").unit == unit
    assert stored_directive("Ủy ban MTTQ Việt Nam quận").lead == "Mặt trận"


def test_another_name_of_a_name_of_the_batch(batch):
    other = FEBRUARY.replace("Ủy ban MTTQ Việt Nam quận", "MTTQ quận")
    archiving.gather(batch, [a_post("1.txt", FEBRUARY), a_post("2.txt", other), a_post("3.txt", other + "\nThêm.")])
    archiving.decide_unit(batch.units.get(name="Ủy ban MTTQ Việt Nam quận"), answer="alias")
    archiving.accept(batch.posts.get(name="1.txt"))
    assert UnitName.objects.get(name="Ủy ban MTTQ Việt Nam quận").unit.name == "MTTQ quận"


def test_a_name_kept_in_the_words_is_no_unit(february, proposal):
    archiving.decide_unit(proposal, answer="words")
    archiving.accept(february)
    assert not UnitName.objects.filter(name=proposal.name).exists()
    assert stored_directive("Ủy ban MTTQ Việt Nam quận").lead == ""


@pytest.mark.parametrize("answer", ["new", "pending"])
def test_a_new_unit_is_added_with_the_first_post_that_names_it(february, proposal, answer):
    archiving.decide_unit(proposal, answer=answer)
    assert not Unit.objects.exists()
    archiving.accept(february)
    proposal.refresh_from_db()
    assert proposal.answer == "new"
    assert proposal.unit == Unit.objects.called("Ủy ban MTTQ Việt Nam quận") is not None


def test_another_name_of_nothing_is_asked_again(proposal):
    with pytest.raises(Refused, match="Hãy chọn đơn vị"):
        archiving.decide_unit(proposal, answer="alias")
