"""What is said of a pasted passage that gives no rows."""


class Unsplittable(ValueError):
    """The pasted text cannot be taken apart; the message is a Vietnamese sentence: what is wrong, and what to do."""
