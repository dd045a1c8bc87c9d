"""The charts of a report: drawn when it is published, so that no reader waits for it."""

import logging
from typing import Any

from django.conf import settings
from django.db import transaction

from reports.charts import block, drawing
from reports.document.figure_blocks import Chart
from reports.models import AnnualReportPage
from reports.models.page_document import read_document
from reports.storage.stored_file import StorageUnavailable

logger = logging.getLogger(__name__)


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
        transaction.on_commit(lambda: prerender(found), robust=True)


def prerender(specs: list[dict[str, Any]]) -> None:
    """Draw what is not drawn yet, unless the storage of files is gone: the first reader will."""
    try:
        drawing.draw_specs(specs)
    except StorageUnavailable as error:
        logger.warning("The charts of a report wait for their first reader: %s.", error)
