"""The measure of what a draft lacks: one number, and one sentence that says it everywhere.

What is left to do is measured and listed by the package that begins reports from others. It stands
above the checks, so it registers itself as their provider.
"""

from dataclasses import dataclass
from typing import Any

from reports.content.models import AnnualReportPage
from reports.core.reading.context import UnfilledPlace


@dataclass(frozen=True)
class Fullness:
    """The number of things that a draft lacks (`left`), of all that were to do when it was begun.

    `expected` is 0 for a report that was begun from no other. `unfilled` are those that stop every
    publication, `measured` is what the provider knows beside that, for its own templates.
    """

    expected: int = 0
    left: int = 0
    unfilled: tuple[UnfilledPlace, ...] = ()
    measured: Any = None

    def __str__(self) -> str:
        return describe_left(self.left, self.expected)


def describe_left(left: int, expected: int = 0) -> str:
    """Return « 20 % rempli, 41 éléments à remplir ou à relire », without the share of a report that
    was begun from no other; nothing where that lacks nothing.
    """
    share = f"{100 * (expected - left) // expected}\u00a0% rempli" if expected else ""
    rest = f"{left} élément{'s' if left > 1 else ''} à remplir ou à relire" if left else ""
    return ", ".join(filter(None, (share, rest)))


class FullnessProvider:
    """The interface through which an app that begins reports from others informs the checks.

    This one is registered until then: it says that nothing is left to do.
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
    """Return what a draft lacks, as it is in memory."""
    return provider.measure_fullness(page)


def build_fullness_context(fullness: Fullness) -> dict[str, Any]:
    """Return what the templates show that list what is left."""
    return provider.build_context(fullness)
