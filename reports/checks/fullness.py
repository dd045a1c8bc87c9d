"""The measure of how full a report is that was begun from another.

What is left to fill in is measured and shown by the package that begins reports from others. It
stands above the checks, so it registers itself as their provider.
"""

from dataclasses import dataclass
from typing import Any

from reports.content.models import AnnualReportPage
from reports.core.reading.context import UnfilledPlace


@dataclass(frozen=True)
class Fullness:
    """The number of places to fill in when a report was begun, and those that are left.

    `measured` is what the provider knows beside that, for its own templates.
    """

    expected: int = 0
    unfilled: tuple[UnfilledPlace, ...] = ()
    measured: Any = None


class FullnessProvider:
    """The interface through which an app that begins reports from others informs the checks.

    This one is registered until then: it says that no report is begun from another.
    """

    def measure_fullness(self, page: AnnualReportPage) -> Fullness:
        """Measure a draft as it is in memory."""
        return Fullness()

    def build_context(self, fullness: Fullness) -> dict[str, Any]:
        """Return what the templates show that list what is left."""
        return {}


provider = FullnessProvider()


def register_provider(registered: FullnessProvider) -> None:
    """Make this the provider of all that is measured from now on."""
    global provider
    provider = registered


def measure_fullness(page: AnnualReportPage) -> Fullness:
    """Return what is left to fill in of a draft, as it is in memory."""
    return provider.measure_fullness(page)


def build_fullness_context(fullness: Fullness) -> dict[str, Any]:
    """Return what the templates show that list what is left."""
    return provider.build_context(fullness)
