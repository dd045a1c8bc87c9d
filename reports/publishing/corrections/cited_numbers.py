"""Follows the numbers in texts that changed with the figures which they cite."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from reports.core.citations.citation import Citation, read_addresses
from reports.core.figure_addresses.address import is_in_report
from reports.core.text.citations import StoredCitation, has_citations, replace_citations
from reports.core.text.rich_text import plain

CONTEXT_CHARACTERS = 60
HIDDEN = "\ufffc"  # stands for a number that is told with its figure


@dataclass(frozen=True)
class CitedNumbers:
    """The citations of changed figures that two states of a report have in the same text.

    They are told with the figure, and not as words that changed.
    """

    known: frozenset[tuple[str, tuple[str, ...]]] = frozenset()
    """The path of the text of each, and its addresses."""

    @classmethod
    def compare(
        cls,
        before: Iterable[Citation],
        after: Iterable[Citation],
        report: UUID,
        changed: Collection[str],
    ) -> "CitedNumbers":
        """Return those that name one of the paths of changed figures of a report."""
        both = set(map(make_key, before)) & set(map(make_key, after))
        named = (key for key in both for path in list_paths(key[1], report) if path in changed)
        return cls(frozenset(named))

    def show(self, path: str, html: str) -> str:
        """Return the words of the text at a path, without the numbers that are told with their
        figure.
        """
        if not self.known or not has_citations(html):
            return plain(html)

        def write(citation: StoredCitation) -> str:
            is_known = (path, citation.addresses) in self.known
            return HIDDEN if is_known else citation.html

        return plain(replace_citations(html, write))

    def quote_changed(
        self, before: Iterable[Citation], after: Iterable[Citation], report: UUID
    ) -> dict[str, list[str]]:
        """Return the changed numbers with the words around them, by the path of their figure."""
        old = {make_key(each): each.words for each in before}
        quoted: defaultdict[str, list[str]] = defaultdict(list)
        for citation in after:
            key = make_key(citation)
            if key in self.known and old[key] != citation.words:
                for path in list_paths(key[1], report):
                    quoted[path].append(quote(citation))
        return dict(quoted)


def make_key(citation: Citation) -> tuple[str, tuple[str, ...]]:
    return citation.path, citation.stored.addresses


def list_paths(addresses: Collection[str], report: UUID) -> Iterator[str]:
    """Yield the paths of the figures of a report among addresses."""
    for address in read_addresses(addresses):
        if is_in_report(address, report):
            yield address.pointer.path


def quote(citation: Citation) -> str:
    """Return the clause of a number, cut where it is long."""
    before, after = citation.around
    cut_before = f"…{before[-CONTEXT_CHARACTERS:]}" if len(before) > CONTEXT_CHARACTERS else before
    cut_after = f"{after[:CONTEXT_CHARACTERS]}…" if len(after) > CONTEXT_CHARACTERS else after
    return f"{cut_before}{citation.words}{cut_after}".strip()
