"""The files of a session: the rows of the form and the download for staff."""
