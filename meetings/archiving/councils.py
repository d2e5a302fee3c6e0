"""The councils that old posts name. A clerk must confirm a new one: the list of councils says whose site this is."""

from django.db import transaction
from django.db.models import Count

from .. import intake
from ..models import Council, Decision, ImportedPost, Refused
from ..readers import NO_OFFICE
from ..readers.reading import Doubt
from ..vietnamese import squeeze, tidy
from .still_seen import still_seen
from .unit_guesses import StoredSessions

_NAME, _SHORT = (f"reading__record__council__{name}" for name in ("committee_name", "short_name"))


def named(words):
    """The council of that name: "HĐND quận Hai Bà Trưng". Raises Refused where the words name none."""
    from ..readers.rules import council_rules
    from ..readers.text_span import Paragraph

    name = squeeze(tidy(words))
    name = name if name.casefold().startswith("thường trực") else f"Thường trực {name}"
    named_council = council_rules.find(Paragraph(name, 0, name).clip, NO_OFFICE)
    if not named_council or named_council.clip.words != name:
        raise Refused(f"“{words}” không phải tên một hội đồng nhân dân, ví dụ: HĐND quận Hai Bà Trưng.")
    return named_council.council


def doubt(record):
    """The doubt about a post whose council is not on the list: always the same words for one council."""
    name = record.council.short_name
    return Doubt(f"Bài của {name}, chưa có trong danh sách hội đồng nhân dân ở đây; xem có đúng kho bài không.")


def unknown(batch):
    """The councils that pending posts name and that the list lacks: [{"name", "short", "posts"}]."""
    known = set(Council.objects.values_list("committee_name", flat=True))
    waiting = batch.posts.filter(decision=Decision.PENDING).exclude(reading=None)
    rows = waiting.order_by(_NAME).values_list(_NAME, _SHORT).annotate(posts=Count("pk"))
    return [{"name": name, "short": short, "posts": posts} for name, short, posts in rows if name not in known]


def refuse_unknown(record):
    if not Council.objects.filter(committee_name=record.council.committee_name).exists():
        name = record.council.short_name
        raise intake.Unstorable(
            f"bài của {name}, chưa có trong danh sách hội đồng nhân dân; nhập được khi có người xác nhận hội đồng này"
        )


def add(record) -> Council:
    """Adds the council to the list and removes the doubt about it from every pending post."""
    with transaction.atomic():
        council = intake.council_of(record)
        waiting = ImportedPost.objects.filter(decision=Decision.PENDING, **{_NAME: record.committee_name})
        stored = StoredSessions()
        for post in waiting.select_for_update():
            _remove_doubt(post, stored)
    return council


def _remove_doubt(post, stored):
    words, before = doubt(post.record).said, post.reading["doubts"]
    doubts = post.reading["doubts"] = [each for each in before if each["said"] != words]
    post.answers = still_seen(post.answers, before, doubts)
    post.verdict, post.session_id = stored.judge(post.record, post.source_hash, post.address, doubts)
    post.save(update_fields=["reading", "verdict", "session", "answers"])
