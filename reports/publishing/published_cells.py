"""Finds the cells of tables and charts in the last version of a report."""

from reports.content.models import AnnualReportPage
from reports.core.reading.visitor import read_document
from reports.publishing.versions.reading import read_version
from reports.publishing.versions.recording import find_latest


def find_published_cells(page: AnnualReportPage) -> dict[tuple[str, str], str]:
    """Return the text of each non-empty published cell, by the ids of row and column.

    A report without versions has none, nor has one whose last version was withdrawn.
    """
    version = find_latest(page)
    if version is None or version.content_id is None:
        return {}
    return {
        (row.id, column.id): cell.raw.strip()
        for grid in read_document(version.year, read_version(version).document).grids
        for row in grid.table
        for column, cell in zip(grid.table.columns, row.cells, strict=False)
        if cell.raw.strip()
    }
