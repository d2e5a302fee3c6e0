"""The states of a paper before its issue and the verbs between them: who may, when, and what each leaves behind."""

from django.db import models, transaction
from django.utils import timezone

from . import four_eyes
from .user_names import known_as
from .workflow import Refused, SessionState, Verb, note_for


class PaperState(models.TextChoices):
    DRAFTING = "drafting", "Đang soạn"
    AWAITING = "awaiting", "Chờ ký"
    RETURNED = "returned", "Trả lại"
    OMITTED = "omitted", "Không ra"


DRAFTING, AWAITING, RETURNED, OMITTED = PaperState

PAPER_VERBS = {
    verb.name: verb
    for verb in (
        Verb("send", "Trình ký…", dict.fromkeys((DRAFTING, RETURNED), AWAITING), "change_paperdraft"),
        Verb("take_back", "Lấy lại để sửa", {AWAITING: DRAFTING}, "change_paperdraft"),
        Verb("send_back", "Trả lại…", {AWAITING: RETURNED}, "issue_edition", "Cần sửa gì?"),
        Verb("issue", "Phát hành…", dict.fromkeys((DRAFTING, AWAITING, RETURNED), DRAFTING), "issue_edition"),
        Verb(
            "omit",
            "Không ra văn bản này…",
            dict.fromkeys((DRAFTING, RETURNED), OMITTED),
            "change_paperdraft",
            "Vì sao không ra văn bản này?",
        ),
        Verb("resume", "Vẫn ra văn bản này", {OMITTED: DRAFTING}, "change_paperdraft"),
    )
}


class PaperWorkflow:
    """A paper's verbs. While it awaits a signature nobody changes it, the chief neither: what is signed is what was
    sent, and whoever wants other words sends it back. After its issue it is a draft again, of what may replace it."""

    @property
    def is_editable(self):
        return self.state in (DRAFTING, RETURNED)

    @property
    def last_move(self):
        moves = list(self.moves.all()) if self.pk else []
        return moves[-1] if moves else None

    @property
    def changed_since(self):
        """Whether the session was saved after this paper was sent."""
        return self.state == AWAITING and self.session.modified_at > self.last_move.at

    @property
    def omitted_because(self):
        return self.last_move.note if self.state == OMITTED else ""

    def verbs_for(self, user):
        """The verbs `user` may do to the paper as it stands now."""
        return [verb for verb in PAPER_VERBS.values() if self._stands_open(verb, user)]

    def own_words(self, user):
        """Why `user` does not issue it: who sent it, or saved it last where nobody sent it, leaves that to somebody
        else; "" where nothing stands against it. A paper that nobody touched is made of the session alone, which has
        its own four eyes, and any chief may issue it."""
        if not self.session.council.four_eyes or not user.pk:
            return ""
        if self.state == AWAITING:
            return four_eyes.SENT_PAPER if self.last_move.by_id == user.pk else ""
        return four_eyes.OWN_PAPER if self.saved_by_id == user.pk else ""

    @transaction.atomic
    def move(self, name, *, by, note="", at=None):
        """Change the state if it still is what this copy says, and put it on the record. The session's row is locked,
        so that no save of the draft comes in between. `send` and `issue` are called by meetings/issuing, which knows
        what they need."""
        verb = PAPER_VERBS[name]
        note, before = note_for(verb, note), self.state
        session = type(self.session).objects.select_for_update().get(pk=self.session_id)
        self.refuse(name, by=by, session=session)
        if not self.pk:
            if name == "issue":
                return  # nothing was set for it: there is no draft to bring back
            self.pk = type(self).objects.get_or_create(session=session, kind=self.kind)[0].pk
        if not type(self).objects.filter(pk=self.pk, state=before).update(state=verb.moves[before]):
            raise Refused(self._why_not())
        self.moves.create(verb=name, by=by, note=note, at=at or timezone.now())
        self.state = verb.moves[before]

    def refuse(self, name, *, by, session=None):
        """Raises Refused where `by` may not do the verb now; nobody (a command) may do all that the state allows."""
        if (session or self.session).state == SessionState.WITHDRAWN:
            raise Refused("Phiên họp này đã thu hồi, không phát hành giấy tờ được nữa.")
        if self.state == OMITTED and name == "issue":
            raise Refused("Đã ghi là không ra văn bản này. Hãy chọn “Vẫn ra văn bản này” rồi làm lại.")
        if by and name == "issue" and (words := self.own_words(by)):
            raise Refused(f"{words} {four_eyes.WHERE}")
        if self.state not in PAPER_VERBS[name].moves or (by and not self._stands_open(PAPER_VERBS[name], by)):
            raise Refused(self._why_not())

    def _stands_open(self, verb, user):
        if self.state not in verb.moves or not user.has_perm(f"meetings.{verb.permission}"):
            return False
        if verb.name == "take_back":
            return self.last_move.by_id == user.pk
        return verb.name != "issue" or not self.own_words(user)

    def _why_not(self):
        """Why a stale click is refused: who did what when."""
        last = self.moves.select_related("by").last() if self.pk else None
        if not last:
            return "Giấy tờ này vừa được sửa, hoặc bạn không có quyền làm việc này. Hãy mở lại trang để xem."
        when = timezone.localtime(last.at).strftime("%H:%M, %d/%m/%Y")
        return (
            f"Việc này không làm được lúc này. Lần gần nhất: {known_as(last.by)} chọn “{last.label}” lúc {when}. "
            "Hãy mở lại trang để xem bản mới nhất."
        )
