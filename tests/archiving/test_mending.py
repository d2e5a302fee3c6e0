"""A refused or doubtful post is read anew with what somebody typed; the post's own words stay as they are."""

from datetime import date

import pytest

from meetings import archiving, prose
from meetings.archiving import FrameAnswers
from meetings.models import ImportedPost, Refused, Session
from meetings.readers.post_text import bounded

from .conftest import FEBRUARY, MAY, a_post

OPENING = "Ngày 02/02/2021, Thường trực HĐND quận Hai Bà Trưng tổ chức phiên họp tháng 02 năm 2021."
DATELINE = "Ngày đăng 08/02/2021 | 16:05  | Lượt xem: 1.607\n"
UNDATED = (
    FEBRUARY.replace("Phiên họp tháng 02 năm 2021 của", "Phiên họp thường kỳ của")
    .replace(DATELINE, "")
    .replace(OPENING, "Sáng nay, Thường trực HĐND quận Hai Bà Trưng tổ chức phiên họp thường kỳ.")
)
NAMELESS = FEBRUARY.replace(" quận Hai Bà Trưng", "").replace("Thường trực HĐND", "Thường trực")
UNTITLED = FEBRUARY.partition("\n")[2].replace(OPENING, "Sáng nay, các đồng chí gặp nhau để bàn việc.")
DAYLESS = FEBRUARY.replace("Ngày 02/02/2021, ", "")


@pytest.fixture
def frame(council):
    return FrameAnswers(council.to_record(), 2021, 2, date(2021, 2, 2))


def the_post(gathered, text):
    return gathered(a_post("1.txt", text))[0]


def said(post):
    return [doubt["said"] for doubt in post.reading["doubts"]]


@pytest.mark.parametrize(
    ("text", "reason"),
    [(UNDATED, "không thấy tháng"), (NAMELESS, "không thấy tên cơ quan"), (UNTITLED, "không thấy tên phiên")],
)
def test_what_is_missing_is_typed_and_the_post_is_read(gathered, frame, text, reason):
    post = the_post(gathered, text)
    assert post.verdict == "refused" and post.reason.startswith(reason)
    mended = archiving.mend(post, frame)
    record = mended.record
    assert (record.year, record.month, record.held_on) == (2021, 2, date(2021, 2, 2))
    assert record.council.short_name == "HĐND quận Hai Bà Trưng" and len(record.directives) > 3
    assert mended.notes[-1].endswith("“Phiên họp tháng 02 năm 2021 của Thường trực HĐND quận Hai Bà Trưng”.")
    assert mended.reason == "" and archiving.accept(mended).month == 2


@pytest.mark.parametrize("text", [UNDATED, NAMELESS, UNTITLED])
def test_the_typed_title_is_no_word_of_the_post(gathered, frame, text):
    reading = archiving.mend(the_post(gathered, text), frame).reading
    assert reading["text"] == bounded(text)
    assert all(reading["text"][part["start"] : part["end"]] == part["words"] for part in reading["parts"])


def test_a_headline_of_its_own_stays_the_title(gathered, frame):
    mended = archiving.mend(the_post(gathered, UNDATED), frame)
    record, fields = mended.record, {part["field"]: part["sure"] for part in mended.reading["parts"]}
    assert fields["title"] and fields.get("council", True)
    assert record.title == "Phiên họp thường kỳ của Thường trực HĐND quận Hai Bà Trưng"
    assert record.opening.startswith("Sáng nay")


def test_a_post_without_any_gets_the_typed_one(gathered, frame):
    assert archiving.mend(the_post(gathered, UNTITLED), frame).record.title == frame.title


def test_the_day_that_is_typed_settles_the_doubt_and_leaves_the_opening_sentence(gathered, frame):
    post = the_post(gathered, DAYLESS)
    assert any("ngày họp" in doubt for doubt in said(post))
    mended = archiving.mend(post, frame)
    assert (mended.verdict, said(mended), mended.record.held_on) == ("clean", [], date(2021, 2, 2))
    assert prose.opening(mended.record) == OPENING.replace("Ngày 02/02/2021, ", "")


def test_a_post_that_is_no_session_keeps_that_as_a_doubt(gathered, frame):
    other = FEBRUARY.replace("năm 2021 của Thường trực HĐND quận", "năm 2021 của UBND quận", 1)
    post = the_post(gathered, other)
    assert post.verdict == "refused"
    mended = archiving.mend(post, frame)
    assert mended.verdict == "doubts" and "không nói về phiên họp" in said(mended)[0]


def test_too_little_leaves_it_refused_with_the_answers_kept(gathered, frame):
    post = the_post(gathered, NAMELESS)
    mended = archiving.mend(post, FrameAnswers(month=2, year=2021))
    assert (mended.verdict, mended.reading) == ("refused", None)
    assert mended.answers["frame"]["month"] == 2
    assert archiving.mend(mended, frame).reading


def test_answers_taken_back_give_the_first_reading_again(gathered, frame):
    post = the_post(gathered, UNDATED)
    archiving.mend(post, frame)
    again = archiving.mend(ImportedPost.objects.get(), FrameAnswers())
    assert (again.verdict, again.answers, again.notes, again.reason) == ("refused", {}, [], post.reason)


def test_days_far_apart_are_a_doubt(gathered, council):
    typed = FrameAnswers(None, 2021, 2, date(2012, 2, 2))
    assert "cách nhau nhiều tháng" in said(archiving.mend(the_post(gathered, DAYLESS), typed))[0]


def test_what_was_seen_stays_seen(gathered, frame):
    post = the_post(gathered, DAYLESS.replace(DATELINE, ""))
    places = {doubt: str(place) for place, doubt in enumerate(said(post))}
    undated = next(doubt for doubt in places if "ngày đăng" in doubt)
    ImportedPost.objects.update(answers={places[undated]: "seen"})
    mended = archiving.mend(post, frame)
    assert mended.answers[str(said(mended).index(undated))] == "seen"


def test_another_month_is_compared_with_the_stored_sessions_anew(gathered, frame):
    archiving.accept(the_post(gathered, FEBRUARY))
    second = gathered(a_post("2.txt", UNDATED + "\nThêm một câu."))[1]
    mended = archiving.mend(second, frame)
    assert mended.verdict == "changed" and mended.session.month == 2


def test_its_units_join_those_of_the_batch(batch, gathered, frame):
    post = the_post(gathered, UNDATED)
    assert not batch.units.exists()
    mended = archiving.mend(post, frame)
    assert batch.units.get(name="Ủy ban MTTQ Việt Nam quận").count == 1
    archiving.mend(mended, FrameAnswers())
    assert not batch.units.exists()


def test_what_was_decided_or_read_anew_is_not_mended(gathered, frame, clerk):
    post = the_post(gathered, DAYLESS)
    stale = ImportedPost.objects.get()
    ImportedPost.objects.update(source_hash="0" * 64)
    with pytest.raises(Refused, match="vừa"):
        archiving.mend(stale, frame)
    ImportedPost.objects.update(source_hash=post.source_hash)
    archiving.skip(ImportedPost.objects.get(), by=clerk)
    for copy in (stale, ImportedPost.objects.get()):
        with pytest.raises(Refused):
            archiving.mend(copy, frame)


def test_a_post_mended_meanwhile_is_not_taken_as_it_was(gathered, frame):
    post = the_post(gathered, DAYLESS)
    archiving.mend(ImportedPost.objects.get(), frame)
    with pytest.raises(Refused, match="đọc lại với câu trả lời khác"):
        archiving.accept(post)
    assert not Session.objects.exists() and archiving.accept(ImportedPost.objects.get())


def test_cells_of_a_table_stay_apart_in_what_is_read_again(gathered):
    post = the_post(gathered, "Lịch tiếp công dân\nThứ Hai\tChủ tịch")
    assert post.source_text.endswith("Thứ Hai | Chủ tịch")


def test_nothing_ordered_is_never_clean(gathered, council):
    plain = MAY[: MAY.index("\n\n")] + "\n\nNgày 04/05/2021, Thường trực HĐND quận Hai Bà Trưng tổ chức phiên họp.\n"
    post = the_post(gathered, f"{plain}\nĐồng chí Trần Quyết Thắng - Chủ tịch HĐND quận chủ trì phiên họp.")
    assert post.verdict == "doubts" and any("chỉ đạo" in doubt for doubt in said(post))
    bare = archiving.StoredSessions().judge(post.record, "", "", [])
    assert bare == ("doubts", None)
