"""Resolves the addresses of figures, restricted to what the caller may see.

A hidden report, draft, version or indicator is answered like one that does not exist.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from uuid import UUID

from reports.content.models import AnnualReportPage, Indicator, Observation
from reports.content.models.page_document import read_document, select_blocks
from reports.content.visibility.perspective import Perspective
from reports.content.visibility.survivors import names_with_survivors
from reports.core.document import Document
from reports.core.figure_addresses import FigureAddress, PlaceAddress, ResultAddress
from reports.core.figure_addresses.places import Place, show_figure
from reports.core.figure_addresses.resolving import find_place
from reports.core.figure_addresses.words import describe_place, describe_result
from reports.core.figures import Figure
from reports.core.figures.locale import Locale
from reports.publishing.models import ReportVersion
from reports.publishing.versions.reading import read_version

Editions = Mapping[tuple[UUID, str], "Edition"]
"""Reports by their key and what names their edition in addresses: `2024`, `v3`."""


@dataclass(frozen=True)
class Edition:
    """The document of a report as it is now, or of a version of it."""

    year: int
    document: Document
    path: str
    """The public path at which it is read."""


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
    path: str = ""
    """The public path of that report; empty for a result of an indicator."""
    place: Place | None = field(default=None, compare=False)
    """The place in that report; None for a result of an indicator."""


def resolve_address(address: FigureAddress, perspective: Perspective) -> ResolvedAddress | None:
    """Return the figure at an address; None if it is no longer there or may not be seen."""
    return resolve_addresses([address], perspective).get(address)


def resolve_addresses(
    addresses: Iterable[FigureAddress], perspective: Perspective, known: Editions | None = None
) -> dict[FigureAddress, ResolvedAddress]:
    """Return the figures at addresses, without those that are no longer there or may not be seen.

    `known` has reports that the caller has read already. However many addresses there are, at most
    four statements are run.
    """
    asked = set(addresses)
    places = [each for each in asked if isinstance(each, PlaceAddress)]
    results = [each for each in asked if isinstance(each, ResultAddress)]
    editions = dict(known or {})
    unknown = [each for each in places if name_edition(each) not in editions]
    editions |= read_editions(unknown, perspective) if unknown else {}
    found: dict[FigureAddress, ResolvedAddress | None]
    found = {each: resolve_place(each, editions) for each in places}
    found |= resolve_results(results, perspective) if results else {}
    return {address: resolved for address, resolved in found.items() if resolved}


def name_edition(address: PlaceAddress) -> tuple[UUID, str]:
    version, year = address.version, address.year
    return address.report, f"{year}" if version is None else f"v{version}"


def resolve_place(address: PlaceAddress, editions: Editions) -> ResolvedAddress | None:
    edition = editions.get(name_edition(address))
    place = find_place(edition.document, address.pointer) if edition else None
    if edition is None or place is None:
        return None
    return ResolvedAddress(
        replace(address, pointer=place.pointer),
        describe_place(place, edition.document.locale),
        place.text,
        place.figure,
        edition.year,
        edition.path,
        place,
    )


def read_editions(addresses: Iterable[PlaceAddress], perspective: Perspective) -> Editions:
    """Return the reports and versions that addresses name, as the caller sees them."""
    keys = {each.report for each in addresses}
    numbers = {each.version for each in addresses if each.version is not None}
    reports = find_public(keys, perspective)
    found = {
        (key, f"v{version.number}"): open_version(version, reports[key], perspective)
        for version in find_versions(reports.keys(), numbers)
        for key in [version.report_key]
    }
    drafts = (page for page in perspective.drafts.pages if isinstance(page, AnnualReportPage))
    seen = reports | {page.translation_key: page for page in drafts}
    for key in keys & seen.keys():
        found[key, str(seen[key].year)] = open_report(seen[key], perspective)
    return found


def open_report(page: AnnualReportPage, perspective: Perspective) -> Edition:
    document = select_blocks(page, read_document(page))
    return Edition(page.year, document, perspective.path(page))


def open_version(
    version: ReportVersion, page: AnnualReportPage, perspective: Perspective
) -> Edition:
    path = f"{perspective.path(page)}v/{version.number}/"
    return Edition(version.year, read_version(version).document, path)


def find_public(keys: Iterable[UUID], perspective: Perspective) -> dict[UUID, AnnualReportPage]:
    """Return public reports by their keys; an alias of one is another page of the same report."""
    found = perspective.fetch_visible(Perspective.reports, translation_key=keys)
    aliases_first = sorted(found, key=lambda page: page.alias_of_id is None)
    return {page.translation_key: page for page in aliases_first}


def find_versions(keys: Iterable[UUID], numbers: Iterable[int]) -> Iterator[ReportVersion]:
    """Yield the versions of reports that have one of these numbers and were not withdrawn."""
    if numbers:
        yield from ReportVersion.objects.filter(
            report_key__in=keys, number__in=numbers, withdrawn_at=None
        )


def resolve_results(
    addresses: Iterable[ResultAddress], perspective: Perspective
) -> Mapping[FigureAddress, ResolvedAddress | None]:
    """Return what the latest reports give for indicators and periods."""
    named = perspective.fetch_visible(
        names_with_survivors, Indicator, code={each.code for each in addresses}
    )
    survivors = {row.code: row.survivor.pk for row in named}
    rows = (
        perspective.observations()
        .filter(indicator__in=set(survivors.values()))
        .select_related("indicator", "report")
        .defer("report__body")
        .order_by("report__year", "order")
    )
    latest = {(row.indicator_id, row.period_start, row.period_end, row.kind): row for row in rows}
    found: dict[FigureAddress, ResolvedAddress | None] = {}
    for each in addresses:
        row = latest.get((survivors.get(each.code, 0), each.start, each.end, each.kind))
        found[each] = describe_observation(each, row) if row else None
    return found


def describe_observation(address: ResultAddress, row: Observation) -> ResolvedAddress:
    words = describe_result(address, row.indicator.name, Locale(row.language))
    return ResolvedAddress(address, words, show_figure(row.figure), row.figure, row.report.year)
