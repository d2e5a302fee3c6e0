"""The rules of the form, one module for each part of the sheet; an import registers them in the rulebook."""

from . import body_rules, ending, header, letter, number, page_number, page_rules, recipients, title, wording_rules  # noqa: F401  (the order of the sheet)
