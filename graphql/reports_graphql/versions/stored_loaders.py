"""Loaders that read rows from a stored version, without those that may not be seen now."""

from collections import defaultdict
from typing import Any

from django.utils.functional import cached_property

from reports.content.models.media import name_renditions
from reports.content.models.snippet import Snippet
from reports.content.visibility.perspective import Perspective
from reports.publishing.versions import reading
from reports.publishing.versions.public_fields import KINDS
from reports.publishing.versions.reading import StoredVersion
from reports_graphql.loaders import LOADER_NAMES, Loaders
from reports_graphql.loaders.loader import Loader
from reports_graphql.loaders.media import LinkedPage


class VersionLoaders(Loaders):
    """The loaders for everything below an old version of a report.

    A row that still exists but is no longer public is hidden. A deleted row is shown as it was,
    unless it was hidden when it was deleted. Series, mentions, awards, services of incubators and
    neighbours are those of today.
    """

    def __init__(self, perspective: Perspective, stored: StoredVersion, today: Loaders) -> None:
        super().__init__(perspective)
        self.stored = stored
        for kind, name in LOADER_NAMES.items():
            setattr(self, name, StoredLoader(self, kind, self.find_loader(kind).kind))
        self.mentions_by_service = today.mentions_by_service
        self.mentions_by_funding_round = today.mentions_by_funding_round
        self.services_by_incubator_id = today.services_by_incubator_id
        self.renditions_by_picture_id = StoredRenditionsLoader(self)  # type: ignore[assignment]

    @cached_property
    def deleted_hidden(self) -> set[tuple[str, str]]:
        return reading.find_deleted_hidden(self.stored, self.perspective)


class StoredLoader(Loader[Any, Any]):
    """Loads the rows of one kind from a version, and checks the visibility of all at once."""

    loaders: VersionLoaders

    def __init__(self, loaders: VersionLoaders, name: str, kind: str) -> None:
        super().__init__(loaders)
        self.name = name
        self.kind = kind  # type: ignore[misc]

    @cached_property
    def rows(self) -> dict[Any, Any]:
        """The visible rows, by row id and by public id."""
        listed = self.loaders.stored.rows.get(self.name, [])
        public_ids = {row["public_id"] for row in listed}
        if not public_ids:
            return {}
        seen = reading.fetch_seen(self.name, public_ids, self.perspective)
        hidden = reading.find_existing(self.name, public_ids - seen.keys())
        hidden |= {key for kind, key in self.loaders.deleted_hidden if kind == self.name}
        shown = [row for row in listed if row["public_id"] not in hidden]
        if self.name == "page":
            return {
                row["id"]: LinkedPage(row["public_id"], row.get("title", ""), row["path"])
                for row in shown
            }
        decoded = reading.decode_rows(self.name, shown)
        for row in decoded:
            if isinstance(row, Snippet):
                today = seen.get(getattr(row, self.key_field))
                row.merged_into = today and today.merged_into
        self.announce_related(decoded)
        return {key: row for row in decoded for key in (row.pk, getattr(row, self.key_field))}

    @property
    def key_field(self) -> str:
        return KINDS[self.name].key

    def tag(self, value: Any) -> None:
        if isinstance(value, Snippet):
            self.loaders.tag_records([value])

    def announce_related(self, rows: list[Any]) -> None:
        """Announce the rows that are needed with these records."""
        if self.name == "service":
            self.loaders.announce_services(rows)
        elif self.name == "indicator":
            self.loaders.announce_indicators(rows)
        elif self.name == "incubator":
            self.loaders.announce_incubators(rows)
        elif self.name == "funding_round":
            self.loaders.announce_funding_rounds(rows)

    def fetch_by_keys(self, keys: set[Any]) -> dict[Any, Any]:
        return {key: self.rows[key] for key in keys if key in self.rows}


class StoredRenditionsLoader(Loader[int, dict[str, Any]]):
    """Loads the renditions stored in a version, by picture; the pictures are visible."""

    kind = "pictures"
    loaders: VersionLoaders

    def fetch_by_keys(self, keys: set[int]) -> dict[int, dict[str, Any]]:
        found: dict[int, list[Any]] = defaultdict(list)
        for row in reading.decode_rows("rendition", self.loaders.stored.rows.get("rendition", [])):
            found[row.image_id].append(row)
        return {key: name_renditions(found[key]) for key in keys}
