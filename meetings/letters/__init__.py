"""Letters: what is written to whom and when, and the loop that hands them to the mail server."""
