"""What the public reads a paper is called."""

from ..models.edition import Edition
from ..vietnamese import date_words, hold_together, squeeze


def kind_words(edition):
    """ "Biên bản"; the minutes printed with a page are called so too."""
    return Edition.Kind.MINUTES.label if edition.kind == Edition.Kind.NEWS else edition.get_kind_display()


def name(edition):
    """ "Biên bản số 05/BB-HĐND"."""
    return (
        f"{kind_words(edition)} số\N{NO-BREAK SPACE}{edition.reference}" if edition.reference else kind_words(edition)
    )


def name_and_day(edition):
    """ "Biên bản số 05/BB-HĐND ngày 05 tháng 01 năm 2021"."""
    return f"{name(edition)} {hold_together(date_words(edition.dated))}" if edition.dated else name(edition)


def file_title(edition):
    """ "Biên bản số 05-BB-HĐND, phiên họp tháng 01 năm 2021", as a name to keep a file under."""
    return squeeze(f"{name(edition)}, {edition.session_words}").replace("/", "-")
