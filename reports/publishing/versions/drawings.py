"""Stores the drawings of a version's charts once they have been made."""

import json
import logging
from collections.abc import Iterator, Mapping
from functools import lru_cache, partial
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from reports.content.charts import drawing, files
from reports.content.charts.block import build_chart_spec
from reports.content.models import AnnualReportPage
from reports.content.models.page_document import read_body
from reports.content.storage.stored_file import StorageUnavailable
from reports.content.visibility.perspective import Perspective
from reports.core.document.figure_blocks import Chart
from reports.publishing.models import ReportVersion
from reports.publishing.versions import stored_bytes
from reports.publishing.versions.reading import CACHE_SIZE

logger = logging.getLogger(__name__)


def store_on_commit(version: ReportVersion, page: AnnualReportPage) -> None:
    """Store the drawings of a version after the commit, when they have been made."""
    if not settings.CHARTS_DRAWN_ON_PUBLICATION:
        return
    if names := list_file_names(page):
        transaction.on_commit(partial(store_drawings, version.pk, names), robust=True)


def list_file_names(page: AnnualReportPage) -> dict[str, str]:
    """Return the names of the files of a page's drawings by block."""
    charts = (block for block in read_body(page).blocks if isinstance(block, Chart))
    specs = ((chart.id, build_chart_spec(chart)) for chart in charts)
    return {block: drawing.name(spec, "svg") for block, spec in specs if spec is not None}


def store_drawings(pk: int, names: dict[str, str]) -> None:
    """Store the drawings that exist; a missing one is drawn when it is needed."""
    try:
        found = list(read_drawings(names))
    except StorageUnavailable as error:
        logger.warning("Version %s is without its drawings: %s.", pk, error)
        return
    with transaction.atomic():
        version = ReportVersion.objects.select_for_update().get(pk=pk)
        if version.withdrawn_at is None:
            version.drawings.add(*(stored_bytes.store(data) for data in found))


def read_drawings(names: dict[str, str]) -> Iterator[bytes]:
    for block, name in names.items():
        if (svg := files.read_drawing(name)) is not None:
            yield stored_bytes.dump_json({"block": block, "svg": svg.decode()})


def drawing_rows(_: Perspective) -> QuerySet[Any]:
    """Return the rows that link versions to their stored drawings."""
    return ReportVersion.drawings.through.objects.all()


def load_drawings(version: ReportVersion, perspective: Perspective) -> Mapping[str, str]:
    """Return the stored drawings of a version that may be seen, by block."""
    columns = ("storedcontent",)
    rows = perspective.fetch_visible(drawing_rows, only=columns, reportversion={version.pk})
    return decode_drawings(frozenset(row.storedcontent_id for row in rows))


@lru_cache(CACHE_SIZE)
def decode_drawings(digests: frozenset[str]) -> Mapping[str, str]:
    """Return stored drawings by block; threads share them."""
    stored = stored_bytes.load(list(digests)) if digests else {}
    return {drawing["block"]: drawing["svg"] for drawing in map(json.loads, stored.values())}
