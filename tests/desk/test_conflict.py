"""Two people on one session: what merges by itself, what is asked, and that no typed word is lost on the way."""

import re

import pytest
from django.urls import reverse

from meetings.desk.merging.conflict import Answer, differences, merged, posted

from ..conftest import logged_in
from .documents import PDF, upload
from .filling import added, filled

CHOICE, TEXT, REFUSAL = "_choice:", "_text:", "_refuse:"


def screen(fields=None, **rows):
    """A session with rows of one table: screen({"venue": "A"}, **{"7": {"name": "Lan"}})."""
    cells = {row: {name: [text] for name, text in words.items()} for row, words in rows.items()}
    return {"": {"": {name: [text] for name, text in (fields or {}).items()}}, "attendees": cells}


def whose(before, mine, theirs):
    return [(each.row, each.names, each.whose) for each in differences(before, mine, theirs)]


# The merge itself


def test_what_only_one_changed_is_theirs_or_mine():
    before = screen({"venue": "A", "title": "T"})
    mine, theirs = screen({"venue": "B", "title": "T"}), screen({"venue": "A", "title": "U"})
    found = differences(before, mine, theirs)
    assert [(each.names, each.whose) for each in found] == [(("venue",), "mine"), (("title",), "theirs")]
    assert merged(theirs, found, {}) == screen({"venue": "B", "title": "U"})


def test_what_both_changed_alike_is_no_difference():
    assert whose(screen({"venue": "A"}), screen({"venue": "B"}), screen({"venue": "B"})) == []


def test_what_both_changed_otherwise_is_asked():
    sides = screen({"venue": "A"}), screen({"venue": "B"}), screen({"venue": "C"})
    (asked,) = differences(*sides)
    assert asked.is_asked
    for answer, kept in ((Answer("mine"), "B"), (Answer("theirs"), "C"), (Answer("by-hand", "B và C"), "B và C")):
        assert merged(sides[2], [asked], {asked.key: answer}) == screen({"venue": kept})


def test_presence_and_its_reason_are_one_question():
    before = screen(**{"7": {"presence": "unknown", "reason": ""}})
    mine = screen(**{"7": {"presence": "excused", "reason": "đi công tác"}})
    theirs = screen(**{"7": {"presence": "online", "reason": ""}})
    assert whose(before, mine, theirs) == [("7", ("presence", "reason"), "both")]


def test_rows_added_by_either_are_kept():
    before, theirs = screen(**{"7": {"name": "Lan"}}), screen(**{"7": {"name": "Lan"}, "8": {"name": "Đức"}})
    mine = screen(**{"7": {"name": "Lan"}, "+1": {"name": "Hà"}})
    found = differences(before, mine, theirs)
    assert [(each.row, each.whose) for each in found] == [("8", "theirs"), ("+1", "mine")]
    assert list(merged(theirs, found, {})["attendees"]) == ["7", "8", "+1"]


def test_a_row_nobody_else_touched_goes_when_one_removes_it():
    before, gone = screen(**{"7": {"name": "Lan"}}), screen()
    assert whose(before, gone, before) == [("7", (), "mine")]
    assert whose(before, before, gone) == [("7", (), "theirs")]
    assert merged(before, differences(before, gone, before), {}) == gone


@pytest.mark.parametrize("remover", ["mine", "theirs"])
def test_a_row_one_removed_and_the_other_edited_is_asked(remover):
    before, edited, gone = screen(**{"7": {"name": "Lan"}}), screen(**{"7": {"name": "Vũ Lan"}}), screen()
    sides = (before, gone, edited) if remover == "mine" else (before, edited, gone)
    (asked,) = differences(*sides)
    assert asked.is_asked and asked.names == ()
    editor = "theirs" if remover == "mine" else "mine"
    assert merged(sides[2], [asked], {asked.key: Answer(remover)}) == gone
    assert merged(sides[2], [asked], {asked.key: Answer(editor)}) == edited


def test_what_theirs_merged_by_itself_can_be_refused():
    before = screen({"venue": "A"}, **{"7": {"name": "Lan"}})
    theirs = screen({"venue": "B"}, **{"8": {"name": "Đức"}})
    found = differences(before, before, theirs)
    refused = {each.key: Answer("before") for each in found}
    assert merged(theirs, found, refused) == before


def test_the_order_of_rows_is_never_asked():
    sides = [screen(**{"7": {"order": order}}) for order in "123"]
    assert whose(*sides) == [("7", ("order",), "mine")]


def test_without_a_beginning_every_difference_is_asked():
    assert whose({}, screen({"venue": "B"}), screen({"venue": "C"})) == [("", ("venue",), "both")]


def test_a_choice_does_not_outlive_the_words_it_was_made_between():
    before, mine = screen({"venue": "A"}), screen({"venue": "B"})
    (one,), (other,) = (differences(before, mine, screen({"venue": theirs})) for theirs in "CD")
    assert one.key != other.key


def test_stored_rows_are_posted_first_and_removed_ones_ticked():
    theirs = screen(**{"7": {"name": "Lan"}, "8": {"name": "Đức"}})
    data = posted(screen(**{"8": {"name": "Đức"}, "+0": {"name": "Hà"}}), theirs)
    assert (data["attendees-TOTAL_FORMS"], data["attendees-INITIAL_FORMS"]) == (["3"], ["2"])
    assert [data[f"attendees-{place}-id"] for place in range(3)] == [["7"], ["8"], [""]]
    assert data["attendees-0-DELETE"] == ["on"] and data["attendees-2-name"] == ["Hà"]


# On the desk


def change(session):
    return reverse("admin:meetings_session_change", args=[session.pk])


@pytest.fixture
def desks(at_clerks_desk, at_chiefs_desk, january):
    """Both have the January session open; saving goes by who and what is typed over."""

    class Desks:
        def __init__(self):
            self.pages = {"clerk": at_clerks_desk.get(change(january)), "chief": at_chiefs_desk.get(change(january))}

        def save(self, who, **typed):
            client = {"clerk": at_clerks_desk, "chief": at_chiefs_desk}[who]
            return client.post(change(january), self.typed(who, **typed))

        def typed(self, who, **typed):
            page = self.pages[who]
            return filled(page, **{"_base": page.context["kept"]["base"], **typed})

        def answer(self, page, **choices):
            """The merge screen sent back: its hidden inputs with the choices laid over."""
            html = page.content.decode()
            inputs = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', html)
            data = {}
            for name, value in inputs:
                if name != "csrfmiddlewaretoken":
                    data.setdefault(name, []).append(value)
            return at_clerks_desk.post(change(january), {**data, **choices, "_continue": "1"})

    return Desks()


def keys(page, kind):
    return sorted(set(re.findall(rf'name="{kind}([0-9a-f]+)"', page.content.decode())))


def test_different_fields_merge_by_themselves_and_are_shown(desks, january):
    assert desks.save("chief", venue="Phòng họp số 1").status_code == 302
    page = desks.save("clerk", assessment="Đã hoàn thành chương trình công tác năm 2020.")
    html = page.content.decode()
    assert page.status_code == 409 and keys(page, CHOICE) == []
    assert "Đỗ Văn Khải đã lưu phiên này lúc" in html and "trong khi bạn đang sửa (từ" in html
    assert "Phòng họp số 1" in html and "Không lấy" in html
    assert desks.answer(page).status_code == 302
    january.refresh_from_db()
    assert january.venue == "Phòng họp số 1"
    assert january.assessment == "Đã hoàn thành chương trình công tác năm 2020."


def test_the_same_field_is_asked_and_nothing_is_chosen_in_advance(desks, january):
    desks.save("chief", venue="Phòng họp số 1")
    page = desks.save("clerk", venue="Phòng họp số 2")
    html = page.content.decode()
    assert "Giữ của tôi" in html and "Lấy của Khải" in html and "Ghép cả hai và sửa tay" in html
    assert "checked" not in html
    (key,) = keys(page, CHOICE)
    again = desks.answer(page)
    assert again.status_code == 409 and "Chưa lưu được: còn 1 chỗ chưa chọn." in again.content.decode()
    desks.answer(page, **{f"{CHOICE}{key}": "mine"})
    january.refresh_from_db()
    assert january.venue == "Phòng họp số 2"


def test_both_are_put_together_by_hand(desks, january):
    desks.save("chief", assessment="Kết quả tốt.")
    page = desks.save("clerk", assessment="Còn việc chậm.")
    (key,) = keys(page, CHOICE)
    assert "Còn việc chậm.\nKết quả tốt." in page.content.decode()
    by_hand = {f"{CHOICE}{key}": "by-hand", f"{TEXT}{key}": "Kết quả tốt; còn việc chậm."}
    assert desks.answer(page, **by_hand).status_code == 302
    january.refresh_from_db()
    assert january.assessment == "Kết quả tốt; còn việc chậm."


def test_rows_added_on_both_sides_are_kept(desks, january):
    row = {"role": "invitee", "presence": "unknown"}
    desks.save("chief", **added(desks.pages["chief"], "attendees", name="Đặng Thu Thảo", **row))
    page = desks.save("clerk", **added(desks.pages["clerk"], "attendees", name="Lý Văn Sơn", **row))
    assert page.status_code == 409 and keys(page, CHOICE) == []
    assert desks.answer(page).status_code == 302
    names = set(january.attendees.values_list("name", flat=True))
    assert {"Đặng Thu Thảo", "Lý Văn Sơn", "Trần Quyết Thắng"} <= names and january.attendees.count() == 6


def test_what_a_colleague_added_can_be_refused(desks, january):
    row = {"name": "Đặng Thu Thảo", "role": "invitee", "presence": "unknown"}
    desks.save("chief", venue="Phòng họp số 1", **added(desks.pages["chief"], "attendees", **row))
    page = desks.save("clerk", assessment="Tốt.")
    refused = keys(page, REFUSAL)
    assert len(refused) == 2
    assert desks.answer(page, **{f"{REFUSAL}{key}": "1" for key in refused}).status_code == 302
    january.refresh_from_db()
    assert january.venue == "" and january.attendees.count() == 4 and january.assessment == "Tốt."


def test_a_row_a_colleague_removed_while_i_edited_it_can_stay(desks, january):
    directive = january.directives.all()[3]
    desks.save("chief", **{"directives-3-DELETE": "on"})
    page = desks.save("clerk", **{"directives-3-task": "phục vụ Nhân dân đón Tết an toàn"})
    html = page.content.decode()
    assert "Giữ dòng, với sửa đổi của tôi" in html and "Xóa dòng, như Khải" in html
    (key,) = keys(page, CHOICE)
    assert desks.answer(page, **{f"{CHOICE}{key}": "mine"}).status_code == 302
    tasks = list(january.directives.values_list("task", flat=True))
    assert "phục vụ Nhân dân đón Tết an toàn" in tasks and directive.task not in tasks
    assert january.directives.count() == 6


def test_units_in_their_order_survive_the_merge(desks, january):
    before = [each.unit_id for each in january.directives.first().coordinations.all()]
    desks.save("chief", venue="Phòng họp số 1")
    page = desks.save("clerk", **{"directives-0-coordinators": list(reversed(before))})
    assert desks.answer(page).status_code == 302
    after = [each.unit_id for each in january.directives.first().coordinations.all()]
    assert after == list(reversed(before)) != before


def test_a_third_save_meanwhile_asks_again(desks, january, at_chiefs_desk):
    desks.save("chief", venue="Phòng họp số 1")
    page = desks.save("clerk", venue="Phòng họp số 2")
    (key,) = keys(page, CHOICE)
    desks.pages["chief"] = at_chiefs_desk.get(change(january))
    desks.save("chief", venue="Phòng họp số 3")
    again = desks.answer(page, **{f"{CHOICE}{key}": "mine"})
    assert again.status_code == 409 and "Phòng họp số 3" in again.content.decode()
    january.refresh_from_db()
    assert january.venue == "Phòng họp số 3"
    (key,) = keys(again, CHOICE)
    assert desks.answer(again, **{f"{CHOICE}{key}": "mine"}).status_code == 302
    january.refresh_from_db()
    assert january.venue == "Phòng họp số 2"


def test_a_chosen_file_is_named_on_the_screen_and_carried_through_it(desks, january):
    desks.save("chief", venue="Phòng họp số 1")
    page = desks.save("clerk", **{"attachments-0-file": upload(PDF, "Tờ trình.pdf")})
    html = page.content.decode()
    assert page.status_code == 409 and "to-trinh.pdf" in html and "hãy chọn lại tệp" not in html
    assert desks.answer(page).status_code == 302
    assert january.attachments.get().filename == "to-trinh.pdf"


def test_spelling_a_date_otherwise_is_no_change(desks, january):
    desks.save("chief", held_on="06/01/2021")
    page = desks.save("clerk", held_on="5.1.2021", venue="Phòng họp số 2")
    assert keys(page, CHOICE) == []
    desks.answer(page)
    january.refresh_from_db()
    assert str(january.held_on) == "2021-01-06"


def test_a_save_over_the_same_words_needs_no_screen(desks, january):
    desks.save("chief")
    assert desks.save("clerk", venue="Phòng họp số 2").status_code == 302


def test_what_cannot_be_saved_after_the_merge_comes_back_to_the_form_with_everything(desks, january):
    desks.save("chief", venue="Phòng họp số 1")
    page = desks.save("clerk", belongs_to="13/2021", assessment="Lời vừa gõ")
    form = desks.answer(page)
    html = form.content.decode()
    assert form.status_code == 200 and "ví dụ 01/2021" in html
    assert "13/2021" in html and "Lời vừa gõ" in html and "Phòng họp số 1" in html


def test_a_beginning_we_did_not_sign_is_not_believed(desks, january):
    desks.save("chief", venue="Phòng họp số 1")
    page = desks.save("clerk", venue="", assessment="Tốt.", _base="không phải chữ ký của chúng ta")
    assert len(keys(page, CHOICE)) == 2
    january.refresh_from_db()
    assert january.assessment != "Tốt."


def test_of_a_session_submitted_meanwhile_the_typed_words_stay_in_sight(desks, january, clerk, at_chiefs_desk):
    january.submit(by=clerk)
    page = desks.save("chief", assessment="Lời vừa gõ, chưa lưu")
    html = page.content.decode()
    assert page.status_code == 409
    assert "“Chờ duyệt”" in html and "Phạm Thu Hà" in html
    assert "Lời vừa gõ, chưa lưu" in re.sub("<[^>]+>", "", html)
    assert "Tải bản của tôi về máy" in html and "Lưu bản đã gộp" not in html
    file = at_chiefs_desk.post(
        reverse("admin:meetings_session_my_words", args=[january.pk]),
        desks.typed("chief", assessment="Lời vừa gõ, chưa lưu"),
    )
    assert "Đánh giá của chủ trì (đã sửa): Lời vừa gõ, chưa lưu" in file.content.decode()
    january.refresh_from_db()
    assert "Lời vừa gõ" not in january.assessment


def test_my_words_can_be_had_as_a_file(desks, january, at_clerks_desk):
    typed = desks.typed("clerk", venue="Phòng họp số 2", **{"attendees-0-name": "Trần Quyết Thắng (mới)"})
    file = at_clerks_desk.post(reverse("admin:meetings_session_my_words", args=[january.pk]), typed)
    text = file.content.decode()
    assert file["Content-Disposition"] == 'attachment; filename="phien-hop-2021-01-ban-cua-toi.txt"'
    assert "Địa điểm (đã sửa): Phòng họp số 2\r\n" in text
    assert "Trần Quyết Thắng (mới)" in text and "nội bộ: đồng chí A chưa nhất trí" in text
    assert "no-store" in file["Cache-Control"]


def test_who_may_not_edit_is_given_no_file_and_no_screen(reader, desks, january):
    at_readers_desk = logged_in(reader)
    typed = desks.typed("clerk", venue="Phòng họp số 2")
    address = reverse("admin:meetings_session_my_words", args=[january.pk])
    assert at_readers_desk.post(address, typed).status_code == 403
    desks.save("chief", venue="Phòng họp số 1")
    assert at_readers_desk.post(change(january), typed).status_code == 403


def test_the_screen_costs_the_same_queries_for_many_rows(desks, january, django_assert_max_num_queries):
    desks.save("chief", venue="Phòng họp số 1")
    with django_assert_max_num_queries(60) as few:
        desks.save("clerk", assessment="Tốt.")
    for order in range(10, 40):
        january.attendees.create(order=order, position=f"người {order}")
    with django_assert_max_num_queries(len(few)):
        desks.save("clerk", assessment="Tốt.")
