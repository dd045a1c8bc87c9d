"""Measures what a draft lacks, and writes the sentence that states it.

`authoring.rollforward` measures it, but may not be imported here: it registers a provider.
"""

from dataclasses import dataclass
from typing import Any

from reports.content.models import AnnualReportPage
from reports.core.reading.context import UnfilledPlace


@dataclass(frozen=True)
class Fullness:
    """The number of things in a draft that are still to be filled in or reread (`remaining`).

    `expected` counts all that there were when the report was begun from another one (0 if it was
    not). `unfilled` lists those that stop every publication. `measured` is data of the provider for
    its own templates.
    """

    expected: int = 0
    remaining: int = 0
    unfilled: tuple[UnfilledPlace, ...] = ()
    measured: Any = None

    def __str__(self) -> str:
        return describe_remaining(self.remaining, self.expected)


def describe_remaining(remaining: int, expected: int = 0) -> str:
    """Return « 20 % rempli, 41 éléments à remplir ou à relire », without the share of a report that
    was begun from no other; nothing where that lacks nothing.
    """
    share = f"{100 * (expected - remaining) // expected}\u00a0% rempli" if expected else ""
    things = f"{remaining} élément{'s' if remaining > 1 else ''}"
    rest = f"{things} à remplir ou à relire" if remaining else ""
    return ", ".join(filter(None, (share, rest)))


class FullnessProvider:
    """The interface through which `authoring.rollforward` tells the checks what a draft lacks.

    This base class is the provider until another is registered, and reports nothing as missing.
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
