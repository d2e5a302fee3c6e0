"""Reviewing the archive as it is read in: batches of old posts, their unknown units, each post beside its record."""
