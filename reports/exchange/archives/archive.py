"""The content of an archive in memory, whether it comes from a database or from a folder."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from reports.publishing.versions.surroundings import KIND_OF_ROWS

Row = dict[str, Any]
Media = tuple[str, str]
"""The kind and the key of a picture or a document."""


@dataclass(frozen=True)
class ArchivedVersion:
    """A version of a report. A withdrawn version has `fields` only."""

    fields: Row
    content: bytes | None = None
    surroundings: bytes | None = None
    drawings: tuple[Row, ...] = ()

    @property
    def number(self) -> int:
        return int(self.fields["number"])

    @cached_property
    def rows(self) -> dict[str, list[Row]]:
        """The rows around the version by kind; none where it was withdrawn."""
        return json.loads(self.surroundings)["rows"] if self.surroundings else {}


@dataclass(frozen=True)
class Archive:
    """A public report with its versions, records, pictures and documents.

    `content` has the form in which a version stores a report. Files are named, not included.
    """

    page: Row
    content: Row
    versions: tuple[ArchivedVersion, ...] = ()
    corrections: list[Row] = field(default_factory=list)
    statements: list[Row] = field(default_factory=list)
    acknowledgements: list[Row] = field(default_factory=list)
    records: dict[str, list[Row]] = field(default_factory=dict)
    pictures: list[Row] = field(default_factory=list)
    documents: list[Row] = field(default_factory=list)

    @property
    def year(self) -> int:
        return int(self.content["report"]["year"])

    @cached_property
    def files(self) -> dict[str, set[Media]]:
        """The names of all files, each with what shows it: more than one is a mistake."""
        found: dict[str, set[Media]] = {}
        for kind, key, name in self.iterate_files():
            found.setdefault(name, set()).add((kind, key))
        return found

    def iterate_files(self) -> Iterator[tuple[str, str, str]]:
        """Yield the kind, the key and the name of each file, as often as it is shown."""
        for picture in self.pictures:
            for shown in (picture, *picture["renditions"]):
                yield "picture", picture["key"], shown["file"]
        for document in self.documents:
            yield "document", document["key"], document["file"]
        for version in self.versions:
            for stored, kind in KIND_OF_ROWS.items():
                for row in version.rows.get(stored, ()):
                    if row["file"]:
                        yield kind, row["public_id"], row["file"]
