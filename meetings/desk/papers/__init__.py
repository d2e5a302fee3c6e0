"""The papers of a session: set, looked at, checked, issued, signed, and the register they stand in."""
