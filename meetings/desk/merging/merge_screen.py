"""The merge screen in words: what is asked, what merges by itself, and what was chosen."""

from django.shortcuts import render
from django.utils import timezone

from ...models.user_names import known_as
from ..changed_words import changed
from ..home.session_status import Standing
from . import browser_drafts
from .conflict import BEFORE, BY_HAND, MINE, NEVER_ASKED, THEIRS, Answer, differences

CHOICE, TEXT, REFUSAL = "_choice:", "_text:", "_refuse:"
TEMPLATE = "admin/session/conflict.html"


def is_own(name):
    """The merge screen's own inputs, which are no part of the session's form."""
    return name.startswith((CHOICE, TEXT, REFUSAL)) or name == "_met"


def answer(post, difference):
    side = post.get(CHOICE + difference.key)
    if difference.is_asked and side in (MINE, THEIRS):
        return Answer(side)
    if difference.is_asked and side == BY_HAND and difference.names:
        return Answer(BY_HAND, post.get(TEXT + difference.key, ""))
    return Answer(BEFORE) if difference.whose == THEIRS and REFUSAL + difference.key in post else None


def show(merge, closed=False):
    """The page; `closed` where the session may no longer be saved at all, only read and kept as a file."""
    told = [each for each in merge.found if each.names != NEVER_ASKED]
    told.sort(key=lambda each: merge.place_of(each)[0])
    asked = [] if closed else [question(merge, each) for each in told if each.is_asked]
    context = {
        **merge.model_admin.admin_site.each_context(merge.request),
        "title": str(merge.session),
        "session": merge.session,
        "stands": Standing(merge.session, merge.request.user),
        "closed": closed,
        "asked": asked,
        "open": sum(not each["chosen"] for each in asked),
        "tried": "_met" in merge.post,
        "taken": [line(merge, each) for each in told if each.whose == THEIRS and not closed],
        "own": [line(merge, each) for each in told if each.whose == MINE or closed and each.is_asked],
        "moved": len(told) < len(merge.found),
        "files": [file.name for file in merge.request.FILES.values()] if closed else merge.refused,
        "inputs": merge.typed_inputs(),
        "kept": browser_drafts.of(merge.request, merge.session),
        "since": clock(merge.start.at) if merge.start.at else "",
        **(_last_move(merge.session) if closed else _last_save(merge)),
    }
    return render(merge.request, TEMPLATE, context, status=409)


def _last_save(merge):
    saved = merge.session.history.select_related("history_user").first()
    who, own = saved and saved.history_user, merge.request.user
    at = clock(saved.history_date if saved else merge.session.modified_at)
    if who == own:
        return {"who": "Bạn, ở một cửa sổ khác,", "short": "cửa sổ kia", "at": at}
    short = (who.first_name or known_as(who)) if who else "người kia"
    return {"who": known_as(who) if who else "Có người", "short": short, "at": at}


def _last_move(session):
    move = session.last_change
    known = {"who": known_as(move.by), "at": clock(move.at), "note": move.note} if move else {}
    return {"after": session.get_state_display(), **known}


def clock(moment):
    """ "16:47"; with the day where it is not today's."""
    local = timezone.localtime(moment)
    return f"{local:%H:%M}" if local.date() == timezone.localdate() else f"{local:%H:%M, %d/%m/%Y}"


def question(merge, each):
    places, given = merge.places, merge.answers.get(each.key)
    before = places.text(each, each.before) if each.names else ""
    sides = [(MINE, "Giữ của tôi", each.mine), (THEIRS, "Lấy của", each.theirs)]
    return {
        "key": each.key,
        "place": merge.place_of(each),
        "before": before if len(before) <= 60 else "",
        "whole_row": not each.names,
        "rows": 2 + sum(len(words[0]) // 100 for words in _texts(each)) if places.is_text(each) else 0,
        "chosen": given.side if given else "",
        "sides": [_side(merge, each, *side) for side in sides],
        "by_hand": places.is_text(each),
        "text": given.text if given and given.side == BY_HAND else _both(each) if places.is_text(each) else "",
    }


def _side(merge, each, side, label, words):
    return {"side": side, "label": label, "gone": words is None, "pieces": _pieces(merge, each, words)}


def _pieces(merge, each, words):
    """The words of one side, marked where they are new; of a removed row the words that go."""
    before = merge.places.text(each, each.before)
    if words is None:
        return [("old", before)]
    now = [piece for piece in changed(before, merge.places.text(each, words)) if piece.part != "old"]
    return _joined(now) or [("same", "trống")]


def _joined(pieces):
    """New words side by side under one line, the spaces between them too."""
    found = []
    for part, text in pieces:
        part = "new" if found and found[-1][0] == "new" and not text.strip() else part
        if found and found[-1][0] == part:
            text = found.pop()[1] + text
        found.append((part, text))
    return found


def _both(each):
    """Both texts, one below the other, to be put together by hand."""
    return "\n".join(words[0] for words in _texts(each))


def _texts(each):
    return [words for side in (each.mine, each.theirs) if (words := side[each.names[0]])]


def line(merge, each):
    """A place only one changed: what it was, what it is now."""
    words = each.mine if each.whose != THEIRS else each.theirs
    before, after = (merge.places.text(each, side) for side in (each.before, words))
    verb = "xóa" if words is None else "thêm"
    return {
        "key": each.key,
        "place": merge.place_of(each).replace(" · ", " ", 1).replace("cả dòng", f"{verb} dòng"),
        "pieces": changed(before, after),
        "refused": each.key in merge.answers,
    }


def lines(merge):
    """Everything typed, place by place, for a text file: what was changed is marked."""
    mine = differences(merge.start.screen, merge.mine, merge.start.screen or merge.theirs)
    touched = {(each.table, each.row, name) for each in mine for name in each.names or [""]}
    for table, rows in merge.mine.items():
        for row, words in rows.items():
            yield "" if table == "" else f"\r\n{merge.places.row(table, row, merge.mine)}"
            for name in words:
                text = merge.places.cell(table, name, words[name]).replace("\n", "\r\n")
                mark = " (đã sửa)" if {(table, row, name), (table, row, "")} & touched else ""
                if text != "trống" or mark:
                    yield f"{merge.places.label(table, [name])}{mark}: {text}"
