"""Names the figures that a text can cite, by the words of their row, their column and above."""

from dataclasses import dataclass
from functools import cached_property

from reports.authoring.citations.candidates import Candidate
from reports.authoring.citations.stated_number import GENERIC
from reports.content.models import Observation
from reports.core.comparison.columns import is_target
from reports.core.comparison.dates import find_years
from reports.core.comparison.subject import meaningful_stems
from reports.core.figure_addresses.address import PlaceAddress
from reports.core.figure_addresses.places import Label, Place
from reports.core.figures import Figure

FIRST_SOURCES = ("data_table", "indicator_table", "budget", "funding_table", "service_table")
"""The blocks whose figures others repeat; of two figures with one name, theirs is cited."""


@dataclass(frozen=True)
class NamedCandidate:
    """A candidate with the words that say what it counts, of which year and to which end."""

    candidate: Candidate
    name: str
    """What its row, its card or its line is called."""
    heading: str
    """The head of its column."""
    above: str
    """The caption of its block and the title of its section."""
    years: tuple[int, ...]
    is_target: bool
    kind: str = ""
    """The type of its block; empty for the result of an indicator."""

    @classmethod
    def from_candidate(cls, candidate: Candidate) -> "NamedCandidate":
        origin = candidate.origin
        if isinstance(origin, Observation):
            years = tuple(range(origin.period_start.year, origin.period_end.year + 1))
            target = str(origin.kind) == "target"
            return cls(candidate, origin.indicator.name, "", "", years, target)
        return cls.from_place(candidate, origin)

    @classmethod
    def from_place(cls, candidate: Candidate, place: Place) -> "NamedCandidate":
        visit, heading = place.visit, place.column_heading
        name = " ".join(each for each in place.names if not isinstance(each, Label))
        caption = visit.block.display_name
        section = visit.section.title if visit.section else ""
        years = find_years(heading) or find_years(name) or find_years(caption)
        if not years and isinstance(candidate.address, PlaceAddress) and candidate.address.year:
            years = (candidate.address.year,)
        return cls(
            candidate,
            name or caption,
            heading,
            f"{caption} {section}",
            years,
            is_target(heading) or is_target(name),
            visit.block.block_type,
        )

    @property
    def figure(self) -> Figure:
        return self.candidate.figure

    @cached_property
    def own_words(self) -> tuple[str, ...]:
        """The stems of its name, in order."""
        return tuple(stem for stem in meaningful_stems(self.name) if stem not in GENERIC)

    @cached_property
    def own_stems(self) -> frozenset[str]:
        return frozenset(self.own_words)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all words that name it."""
        around = frozenset(meaningful_stems(f"{self.heading} {self.above}"))
        return (self.own_stems | around) - GENERIC

    @property
    def precedence(self) -> int:
        """Its place among figures that say the same: sources first, then what repeats them."""
        if not self.kind:
            return len(FIRST_SOURCES) + 1
        return FIRST_SOURCES.index(self.kind) if self.kind in FIRST_SOURCES else len(FIRST_SOURCES)
