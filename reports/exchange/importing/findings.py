"""Exceptions that refuse an import, and warnings (notices) about a file."""

from collections.abc import Sequence
from dataclasses import dataclass

from reports.core.refusal import Refusal


class LossRefusal(Refusal):
    """Raised when words would be lost, or when damaged tags leave a doubt. A user may accept that.

    `missing` is the number of words to accept, `notices` name the lines.
    """

    def __init__(self, message: str, missing: int, notices: Sequence["Notice"]) -> None:
        super().__init__(message)
        self.missing = missing
        self.notices = notices


class ExistingReport(Refusal):
    """Raised when the draft of that year was not written by the last import of this file.

    The admin then offers to replace it.
    """


class TooDeep(RecursionError):
    """Raised when elements are nested too deeply to be read."""

    def __init__(self, line: int) -> None:
        self.line = line


@dataclass(frozen=True, order=True)
class Notice:
    """A warning, with its line in the file (from 1; 0 for the file as a whole).

    `place` names the line if a number is not enough, as in one of several files or a Word document.
    """

    line: int
    message: str
    place: str = ""

    def __str__(self) -> str:
        place = self.place or f"ligne {self.line}"
        return f"{place} : {self.message}" if self.line else self.message
