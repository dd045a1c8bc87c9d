"""Defines the function by which conversions find the record that a row or a line is about."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Record:
    """The two ids of a record: the row id, stored by cards, and the key, stored by table rows."""

    row: int
    key: str


FindRecord = Callable[[str, str, str], Record | None]
"""A function that returns the one record of a kind with a name or a printed link."""


def find_nothing(kind: str, name: str, url: str) -> None:
    """Find no record: what a conversion does where no database is asked."""
