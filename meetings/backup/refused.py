class BackupRefused(Exception):
    """A backup cannot be made, or may not be put back; says in Vietnamese why and what to do."""
