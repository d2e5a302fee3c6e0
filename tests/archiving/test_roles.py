"""Clerk and chief work at the batches; nobody deletes one, and the others do not see them."""

import pytest

MODELS = ("importbatch", "importedpost", "unitproposal")


@pytest.mark.parametrize(
    ("who", "verbs"),
    [
        ("clerk", {"view", "add", "change"}),
        ("chief", {"view", "add", "change"}),
        ("reader", set()),
        ("administrator", set()),
    ],
)
def test_who_may_what(request, who, verbs):
    user = request.getfixturevalue(who)
    for model in MODELS:
        held = {verb for verb in ("view", "add", "change", "delete") if user.has_perm(f"meetings.{verb}_{model}")}
        assert held == verbs
