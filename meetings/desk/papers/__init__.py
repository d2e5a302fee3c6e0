"""The papers of a session: their drafts, their previews and their issue."""
