"""From the desk to the record room: the only way by which a page or a paper leaves the office."""

from .composing import Composed, Readiness, compose, missing, outdated_names, readiness, template_of
from .dossier import documents_of, write_dossier
from .errata import LETTER, keep_errata, mended_of, suggested, token_of
from .issue_news import publish
from .issue_paper import FormBroken, Order, OutOfOrder, disorder, issue, look
from .sending import send
from .signed_copies import findings, printed_files, refuse_copy, refuse_other_paper, revoke, sign
from .verify_address import demo_log_ins, homeless, without_address
from .withdrawal import withdraw
from .year_book import book_of, close_year, closing_of, enter, last_entry, lateness, letters_for, since_closing
