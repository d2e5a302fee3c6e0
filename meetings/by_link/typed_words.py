"""What is typed behind a link is bounded, in words that say by how much it is too long."""

from django.core.exceptions import ValidationError


def no_longer_than(most, text):
    if len(text) > most:
        raise ValidationError(f"Dài {len(text)} ký tự, nhiều nhất {most}. Đề nghị viết gọn lại.")
    return text
