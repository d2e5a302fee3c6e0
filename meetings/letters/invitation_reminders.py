"""Who has not answered is asked again on the last working day before the session."""

from collections import defaultdict
from dataclasses import dataclass

from django.utils import timezone

from ..models import Edition, Invitation, Letter
from ..vietnamese import LOCAL_ZONE
from ..working_days import is_working_day, next_working_day
from .invitation_letters import how_to_answer, letters_by_invitation, when


@dataclass(frozen=True)
class Asked:
    """An invitation that waits for an answer."""

    invitation: Invitation
    edition: Edition

    @property
    def subject(self):
        return f"{self.edition.session_words}, {when(self.edition.whole)}"

    @property
    def words(self):
        paper = f"giấy mời số {self.edition.reference} dự {self.subject}"
        lines = (f"{self.invitation.addressee} chưa trả lời {paper}.", *how_to_answer(self.edition, self.invitation))
        return "\n".join(lines)


def asked_again(day) -> dict[str, list[Asked]]:
    """{an address: [Asked, …]} of `day`; none on a day off, and nobody to whom the invitation went the same day."""
    if not is_working_day(day):
        return {}
    found = defaultdict(list)
    soon = Edition.objects.live(Edition.INVITES).filter(held_on__gt=day, held_on__lte=next_working_day(day).day)
    for edition in soon.select_related("session"):
        letters = letters_by_invitation(edition.session)
        for invitation in edition.session.invitations.unanswered():
            letter = letters.get(invitation.pk)
            if letter and timezone.localdate(letter.written_at, LOCAL_ZONE) < day:
                found[letter.to.lower()].append(Asked(invitation, edition))
    return found


def remind(key, to, asked) -> Letter:
    """Where nothing else is written to that address on the day."""
    text = "\n\n".join(("Kính gửi quý vị,", *(each.words for each in asked))) + "\n"
    subject = f"Nhắc trả lời giấy mời: {asked[0].subject}"[:300]
    named = {"to": to, "to_name": asked[0].invitation.addressee[:200], "subject": subject, "text": text}
    return Letter.objects.append(key, **named)
