"""Lists the citations of a document, and says whether each holds."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from reports.core.citations.holding import holds
from reports.core.citations.printing import print_value
from reports.core.citations.ways import Value, Way, work_out
from reports.core.citations.whole_number import find_scale, find_touching_digits
from reports.core.document import Document
from reports.core.document.part import Role
from reports.core.document.traversal import Visit, visit_document
from reports.core.figure_addresses.address import FigureAddress, parse_address
from reports.core.figure_addresses.segments import AddressError
from reports.core.figures import Figure, parse_in
from reports.core.figures.locale import Locale
from reports.core.reading.place import WHOLE, Place, place_of
from reports.core.text.citations import CITATION, StoredCitation, has_citations, read_citation
from reports.core.text.cited_lines import cite_line
from reports.core.text.rich_text import plain, take_words_beside

CLAUSE = re.compile(r"[.;:!?]\s")
FindFigure = Callable[[FigureAddress], Figure | None]
"""Returns the figure of an address; None if it is no longer there, or nobody may see it."""


class Outcome(Enum):
    """What became of a citation."""

    HOLDS = "holds"
    DIFFERS = "differs"
    """The words print another value than what they cite."""
    LOST = "lost"
    """One of its figures is no longer there, or is no number any more."""


@dataclass(frozen=True)
class Citation:
    """Words that cite figures, as a `match` in the HTML of a text."""

    html: str
    match: re.Match[str]
    place: Place = WHOLE
    path: str = ""
    """The path of the text in its document; empty where it stands in none."""

    @cached_property
    def stored(self) -> StoredCitation:
        return read_citation(self.match)

    @property
    def words(self) -> str:
        """What a reader reads."""
        return " ".join(plain(self.stored.html).split())

    @property
    def way(self) -> Way:
        return Way.from_stored(self.stored.way)

    @cached_property
    def addresses(self) -> tuple[FigureAddress, ...]:
        """The addresses of its figures; nothing if one of them is none."""
        return read_addresses(self.stored.addresses)

    @property
    def around(self) -> tuple[str, str]:
        """The words of its clause before and after it."""
        before, after = self.beside
        return CLAUSE.split(before)[-1], CLAUSE.split(after)[0]

    @cached_property
    def beside(self) -> tuple[str, str]:
        """The words of its paragraph, item or cell before and after it."""
        return take_words_beside(self.html, *self.match.span())

    @cached_property
    def cut(self) -> str:
        """The number that its words are only a part of, as with a digit typed beside them."""
        before, after = self.beside
        first, last = find_touching_digits(before, self.words, after)
        return f"{first}{self.words}{last}" if first or last else ""

    @cached_property
    def scale(self) -> str:
        """What stands behind its words and makes another number of them, as « millions » does."""
        return find_scale(self.words, self.beside[1])

    def check(self, find: FindFigure, locale: Locale) -> "CheckedCitation":
        """Return what became of it; its words are read in the locale of its report."""
        figures = tuple(filter(None, map(find, self.addresses)))
        is_whole = figures and len(figures) == len(self.addresses)
        value = work_out(self.way, figures) if is_whole else None
        words = parse_in(locale, f"{self.words}{self.scale}")
        outcome = Outcome.LOST
        if value is not None:
            is_held = not self.cut and holds(words, self.way, value)
            outcome = Outcome.HOLDS if is_held else Outcome.DIFFERS
        return CheckedCitation(self, words, value, outcome)


@dataclass(frozen=True)
class CheckedCitation:
    """A citation beside the value of its figures, which one that is lost has not."""

    citation: Citation
    words: Figure
    """Its words, read as a figure."""
    value: Value | None
    outcome: Outcome

    @property
    def expected(self) -> str:
        """The words that would hold; empty if it is lost."""
        return print_value(self.words, self.citation.way, self.value) if self.value else ""


def read_addresses(texts: Iterable[str]) -> tuple[FigureAddress, ...]:
    """Return the addresses of the figures of a citation; nothing if one of them is none."""
    try:
        return tuple(map(parse_address, texts))
    except AddressError:
        return ()


def list_citations(document: Document) -> tuple[Citation, ...]:
    """Return the citations of a document in its order, worked out once."""
    return document.derive(collect_citations)


def collect_citations(document: Document) -> tuple[Citation, ...]:
    return tuple(iterate_citations(document))


def iterate_citations(document: Document) -> Iterator[Citation]:
    for visit in visit_document(document):
        if has_citations(html := read_html(visit)):
            yield from find_citations(html, place_of(visit), visit.path)


def read_html(visit: Visit) -> str:
    """Return a rich text, or a line with its citations, as HTML; nothing of what cites nothing."""
    if visit.part.role is Role.RICH_TEXT:
        html: str = visit.value.html
        return html
    stored = getattr(visit.node, visit.part.cited_in) if visit.part.cited_in else ""
    return cite_line(visit.value, stored) if stored else ""


def find_citations(html: str, place: Place = WHOLE, path: str = "") -> Iterator[Citation]:
    """Yield the citations of a text at a place."""
    for match in CITATION.finditer(html):
        yield Citation(html, match, place, path)
