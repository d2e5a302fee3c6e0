"""What the pages write so that it stays in one piece."""

import base64
import json
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from django.utils.html import conditional_escape

from meetings.templatetags.wording import file_size, held_title, number_held, zalo


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "0 byte"), (1023, "1023 byte"), (1024, "1 KB"), (131_000, "128 KB"), (1_500_000, "1,4 MB")],
)
def test_a_size_is_said_as_briefly_as_can_be(size, words):
    assert file_size(size).replace("\N{NO-BREAK SPACE}", " ") == words


def test_a_number_with_its_symbol_does_not_break_and_what_stands_around_it_stays_words():
    held = number_held("<b>Giấy mời số 03/GM-HĐND & bản 2")
    assert held == '&lt;b&gt;Giấy mời <span class="number">số 03/GM-HĐND</span> &amp; bản 2'
    assert conditional_escape(held) == held


def test_zalo_is_told_the_address_and_nothing_else():
    address = "https://hdnd.example/phien-hop/2021/01/?a=ự"
    asked = parse_qs(urlsplit(zalo(address)).query)
    assert list(asked) == ["d"] and json.loads(base64.b64decode(asked["d"][0])) == {"url": address}


def test_the_title_keeps_month_and_place_in_one_piece_each(client, posted):
    page = client.get("/phien-hop/2021/01/").content.decode()
    month, place = (f'<span class="held">{each}</span>' for each in ("tháng 01 năm 2021", "Hai Bà Trưng"))
    assert f"<h1>Phiên họp {month} của Thường trực HĐND quận {place}</h1>" in page


def test_what_is_typed_in_a_title_stays_text(news):
    record = replace(news, council=replace(news.council, place_name="<b>&"))
    assert held_title("Họp ở <b>&", record) == 'Họp ở <span class="held">&lt;b&gt;&amp;</span>'
