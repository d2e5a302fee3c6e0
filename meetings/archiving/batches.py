"""One batch for the same paths, however often they are given."""

import hashlib

from ..models import ImportBatch

LONGEST = 200


def batch_of(name, *, by=None) -> ImportBatch:
    """The batch of that name, begun now if there is none."""
    return ImportBatch.objects.filter(name=name).first() or ImportBatch.objects.create(name=name, made_by=by)


def name_of(paths) -> str:
    """The same for the same paths, in whatever order."""
    name = "; ".join(sorted({str(path.resolve()) for path in paths}))
    return name if len(name) <= LONGEST else f"{name[:150]}… {hashlib.sha256(name.encode()).hexdigest()[:8]}"
