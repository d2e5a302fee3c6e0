"""What a search shows of each hit: its title and the place that has the words, by what the entry is."""

from dataclasses import dataclass
from operator import attrgetter

from django.urls import reverse

from ..models.edition import INTERNAL_COLUMNS, Edition
from ..models.public_index import ANNOUNCED, PLACE_BITS, Searched, SearchEntry, SessionEntry, is_of_papers, searched
from ..models.search_entries import KIND_AT, of_announcement, of_reports
from ..record import SessionKind
from ..vietnamese import upper_first
from ..writers.article import article
from ..writers.snippet import Part, holds, marked, other_spellings, snippet
from . import edition_names
from .directive_status import tracked
from .upcoming import Announced, with_facts

TITLE = 160


@dataclass(frozen=True)
class Hit:
    """A directive, a session, a paper or an announced session; the other three are None."""

    office_id: int
    address: tuple
    """Of its page: ("session", "2021/01"), for reverse()."""
    title: list[Part]
    text: list[Part]
    spelled_otherwise: list[str]
    """The words that it has with other accents than were typed."""
    directive: object = None
    session: object = None
    paper: object = None
    announced: object = None
    kind: str = ""
    directives: int = 0

    @property
    def moment(self):
        """When it became public."""
        shown = self.paper or (self.announced and self.announced.edition)
        entry = self.session or (self.directive and self.directive.entry)
        return shown.visible_from if shown else entry.visible_from

    @property
    def path(self):
        """Where it is on the office's own site."""
        view, *args = self.address
        return reverse(f"public:{view}", args=args)


def hits_of(hit_keys, sought):
    """The hits with title and snippet in parts, in the order of `hit_keys`."""
    sought = list(sought)
    found = {
        **_directives([key for key in hit_keys if searched(key) is Searched.DIRECTIVE], sought),
        **_sessions([key for key in hit_keys if searched(key) is Searched.SESSION and not is_of_papers(key)], sought),
        **_of_papers([key for key in hit_keys if is_of_papers(key)], sought),
    }
    return [found[key] for key in hit_keys if key in found]


def _directives(keys, sought):
    return {each.entry.key: _directive(each, sought) for each in tracked(keys)}


def _directive(each, sought):
    """The text shows what the title does not say: the rest of the words, the tasks below, what was reported."""
    words = each.followed.task.words
    title = snippet([words], sought, TITLE)
    said = "".join(part.text for part in title).strip("… ")
    others = [*(task.task.words for task in each.followed.tasks), *of_reports(each.reports)]
    after = words.partition(said)[2].strip(" ,;:.")
    rest = [*([f"… {after}"] if after else ()), *others]
    text = snippet(rest, sought) if holds(rest, sought) or not holds([words], sought) else []
    return Hit(
        each.entry.office_id,
        ("directive", each.reference),
        title,
        text,
        other_spellings([words, *others], sought),
        directive=each,
    )


def _sessions(keys, sought):
    entries = SessionEntry.objects.live().filter(key__in=keys).with_public_records()
    return {entry.key: _session(entry, sought) for entry in entries} if keys else {}


def _session(entry, sought):
    words = article(entry.edition.public)
    texts = [*words.text(), *map(attrgetter("title"), words.record.attachments)]
    return Hit(
        entry.office_id,
        ("session", entry.path),
        marked(words.title, sought),
        snippet(texts, sought),
        other_spellings([words.title, *texts], sought),
        session=entry,
        kind=f"Phiên {SessionKind(entry.kind).label.lower()}",
        directives=len(words.directives),
    )


def _of_papers(keys, sought):
    """Papers and announced sessions, by the editions in force; those that the page has overtaken lead there too."""
    if not keys:
        return {}
    wanted = {(session, _kind_at(key)): key for key, session in _sessions_of(keys)}
    states = (Edition.State.LIVE, Edition.State.WITHDRAWN)
    last = Edition.objects.told().filter(state__in=states, is_public=True).exclude(kind=Edition.Kind.NEWS)
    last = last.filter(session__in={session for session, _ in wanted}).order_by("pk")
    announced = {session: key for (session, kind), key in wanted.items() if kind is None}
    found = {}
    for edition in with_facts(last).defer(None).defer(*INTERNAL_COLUMNS):
        key = wanted.get((edition.session_id, edition.kind))
        if key and edition.state == Edition.State.LIVE:
            found[key] = _paper(edition, sought)
        if edition.kind == Edition.INVITES and edition.session_id in announced:
            found[announced[edition.session_id]] = _announced(edition, sought)
    return found


def _sessions_of(keys):
    return SearchEntry.objects.filter(key__in=keys).values_list("key", "session")


def _kind_at(key):
    """The kind of the paper with this key; None for an announced session."""
    place = 2**PLACE_BITS - 1 - key % 2**PLACE_BITS
    return None if place == ANNOUNCED else KIND_AT[place]


def _paper(edition, sought):
    title, text = edition_names.name_and_day(edition), upper_first(edition.session_words)
    return Hit(
        edition.office_id,
        ("paper", edition.path, edition.kind, "pdf"),
        marked(title, sought),
        marked(text, sought),
        other_spellings([title, text], sought),
        paper=edition,
        kind=edition_names.kind_words(edition),
    )


def _announced(edition, sought):
    announced = Announced(edition)
    text = [] if announced.is_called_off else of_announcement(edition)[1:]
    said = [f"{upper_first(announced.status_words)}.", *([announced.reason] if announced.is_called_off else [])]
    return Hit(
        edition.office_id,
        ("session", edition.path),
        marked(announced.title, sought),
        [*snippet([" ".join(said)], sought), *([Part(" "), *snippet(text, sought)] if holds(text, sought) else [])],
        other_spellings([announced.title, *text], sought),
        announced=announced,
        kind="Không họp" if announced.is_called_off else "Chờ công bố" if announced.is_past else "Phiên sắp họp",
    )
