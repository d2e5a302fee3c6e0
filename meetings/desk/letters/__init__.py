"""The desk's letters: the book of those written, what did not go and why, and who wants to be told when."""
