"""The chief's phone: no step of a session lies out of reach, whatever its state. Of every page of the desk
test_dress_browser asks the same."""

import pytest
from django.urls import reverse

from meetings import intake
from tests.browsing import log_in
from tests.conftest import make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

OUT_OF_REACH = """() => {
  const scrolls = (each) => {
    for (let box = each.parentElement; box && box !== document.body; box = box.parentElement) {
      const style = getComputedStyle(box);
      const mayScroll = /auto|scroll/.test(style.overflowX) && box.scrollWidth > box.clientWidth;
      if (mayScroll && style.position !== "fixed") return true; /* a bar that scrolls hides its last steps */
    }
    return false;
  };
  const covered = (each) => {
    each.scrollIntoView({ block: "center" });
    const box = each.getClientRects()[0];
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return !(top && (each.contains(top) || top.contains(each) || top.closest("label")?.control === each));
  };
  const told = (each) => `${each.textContent.trim()} ${each.outerHTML}`.slice(0, 160);
  const controls = document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary");
  const seen = [...controls].filter(
    (each) => each.checkVisibility({ visibilityProperty: true, opacityProperty: true })
      && each.getClientRects().length
      && !each.closest(".visually-hidden, .skip-to-content-link, .select2-hidden-accessible"));
  const width = document.documentElement.clientWidth;
  return seen.filter((each) => {
    const box = each.getBoundingClientRect();
    if (box.width <= 1 || box.right <= 0) return false;
    if (scrolls(each)) return false;
    return box.left < -1 || box.right > width + 1 || covered(each);
  }).map(told);
}"""


@pytest.fixture
def office(live_server, january_record):
    chief = make_user("chanhvp", "Lãnh đạo văn phòng", "Khải", "Đỗ Văn")
    session = intake.store(january_record)
    session.submit(by=make_user("vanthu", "Văn thư", "Hà", "Phạm Thu"))
    return session, chief


def faults(browser, url, pages):
    """What lies out of reach, by page and width; the pages are opened as the chief."""
    found = {}
    phone = browser.new_context(is_mobile=True, has_touch=True)
    page = log_in(phone.new_page(), url + reverse("admin:index"), "chanhvp")
    for where in pages:
        for width in (320, 390):
            page.set_viewport_size({"width": width, "height": 780})
            page.goto(url + where)
            if out := page.evaluate(OUT_OF_REACH):
                found[where, width] = out
    return found


@pytest.mark.parametrize("stage", ["submitted", "published", "reopened", "withdrawn"])
def test_every_step_of_a_session_is_within_reach(live_server, browser, office, stage):
    session, chief = office
    if stage != "submitted":
        session.publish(by=chief)
    if stage == "reopened":
        session.reopen(by=chief, note="Ghi sai tên đơn vị.")
    if stage == "withdrawn":
        session.withdraw(by=chief, note="Ghi sai ngày họp.")
    assert faults(browser, live_server.url, [reverse("admin:meetings_session_change", args=[session.pk])]) == {}
