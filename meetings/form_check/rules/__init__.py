"""The rules of the form, one room for each part of the sheet; importing them enters them in the rulebook."""

from . import body_rules, ending, header, number, page_number, page_rules, recipients, title, wording_rules  # noqa: F401  (the order of the sheet)
