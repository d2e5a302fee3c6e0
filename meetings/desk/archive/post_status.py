"""Where the posts of a batch stand: how many of each sort, in which order they are looked at, which comes next."""

from django.db.models import Case, Count, Q, Value, When

from ...models import Decision, Verdict

_PENDING = Q(decision=Decision.PENDING)
TABS = {
    "can-xem": ("Cần xem", _PENDING & Q(verdict=Verdict.DOUBTS)),
    "khac-ban": ("Khác bản đã nhập", _PENDING & Q(verdict=Verdict.CHANGED)),
    "tron-ven": ("Đọc trọn vẹn", _PENDING & Q(verdict=Verdict.CLEAN)),
    "khong-doc-duoc": ("Không đọc được", _PENDING & Q(verdict=Verdict.REFUSED)),
    "da-co": ("Đã có", _PENDING & Q(verdict=Verdict.KNOWN)),
    "da-nhap": ("Đã nhập", Q(decision=Decision.ACCEPTED)),
    "de-lai": ("Để lại", Q(decision=Decision.SKIPPED)),
}
WAITING = _PENDING & ~Q(verdict__in=(Verdict.REFUSED, Verdict.KNOWN))
"""Somebody must still decide. What cannot be read and what is there already asks for nothing."""

_RANK = Case(*(When(test, then=Value(rank)) for rank, (_, test) in enumerate(TABS.values())), default=Value(99))


def counted(posts):
    """How many stand in each tab, in one query: {"can-xem": 3, …, "all": 12}."""
    tests = {key: Count("pk", filter=test) for key, (_, test) in TABS.items()}
    counts = posts.order_by().aggregate(all=Count("pk"), **{key.replace("-", "_"): c for key, c in tests.items()})
    return {key.replace("_", "-"): count for key, count in counts.items()}


def progress(counts):
    """(how many are decided, of how many)."""
    decided = counts["da-nhap"] + counts["de-lai"]
    return decided, decided + counts["can-xem"] + counts["khac-ban"] + counts["tron-ven"]


def in_order(posts):
    """Those with doubts first; within each sort as the batch has them."""
    return posts.annotate(rank=_RANK).order_by("rank", "order", "pk")


def next_of(batch, post=None):
    """The key of the post to look at after this one, the first again after the last; None where none waits."""
    keys = _waiting(batch)
    if post is None:
        return keys[0][0] if keys else None
    return _beside(keys, post, 1)


def around(batch, post):
    """The keys of the waiting posts (before, after) this one."""
    keys = _waiting(batch)
    return _beside(keys, post, -1), _beside(keys, post, 1)


def _waiting(batch):
    return list(in_order(batch.posts.filter(WAITING)).values_list("pk", "rank", "order"))


def _beside(keys, post, step):
    places = [(rank, order, pk) for pk, rank, order in keys if pk != post.pk][::step]
    if not places:
        return None
    here = (_rank(post), post.order, post.pk)
    further = (place for place in places if (place > here if step > 0 else place < here))
    return next(further, places[0])[2]


def _rank(post):
    """By what the reader made of it, decided or not: from there one goes on."""
    ranks = {Verdict.DOUBTS: 0, Verdict.CHANGED: 1, Verdict.CLEAN: 2}
    return ranks.get(post.verdict, 3)
