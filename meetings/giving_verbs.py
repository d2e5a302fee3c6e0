"""The verbs with which a chair gives tasks. Whatever reads or writes a directive knows it by these: the reader of old
posts, the paste panel, the composed sentences. A verb that is added here is known to all of them.

Alternatives for a pattern: put them into (?:…), with \\b behind them.
"""

SHARES_OUT = "phân công"
"""Gives a task where somebody is named behind it; where nobody is, sharing the work out is itself the task."""

ASKING = ("đề nghị", "yêu cầu")
"""Said to the room and by others than the chair, too."""

GIVING = ("giao", *ASKING, SHARES_OUT)
"""Behind these stand who is given a task, and the task."""

ASKS = "|".join(ASKING)
GIVES = "|".join(GIVING).replace("giao", r"giao(?! (?-i:ban|lưu|thông|dịch)\b)")
"""Without the words that only begin with one: "giao ban" is a meeting, "giao Ban Pháp chế" a task."""

DIRECTS = rf"{GIVES}|chỉ đạo|kết luận|lưu ý|nhấn mạnh|nêu rõ|chỉ rõ"
"""What the chair does whose words are directives, whether or not somebody is named behind it."""
