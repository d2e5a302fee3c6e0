"""The context of the merge pages: the questions, the changes that merge by themselves, and the answers."""

from django.utils import timezone

from ...comparison.words import changed
from ...models.user_names import known_as
from ..desk_page import desk_page
from ..home.session_status import SessionStatus
from ..office_time import hour_and_day
from . import browser_drafts
from .conflict import BEFORE, BY_HAND, MINE, NEVER_ASKED, THEIRS, Answer, differences

CHOICE, TEXT, REFUSAL = "_choice:", "_text:", "_refuse:"


def is_own(name):
    """Whether an input belongs to the merge page and not to the form."""
    return name.startswith((CHOICE, TEXT, REFUSAL)) or name == "_met"


def answer(post, difference):
    side = post.get(CHOICE + difference.key)
    if difference.is_asked and side in (MINE, THEIRS):
        return Answer(side)
    if difference.is_asked and side == BY_HAND and difference.names:
        return Answer(BY_HAND, post.get(TEXT + difference.key, ""))
    return Answer(BEFORE) if difference.whose == THEIRS and REFUSAL + difference.key in post else None


def show(merge, closed=False):
    """The merge page of a session. `closed`: the session can no longer be saved, only read and kept as a file."""
    context = {
        **merge_context(merge, closed),
        "title": str(merge.session),
        "session": merge.session,
        "status": SessionStatus(merge.session, merge.request.user),
        "closed": closed,
        "moved": any(difference.names == NEVER_ASKED for difference in merge.differences),
        "kept": browser_drafts.draft_context(merge.request, merge.session),
        **(_last_move(merge.session) if closed else _last_save(merge)),
    }
    if closed:
        context["files"] = [file.name for file in merge.request.FILES.values()]
    return desk_page(merge.request, "session/conflict", context, status=409)


def merge_context(merge, closed=False):
    """What the merge page of a session and that of any other row have in common."""
    shown = [difference for difference in merge.differences if difference.names != NEVER_ASKED]
    shown.sort(key=lambda difference: merge.place_of(difference)[0])
    asked = [difference for difference in shown if difference.is_asked]
    questions = [] if closed else [question(merge, difference) for difference in asked]
    mine = [difference for difference in shown if difference.whose == MINE or (closed and difference.is_asked)]
    theirs = [] if closed else [difference for difference in shown if difference.whose == THEIRS]
    return {
        "questions": questions,
        "unanswered": sum(not question["chosen"] for question in questions),
        "tried": "_met" in merge.post,
        "their_changes": [line(merge, difference) for difference in theirs],
        "my_changes": [line(merge, difference) for difference in mine],
        "files": merge.refused,
        "inputs": merge.hidden_inputs(),
        "since": clock(merge.start.at) if merge.start.at else "",
    }


def saver_words(saver, reader):
    """Who saved last: "who" begins a sentence, "short" heads a column."""
    if saver == reader:
        return {"who": "Bạn, ở một cửa sổ khác,", "short": "cửa sổ kia"}
    if not saver:
        return {"who": "Có người", "short": "người kia"}
    return {"who": known_as(saver), "short": saver.first_name or known_as(saver)}


def _last_save(merge):
    saved = merge.session.history.select_related("history_user").first()
    at = clock(saved.history_date if saved else merge.session.modified_at)
    return saver_words(saved and saved.history_user, merge.request.user) | {"at": at}


def _last_move(session):
    move = session.last_change
    known = {"who": known_as(move.by), "at": clock(move.at), "note": move.note} if move else {}
    return {"after": session.get_state_display(), **known}


def clock(moment):
    """ "16:47"; with the day where it is not today."""
    local = timezone.localtime(moment)
    return f"{local:%H:%M}" if local.date() == timezone.localdate() else hour_and_day(moment)


def question(merge, difference):
    labels, answered = merge.labels, merge.answers.get(difference.key)
    by_hand = labels.is_free_text(difference)
    before = labels.text(difference, difference.before) if difference.names else ""
    typed = answered.text if answered and answered.side == BY_HAND else None
    sides = [(MINE, "Giữ của tôi", difference.mine), (THEIRS, "Lấy của", difference.theirs)]
    return {
        "key": difference.key,
        "place": merge.place_of(difference),
        "before": before if len(before) <= 60 else "",
        "whole_row": not difference.names,
        "rows": 2 + sum(len(text) // 100 for text in _texts(difference)) if by_hand else 0,
        "chosen": answered.side if answered else "",
        "sides": [
            {"side": side, "label": label, "gone": values is None, "pieces": _pieces(merge, difference, values)}
            for side, label, values in sides
        ],
        "by_hand": by_hand,
        "text": typed if typed is not None else "\n".join(_texts(difference)) if by_hand else "",
    }


def _pieces(merge, difference, values):
    """The words of one side with new ones marked; for a removed row its words before."""
    before = merge.labels.text(difference, difference.before)
    if values is None:
        return [("old", before)]
    now = [piece for piece in changed(before, merge.labels.text(difference, values)) if piece.part != "old"]
    return _joined(now) or [("same", "trống")]


def _joined(pieces):
    """Neighbours of one kind as one piece; a space between new words is new too."""
    joined = []
    for part, text in pieces:
        part = "new" if joined and joined[-1][0] == "new" and not text.strip() else part
        if joined and joined[-1][0] == part:
            text = joined.pop()[1] + text
        joined.append((part, text))
    return joined


def _texts(difference):
    """My text and theirs, without blank ones, for a field of free text."""
    name = difference.names[0]
    return [values[0] for side in (difference.mine, difference.theirs) if (values := side[name])]


def line(merge, difference):
    """A place that only one person changed: its value before and now."""
    values = difference.mine if difference.whose != THEIRS else difference.theirs
    before, after = (merge.labels.text(difference, side) for side in (difference.before, values))
    verb = "xóa" if values is None else "thêm"
    return {
        "key": difference.key,
        "place": merge.place_of(difference).replace(" · ", " ", 1).replace("cả dòng", f"{verb} dòng"),
        "pieces": changed(before, after),
        "refused": difference.key in merge.answers,
    }


def lines(merge):
    """Every typed value, place by place, for a text file; changed ones are marked."""
    mine = differences(merge.start.values, merge.mine, merge.start.values or merge.theirs)
    touched = {(difference.table, difference.row, name) for difference in mine for name in difference.names or [""]}
    for table, rows in merge.mine.items():
        for row, values in rows.items():
            yield "" if table == "" else f"\r\n{merge.labels.row_label(table, row, merge.mine)}"
            for name in values:
                text = merge.labels.value_text(table, name, values[name]).replace("\n", "\r\n")
                mark = " (đã sửa)" if {(table, row, name), (table, row, "")} & touched else ""
                if text != "trống" or mark:
                    yield f"{merge.labels.field_labels(table, [name])}{mark}: {text}"
