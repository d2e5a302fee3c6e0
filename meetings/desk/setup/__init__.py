"""Opening an office: from an empty database to the first session, a page for each step, each step saved alone."""
