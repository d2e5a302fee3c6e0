"""The rules: each module understands one kind of passage. A new style of post is a new rule or a longer list here."""
