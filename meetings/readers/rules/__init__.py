"""The rules of the reader: each module reads one kind of passage. A new style of post needs a rule here."""
