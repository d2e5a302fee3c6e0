"""The link of the month goes to its unit: by mail, or as words that somebody copies into a message."""

from ..directive_states import DirectiveState
from ..models import Letter
from ..vietnamese import date_digits, month_words, upper_first

LONGEST_WORDS = 200


def subject(link, tasks):
    """ "12 việc cần báo cáo tháng 11/2026, trong đó 2 việc quá hạn"."""
    late = sum(task.state == DirectiveState.OVERDUE for task in tasks)
    words = f"{len(tasks)} việc cần báo cáo tháng {month_words(link.month.month)}/{link.month.year}"
    return words + (f", trong đó {late} việc quá hạn" if late else "")


def message(link, tasks, address):
    """For Zalo: a few lines, and the address alone on its own."""
    return (
        f"Kính gửi {upper_first(link.unit.name)}: {subject(link, tasks)}. Báo cáo tại đường dẫn riêng của đơn vị, "
        f"không cần đăng nhập, dùng đến hết {date_digits(link.expires_on)}:\n{address}\n"
        "Ai có đường dẫn thì gửi được báo cáo: đề nghị không chuyển ra ngoài đơn vị."
    )


def send_link(link, tasks, address) -> Letter:
    """One letter for one link; a second one is the same."""
    lines = [f"{place}. {_task_line(task)}" for place, task in enumerate(tasks, 1)]
    text = "\n\n".join((message(link, tasks, address), *lines)) + "\n"
    named = {"to": link.unit.email, "to_name": link.unit.name, "subject": subject(link, tasks)}
    return Letter.objects.append(link.letter_key, text=text, **named)


def _task_line(task):
    due = f"hạn {date_digits(task.due_on)}" if task.due_on else task.due_text and f"hạn: {task.due_text}"
    words = task.words if len(task.words) <= LONGEST_WORDS else task.words[:LONGEST_WORDS].rpartition(" ")[0] + "…"
    return f"{', '.join(filter(None, (task.state.label, due)))}\n{words}\nChỉ đạo {task.reference}"
