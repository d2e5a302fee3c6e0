"""The page of a draft: the same words, and no doubt that nobody outside may read it yet."""

from dataclasses import replace

from django.template.loader import render_to_string

from meetings.directive_states import REPORTED
from meetings.models import ProgressReport
from meetings.writers.article import article
from meetings.writers.masthead import masthead

from .conftest import COUNCIL


def test_a_draft_bears_its_band_and_offers_no_papers_and_no_states(db, news):
    page = render_to_string("public/session.html", {"article": article(news), "draft": True})
    assert '<p class="draft"><strong>DỰ THẢO</strong> Bản xem thử, chưa công bố</p>' in page
    assert "Chưa đăng</p>" in page
    assert '<meta name="robots" content="noindex">' in page
    for public_only in ("bien-ban.pdf", "Phiên khác", 'class="state', "canonical"):
        assert public_only not in page


def test_the_page_calls_a_state_what_the_desk_calls_it():
    choices = dict(ProgressReport._meta.get_field("state").flatchoices)
    assert choices == {state.value: state.label for state in REPORTED}


def test_the_letterhead_parts_the_body_from_its_place():
    head = masthead(COUNCIL)
    assert (head.body, head.place) == ("Thường trực Hội đồng nhân dân", "Quận Hai Bà Trưng")
    assert head.name == "Thường trực Hội đồng nhân dân quận Hai Bà Trưng"
    assert masthead(replace(COUNCIL, locality="")).place == "Thường trực Hội đồng nhân dân quận Hai Bà Trưng"
