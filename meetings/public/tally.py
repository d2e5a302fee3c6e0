"""Who reads is counted in this process, and written down within half a minute: a page never waits for the count."""

import atexit
import logging
import threading
from collections import Counter

from django.db import connection, transaction
from django.db.models import F

from ..models.page_views import PageViews

SECONDS = 30
log = logging.getLogger(__name__)


class Tally:
    """Counts by session, until they are written. What a broken database does not take is kept and tried again."""

    def __init__(self, seconds=SECONDS):
        self.seconds, self.lock, self.timer = seconds, threading.Lock(), None
        self.waiting = Counter()
        atexit.register(self.write)

    def add(self, session_id):
        with self.lock:
            self.waiting[session_id] += 1
            if self.timer is None and self.seconds:
                self.timer = threading.Timer(self.seconds, self._in_its_own_thread)
                self.timer.daemon = True
                self.timer.start()

    def of(self, session_id):
        """What is not written yet."""
        return self.waiting[session_id]

    def write(self):
        with self.lock:
            counts, self.waiting, self.timer = self.waiting, Counter(), None
        for session_id, count in sorted(counts.items()):
            try:
                with transaction.atomic():
                    PageViews.objects.get_or_create(session_id=session_id)
                    PageViews.objects.filter(session=session_id).update(counted=F("counted") + count)
            except Exception as broken:  # whatever the database says: the count waits
                log.warning("Chưa ghi được lượt xem, sẽ ghi lại sau: %s", broken)
                with self.lock:
                    self.waiting[session_id] += count

    def _in_its_own_thread(self):
        try:
            self.write()
        finally:
            connection.close()


tally = Tally()
