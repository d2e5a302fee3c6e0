"""The unknown unit names of a batch: each with its count, a sentence, and the unit that it probably means."""

from collections import Counter, defaultdict

from ..models import Council, UnitName, UnitProposal
from ..vietnamese import fold
from .unit_likeness import Likeness
from .unit_sentences import sentence

LONGEST = 200
_FOLLOWED = ("name", "count", "sentence", "post_id")
_LIKENESS = ("likely_id", "likely_name")


def named(record_data) -> set[str]:
    """The unit names in a record that is JSON data."""
    names = set()
    for row in record_data["directives"]:
        names.update((row["lead"], *row["coordinators"]))
    return {name for name in names if name and len(name) <= LONGEST}


def unit_proposals(batch, posts) -> list[UnitProposal]:
    """The proposals for the unknown names of the posts, (key, reading) each, not yet saved. Three queries."""
    known = set(UnitName.objects.values_list("folded", flat=True))
    spellings, sentences = defaultdict(Counter), {}
    for key, reading in posts:
        for name in named(reading["record"]):
            if (folded := fold(name)) not in known:
                spellings[folded][name] += 1
                if not sentences.get(folded, ("",))[0]:
                    sentences[folded] = sentence(reading, name), key
    rows = [
        UnitProposal(
            batch=batch,
            name=_most_frequent(names),
            folded=folded[:LONGEST],
            count=names.total(),
            sentence=sentences[folded][0],
            post_id=sentences[folded][1],
        )
        for folded, names in spellings.items()
    ]
    _set_likely_units(rows)
    return rows


def _most_frequent(names):
    return min(names, key=lambda name: (-names[name], name))


def _set_likely_units(rows):
    """The unit of each undecided row, or the most frequent of the names alike. Two queries."""
    units = dict(UnitName.objects.values_list("name", "unit"))
    places = sorted(filter(None, Council.objects.values_list("locality", flat=True)), key=len, reverse=True)
    like = Likeness([*units, *(row.name for row in rows)], places)
    unit_of = {like.of(name): unit for name, unit in units.items()}
    twins = defaultdict(list)
    for row in rows:
        twins[like.of(row.name)].append(row)
    for means, alike in twins.items():
        first = min(alike, key=lambda row: (-row.count, row.name))
        for row in (row for row in alike if row.answer == "pending"):
            row.likely_id = unit_of.get(means) if means else None
            row.likely_name = first.name if means and row is not first and not row.likely_id else ""


def propose(batch) -> int:
    """Updates the proposals of the batch to its posts; answers stay. Returns the number without an answer."""
    posts = batch.posts.exclude(reading=None).order_by("order").values_list("pk", "reading")
    rows = {row.folded: row for row in unit_proposals(batch, posts.iterator(chunk_size=200))}
    held = {row.folded: row for row in batch.units.all()}
    for folded in rows.keys() & held.keys():
        for column in _FOLLOWED if held[folded].answer != "pending" else (*_FOLLOWED, *_LIKENESS):
            setattr(held[folded], column, getattr(rows[folded], column))
    gone = [row.pk for folded, row in held.items() if folded not in rows and row.answer == "pending"]
    UnitProposal.objects.filter(pk__in=gone).delete()
    _update([held[folded] for folded in rows.keys() & held.keys()])
    UnitProposal.objects.bulk_create((rows[key] for key in rows.keys() - held.keys()), batch_size=200)
    return batch.units.filter(answer=UnitProposal.Answer.PENDING).count()


def _update(rows):
    columns = [name.removesuffix("_id") for name in (*_FOLLOWED, *_LIKENESS)]
    UnitProposal.objects.bulk_update(rows, columns, batch_size=200)


def liken(batch):
    """Groups the undecided names of the batch anew, after a decision on some was taken back."""
    rows = list(batch.units.all())
    _set_likely_units(rows)
    UnitProposal.objects.bulk_update(rows, ["likely", "likely_name"], batch_size=200)


def follow(post, before):
    """Updates the proposals of the batch after one of its posts was read anew; `before` is its former reading."""
    old, new = (named(reading["record"]) if reading else set() for reading in (before, post.reading))
    if old == new:
        return
    rows = {row.folded: row for row in post.batch.units.all()}
    for name in old - new:
        if row := rows.get(fold(name)):
            row.count -= 1
    for name in new - old:
        _count(rows, post, name)
    known = set(UnitName.objects.filter(folded__in=rows).values_list("folded", flat=True))
    rows = [row for row in rows.values() if row.pk or row.folded not in known]
    gone = [row.pk for row in rows if row.count < 1 and row.answer == "pending"]
    UnitProposal.objects.filter(pk__in=gone).delete()
    rows = [row for row in rows if row.pk not in gone or not row.pk]
    _set_likely_units(rows)
    _update([row for row in rows if row.pk])
    UnitProposal.objects.bulk_create(row for row in rows if not row.pk)


def _count(rows, post, name):
    """Counts the name once more, in a row of its own where the batch has none."""
    folded = fold(name)[:LONGEST]
    words = sentence(post.reading, name)
    row = rows.setdefault(folded, UnitProposal(batch=post.batch, name=name, folded=folded, count=0))
    row.count += 1
    if not row.sentence:
        row.sentence, row.post = words, post
