"""The law: the record says the post's words again, all of them and no others, in their order."""

import json
import os
import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meetings import prose
from meetings.readers import Reading, UnreadablePost, read
from meetings.record import SessionRecord

from .posts import POSTS, decode, doubts, post, reading

SAMPLES = [path for path in sorted((POSTS[0].parent / "samples").glob("*.txt")) if "khong-phien" not in path.name]
SOURCES = [*POSTS, *SAMPLES]
EXAMPLES = int(os.environ.get("EXAMPLES", "200"))
"""EXAMPLES=10000 for a longer look at mutated posts."""
TEXTS = [decode(path.read_bytes()) for path in SOURCES]


MARK = re.compile(
    r"^(?:[-+*•–▪]|[0-9]{1,2} ?[-–](?= ?[A-ZĐ])|\(?[0-9]{1,2}(?:\.[0-9]{1,2})?[.)/](?![0-9])"
    r"|[0-9]\.[0-9]+(?= [^\W\d])"
    r"|[IVX]{1,4}(?:[.)]| ?[-–](?= ?[A-ZĐ]))|[a-zđ]\)) ?(?=\S)"
)
LEFT_MARK = re.compile(MARK.pattern.removesuffix(r" ?(?=\S)").replace("(?= ?[A-ZĐ])", ""))
"""A mark whose line lies in parts, so that only spaces are left of it."""


def letters(words):
    return "".join(re.findall(r"[^\W_]", unicodedata.normalize("NFD", words)))


def said(*paragraphs):
    """The words without the stops and the list marks, which the page sets itself."""
    told = [line.strip() for words in paragraphs for line in words.split("\n") if line.strip()]
    return "".join(letters(MARK.sub("", line, count=1)) for line in told)


def article(record: SessionRecord):
    """What a page says, put together here a second time, apart from the reader's own check."""
    tasks = [row.words for head in prose.numbered(record.directives) for row in (head, *head.tasks)]
    places = (prose.opening(record), prose.attendance(record), record.assessment, prose.directives_intro(record))
    return said(*places) + letters("".join(tasks)) + said(record.closing)


def without_numbers(words):
    """A number that mutation brought into a line may be a list mark for the one and a word for the other."""
    return re.sub(r"[0-9]", "", words)


def around(found: Reading):
    """The lines of the title, of the date line and of what is no part of the article."""
    framing = [part for part in found.parts if part.field in ("title", "dateline", "outside")]
    lines = [(found.text.count("\n", 0, part.start), found.text.count("\n", 0, part.end)) for part in framing]
    return {line for first, last in lines for line in range(first, last + 1)}


def keeps_the_law(found: Reading):
    left = [line for at, line in enumerate(found.text.split("\n")) if at not in around(found)]
    author = found.body[len([line for line in left if line.strip()]) :]
    return article(found.record) == said(*left, *author)


def squeezed(found: Reading, part):
    return " ".join(found.text[part.start : part.end].split())


def keeps_its_places(found: Reading):
    """Every part of a row and of the title holds the very words of its field."""
    data = found.to_data()["record"]
    for part in found.parts:
        if not re.search(r"title|\.(name|position|topic|lead|task|due_text)$|coordinators", part.field):
            continue
        value = data
        for step in re.findall(r"\w+", part.field):
            value = value[int(step)] if step.isdecimal() else value[step]
        assert squeezed(found, part) == value
    return True


@pytest.mark.parametrize("text", TEXTS, ids=[path.stem for path in SOURCES])
def test_the_record_says_the_posts_words_again(text):
    found = read(text)
    assert keeps_the_law(found)
    assert keeps_its_places(found)
    assert article(found.record) == said(*found.body)


@pytest.mark.parametrize("text", TEXTS, ids=[path.stem for path in SOURCES])
def test_every_word_of_the_article_lies_in_a_part(text):
    found = read(text)
    told = set().union(*(range(part.start, part.end) for part in found.parts))
    for at, line in enumerate(found.text.split("\n")):
        start = sum(len(each) + 1 for each in found.text.split("\n")[:at])
        left = "".join(letter if start + place not in told else " " for place, letter in enumerate(line))
        assert not re.findall(r"[^\W\d_]{2,}", LEFT_MARK.sub("", left, count=1)), left


@pytest.mark.parametrize("text", TEXTS, ids=[path.stem for path in SOURCES])
def test_a_reading_turns_into_json_and_its_record_back(text):
    found = read(text)
    data = json.loads(json.dumps(found.to_data()))
    assert SessionRecord.from_data(data["record"]) == found.record
    assert (len(data["parts"]), len(data["doubts"])) == (len(found.parts), len(found.doubts))


MARKS = [*".,;:…!?()“”-/ ", "  ", "; ", ": ", ", ", " và ", " chủ trì ", "1", "\u0301", "X"]


def shuffled(draw, paragraphs):
    return draw(st.permutations(paragraphs))


def dropped(draw, paragraphs):
    gone = draw(st.integers(0, len(paragraphs) - 1))
    return paragraphs[:gone] + paragraphs[gone + 1 :]


def doubled(draw, paragraphs):
    twice = draw(st.integers(0, len(paragraphs) - 1))
    return paragraphs[: twice + 1] + paragraphs[twice:]


def joined(draw, paragraphs):
    at = draw(st.integers(0, len(paragraphs) - 1))
    return paragraphs[:at] + [" ".join(paragraphs[at : at + 2])] + paragraphs[at + 2 :]


def repointed(draw, paragraphs):
    """Other punctuation, letters and spaces at a few places of one paragraph."""
    at = draw(st.integers(0, len(paragraphs) - 1))
    words = paragraphs[at]
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(words)))
        words = words[:place] + draw(st.sampled_from(MARKS)) + words[place + draw(st.integers(0, 2)) :]
    return paragraphs[:at] + [words] + paragraphs[at + 1 :]


def crossed(draw, paragraphs):
    other = draw(st.sampled_from(TEXTS)).split("\n")
    at = draw(st.integers(0, len(paragraphs)))
    return paragraphs[:at] + [draw(st.sampled_from(other))] + paragraphs[at:]


MUTATIONS = [shuffled, dropped, doubled, joined, repointed, crossed]


@st.composite
def mutated_posts(draw):
    paragraphs = [each for each in draw(st.sampled_from(TEXTS)).split("\n") if each]
    for mutation in draw(st.lists(st.sampled_from(MUTATIONS), max_size=4)):
        paragraphs = mutation(draw, list(paragraphs)) or [""]
    return "\n\n".join(paragraphs)


@settings(max_examples=EXAMPLES, deadline=None)
@given(mutated_posts())
def test_a_mutated_post_is_read_by_the_law_or_refused(text):
    try:
        found = read(text)
    except UnreadablePost:
        return
    assert without_numbers(article(found.record)) == without_numbers(said(*found.body))
    assert keeps_its_places(found)
    framing = [line for line in (found.text.split("\n")[at] for at in around(found)) if line.strip()]
    assert len(found.body) >= len([line for line in found.text.split("\n") if line.strip()]) - len(framing)
    json.dumps(found.to_data())


def in_a_post(words):
    return post(words).encode()


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode) | st.text(max_size=200).map(in_a_post))
def test_no_bytes_break_the_reader(data):
    try:
        found = read(decode(data))
    except UnreadablePost:
        return
    assert article(found.record) == said(*found.body)


def test_where_the_rows_would_not_say_the_same_words_all_is_kept_as_typed(monkeypatch):
    monkeypatch.setattr("meetings.readers.round_trip.holds", lambda record, body: False)
    found = reading("thuong-ky-2021-02")
    assert article(found.record) == said(*found.body)
    assert (found.record.attendees, found.record.directives) == ((), ())
    assert [each for each in doubts(found) if "đã giữ nguyên cả bài" in each]
