"""From draft to page: a look first, a question, and a note for every correction."""

import pytest
from django.urls import reverse

from meetings.models import Edition

from .filling import filled


def at(name, session):
    return reverse(f"admin:meetings_session_{name}", args=[session.pk])


def test_the_preview_is_the_saved_draft_for_staff_only(at_clerks_desk, citizen, january):
    january.assessment = "Lời đánh giá chưa đăng"
    january.save()
    page = at_clerks_desk.get(at("preview", january))
    assert "Lời đánh giá chưa đăng" in page.content.decode() and "DỰ THẢO" in page.content.decode()
    assert page["X-Robots-Tag"] == "noindex" and "no-store" in page["Cache-Control"]
    assert citizen.get(at("preview", january)).status_code == 302
    assert citizen.get(at("preview_minutes", january)).status_code == 302


def test_the_minutes_can_be_seen_before_publishing(at_clerks_desk, january):
    paper = at_clerks_desk.get(at("preview_minutes", january))
    assert paper["Content-Type"] == "application/pdf" and paper.content.startswith(b"%PDF")


def test_publishing_asks_first_and_then_tells(at_chiefs_desk, january):
    asked = at_chiefs_desk.get(at("publish", january))
    assert "4 dòng thành phần" in asked.content.decode()
    assert not Edition.objects.exists()
    told = at_chiefs_desk.post(at("publish", january), {"version": january.version}, follow=True)
    assert "Đã đăng" in told.content.decode()
    assert Edition.objects.live().count() == 1


def test_save_and_publish_saves_what_was_typed(at_chiefs_desk, january):
    page = at_chiefs_desk.get(at("change", january))
    answer = at_chiefs_desk.post(at("change", january), filled(page, venue="Phòng họp số 1", _publish="1"))
    assert answer.url == at("publish", january)
    january.refresh_from_db()
    assert january.venue == "Phòng họp số 1"


def test_a_correction_without_its_note_is_refused_in_words(at_chiefs_desk, published):
    published.venue = "Phòng họp số 1"
    published.save()
    answer = at_chiefs_desk.post(at("publish", published), {"version": published.version, "note": "  "})
    assert answer.status_code == 409 and "đính chính" in answer.content.decode()
    assert Edition.objects.count() == 1


def test_a_page_opened_before_another_change_does_not_publish(at_chiefs_desk, january):
    answer = at_chiefs_desk.post(at("publish", january), {"version": january.version - 1})
    assert answer.status_code == 409 and "vừa được sửa" in answer.content.decode()
    assert not Edition.objects.exists()


@pytest.mark.parametrize("method", ["get", "post"])
def test_who_may_not_publish_cannot(at_clerks_desk, january, method):
    assert getattr(at_clerks_desk, method)(at("publish", january)).status_code == 403
    assert not Edition.objects.exists()


def test_a_get_never_publishes(at_chiefs_desk, january):
    at_chiefs_desk.get(at("publish", january), {"version": january.version})
    assert not Edition.objects.exists()


def test_what_was_issued_cannot_be_deleted_from_the_desk(at_chiefs_desk, published):
    assert at_chiefs_desk.post(at("delete", published), {"post": "yes"}).status_code == 403
    edition = Edition.objects.get()
    assert at_chiefs_desk.post(reverse("admin:meetings_edition_delete", args=[edition.pk])).status_code == 403
    assert at_chiefs_desk.get(reverse("admin:meetings_edition_change", args=[edition.pk])).status_code == 200


def test_the_desk_shows_the_same_strict_policy_as_the_public(at_chiefs_desk, citizen, january):
    for answer in (
        at_chiefs_desk.get(at("change", january)),
        citizen.get("/quan-tri/login/"),
        citizen.get("/khong-co"),
    ):
        policy = answer["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy
        assert answer["X-Frame-Options"] == "DENY" and answer["X-Content-Type-Options"] == "nosniff"
