"""Why a letter did not go, in words for the office; what the mail server said stands beside them."""

import re

from ...letters.sending import is_set_up
from ...models import LetterState

_SAID = (
    (r"^55[013]\b.*\b5\.1\.|^550\b(?!.*5\.7)|^553\b", "Không có hộp thư này"),
    (r"^552\b|\b5\.2\.2\b", "Hộp thư đầy"),
    (r"\b5\.7\.|^554\b", "Máy nhận không nhận thư của cơ quan"),
    (r"^53[05]\b|^454\b", "Máy gửi thư không nhận mật khẩu đã đặt"),
)


def why(letter) -> str:
    """ "" where nothing stands in the way."""
    if letter.state == LetterState.UNSURE:
        return "Đang gửi thì mất liên lạc, nên không rõ thư đã đi chưa"
    if letter.state == LetterState.REFUSED:
        return next((words for said, words in _SAID if re.search(said, letter.trouble)), "Máy gửi thư không nhận")
    if letter.state != LetterState.WAITING:
        return ""
    if not letter.to and not letter.subscriber_id:
        return "Chưa có nơi gửi đến"
    if letter.tries:
        return "Máy nhận bận, sẽ tự gửi lại"
    return "" if is_set_up() else "Máy chủ chưa được đặt nơi gửi thư"
