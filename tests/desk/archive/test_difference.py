"""Two texts of one session: what was reworded, what was replaced, what stayed."""

from meetings.desk.archive.difference import difference


def said(old, new):
    return [[(piece.part, piece.text) for piece in each] for each in difference(old, new)]


def test_the_same_text_has_no_difference():
    assert difference("Một.\nHai.", "Một.\n\n Hai.") == []


def test_a_reworded_paragraph_shows_its_words_and_the_others_are_passed_over():
    held = "Ngày 02/02/2021, Thường trực tổ chức phiên họp thường kỳ tại trụ sở quận ngay sáng nay."
    old = f"Phiên họp tháng 02.\n{held}\nHết."
    new = old.replace("sáng nay", "chiều nay")
    [before, words, after] = said(old, new)
    assert before == after == [("same", "… 1 đoạn giống nhau …")]
    assert ("old", "sáng") in words and ("new", "chiều") in words


def test_a_replaced_paragraph_shows_both_whole():
    assert said("Một hai ba bốn.\nHết.", "Năm sáu bảy tám.\nHết.")[:2] == [
        [("old", "Một hai ba bốn.")],
        [("new", "Năm sáu bảy tám.")],
    ]


def test_paragraphs_left_out_and_added():
    assert said("A b c.\nHết.", "Hết.\nThêm.") == [
        [("old", "A b c.")],
        [("same", "… 1 đoạn giống nhau …")],
        [("new", "Thêm.")],
    ]
