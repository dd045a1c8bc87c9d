"""Resolves the address of a figure, restricted to what the caller may see.

A hidden report, draft, version or indicator is answered like one that does not exist.
"""

from dataclasses import dataclass, replace

from reports.content.models import AnnualReportPage, Indicator, Observation
from reports.content.models.page_document import read_document, select_blocks
from reports.content.visibility.perspective import Perspective
from reports.content.visibility.survivors import list_survivors
from reports.core.document import Document
from reports.core.figure_addresses import FigureAddress, PlaceAddress, ResultAddress
from reports.core.figure_addresses.places import show_figure
from reports.core.figure_addresses.resolving import find_place
from reports.core.figure_addresses.words import describe_place, describe_result
from reports.core.figures import Figure
from reports.core.figures.locale import Locale
from reports.publishing.models import ReportVersion
from reports.publishing.versions.reading import read_version


@dataclass(frozen=True)
class ResolvedAddress:
    """The figure or cell to which an address leads: its text and its place in the report."""

    address: FigureAddress
    """The address, with the block in which its item or row stands now."""
    words: str
    """Where it is, in the language of the report."""
    text: str
    """What is printed there, on one line."""
    figure: Figure | None
    year: int
    """The year of the report that states it."""


def resolve_address(address: FigureAddress, perspective: Perspective) -> ResolvedAddress | None:
    """Return the figure at an address; None if it is no longer there or may not be seen."""
    if isinstance(address, ResultAddress):
        return resolve_result(address, perspective)
    return resolve_place(address, perspective)


def resolve_place(address: PlaceAddress, perspective: Perspective) -> ResolvedAddress | None:
    opened = open_version(address, perspective) or open_report(address, perspective)
    if opened is None:
        return None
    year, document = opened
    place = find_place(document, address.pointer)
    if place is None:
        return None
    words = describe_place(place, document.locale)
    moved = replace(address, pointer=place.pointer)
    return ResolvedAddress(moved, words, place.text, place.figure, year)


def open_report(address: PlaceAddress, perspective: Perspective) -> tuple[int, Document] | None:
    """Return the report of a year as the caller sees it: its draft in a preview."""
    drafts = (page for page in perspective.drafts.pages if isinstance(page, AnnualReportPage))
    seen = [
        *(page for page in drafts if page.translation_key == address.report),
        *find_public(address, perspective),
    ]
    if address.year is None or not seen or seen[0].year != address.year:
        return None
    return seen[0].year, select_blocks(seen[0], read_document(seen[0]))


def open_version(address: PlaceAddress, perspective: Perspective) -> tuple[int, Document] | None:
    """Return a version of a report that is public now, unless it was withdrawn."""
    if address.version is None or not find_public(address, perspective):
        return None
    found = ReportVersion.objects.filter(report_key=address.report, number=address.version)
    version = found.filter(withdrawn_at=None).first()
    return (version.year, read_version(version).document) if version else None


def find_public(address: PlaceAddress, perspective: Perspective) -> list[AnnualReportPage]:
    """Return the public report, by its key; an alias of it is another page of the same report."""
    found = perspective.fetch_visible(Perspective.reports, translation_key=[address.report])
    return sorted(found, key=lambda page: page.alias_of_id is not None)


def resolve_result(address: ResultAddress, perspective: Perspective) -> ResolvedAddress | None:
    """Return the figure that the latest report gives for an indicator and a period."""
    stated = perspective.observations().filter(
        indicator__in=list_survivors(perspective.names(Indicator).filter(code=address.code)),
        period_start=address.start,
        period_end=address.end,
        kind=address.kind,
    )
    rows = stated.select_related("indicator", "report").order_by("report__year", "order")
    row: Observation | None = rows.last()
    if row is None:
        return None
    words = describe_result(address, row.indicator.name, Locale(row.language))
    return ResolvedAddress(address, words, show_figure(row.figure), row.figure, row.report.year)
