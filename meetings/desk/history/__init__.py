"""What happened to a session, as one timeline that nobody can change."""
