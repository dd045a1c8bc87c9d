"""Finds figures of public reports that today's rules parse differently from the report's own rules.

A public report is parsed by the edition of the rules that was current when it was written. When
somebody agrees to today's rules, the report is saved with them, and the new version has a dated
correction for each figure that changes.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction

from reports.content.models import AnnualReportPage
from reports.content.models.page_document import locale_of, read_body, select_blocks
from reports.content.models.publication_context import publication_context
from reports.core.document import read
from reports.core.figure_addresses.placed_figures import list_figures
from reports.core.figures.locale import EDITION
from reports.publishing.corrections.figure_changes import FigureComparison, is_changed


@dataclass(frozen=True)
class RereadFigure:
    """A published figure that two editions of the rules parse differently."""

    place: str
    typed: str
    before: str
    """How the public report reads it; empty for words."""
    now: str


def list_old_reports() -> Iterator[AnnualReportPage]:
    """Yield the public reports that are parsed by an earlier edition of the rules, by year."""
    pages = AnnualReportPage.objects.filter(live=True, alias_of=None, reading_edition__lt=EDITION)
    yield from pages.order_by("year", "pk")


def list_reread_figures(page: AnnualReportPage) -> list[RereadFigure]:
    """Return the figures of a report that today's rules parse differently, in document order."""
    today = locale_of(page)._replace(edition=EDITION)
    before = list_figures(select_blocks(page, read_body(page)))
    now = list_figures(select_blocks(page, read(page.body.get_prep_value(), today)))
    return [
        RereadFigure(pair.after.place, pair.after.text, pair.before.reading, pair.after.reading)
        for pair in FigureComparison(before, now).pairs
        if pair.before and pair.after and is_changed(pair.before, pair.after)
    ]


@transaction.atomic
def agree_to_reading(pk: int, reason: str) -> list[RereadFigure]:
    """Parse a public report by today's rules, with a public reason; return the changed figures.

    Its draft stays as it is. Nothing happens if the report was deleted or agreed to meanwhile.
    """
    pages = AnnualReportPage.objects.select_for_update()
    page = pages.filter(pk=pk, live=True, reading_edition__lt=EDITION).first()
    if page is None:
        return []
    changes = list_reread_figures(page)
    page.reading_edition = EDITION
    with publication_context(reason=reason):
        page.save(clean=False)
    return changes
