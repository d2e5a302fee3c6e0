"""The desk's form of a paper: a letter has "Kính gửi" and no annex to choose, the boxes stand as the kind says."""

from django.urls import reverse

from meetings.paper import PaperKind
from meetings.paper_kinds import description


def test_a_letter_is_addressed_and_has_no_annex(at_clerks_desk, published):
    page = at_clerks_desk.get(reverse("admin:meetings_session_paper", args=[published.pk, "cong-van-don-doc"]))
    form = page.context["form"]
    assert form.fields["addressees"].label == "Kính gửi" and "annex" not in form.fields
    assert form.fields["addressees"].widget.attrs["placeholder"] == "Ủy ban MTTQ Việt Nam quận"


def test_the_boxes_stand_in_the_order_that_the_kind_says(at_clerks_desk, published):
    where = reverse("admin:meetings_session_paper", args=[published.pk, "thong-bao"])
    boxes = list(at_clerks_desk.get(where).context["form"].fields)
    fields = description(PaperKind.NOTICE).fields
    assert [name for name in boxes if name in fields] == list(fields)
    assert boxes[boxes.index("closing") - 2 : boxes.index("closing")] == ["items", "directives"]


def test_grounds_that_the_council_set_show_in_grey(at_clerks_desk, published):
    published.council.paper_defaults.create(kind="notice", grounds="Căn cứ Luật số 77")
    where = reverse("admin:meetings_session_paper", args=[published.pk, "thong-bao"])
    form = at_clerks_desk.get(where).context["form"]
    assert form.fields["grounds"].widget.attrs["placeholder"] == "Căn cứ Luật số 77"
