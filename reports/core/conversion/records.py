"""Records that rows are about, found by what a row prints."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Record:
    """A living record: its row id, as cards store it, and its key, as rows of tables do."""

    row: int
    key: str


FindRecord = Callable[[str, str, str], Record | None]
"""A function that returns the one record of a kind with a name or a printed link."""


def find_nothing(kind: str, name: str, url: str) -> None:
    """Find no record: what a conversion does where no database is asked."""
