"""The pages on which a unit reports without an account: whoever has the link of the month may read and send."""
