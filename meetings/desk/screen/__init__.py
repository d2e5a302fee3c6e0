"""The session screen: its forms and rows, the check list, what its sections show."""
