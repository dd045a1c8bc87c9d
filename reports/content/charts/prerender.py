"""Draws the charts of a report when it is published, so that readers need not wait for them."""

import logging
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction

from reports.content.charts import block, drawing
from reports.content.models import AnnualReportPage, FileFailure
from reports.content.models.page_document import read_document
from reports.content.storage.stored_file import StorageUnavailable
from reports.core.document.figure_blocks import Chart

logger = logging.getLogger(__name__)

DRAWING = FileFailure.Kind.DRAWING


def list_specs(page: AnnualReportPage) -> list[dict[str, Any]]:
    """How to draw the charts of a report that have something to draw."""
    charts = (each for each in read_document(page).blocks if isinstance(each, Chart))
    return [found for chart in charts if (found := block.build_chart_spec(chart)) is not None]


def draw_published(
    sender: type,
    instance: AnnualReportPage,
    raw: bool = False,
    update_fields: Any = None,
    **kwargs: Any,
) -> None:
    """Draws the charts of a report that is live, once its words are in the database for good."""
    changed = update_fields is None or {"body", "live"} & set(update_fields)
    if raw or not instance.live or not changed or not settings.CHARTS_DRAWN_ON_PUBLICATION:
        return
    if found := list_specs(instance):
        # Worked out now: afterwards the page in memory may hold a draft.
        key, year = instance.translation_key, instance.year
        transaction.on_commit(lambda: prerender(key, year, found), robust=True)


def prerender(report: UUID, year: int, specs: list[dict[str, Any]]) -> None:
    """Draw what is not drawn yet of a report, and note whether something is missing then.

    A reader who comes before a drawing is there has it drawn, or reads its values as a table.
    """
    try:
        reason = "NotDrawn" if drawing.draw_specs(specs) else ""
    except StorageUnavailable as error:
        logger.warning("The charts of a report wait for their first reader: %s.", error)
        reason = type(error).__name__
    if reason:
        subject = f"bilan {year}"
        FileFailure.note(DRAWING, report, reason, subject=subject, report_key=report)
    else:
        FileFailure.clear(DRAWING, report)


def draw_again(report: UUID) -> None:
    """Draw what is missing of a report that is still public; else nothing is missing."""
    page = AnnualReportPage.objects.filter(translation_key=report, live=True).first()
    prerender(report, page.year if page else 0, list_specs(page) if page else [])
