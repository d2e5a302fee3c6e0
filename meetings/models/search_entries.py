"""The words by which search finds a session, a directive, a paper and a session that is announced."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from django.utils import timezone

from ..paper import PaperKind
from ..vietnamese import date_digits, date_words, fold, month_and_year, search_words
from ..writers.article import Article
from ..writers.follow_up import Followed
from ..written_days import days_in
from .edition import Edition
from .edition_file import EditionFile
from .office_scope import current
from .public_index import (
    ANNOUNCED,
    KnownWord,
    Searched,
    SearchEntry,
    lead,
    pair_tokens,
    searched,
    spelled_token,
    unit_tag,
    word_token,
)

LONGEST_KNOWN = 40
NEWS, INVITATION = Edition.Kind.NEWS, Edition.INVITES
_PLACES = {kind.value: place for place, kind in enumerate(PaperKind, start=ANNOUNCED + 1)}
KIND_AT = {place: kind for kind, place in _PLACES.items()}
"""Which kind of paper stands at which place behind its session's."""


def entry(
    key: int, session_id: int, visible_from: datetime, texts: Iterable[str], units: Iterable[str] = ()
) -> SearchEntry:
    return SearchEntry(
        key=key,
        session_id=session_id,
        is_directive=searched(key) is Searched.DIRECTIVE,
        visible_from=visible_from,
        words=words_of(texts, units, searched(key)),
    )


def words_of(texts: Iterable[str], units: Iterable[str], kind: Searched) -> str:
    """What the index of the database holds: the pairs of words, then each word once, folded and as spelled (x before
    them), the days as numbers, and the units; before all of them the office and the kind."""
    text = "\n".join(texts)
    words = search_words(text)
    folded = [word_token(folded) for folded, _ in words]
    spelled = [spelled_token(spelled) for _, spelled in words]
    days = [form(day_word(day)) for day in days_in(fold(text)) for form in (word_token, spelled_token)]
    tokens = (*pair_tokens(folded), *pair_tokens(spelled), *dict.fromkeys((*folded, *spelled, *days)))
    before = lead(current().pk, kind)
    return " ".join(before + token for token in (*tokens, *map(unit_tag, sorted(units))))


def day_word(day: date) -> str:
    """A day as one word of the index, however it was written: "20210202"."""
    return f"{day:%Y%m%d}"


def of_page(page: Article) -> list[str]:
    """Every word of a session's page that a reader may look for."""
    record = page.record
    attendees = (
        text for attendee in record.attendees for text in (attendee.name, attendee.position, attendee.delegate)
    )
    attachments = (attachment.title for attachment in record.attachments)
    lines = (line for line in record.lines if line != page.title)
    days = [date_digits(day) for day in (record.held_on, record.posted_at) if day]
    return [page.title, *page.text(of_directive), *lines, *attachments, *attendees, *days]


def of_directive(directive: Followed) -> list[str]:
    return [directive.task.words, directive.lead, *directive.coordinators, directive.deadline]


def of_reports(reports: Iterable) -> list[str]:
    """What the public reports on a directive say."""
    texts = ((each.note, each.evidence, each.public_file and each.public_file.title) for each in reports)
    return [text for of_one in texts for text in of_one if text]


def keep_known(words: Iterable[str]) -> None:
    """Remember the folded words that what was indexed has."""
    kept = {word for text in words for word, _ in search_words(text) if word.isalpha() and len(word) <= LONGEST_KNOWN}
    KnownWord.objects.bulk_create([KnownWord(text=word) for word in sorted(kept)], ignore_conflicts=True)


def of_papers(sessions: Iterable[int], key_of) -> list[SearchEntry]:
    """The papers in force of these sessions that anybody may read, and what is announced of those without a page."""
    sessions = sorted(set(sessions) - _gone(sessions))
    in_force = Edition.objects.filter(session__in=sessions, state=Edition.State.LIVE)
    pages = dict(in_force.filter(kind=NEWS).values_list("session", "visible_from"))
    papers = in_force.filter(kind__in=_PLACES, is_public=True).defer("record", "folded")
    files = EditionFile.objects.public().filter(edition__in=papers, filename__endswith=".pdf")
    readable = set(files.values_list("edition", flat=True))
    found = []
    for edition in papers:
        if (moment := _visible_from(edition, pages)) is None:
            continue
        first = key_of(edition.public, edition.session_id)
        if edition.pk in readable:
            place = first - _PLACES[edition.kind]
            found.append(entry(place, edition.session_id, moment, _of_paper(edition)))
        if edition.kind == INVITATION and not _has_come(pages.get(edition.session_id)):
            found.append(entry(first - ANNOUNCED, edition.session_id, moment, of_announcement(edition)))
    return found + [_of_called_off(edition, key_of) for edition in _called_off(sessions, pages)]


def _gone(sessions: Iterable[int]) -> set[int]:
    """Those whose page was withdrawn and has not come back: their papers went with it."""
    pages = Edition.objects.filter(session__in=sessions, kind=NEWS)
    back = set(pages.filter(state=Edition.State.LIVE).values_list("session", flat=True))
    return set(pages.filter(state=Edition.State.WITHDRAWN).values_list("session", flat=True)) - back


def _called_off(sessions: Sequence[int], pages: Mapping[int, datetime]) -> list[Edition]:
    """The last invitations, where they were withdrawn after they were public and there is no page."""
    invited = Edition.objects.filter(session__in=sessions, kind=INVITATION).exclude(state=Edition.State.CANCELLED)
    last = {edition.session_id: edition for edition in invited.defer("record", "folded").order_by("pk")}
    gone = (each for each in last.values() if each.state == Edition.State.WITHDRAWN and each.is_public)
    return [each for each in gone if each.session_id not in pages and each.visible_from <= each.closed_at]


def _of_called_off(edition: Edition, key_of) -> SearchEntry:
    """By its month and day alone: nothing that was typed is found any more."""
    days = [date_words(edition.held_on), date_digits(edition.held_on)] if edition.held_on else []
    texts = [f"phiên họp {month_and_year(edition.year, edition.month)} không họp", *days]
    key = key_of(edition.public, edition.session_id) - ANNOUNCED
    return entry(key, edition.session_id, edition.visible_from, texts)


def _visible_from(edition: Edition, pages: Mapping[int, datetime]) -> datetime | None:
    """None for a paper that waits for a page which there is not."""
    if edition.kind not in Edition.WAIT_FOR_THE_PAGE:
        return edition.visible_from
    page = pages.get(edition.session_id)
    return page and max(page, edition.visible_from)


def _has_come(moment: datetime | None) -> bool:
    return moment is not None and moment <= timezone.now()


def _of_paper(edition: Edition) -> list[str]:
    plain = f"{edition.number}/{edition.symbol}" if edition.number else ""
    name = f"{edition.get_kind_display()} số {edition.reference}"
    dated = [date_words(edition.dated), date_digits(edition.dated)] if edition.dated else []
    return [name, plain, edition.abstract, edition.session_words, *dated]


def of_announcement(edition: Edition) -> list[str]:
    """What the page of an announced session says."""
    record = edition.public
    days = [date_words(record.held_on), date_digits(record.held_on)] if record.held_on else []
    return [edition.session_words, edition.title, *days, record.venue or "", *(each.title for each in record.agenda)]
