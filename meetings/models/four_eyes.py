"""Four eyes: whoever sent something does not let it out, where the office has not switched that off."""

SETTING = "Người trình không tự đăng, không tự ký"
SENT_SESSION = "Bạn đã gửi bản này; người khác đăng."
SENT_PAPER = "Bạn đã trình bản này; người khác ký."
OWN_PAPER = "Bạn là người soạn bản này; hãy trình ký để người khác ký."
WHERE = f"Cơ quan chỉ có một người thì bỏ chọn “{SETTING}” ở trang Hội đồng nhân dân."
"""How an office of one person goes on; a refusal ends with it."""
