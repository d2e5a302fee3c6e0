"""The tabs of a batch's posts, the order in which clerks look at the posts, and the next post to decide on."""

from django.db.models import Case, Q, Value, When

from ... import archiving
from ...models import Decision, Verdict


def _pending(verdict):
    return lambda: Q(decision=Decision.PENDING, verdict=verdict)


TABS = {
    "can-xem": ("Cần xem", _pending(Verdict.DOUBTS)),
    "khac-ban": ("Khác bản đã nhập", _pending(Verdict.CHANGED)),
    "khong-doc-duoc": ("Không đọc được", _pending(Verdict.REFUSED)),
    "tron-ven": ("Đọc trọn vẹn", _pending(Verdict.CLEAN)),
    "da-co": ("Đã có", _pending(Verdict.KNOWN)),
    "da-nhap": ("Đã nhập", lambda: Q(decision=Decision.ACCEPTED)),
    "de-lai": ("Bỏ qua", lambda: Q(decision=Decision.SKIPPED)),
}
WAITING = ("can-xem", "khac-ban", "khong-doc-duoc", "tron-ven")
"""The tabs of the posts that need a decision."""
_RANK = Case(*(When(test(), then=Value(rank)) for rank, (_, test) in enumerate(TABS.values())), default=Value(99))


def progress(counts):
    """(the number of decided posts, the number of posts that need a decision)."""
    decided = counts["da-nhap"] + counts["de-lai"]
    return decided, decided + sum(counts[key] for key in WAITING)


def in_order(posts):
    """In the order of the tabs, and within a tab in the order of the batch."""
    return posts.annotate(rank=_RANK).order_by("rank", "order", "pk")


def next_post(batch, post=None):
    """The key of the post to look at after `post`, the first again after the last; None where no post waits."""
    keys = _waiting(batch)
    if post is None:
        return keys[0][0] if keys else None
    return _beside(keys, post, 1)


def neighbours(batch, post):
    """The keys of the waiting posts before and after this one."""
    keys = _waiting(batch)
    return _beside(keys, post, -1), _beside(keys, post, 1)


def _waiting(batch):
    return list(in_order(archiving.waiting(batch)).values_list("pk", "rank", "order"))


def _beside(keys, post, step):
    places = [(rank, order, pk) for pk, rank, order in keys if pk != post.pk][::step]
    if not places:
        return None
    here = (_rank(post), post.order, post.pk)
    further = (place for place in places if (place > here if step > 0 else place < here))
    return next(further, places[0])[2]


def _rank(post):
    """The rank of the post's verdict, decided or not: the next post is looked for from here."""
    ranks = {Verdict.DOUBTS: 0, Verdict.CHANGED: 1, Verdict.REFUSED: 2, Verdict.CLEAN: 3}
    return ranks.get(post.verdict, len(ranks))
