"""The unknown unit names of a batch: each with its count and with the unit that it probably means."""

import re
from collections import Counter, defaultdict

from ..models import Council, UnitName, UnitProposal
from ..vietnamese import fold, squeeze

LONGEST = 200
SHORT = {
    "mttq": "mặt trận tổ quốc",
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "tand": "tòa án nhân dân",
    "vksnd": "viện kiểm sát nhân dân",
    "lđlđ": "liên đoàn lao động",
    "lhpn": "liên hiệp phụ nữ",
    "ccb": "cựu chiến binh",
    "tncs": "thanh niên cộng sản",
    "hcm": "hồ chí minh",
    "gd&đt": "giáo dục và đào tạo",
    "tn&mt": "tài nguyên và môi trường",
    "lđtbxh": "lao động thương binh và xã hội",
    "lđtb&xh": "lao động thương binh và xã hội",
    "tc-kh": "tài chính kế hoạch",
}
_SAYS_NOTHING = re.compile(r"\b(?:ủy ban|uỷ ban|việt nam)\b")
_LEVEL = re.compile(r"(?:thị xã|thành phố|quận|huyện|phường|xã|tỉnh)(?= )")
_WORD = re.compile(r"[^\s,;()]+")


def meaning(name: str, localities=()) -> str:
    """A name without the words that are often left out: the same for two names of one unit.

    >>> meaning("Ủy ban MTTQ Việt Nam quận Hai Bà Trưng", ["quận Hai Bà Trưng"]) == meaning("MTTQ quận")
    True
    """
    words = " ".join(SHORT.get(word, word) for word in _WORD.findall(name.casefold()))
    for place in localities:
        words = squeeze(words.removesuffix(f" {place.casefold()}"))
    levels = {level[0] for place in localities if (level := _LEVEL.match(place.casefold()))}
    if len(levels) == 1 and not words.endswith("hợp tác xã"):
        words = words.removesuffix(f" {levels.pop()}")
    words = _SAYS_NOTHING.sub(" ", words)
    return fold(re.sub(r"[-–—&]| và ", " ", words))


def named(record_data) -> set[str]:
    """The unit names in a record that is JSON data."""
    names = set()
    for row in record_data["directives"]:
        names.update((row["lead"], *row["coordinators"]))
    return {name for name in names if name and len(name) <= LONGEST}


def unit_proposals(batch, readings) -> list[UnitProposal]:
    """The proposals for the unknown names of the readings, not yet saved. Three queries."""
    known = dict(UnitName.objects.values_list("folded", "unit"))
    localities = set(Council.objects.values_list("locality", flat=True))
    spellings = defaultdict(Counter)
    for reading in readings:
        localities.add(reading["record"]["council"]["locality"])
        for name in named(reading["record"]):
            if (folded := fold(name)) not in known:
                spellings[folded][name] += 1
    places = sorted(filter(None, localities), key=len, reverse=True)
    rows = [
        UnitProposal(batch=batch, name=_most_frequent(names), folded=folded[:LONGEST], count=names.total())
        for folded, names in spellings.items()
    ]
    _set_likely_units(rows, places)
    return rows


def _most_frequent(names):
    return min(names, key=lambda name: (-names[name], name))


def _set_likely_units(rows, places):
    units = {meaning(name, places): unit for name, unit in UnitName.objects.values_list("name", "unit")}
    twins = defaultdict(list)
    for row in rows:
        twins[meaning(row.name, places)].append(row)
    for means, alike in twins.items():
        first = min(alike, key=lambda row: (-row.count, row.name))
        for row in alike:
            row.likely_id = units.get(means) if means else None
            row.likely_name = first.name if means and row is not first and not row.likely_id else ""


def propose(batch) -> int:
    """Updates the proposals of the batch to its posts; answers stay. Returns the number without an answer."""
    posts = batch.posts.exclude(reading=None).values_list("reading", flat=True)
    rows = {row.folded: row for row in unit_proposals(batch, posts.iterator(chunk_size=200))}
    held = {row.folded: row for row in batch.units.all()}
    for folded in rows.keys() & held.keys():
        for column in ("name", "count", "likely_id", "likely_name"):
            setattr(held[folded], column, getattr(rows[folded], column))
    gone = [row.pk for folded, row in held.items() if folded not in rows and row.answer == "pending"]
    UnitProposal.objects.filter(pk__in=gone).delete()
    still = [held[folded] for folded in rows.keys() & held.keys()]
    UnitProposal.objects.bulk_update(still, ["name", "count", "likely", "likely_name"], batch_size=200)
    UnitProposal.objects.bulk_create((rows[key] for key in rows.keys() - held.keys()), batch_size=200)
    return batch.units.filter(answer=UnitProposal.Answer.PENDING).count()
