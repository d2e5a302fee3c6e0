"""The made-up record room of bench/ is one that the site itself would have drawn."""

import pytest

from bench import generator
from meetings.models import Edition, rebuild_index
from tests.public.page_text import texts
from tests.test_catalogue import drawn


@pytest.mark.django_db(transaction=True)
def test_the_copied_years_stand_in_the_catalogue_as_if_drawn_from_their_editions(client, monkeypatch):
    monkeypatch.setattr(generator, "A_MONTH", 2)
    monkeypatch.setattr(generator, "A_YEAR", 24)
    generator.generate(80, 2)
    assert Edition.objects.count() == 80
    before = drawn()
    assert rebuild_index() == 80
    assert drawn() == before
    page = client.get("/tim-kiem/", {"q": generator.RARE})
    assert texts(page, "p", class_="day found") == ["3 kết quả"]
