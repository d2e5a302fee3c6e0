"""The councils that old posts name. None joins the list of councils, and so the site, without somebody's yes."""

from dataclasses import asdict

from django.db import transaction
from django.db.models import Count

from .. import intake
from ..models import Council, Decision, ImportedPost, Refused
from ..readers.reading import Doubt
from ..vietnamese import squeeze, tidy
from .unit_guesses import Standing

_NAME, _SHORT = (f"reading__record__council__{name}" for name in ("committee_name", "short_name"))


def named(words):
    """The council of that name: "HĐND quận Hai Bà Trưng". Raises Refused where the words name none."""
    from ..readers.rules import council_rules
    from ..readers.text_span import Paragraph

    said = squeeze(tidy(words))
    said = said if said.casefold().startswith("thường trực") else f"Thường trực {said}"
    found = council_rules.find(Paragraph(said, 0, said).clip)
    if not found or found[1].words != said:
        raise Refused(f"“{words}” không phải tên một hội đồng nhân dân, ví dụ: HĐND quận Hai Bà Trưng.")
    return found[0]


def doubt(record):
    """What is said of a post whose council is not on the list; of each in the same words."""
    name = record.council.short_name
    return Doubt(f"Bài của {name}, chưa có trong danh sách hội đồng nhân dân ở đây; xem có đúng kho bài không.")


def doubted(reading):
    """The reading as it is kept, with that doubt after the reader's own."""
    data = reading.to_data()
    data["doubts"].append(asdict(doubt(reading.record)))
    return data


def unknown(batch):
    """The councils that posts still to be decided on name and that the list lacks: [{"name", "short", "posts"}]."""
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
    """Somebody said yes to this council: it is on the list, and no post is doubted for its sake any more."""
    with transaction.atomic():
        council = intake.council_of(record)
        waiting = ImportedPost.objects.filter(decision=Decision.PENDING, **{_NAME: record.committee_name})
        standing = Standing()
        for post in waiting.select_for_update():
            _believe(post, standing)
    return council


def _believe(post, standing):
    said = doubt(post.record).said
    post.reading["doubts"] = [each for each in post.reading["doubts"] if each["said"] != said]
    judged = standing.judge(post.record, post.source_hash, post.address, post.reading["doubts"])
    post.verdict, post.session_id = judged
    post.save(update_fields=["reading", "verdict", "session"])
