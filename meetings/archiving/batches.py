"""The name and the row of a batch: one batch for the same paths."""

import hashlib

from ..models import ImportBatch

LONGEST = 200


def batch_of(name, *, by=None) -> ImportBatch:
    """The batch with that name; a new one where there is none."""
    return ImportBatch.objects.filter(name=name).first() or ImportBatch.objects.create(name=name, made_by=by)


def name_of(paths) -> str:
    """The name of a batch of these paths, whatever their order."""
    name = "; ".join(sorted({str(path.resolve()) for path in paths}))
    return name if len(name) <= LONGEST else f"{name[:150]}… {hashlib.sha256(name.encode()).hexdigest()[:8]}"
