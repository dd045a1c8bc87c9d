"""Tells the checks which fields of a report are still to be filled in."""

from typing import Any

from reports.authoring.rollforward.progress import Progress, measure_progress
from reports.authoring.rollforward.template_context import build_context
from reports.checks.fullness import Fullness, FullnessProvider
from reports.content.models import AnnualReportPage
from reports.core.reading.context import UnfilledPlace


class RollForwardProvider(FullnessProvider):
    """Measures what the roll-forward left to do in a draft."""

    def measure_fullness(self, page: AnnualReportPage) -> Fullness:
        """Measure a draft as it is in memory."""
        return summarize_progress(measure_progress(page))

    def build_context(self, fullness: Fullness) -> dict[str, Any]:
        """Return what the templates show that list what is left."""
        return build_context(fullness.measured)


def summarize_progress(progress: Progress) -> Fullness:
    """Return what the checks need to know of a progress."""
    year = progress.roll.year if progress.roll else 0
    unfilled = tuple(
        UnfilledPlace(left.block, left.trail, year, left.was, left.is_reread)
        for left in progress.left
    )
    return Fullness(progress.total, unfilled, progress)
