"""Nothing typed is lost: local drafts, and two people's words on one session brought together."""
