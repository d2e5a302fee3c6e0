"""Going through what is owed during a session: one directive after another, each stored as a report."""
