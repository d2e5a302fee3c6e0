"""The panel of a post's page that asks for the council, the month and the day that the post does not say."""

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
    asked = questions(post, typed, answers)
    return {
        "mend": typed,
        "questions": [question for question in asked if question.missing or question.box.errors],
        "changeable": [question for question in asked if not question.missing and not question.box.errors],
        "asked": sum(question.missing for question in asked),
        "answered": sum(question.answered for question in asked),
        "may_add_council": may_add,
    }


def answered(post):
    """The lines of the record that the clerk answered, by their keys."""
    return {name for name, value in post.answers.get(FRAME, {}).items() if value}
