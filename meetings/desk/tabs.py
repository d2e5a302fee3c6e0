"""The tabs above a list: each has a key, a label and a test, given as {key: (label, function that makes a Q)}."""

from django.db.models import Count


def tab_counts(tabs, rows, **more):
    """The number of rows in each tab, and the aggregates of `more`, in one query: {"draft": 2, …}."""
    counts = {key: Count("pk", filter=test()) for key, (_, test) in tabs.items()}
    return rows.order_by().aggregate(**counts, **more)


def tabs_with_counts(tabs, counts):
    """[{"key": "draft", "label": "Bản nháp", "count": 2}]."""
    return [{"key": key, "label": label, "count": counts[key]} for key, (label, _) in tabs.items()]
