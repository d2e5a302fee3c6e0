"""The sessions that are stored already, with which each post is compared."""

from ..models import Council, OldAddress, Session, SessionState, Verdict
from ..record import SessionKind


class StoredSessions:
    """Three queries for any number of posts."""

    def __init__(self):
        rows = Session.objects.order_by("-pk").values_list(
            "pk", "source_hash", "state", "council__committee_name", "year", "month", "kind", "held_on"
        )
        self.by_hash, self.by_month = {}, {}
        for pk, source_hash, state, *month in rows:
            if source_hash:
                self.by_hash[source_hash] = pk
            if state != SessionState.WITHDRAWN:
                self.by_month[_month(*month)] = pk
        self.councils = set(Council.objects.values_list("committee_name", flat=True))
        self.by_address = dict(OldAddress.objects.values_list("path", "session"))

    def judge(self, record, source_hash, address, doubts):
        """The verdict on the post, and the key of the stored session where there is one."""
        if known := self.by_hash.get(source_hash):
            return Verdict.KNOWN, known
        month = _month(record.council.committee_name, record.year, record.month, record.kind.value, record.held_on)
        if other := self.by_month.get(month) or self.by_address.get(OldAddress.key(address)):
            return Verdict.CHANGED, other
        return Verdict.DOUBTS if doubts or not record.directives else Verdict.CLEAN, None


def _month(council, year, month, kind, held_on):
    """The key that only one session has; intake refuses a second one."""
    return council, year, month, kind, None if kind == SessionKind.REGULAR.value else held_on
