"""Two people on one form: what was typed, what it began from, and what is stored now."""

from functools import cached_property

from . import conflict, merge_screen
from .screen_data import Start, shown, sign, typed


class Overlap:
    refused = ()
    """The names of chosen files that do not go along with the words."""

    def __init__(self, request, post, form, formsets, places):
        self.request, self.post, self.form, self.formsets, self.places = request, post, form, formsets, places
        self.start = Start.of(post.get("_base", ""))
        self.theirs = shown(form, formsets)
        self.mine = typed(post, form, formsets, self.start.screen or self.theirs)
        self.found = conflict.differences(self.start.screen, self.mine, self.theirs)

    @property
    def now(self):
        """Changes with what is stored: a merge that was looked at is of these words and no others."""
        return conflict.mark_of(self.theirs)

    @cached_property
    def answers(self):
        """What was chosen on the merge screen; a choice made against words that changed since is asked again."""
        given = {each.key: merge_screen.answer(self.post, each) for each in self.found}
        return {key: answer for key, answer in given.items() if answer}

    @property
    def open(self):
        return [each for each in self.found if each.is_asked and each.key not in self.answers]

    @property
    def is_settled(self):
        """Nothing left to show or to ask: they changed nothing, or it was all looked at and answered."""
        if all(each.whose == conflict.MINE for each in self.found) and not self.refused:
            return True
        seen = self.post.get("_met") == self.now
        return seen and not self.open and "_reopen" not in self.post

    def merged_post(self):
        """The merged screen as the form would post it, started from what is stored now."""
        screen = conflict.merged(self.theirs, self.found, self.answers)
        data = self.post.copy()
        for name in [name for name in data if merge_screen.is_own(name) or name.split("-")[0] in self.theirs]:
            del data[name]
        for name, values in conflict.posted(screen, self.theirs).items():
            data.setlist(name, values)
        data["_base"] = sign(self.theirs)
        return data

    def place_of(self, difference):
        return self.places.of(difference, self.theirs, self.mine, self.start.screen)

    def typed_inputs(self):
        """What was posted, as hidden inputs: nothing of it is lost whatever is chosen here. A verb that was clicked
        does not go on: a merge only saves."""
        names = [name for name in self.post if not name.startswith("_") and name != "csrfmiddlewaretoken"]
        return [(name, value) for name in names for value in self.post.getlist(name)]
