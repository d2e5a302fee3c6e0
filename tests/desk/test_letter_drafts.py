"""The desk's form of a letter: "Kính gửi" in place of whom it invites, and no annex to choose for it."""

from django.urls import reverse


def test_a_letter_is_addressed_and_has_no_annex(at_clerks_desk, published):
    page = at_clerks_desk.get(reverse("admin:meetings_session_paper", args=[published.pk, "cong-van-don-doc"]))
    form = page.context["form"]
    assert form.fields["addressees"].label == "Kính gửi" and "annex" not in form.fields
    assert form.fields["addressees"].widget.attrs["placeholder"] == "Ủy ban MTTQ Việt Nam quận"
