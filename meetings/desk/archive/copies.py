"""Exact copies: posts with the very text of an earlier post of their batch."""

from ...models import ImportedPost


def originals_in_batch(batch, posts):
    """{the key of a copy: the earlier post it copies}, for some posts of a batch. One query."""
    hashes = {post.source_hash for post in posts if post.source_hash}
    rows = ImportedPost.objects.filter(batch=batch, source_hash__in=hashes).order_by("order", "pk")
    first = {}
    for row in rows.only("pk", "name", "order", "source_hash", "batch_id"):
        first.setdefault(row.source_hash, row)
    return {
        post.pk: first[post.source_hash]
        for post in posts
        if post.source_hash and first[post.source_hash].pk != post.pk
    }


def original_of(post):
    return originals_in_batch(post.batch, [post]).get(post.pk)
