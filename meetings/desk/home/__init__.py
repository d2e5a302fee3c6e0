"""The desk's front page and the list of sessions: what stands where, and the next step."""
