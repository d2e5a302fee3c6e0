"""Two people on one form: the values that the form began with, the values typed now and the values stored now."""

from copy import copy
from functools import cached_property

from . import conflict, merge_screen
from .screen_data import Start, form_values, posted_values, sign_start


def stored_forms(model_admin, request, row):
    """The form and the formsets of a row, unbound: they show what is stored now."""
    fresh = copy(request)
    fresh.method = "GET"
    form = model_admin.get_form(request, row, change=True)(instance=row)
    return form, model_admin._create_formsets(fresh, row, change=True)[0]


class FormMerge:
    refused = ()
    """The names of chosen files that the merge page cannot carry."""

    def __init__(self, request, post, form, formsets, labels):
        self.request, self.post, self.form, self.formsets, self.labels = request, post, form, formsets, labels
        self.start = Start.of(post.get("_base", ""))
        self.theirs = form_values(form, formsets)
        self.mine = posted_values(post, form, formsets, self.start.values or self.theirs)
        self.differences = conflict.differences(self.start.values, self.mine, self.theirs)

    @property
    def stored_version(self):
        """Changes with every stored value: the answers on a merge page are for one version alone."""
        return conflict.digest(self.theirs)

    @cached_property
    def answers(self):
        """The choices of the merge page; a choice between values that changed since is left out and asked again."""
        answers = {difference.key: merge_screen.answer(self.post, difference) for difference in self.differences}
        return {key: answer for key, answer in answers.items() if answer}

    @property
    def is_settled(self):
        """Nothing is left to show or to ask: only I changed something, or every difference was shown and answered."""
        if all(difference.whose == conflict.MINE for difference in self.differences) and not self.refused:
            return True
        shown = self.post.get("_met") == self.stored_version
        answered = all(difference.key in self.answers for difference in self.differences if difference.is_asked)
        return shown and answered and "_reopen" not in self.post

    def merged_post(self):
        """The merged values as the form would post them, with the stored values as their start."""
        merged = conflict.merged(self.theirs, self.differences, self.answers)
        data = self.post.copy()
        for name in [name for name in data if merge_screen.is_own(name) or name.split("-")[0] in self.theirs]:
            del data[name]
        for name, values in conflict.posted(merged, self.theirs).items():
            data.setlist(name, values)
        data["_base"] = sign_start(self.theirs)
        return data

    def place_of(self, difference):
        return self.labels.place(difference, self.theirs, self.mine, self.start.values)

    def hidden_inputs(self):
        """The posted values, which the merge page carries on. The clicked verb is left out: a merge only saves."""
        names = [name for name in self.post if not name.startswith("_") and name != "csrfmiddlewaretoken"]
        return [(name, value) for name in names for value in self.post.getlist(name)]
