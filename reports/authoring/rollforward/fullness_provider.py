"""Provides the checks with the fields that a draft lacks."""

from typing import Any

from reports.authoring.rollforward.progress import list_open_tasks
from reports.authoring.rollforward.template_context import build_context
from reports.checks.fullness import Fullness, FullnessProvider
from reports.content.models import AnnualReportPage
from reports.core.reading.context import UnfilledPlace


class RollForwardProvider(FullnessProvider):
    """Measures which fields a draft lacks, and which of them the roll-forward emptied."""

    def measure_fullness(self, page: AnnualReportPage) -> Fullness:
        """Measure a draft in memory."""
        progress = list_open_tasks(page)
        year = progress.roll.year if progress.roll else 0
        unfilled = tuple(
            UnfilledPlace(task.block, task.trail, year, task.was, task.is_reread)
            for task in progress.unfilled
        )
        expected = progress.total if progress.roll else 0
        return Fullness(expected, len(progress.remaining), unfilled, progress)

    def build_context(self, fullness: Fullness) -> dict[str, Any]:
        """Return the context of the templates that list what is left to fill in."""
        return build_context(fullness)
