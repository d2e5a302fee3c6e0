"""Where the draft of a paper stands, in words: who did what to it last, and what may be done next."""

from ...models.user_names import known_as
from ..office_time import moment_words

DEEDS = {
    "send": "trình ký",
    "take_back": "lấy lại để sửa",
    "send_back": "trả lại",
    "issue": "phát hành",
    "omit": "ghi là không ra",
    "resume": "ghi là vẫn ra",
}
SHAPES = {"awaiting": "sheet", "returned": "dashed", "omitted": "barred"}


class DraftStatus:
    """One draft, for `user`. In a list fetch its moves with whom they are by."""

    def __init__(self, draft, user):
        self.draft, self.user = draft, user
        self.last = draft.last_move

    @property
    def is_awaiting(self):
        return self.draft.state == "awaiting"

    @property
    def is_returned(self):
        return self.draft.state == "returned"

    @property
    def is_omitted(self):
        return self.draft.state == "omitted"

    @property
    def label(self):
        return self.draft.get_state_display()

    @property
    def shape(self):
        return SHAPES.get(self.draft.state, "dashed")

    @property
    def last_words(self):
        """ "Phạm Thu Hà trình ký, 07:55 hôm nay"; blank where nothing was done yet."""
        if self.last is None:
            return ""
        who = "bạn" if self.last.by_id == self.user.pk else known_as(self.last.by)
        return f"{who} {DEEDS[self.last.verb]}, {moment_words(self.last.at)}"

    @property
    def reason(self):
        """The chief's words, or why the office issues no such paper."""
        return self.last.note if self.is_returned or self.is_omitted else ""

    @property
    def own_words(self):
        """What stands in place of the verb for whoever may not issue it for four eyes' sake."""
        return self.draft.own_words(self.user) if self.user.has_perm("meetings.issue_edition") else ""

    @property
    def may_issue(self):
        return "issue" in self.verbs

    @property
    def verbs(self):
        """{"send_back": Verb, …}: what this user may do now; nothing for a session that was withdrawn."""
        if self.draft.session.state == "withdrawn":
            return {}
        return {verb.name: verb for verb in self.draft.verbs_for(self.user)}
