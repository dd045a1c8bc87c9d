"""Lists the figures that the text of a report can cite, and finds how words print them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from wagtail.models import Site

from reports.content.models import AnnualReportPage, Observation
from reports.content.models.page_document import read_body
from reports.content.visibility.perspective import Perspective
from reports.core.citations.holding import holds
from reports.core.citations.printing import print_value
from reports.core.citations.ways import Way, work_out
from reports.core.document import Document
from reports.core.figure_addresses import FigureAddress, PlaceAddress, ResultAddress
from reports.core.figure_addresses.places import Place
from reports.core.figure_addresses.resolving import get_places
from reports.core.figure_addresses.words import describe_place, describe_result
from reports.core.figures import Figure, parse_in
from reports.core.figures.locale import Locale

SINGLE = tuple(way for way in Way if not way.is_computed)
"""The ways of one figure, the most exact first."""
MAX_CANDIDATES = 3_000
"""Figures that one answer offers: a report five times as long as the longest has fewer."""


@dataclass(frozen=True)
class Candidate:
    """A figure that may be cited: its address, where it stands in words, and its report."""

    address: FigureAddress
    place: str
    source: str
    """« Ce bilan », « Bilan 2023 » or « Indicateur »."""
    figure: Figure
    origin: Place | Observation

    @property
    def text(self) -> str:
        """The figure as readers see it."""
        return self.figure.away_from_column.text


def list_candidates(page: AnnualReportPage, document: Document | None = None) -> list[Candidate]:
    """Return the figures of a draft, of the public report before it, and of public indicators.

    `document` is the body of the draft where that is not the stored one.
    """
    found = list(iterate_places(page, document or read_body(page), "Ce bilan"))
    site = page.get_site() if page.path else Site.objects.filter(is_default_site=True).first()
    if site:
        perspective = Perspective(site)
        before = perspective.reports().filter(year__lt=page.year).exclude(pk=page.pk).first()
        if before:
            found += iterate_places(before, read_body(before), f"Bilan {before.year}")
        found += iterate_results(perspective.observations().exclude(report=page.pk))
    return found[:MAX_CANDIDATES]


def iterate_places(page: AnnualReportPage, document: Document, source: str) -> Iterator[Candidate]:
    places = get_places(document)
    for place in places:
        figure = place.figure
        if figure and figure.is_number and not places.has_several(place.pointer.path):
            address = PlaceAddress(page.translation_key, place.pointer, year=page.year)
            words = describe_place(place, document.locale)
            yield Candidate(address, words, source, figure, place)


def iterate_results(rows: QuerySet[Observation]) -> Iterator[Candidate]:
    """Yield what the latest report gives for each indicator, period and kind."""
    latest = {}
    for row in rows.select_related("indicator").order_by("report__year", "order"):
        latest[row.indicator_id, row.period_start, row.period_end, row.kind] = row
    for row in reversed(latest.values()):
        figure = row.figure
        if figure.is_number:
            address = ResultAddress(
                row.indicator.code, row.period_start, row.period_end, str(row.kind)
            )
            words = describe_result(address, row.indicator.name, Locale(row.language))
            yield Candidate(address, words, "Indicateur", figure, row)


def find_way(words: str, figure: Figure, locale: Locale) -> Way | None:
    """Return the most exact way in which words print a figure; None if they print another."""
    said = parse_in(locale, words)
    for way in SINGLE:
        value = work_out(way, [figure])
        if value and holds(said, way, value):
            return way
    return None


def print_figures(
    words: str, way: Way, figures: Sequence[Figure], locale: Locale
) -> tuple[str, bool] | None:
    """Return the words for figures in a way, and whether `words` already are such.

    None if the figures have no value in this way.
    """
    value = work_out(way, figures)
    if value is None:
        return None
    said = parse_in(locale, words)
    is_right = holds(said, way, value)
    return (words if is_right else print_value(said, way, value)), is_right
