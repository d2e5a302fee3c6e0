"""What is said of a template that cannot be used."""


class BadTemplate(ValueError):
    """The template cannot be used; the message says in Vietnamese what is wrong and where."""
