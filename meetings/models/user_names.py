"""How a colleague is named on the desk."""


def known_as(user):
    """ "Đỗ Văn Khải": the family name first; the log-in name where no other is known; "Hệ thống" for nobody."""
    if user is None:
        return "Hệ thống"
    return f"{user.last_name} {user.first_name}".strip() or user.get_username()
