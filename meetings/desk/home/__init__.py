"""The desk's front page and the list of sessions: the status of each session and its next step."""
