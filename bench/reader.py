"""What the reader makes of the labelled posts: for each field right, missed, invented.

    bench/reader.py [folder …] [--faults] [--list]

Folders of <name>.txt with <name>.json beside it; tests/posts/samples and tests/posts/held_out where none is named.
`--faults` prints each miss and each invention; `--list` reads by the list of verbs alone, as without the tagger. The
posts a second are of one core, each post read once.
"""

import json
import re
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from meetings.readers import Office, UnreadablePost, read
from meetings.readers.grammar import names, tagging
from meetings.readers.inputs import batch
from meetings.readers.rules import council_rules
from meetings.record import Role
from meetings.vietnamese import LOCAL_ZONE, squeeze

POSTS = ROOT / "tests" / "posts"
SCALARS = ("title", "council", "year", "month", "kind", "expanded", "ordinal", "posted_on", "posted_at", "views")
SCALARS += ("held_on", "starts_at", "venue")
LISTS = ("chairs", "attendees", "agenda", "directives")
OF_A_DIRECTIVE = ("lead", "coordinators", "due", "due_on")


_WORD_MARK = re.compile(r"^(?:(?:\w+ là|thứ \w+|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)[,:] )", re.IGNORECASE)
_SPEAKS = re.compile(
    r"(?:kết luận|chỉ đạo|yêu cầu|đề nghị|như sau|các việc sau|giao|tổ chức thực hiện|(?:vấn đề|nội dung) khác"
    r"|^nội dung [0-9]+"
    r"|^nhiệm vụ(?: trọng tâm)?(?: (?:trong )?(?:tháng|quý|thời gian) [\w/ ]+)?)$",
    re.IGNORECASE,
)
"""A heading that names no matter is no topic."""
_ADDRESS = re.compile(r"^các (?:đồng chí|đ c|vị) (?:trong )?")
_COMRADE = re.compile(r"^(?:đồng chí|đ c|ông|bà) ")
_PAPER = re.compile(r"^(?:thông báo|biên bản) (?=kết luận|phiên họp|họp)")
"""A title is the same with or without the kind of paper, which may stand on a line of its own above it."""
_AT = re.compile(r"^tại ")
"""A deadline is the same with or without it: "tại kỳ họp tới"."""
_MUST = re.compile(r"^(?:cần|phải|có trách nhiệm|có nhiệm vụ|chịu trách nhiệm) ")
_ABOUT = re.compile(r"^(?:đối với|về) ")


class Score:
    def __init__(self):
        self.right, self.missed, self.invented, self.faults = Counter(), Counter(), Counter(), []
        self.clean, self.clean_right, self.false_doubts, self.doubts, self.doubted = 0, 0, 0, 0, 0

    def value(self, post, field, wanted, found):
        """A value that should be there and is not is missed; another one in its place, or where none is, invented."""
        if wanted == found:
            self.right[field] += wanted not in (None, "", [])
            return
        if wanted not in (None, "", []):
            self._fault(self.missed, post, field, wanted, found)
        if found not in (None, "", []):
            self._fault(self.invented, post, field, wanted, found)

    def each(self, post, field, wanted, found):
        """Values of a list, in whatever order."""
        rest = list(found)
        for value in wanted:
            if value in rest:
                rest.remove(value)
                self.right[field] += 1
            else:
                self._fault(self.missed, post, field, value, None)
        for value in rest:
            self._fault(self.invented, post, field, None, value)

    def _fault(self, kind, post, field, wanted, found):
        kind[field] += 1
        self.faults.append(f"{post}: {field}: cần {wanted!r}, được {found!r}")

    def table(self):
        rows = [(f"{'':16} {'đúng':>6} {'sót':>6} {'thêm':>6} {'đúng %':>7}")]
        fields = sorted({*self.right, *self.missed, *self.invented}, key=lambda field: ORDER.get(field, 99))
        for field in [*fields, None]:
            sums = [sum(each.values()) if field is None else each[field] for each in self.counts]
            share = 100 * sums[0] / max(1, sums[0] + sums[1])
            rows.append(f"{field or 'tất cả':16} {sums[0]:6} {sums[1]:6} {sums[2]:6} {share:7.1f}")
        return "\n".join(rows)

    def trust(self, reading, wanted, faults):
        """Whether "read cleanly" was true, and whether a doubt had a reason: a fault, or the label leaves it open."""
        self.doubts += len(reading.doubts)
        if not reading.doubts:
            self.clean += 1
            self.clean_right += not faults
        elif not faults and not wanted.get("doubts"):
            self.false_doubts += len(reading.doubts)
        self.doubted += bool(reading.doubts and faults)

    def trusted(self):
        return (
            f"đọc trọn vẹn: {self.clean} bài, đúng cả: {self.clean_right}; bài có lỗi được nghi: {self.doubted};"
            f" chỗ nghi: {self.doubts}, nghi oan: {self.false_doubts}"
        )

    @property
    def counts(self):
        return self.right, self.missed, self.invented


ORDER = {
    field: at for at, field in enumerate(("is_session", *SCALARS, *LISTS, "topic", *OF_A_DIRECTIVE, "not_directives"))
}


def plain(words):
    return squeeze(re.sub(r"[^\w]+", " ", words.casefold()))


def facts(reading):
    record = reading.record
    posted = record.posted_at and record.posted_at.astimezone(LOCAL_ZONE)
    return {
        "title": record.title,
        "council": record.council.locality,
        "year": record.year,
        "month": record.month,
        "kind": record.kind.value,
        "expanded": record.expanded,
        "ordinal": record.ordinal,
        "posted_on": posted and posted.date().isoformat(),
        "posted_at": posted.strftime("%H:%M") if posted and (posted.hour or posted.minute) else None,
        "views": record.imported_views or None,
        "held_on": record.held_on and record.held_on.isoformat(),
        "starts_at": record.starts_at and record.starts_at.strftime("%H:%M"),
        "venue": record.venue,
        "chairs": [(plain(each.name), plain(each.position)) for each in record.attending(Role.CHAIR)],
        "attendees": [
            (plain(each.name), group(each.position), each.presence.value)
            for each in record.attendees
            if each.role is not Role.CHAIR
        ],
        "agenda": [plain(each.title) for each in record.agenda],
        "directives": list(leaves(record.directives)),
    }


def _who(label):
    """Name and position; an office or a group that a label has for a name is a position."""
    name, position = label["name"], label["position"]
    nobody = name and not position and not names.is_name(name)
    return ("", group(name)) if nobody else (plain(name), group(position))


def whose(words):
    """A lead is the same with or without the address before it: "đồng chí Phó Chủ tịch HĐND xã"."""
    return _COMRADE.sub("", plain(words))


def group(words):
    """A group's words without the address before them: "các đồng chí trong Thường trực HĐND"."""
    return _ADDRESS.sub("", plain(words))


def leaves(rows):
    """Each single task, with the topic and the lead of the row it stands under where it has none."""
    head, section = None, ""
    for at, row in enumerate(rows):
        if row.level == 0:
            head = row
        follows = rows[at + 1] if at + 1 < len(rows) else None
        if (row.level == 0 and follows and follows.level) or row.task.endswith(":") or not row.task:
            continue
        over = head if row.level else row
        lead, above = row.lead or over.lead, over.topic or over.task.rstrip(":") if over is not row else ""
        above = "" if _SPEAKS.search(above) else above
        own = "" if row.lead and row.topic.rstrip(": ").endswith(row.lead) else row.topic
        topic = own or ("" if over.lead and above.endswith(over.lead) else above) or section
        yield {
            "task": _MUST.sub("", plain(row.task)),
            "topic": plain(_WORD_MARK.sub("", topic, count=1)),
            "lead": whose(lead),
            "coordinators": sorted(map(plain, row.coordinators)),
            "due": _AT.sub("", plain(row.due_text)),
            "due_on": row.due_on and row.due_on.isoformat(),
        }


def by_list_alone():
    tagging.is_installed = lambda: False


def posts_a_second(folders):
    texts = [batch.text(path.read_bytes()).text for folder in folders for path in sorted(folder.glob("*.txt"))]
    read(texts[0])  # loads what is loaded once
    began = time.process_time()
    for text in texts:
        try:
            read(text)
        except UnreadablePost:
            continue
    return len(texts) / (time.process_time() - began)


def score_of(folders):
    score = Score()
    for path in sorted(each for folder in folders for each in folder.glob("*.json")):
        wanted = json.loads(path.read_text(encoding="utf-8"))
        try:
            text = batch.text(path.with_suffix(".txt").read_bytes()).text
            office = office_of(wanted, text)
            reading = read(text, office)
        except UnreadablePost:
            reading = None
        before = len(score.faults)
        score.each(path.stem, "is_session", [wanted["is_session"]], [reading is not None])
        if wanted["is_session"] and reading:
            compare(score, path.stem, wanted | _council_by_kind(wanted, office), facts(reading))
        if reading:
            score.trust(reading, wanted, score.faults[before:])
    return score


def _same_case(field, value):
    value = value.casefold() if field in ("council", "title", "venue") and value else value
    return _PAPER.sub("", " ".join(value.split())) if field == "title" and value else value


def office_of(wanted, text):
    """The office whose post it is: of the council that the label names, or one of the kind that the post names."""
    named = re.match(rf"(?:{council_rules.PLACE_KINDS})(?!\w)", wanted.get("council", ""), re.IGNORECASE)
    if named:
        return Office(
            councils=(council_rules.derive(named.group(), wanted["council"][named.end() :].strip().title()),)
        )
    kind = re.search(rf"(?:HĐND|Hội đồng nhân dân) ({council_rules.PLACE_KINDS})(?!\w)", text, re.IGNORECASE)
    return Office(councils=(council_rules.derive(kind[1] if kind else "huyện", "Bình Khê"),))


def _council_by_kind(wanted, office):
    return {} if wanted.get("council") else {"council": office.councils[0].locality}


def compare(score, post, wanted, found):
    for field in SCALARS:
        score.value(post, field, _same_case(field, wanted[field]), _same_case(field, found[field]))
    people = list(map(_who, wanted["chairs"]))
    score.each(post, "chairs", people, found["chairs"])
    people = [(*_who(each), each["presence"]) for each in wanted["attendees"]]
    score.each(post, "attendees", people, found["attendees"])
    score.each(post, "agenda", list(map(plain, wanted["agenda"])), found["agenda"])
    tasks = [_MUST.sub("", plain(each["task"])) for each in wanted["directives"]]
    score.each(post, "directives", tasks, [each["task"] for each in found["directives"]])
    by_task = {each["task"]: each for each in found["directives"]}
    for each in wanted["directives"]:
        if row := by_task.get(_MUST.sub("", plain(each["task"]))):
            score.value(post, "topic", _ABOUT.sub("", plain(each["topic"])), _ABOUT.sub("", row["topic"]))
            score.value(post, "lead", whose(each["lead"]), row["lead"])
            others = sorted(map(plain, [*each.get("co_leads", []), *each["coordinators"]]))
            score.each(post, "coordinators", others, row["coordinators"])
            score.value(post, "due", _AT.sub("", plain(each["due"])), row["due"])
            score.value(post, "due_on", each["due_on"], row["due_on"])
    for begun in map(plain, wanted["not_directives"]):
        is_one = any(begun in each["task"] for each in found["directives"])
        score.each(post, "not_directives", [begun] if not is_one else [], [begun])


if __name__ == "__main__":
    named = [Path(each) for each in sys.argv[1:] if not each.startswith("--")] or [
        POSTS / "samples",
        POSTS / "held_out",
    ]
    if "--list" in sys.argv:
        by_list_alone()
    speed = posts_a_second(named)
    done = score_of(named)
    if "--faults" in sys.argv:
        print("\n".join(done.faults))
    print(done.table())
    print(done.trusted())
    print(f"đọc: {speed:.0f} bài/giây")
