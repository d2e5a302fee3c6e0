"""A line of the log as one JSON object, for programs; LOG_FORMAT=text is for people."""

import json
import logging
from contextvars import ContextVar
from datetime import UTC, datetime

at_work: ContextVar[dict | None] = ContextVar("request", default=None)
"""What every line says of the request that it was written in: its id, the office at work, the account."""


class JsonLines(logging.Formatter):
    def format(self, record):
        said = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            **(at_work.get() or {}),
            **getattr(record, "said", {}),
        }
        if record.exc_info:
            said["exception"] = self.formatException(record.exc_info)
        told = {name: value for name, value in said.items() if value is not None}
        return json.dumps(told, ensure_ascii=False, default=str)
