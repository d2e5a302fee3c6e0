"""The error of a pasted passage that gives no rows."""


class Unsplittable(ValueError):
    """The pasted text cannot be split; the message is a Vietnamese sentence with the reason and what to do."""
