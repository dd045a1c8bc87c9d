"""Refusals that somebody may accept, and notices about a file that was read."""

from collections.abc import Sequence
from dataclasses import dataclass

from reports.core.refusal import Refusal


class LossRefusal(Refusal):
    """Words would be lost, or it is in doubt what the author meant: somebody may accept that.

    `missing` is the number of words to accept, `notices` name the lines.
    """

    def __init__(self, message: str, missing: int, notices: Sequence["Notice"]) -> None:
        super().__init__(message)
        self.missing = missing
        self.notices = notices


class ExistingReport(Refusal):
    """There is a report of that year, which the file did not make: somebody may replace it."""


class TooDeep(RecursionError):
    """Elements stand in each other deeper than they can be read."""

    def __init__(self, line: int) -> None:
        self.line = line


@dataclass(frozen=True, order=True)
class Notice:
    """A warning: the line of the file (from 1; 0 for the file as a whole) and what it is about.

    `place` names the line where a number alone does not: one of several files, a Word document.
    """

    line: int
    message: str
    place: str = ""

    def __str__(self) -> str:
        place = self.place or f"ligne {self.line}"
        return f"{place} : {self.message}" if self.line else self.message
