"""Whether place and date fit one line in the head of a paper: a doubt, never a refusal."""

from ...writers import header_fit
from ...writers.fonts import NoUsableFont


def line_doubts(place_and_day: str) -> list[str]:
    """ "Không vừa một dòng: …"; nothing where no font of the papers is there to measure with."""
    try:
        return [] if header_fit.fits_one_line(place_and_day) else [f"Không vừa một dòng: {place_and_day}."]
    except NoUsableFont:
        return []
