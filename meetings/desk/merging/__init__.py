"""Drafts that the browser keeps, and the merge of two people's changes to one row."""
