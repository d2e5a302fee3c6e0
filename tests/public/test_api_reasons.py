"""What the API says of what is not told any more, and of what never was to be told."""

from dataclasses import replace

import pytest

from meetings.models import Directive, Edition

from .conftest import issue


def refused(client, path):
    answer = client.get(f"/api/{path}")
    assert (answer.status_code, answer["Content-Type"]) == (410, "application/problem+json")
    return answer.json()


def test_a_directive_that_a_correction_dropped_is_gone_for_the_reason_of_the_correction(client, news, posted):
    issue(replace(news, directives=news.directives[:1]), note="Bỏ mục 2, ghi nhầm.")
    issue(replace(news, directives=news.directives[:1], venue="Phòng họp A"), note="Thêm địa điểm.")
    told = refused(client, "directives/2021-01-2")
    assert (told["title"], told["detail"]) == ("Không còn trong bản đính chính.", "Bỏ mục 2, ghi nhầm.")
    assert client.get("/api/directives/2021-01-1").status_code == 200


@pytest.mark.parametrize("path", ["meetings/2021-01", "directives/2021-01-1"])
def test_what_went_with_its_page_is_gone_for_the_reason_of_the_withdrawal(client, posted, path):
    Edition.objects.filter(pk=posted.pk).close(Edition.State.WITHDRAWN, "Công bố nhầm.")
    told = refused(client, path)
    assert (told["title"], told["detail"]) == ("Đã thu hồi.", "Công bố nhầm.")


@pytest.mark.parametrize("path", ["meetings/2021-01", "directives/2021-01-1"])
def test_a_reason_that_nobody_gave_is_left_out(client, posted, path):
    Edition.objects.filter(pk=posted.pk).close(Edition.State.WITHDRAWN)
    assert "detail" not in refused(client, path)


def test_an_internal_report_moves_nothing_and_is_told_nowhere(client, news, posted):
    paths = ["directives", "directives?state=in_progress", "directives/2021-01-1", "meetings/2021-01"]
    paths = [*(f"/api/{each}" for each in paths), "/du-lieu-mo/2021-chi-dao.csv", "/du-lieu-mo/2021.jsonl"]
    before = {path: body(client.get(path)) for path in paths}
    row = Directive.objects.get(number="1")
    row.reports.create(reported_on=news.held_on, state="dropped", note="MẬT", evidence="MẬT", is_public=False)
    issue(replace(news, venue="Phòng họp A"), note="Thêm địa điểm.")  # a new state: all is made anew
    after = {path: body(client.get(path)) for path in paths}
    assert not [path for path, said in after.items() if "MẬT" in said or "dropped" in said]
    assert all('"in_progress"' in said for said in (before[paths[2]], after[paths[2]]))
    row.reports.create(reported_on=news.held_on, state="dropped", note="CÔNG KHAI", is_public=True)
    assert "CÔNG KHAI" in body(client.get(paths[2])) and "dropped" in body(client.get(paths[0]))


def body(answer):
    return (b"".join(answer.streaming_content) if answer.streaming else answer.content).decode()
