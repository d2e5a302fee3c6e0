"""The panel of a post's page with the council, the month and the day held; folded where nothing is missing."""

from ... import archiving
from ...archiving import FrameAnswers
from ...archiving.frame_answers import FRAME
from .batch_page import may_add_council
from .mend_form import MendForm, initial
from .questions import questions


def context(user, post, form=None):
    """{} where the post is decided or the user may not answer; `form` is what was typed and refused."""
    if not archiving.mendable(post) or not user.has_perm("meetings.change_importedpost"):
        return {}
    councils = archiving.councils_of_office()
    answers, may_add = FrameAnswers.of(post, councils), may_add_council(user)
    typed = form or MendForm(initial=initial(answers), councils=councils, may_add=may_add)
    asked, suspect = questions(post, typed, answers), archiving.suspicion(post)
    shown = [question for question in asked if question.box.errors or (question.missing and not suspect)]
    return {
        "mend": typed,
        "questions": shown,
        "changeable": [question for question in asked if question not in shown],
        "asked": sum(question.missing for question in asked),
        "answered": sum(question.answered for question in asked),
        "may_add_council": may_add,
        "suspect": suspect,
    }


def answered(post):
    """The lines of the record that the clerk answered, by their keys."""
    return {name for name, value in post.answers.get(FRAME, {}).items() if value}
