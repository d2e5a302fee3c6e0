"""The answers to the doubts of a post, after its doubts changed."""


def still_seen(answers, before, after):
    """The answers, each to a doubt under its place in `after`; those to doubts that are gone go."""
    seen = {doubt["said"]: answers[str(place)] for place, doubt in enumerate(before) if str(place) in answers}
    kept = {str(place): seen[doubt["said"]] for place, doubt in enumerate(after) if doubt["said"] in seen}
    return {**{name: value for name, value in answers.items() if not name.isdecimal()}, **kept}
