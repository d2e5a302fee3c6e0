"""Files kept with a session: checked by content, rows of the form, served to staff."""
