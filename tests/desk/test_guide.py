"""The guide alone is enough for a day's work: it names every verb, and its links lead somewhere."""

import re

import pytest
from django.urls import reverse

from meetings.file_types import FileType
from meetings.models.paper_workflow import PAPER_VERBS
from meetings.models.roles import DOES, ROLES
from meetings.models.workflow import VERBS


@pytest.fixture
def guide(at_clerks_desk):
    return at_clerks_desk.get(reverse("admin:guide")).content.decode()


@pytest.mark.parametrize("label", sorted({verb.label for verb in (*VERBS.values(), *PAPER_VERBS.values())}))
def test_every_verb_of_a_session_and_of_a_paper_is_told(guide, label):
    assert label.rstrip("…") in re.sub(r"<[^>]+>", "", guide)


def test_a_month_begins_the_guide_and_leads_to_its_chapters(guide):
    chapters = re.findall(r'<section id="([a-z]+)">', guide)
    month = guide.partition('<section id="month">')[2].partition("</section>")[0]
    assert chapters[0] == "month"
    assert set(re.findall(r'href="#([a-z]+)"', month)) < set(chapters)
    assert re.findall(r'href="#([a-z]+)"', month)[0] == "prepare"


def test_every_role_is_told_with_what_its_people_do(guide):
    assert list(DOES) == list(ROLES)
    assert f"một vai trò: {'; '.join(f'{role} {does}' for role, does in DOES.items())}. " in guide


def test_every_type_of_file_is_told_with_where_it_may_go(guide):
    assert "chọn tệp PDF, DOCX, XLSX, JPEG hoặc PNG, đặt tên" in guide
    [internal] = re.findall("Tệp ([^<.]+) chỉ lưu nội bộ", guide)
    assert set(re.findall("[A-Z]+", internal)) == {each.label for each in FileType if not each.may_be_public}
