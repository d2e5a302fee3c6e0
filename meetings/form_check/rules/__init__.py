"""The rules of the form, one room for each part of the sheet; importing them enters them in the rulebook."""

from . import page, page_number, header, number, title, body, ending, recipients, wording  # noqa: F401, I001  (the order of the sheet)
