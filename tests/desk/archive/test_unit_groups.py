"""Unknown names that are alike stand together: one decision for the group, one sentence for each name."""

import pytest

from meetings import archiving
from meetings.models import Unit, UnitProposal

from .conftest import CLEAN, of_batch, page_of, words_of

WORDS = CLEAN.read_text(encoding="utf-8")
NAMES = ("Ban Kinh tế - Xã hội", "Ban KT-XH", "ban kinh tế xã hội")


@pytest.fixture
def alike(gathered, batch):
    """Three posts, each with its own spelling; the first spelling twice."""
    texts = [WORDS.replace("Ủy ban MTTQ Việt Nam quận", name) for name in (*NAMES, NAMES[0])]
    posts = gathered(**{f"bai{at}": f"{text}\nCâu thứ {at}." for at, text in enumerate(texts)})
    rows = {row.name: row for row in batch.units.filter(name__in=NAMES)}
    return [rows[name] for name in NAMES], posts


def decide(client, batch, rows, choice, *chosen, **typed):
    head = rows[0].pk
    data = {f"answer-{head}": choice, f"unit-{head}": typed.get("unit", "")}
    return client.post(of_batch("units", batch), data | {f"in-{row.pk}": "on" for row in chosen or rows}, follow=True)


def answers(batch):
    rows = batch.units.filter(name__in=NAMES).select_related("unit")
    return {row.name: (row.answer, row.unit and row.unit.name) for row in rows}


def test_they_share_one_form_and_each_has_its_sentence(at_clerks_desk, batch, alike):
    rows, posts = alike
    page = words_of(at_clerks_desk.get(of_batch("units", batch)))
    group = page[page.index("<legend>“Ban Kinh tế - Xã hội”") :]
    group = group[: group.index("</fieldset>")]
    assert "4 lần · 3 cách viết giống nhau" in group and group.count('value="new"') == 1
    for row in rows:
        assert f'name="in-{row.pk}" checked' in group
        sentence = group[group.index(f"<b>{row.name}</b>") :]
        assert row.name in sentence[sentence.index("archive-sentence") : sentence.index("</p>")]
    assert f'href="{page_of(posts["bai1"])}">bài' in group


def test_a_new_unit_goes_by_all_their_names(at_clerks_desk, batch, alike):
    rows, posts = alike
    assert "Đã ghi quyết định về 3 tên" in words_of(decide(at_clerks_desk, batch, rows, "new"))
    assert answers(batch) == {NAMES[0]: ("new", None), NAMES[1]: ("alias", None), NAMES[2]: ("alias", None)}
    archiving.accept(posts["bai1"])
    assert Unit.objects.called("Ban KT-XH").name == "Ban Kinh tế - Xã hội"
    assert words_of(at_clerks_desk.get(of_batch("units", batch))).count("3 cách viết giống nhau") == 1


@pytest.mark.parametrize("choice", ["words", "other"])
def test_one_choice_answers_all(at_clerks_desk, batch, alike, choice):
    Unit.objects.create(name="Ban Tổng hợp")
    decide(at_clerks_desk, batch, alike[0], choice, unit="ban tong hop" if choice == "other" else "")
    expected = ("words", None) if choice == "words" else ("alias", "Ban Tổng hợp")
    assert answers(batch) == dict.fromkeys(NAMES, expected)


def test_the_likely_unit_is_offered_once_for_all(at_clerks_desk, batch, alike):
    unit = Unit.objects.create(name="Ban Kinh tế và Xã hội")
    archiving.liken(batch)
    page = words_of(at_clerks_desk.get(of_batch("units", batch)))
    assert page.count(f"là tên khác của <b>{unit}</b>") == 1
    decide(at_clerks_desk, batch, alike[0], "likely")
    assert answers(batch) == dict.fromkeys(NAMES, ("alias", unit.name))


def test_a_name_taken_out_is_decided_by_itself(at_clerks_desk, batch, alike):
    first, second, third = alike[0]
    decide(at_clerks_desk, batch, alike[0], "new", first, third)
    assert answers(batch) == {NAMES[0]: ("new", None), NAMES[1]: ("pending", None), NAMES[2]: ("alias", None)}
    archiving.liken(batch)
    page = words_of(at_clerks_desk.get(of_batch("units", batch)))
    assert (
        f'name="answer-{second.pk}" value="likely"' in page and "là tên khác của <b>Ban Kinh tế - Xã hội</b>" in page
    )
    assert page.index("“Ban KT-XH”") < page.index("“Ban Kinh tế - Xã hội”")
    at_clerks_desk.post(of_batch("units", batch), {f"answer-{second.pk}": "likely"})
    assert answers(batch)[NAMES[1]] == ("alias", None)


def test_no_name_at_all_is_refused_and_what_was_unticked_stays_so(at_clerks_desk, batch, alike):
    head = alike[0][0].pk
    refusal = at_clerks_desk.post(of_batch("units", batch), {f"answer-{head}": "new"})
    page = words_of(refusal)
    assert refusal.status_code == 409 and "Hãy chọn ít nhất một tên." in page
    assert f'name="in-{head}" checked' not in page and answers(batch) == dict.fromkeys(NAMES, ("pending", None))


def test_a_decision_taken_back_groups_them_again(at_clerks_desk, batch, alike):
    unit = Unit.objects.create(name="Ban Kinh tế và Xã hội")
    archiving.liken(batch)
    decide(at_clerks_desk, batch, alike[0], "new")
    decide(at_clerks_desk, batch, alike[0], "pending")
    assert answers(batch) == dict.fromkeys(NAMES, ("pending", None))
    assert set(batch.units.filter(name__in=NAMES).values_list("likely", flat=True)) == {unit.pk}


def test_answers_stay_though_a_unit_of_that_meaning_comes(batch, alike):
    rows = alike[0]
    archiving.decide_units(rows, answer="new")
    Unit.objects.create(name="Ban Kinh tế và Xã hội")
    archiving.gather(batch, [])
    assert batch.units.get(name=NAMES[1]).likely_name == NAMES[0]


def test_the_page_costs_the_same_for_many_groups(at_clerks_desk, batch, alike, django_assert_max_num_queries):
    with django_assert_max_num_queries(14) as few:
        at_clerks_desk.get(of_batch("units", batch))
    post = alike[1]["bai0"]
    UnitProposal.objects.bulk_create(
        UnitProposal(
            batch=batch,
            name=f"{kind} {at}",
            folded=f"{kind} {at}",
            likely_name=f"Phòng {at}",
            post=post,
            sentence="Câu.",
        )
        for at in range(60)
        for kind in ("Phòng", "P.")
    )
    with django_assert_max_num_queries(len(few)):
        page = words_of(at_clerks_desk.get(of_batch("units", batch)))
    assert "Nhóm 1–50 trong" in page
