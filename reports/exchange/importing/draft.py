"""The result of recognisers: a block without ids, and the names of what it refers to."""

from dataclasses import dataclass, field
from typing import Any

from bs4 import Tag


@dataclass(frozen=True)
class Named:
    """A reference that is not resolved yet: the name of a record, picture, document or page.

    `key` is the slug or code if the report gives one (the last part of a link), or the address of a
    picture or document. `fields` are the values of a new record.
    """

    kind: str
    name: str
    key: str = ""
    fields: tuple[tuple[str, Any], ...] = ()
    line: int = 0


@dataclass
class Draft:
    """A recognised block: its type, its line in the file, and its value.

    References in the value are `Named`. Lists are plain lists; tables are
    `reports.content.tables.Table`, whose rows get their `ref` when the references in `heads` (one
    for each row) are resolved.
    """

    kind: str
    line: int
    value: dict[str, Any]
    heads: list[Named | None] = field(default_factory=list)
    image: Tag | None = None  # what a picture was read from, for a transcription that follows it
    is_commented: bool = False  # whether a comment says what it is: nothing after it joins it
    keys: list[tuple[tuple[str | int, ...], str]] = field(default_factory=list)
    """Ids that a comment gives, each with the place of what has it: `("cards", 0)`."""
    note: str = ""  # the id of the note that it is, which no rich text calls
    shows_data: bool = False  # whether the file prints the data of a chart as a table
    printed: str = ""
    """The words of the block in the order of the file, where the block says them in another."""
    reason: str = ""
    """Why it was taken for what it is, where no sentence of its type says so."""
