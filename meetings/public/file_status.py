"""What a file is by its hash: which paper, and whether that is in force."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone

from ..models.edition import RECORD_COLUMNS, Edition, columns_at
from ..models.edition_file import EditionFile
from ..paper_reference import symbol_folded
from ..vietnamese import date_digits, upper_first
from . import edition_names, session_papers

LIVE, REPLACED, WITHDRAWN, CANCELLED = Edition.State
NEWS, MINUTES = Edition.Kind.NEWS, Edition.Kind.MINUTES


def of(sha256):
    """The standing of the file with this hash, None where no such file has left the office."""
    files = EditionFile.objects.filter(sha256=sha256, edition__in=Edition.objects.left())
    files = files.select_related("edition", "edition__replaced_by", "revocation")
    files = files.annotate(was_public=Exists(Edition.objects.told().filter(pk=OuterRef("edition"), is_public=True)))
    for prefix in ("edition__", "edition__replaced_by__"):
        files = files.defer(*columns_at(prefix, RECORD_COLUMNS))
    # The same bytes may have gone out with two editions: what is in force speaks for them, a copy taken back last.
    file = max(files, key=_weight, default=None)
    if file is None:
        return None
    is_signed = EditionFile.objects.signed().filter(edition=file.edition_id).exists()
    letters = session_papers.letters_for(file.edition) if file.was_public and file.edition.state == LIVE else []
    return Standing(file.edition, file, _live(file.edition), is_signed, file.was_public, letters)


def by_reference(asked):
    """The standing of the public papers of that number, symbol and day, the newest first. An internal paper is not
    among them: whether there is one is nobody's business who does not hold it."""
    editions = Edition.objects.told().filter(is_public=True, number=asked.number).exclude(kind=NEWS)
    if asked.day:
        editions = editions.filter(dated=asked.day)
    editions = editions.without_records().select_related("replaced_by").order_by("-dated", "-pk")
    editions = editions.defer(*RECORD_COLUMNS, *columns_at("replaced_by__", RECORD_COLUMNS))
    same = [edition for edition in editions if symbol_folded(edition.symbol) == asked.symbol]
    return [
        Standing(edition, None, _live(edition), False, True, session_papers.letters_for(edition)) for edition in same
    ]


def _weight(file):
    return not file.is_revoked, file.edition.state == LIVE, file.edition_id


def _live(edition):
    """The editions of the same session that are in force for the public, by kind."""
    editions = Edition.objects.told().filter(session_id=edition.session_id, state=LIVE, is_public=True)
    return {edition.kind: edition for edition in editions.without_records()}


@dataclass(frozen=True)
class Named:
    """An edition as the answer speaks of it, with its address where that serves it."""

    words: str
    address: str


@dataclass(frozen=True)
class Standing:
    """The answer. Of a paper for the office alone, or one that waits for its session's page, it says kind, number,
    day and standing, and nothing more: whoever was sent the paper may ask whether it is genuine."""

    edition: Edition
    file: EditionFile | None
    """None where it was asked about by its number."""
    live: dict
    is_signed: bool
    is_public: bool
    """Whether the public may know of the paper by now."""
    letters: list
    """The public letters in force that correct it."""

    @property
    def name(self):
        """ "Biên bản số 05/BB-HĐND ngày 05 tháng 01 năm 2021"; that of a page's print by its session."""
        if self.edition.kind == NEWS:
            return f"{edition_names.name(self.edition)} in kèm bài đăng {self.edition.session_words}"
        return edition_names.name_and_day(self.edition)

    @property
    def own_address(self):
        return self._named(self.edition).address

    @property
    def session_words(self):
        return upper_first(self.edition.session_words) if self.is_public else ""

    @property
    def session_address(self):
        page = self.live.get(NEWS)
        return reverse("public:session", args=[page.path]) if page and self.is_public else ""

    @property
    def successor(self):
        """The paper that took its place, by whatever that was replaced in turn."""
        return self._named(self._after) if self._after else None

    @property
    def in_force(self):
        """The public paper to use instead of this one, where it is not the successor; numbered minutes go before
        those printed with a page."""
        kinds = (MINUTES,) if self.edition.kind == NEWS else (self.edition.kind,)
        other = next((self.live[kind] for kind in kinds if kind in self.live), None)
        return self._named(other) if other and other not in (self.edition, self._after) else None

    @property
    def corrected_by(self):
        return [self._named(letter) for letter in self.letters]

    @property
    def reason(self):
        if not self.is_public:
            return ""
        if self.edition.state == WITHDRAWN:
            return self.edition.closed_note
        return self._after.note if self._after and self._after.is_public else ""

    @property
    def _after(self):
        """None where it is to appear later: nobody may know of it yet."""
        after = getattr(self.edition, "replaced_by", None)
        seen = after and after.state != CANCELLED and after.visible_from <= timezone.now()
        return after if self.edition.state == REPLACED and seen else None

    def _named(self, edition):
        if edition.kind == NEWS:
            words, name = (
                f"bản in kèm bài đăng đính chính ngày {date_digits(timezone.localtime(edition.issued_at))}",
                "public:session",
            )
        else:
            words, name = edition_names.name_and_day(edition), "public:paper"
        parts = [edition.path] if edition.kind == NEWS else [edition.path, edition.kind, "pdf"]
        return Named(words, reverse(name, args=parts) if self.live.get(edition.kind) == edition else "")
