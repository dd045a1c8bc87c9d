"""Checks the citations of a report, for the rules that speak of them."""

from collections.abc import Iterator, Mapping
from uuid import UUID

from reports.core.citations.citation import (
    CheckedCitation,
    Citation,
    FindFigure,
    find_citations,
    list_citations,
)
from reports.core.document import Document
from reports.core.figure_addresses.address import FigureAddress, is_in_report
from reports.core.figure_addresses.places import Place
from reports.core.figure_addresses.resolving import find_place
from reports.core.figures import Figure
from reports.core.reading import Reading


def check_citations(report: Reading) -> Iterator[CheckedCitation]:
    """Yield the citations of a report, each with what became of it."""
    find = build_finder(report.document, report.context.key, report.context.cited_figures)
    beside = (each for text in report.beside for each in find_citations(text.html, text.place))
    for citation in (*beside, *list_citations(report.document)):
        yield citation.check(find, report.document.locale)


def build_finder(document: Document, key: UUID | None, cited: Mapping[str, Figure]) -> FindFigure:
    """Return what finds the figures that the report `key` cites: its own in its document, those of
    others in `cited`, by the text of their address.
    """

    def find(address: FigureAddress) -> Figure | None:
        if is_in_report(address, key):
            place = find_place(document, address.pointer)
            return place.figure if place else None
        return cited.get(str(address))

    return find


def is_own(citation: Citation, report: Reading) -> bool:
    """Return whether a citation names figures of its own report alone."""
    return all(is_in_report(each, report.context.key) for each in citation.addresses)


def list_own_places(citation: Citation, report: Reading) -> list[Place]:
    """Return the places of the figures of the report itself that a citation names."""
    own = (each for each in citation.addresses if is_in_report(each, report.context.key))
    found = (find_place(report.document, each.pointer) for each in own)
    return [place for place in found if place]
