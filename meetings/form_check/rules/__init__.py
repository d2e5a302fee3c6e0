"""The rules of the form, one module for each part of the sheet; an import registers them in the rulebook."""

from . import (  # noqa: F401, I001  (the order of the sheet)
    page_rules,
    page_number,
    header,
    parent_body,
    number,
    letter,
    title,
    body_rules,
    wording_rules,
    ending,
    authority,
    recipients,
    annex_rules,
)
