"""The report of an import: as data, as an HTML page, and as the exit status of the command."""

from django.template.loader import render_to_string

from ..models import Decision, Verdict

FAILED, WAITING = 1, 2
ORDER = [Verdict.REFUSED, Verdict.CHANGED, Verdict.DOUBTS, Verdict.CLEAN, Verdict.KNOWN]
"""The verdicts that need work come first."""


def report(name, posts, units, errors=None) -> dict:
    """JSON-ready. `errors`, by the name of the post, are those that refused a clean post."""
    rows = [_row(post, (errors or {}).get(post.name)) for post in posts]
    return {
        "batch": name,
        "posts": len(rows),
        "verdicts": {verdict.value: sum(row["verdict"] == verdict for row in rows) for verdict in Verdict},
        "decisions": {decision.value: sum(row["decision"] == decision for row in rows) for decision in Decision},
        "status": _status(rows),
        "rows": rows,
        "units": [
            {
                "name": unit.name,
                "count": unit.count,
                "likely": unit.likely.name if unit.likely else unit.likely_name,
                "answer": str(unit.answer),
            }
            for unit in units
        ],
    }


def _row(post, error):
    return {
        "name": post.name,
        "form": post.form,
        "address": post.address,
        "verdict": str(post.verdict),
        "decision": str(post.decision),
        "title": post.reading["record"]["title"] if post.reading else "",
        "session": str(post.session) if post.session else "",
        "doubts": [doubt["said"] for doubt in post.reading["doubts"]] if post.reading else [],
        "notes": list(post.notes),
        "reason": post.reason.rstrip("."),
        "error": str(error).rstrip(".") if error else "",
    }


def _status(rows):
    """1 where a post was refused or failed, 2 where a post with a doubt waits, else 0."""
    waiting = {row["verdict"] for row in rows if row["decision"] == Decision.PENDING}
    if Verdict.REFUSED in waiting or any(row["error"] for row in rows):
        return FAILED
    return WAITING if waiting & {Verdict.DOUBTS, Verdict.CHANGED} else 0


def page(data) -> str:
    """The report as one HTML file that needs no other."""
    groups = [(verdict, [row for row in data["rows"] if row["verdict"] == verdict]) for verdict in ORDER]
    decisions = [(decision.label, data["decisions"][decision]) for decision in Decision]
    context = {"data": data, "groups": [group for group in groups if group[1]], "decisions": decisions}
    return render_to_string("archiving/report.html", context)
