"""Backups of a whole installation: one file that holds the database as of one moment, every kept file, the settings
without secrets, and a manifest by which whoever restores it sees that nothing is missing or changed."""
