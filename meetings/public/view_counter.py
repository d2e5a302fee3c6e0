"""Views are counted in this process and written down within half a minute, so that no page waits for the count."""

import atexit
import logging
import threading
from collections import Counter

from django.db import connection, transaction
from django.db.models import F

from ..models.edition import Edition
from ..models.office_scope import every_office
from ..models.page_views import PageViews

SECONDS = 30
log = logging.getLogger(__name__)


class Tally:
    """Counts by session that the database does not have yet. If writing fails, it is tried again later."""

    def __init__(self, seconds=SECONDS):
        self.seconds, self.timer = seconds, None
        self.lock, self.writing = threading.Lock(), threading.Lock()
        self.waiting = Counter()
        atexit.register(self.write)

    def add(self, session_id):
        with self.lock:
            self.waiting[session_id] += 1
            self._write_later()

    def of(self, session_id):
        """How many views of the session are not written yet."""
        return self.waiting[session_id]

    def write(self):
        """Only one thread writes at a time; the end of the process waits for a writing that is under way."""
        with self.writing:
            with self.lock:
                counts = sorted(self.waiting.items())
            for session_id, count in counts:
                try:
                    _write_down(session_id, count)
                except Exception as broken:  # whatever the error of the database is, the count waits
                    log.warning("Chưa ghi được lượt xem, sẽ ghi lại sau: %s", broken)
                    continue
                with self.lock:
                    self.waiting.subtract({session_id: count})
                    self.waiting += Counter()  # without those that are nought

    def _write_later(self):
        if self.timer is None and self.seconds:
            timer = threading.Timer(self.seconds, self._in_its_own_thread)
            timer.daemon = True
            timer.start()
            self.timer = timer

    def _in_its_own_thread(self):
        try:
            self.write()
        finally:
            connection.close()
            with self.lock:
                self.timer = None
                if self.waiting:
                    self._write_later()


def _write_down(session_id, count):
    """The row of a page that nobody counted yet is made; if another process makes it first, this count waits."""
    with transaction.atomic(), every_office():
        if not PageViews.objects.filter(session=session_id).update(counted=F("counted") + count):
            office = Edition.objects.filter(session=session_id).values_list("office", flat=True).first()
            PageViews.objects.create(session_id=session_id, office_id=office, counted=count)


tally = Tally()
