"""Succession: a council or a unit ends and another follows; asked, shown with all that follows from it, then done."""
