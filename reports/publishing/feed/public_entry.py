"""The public form of a feed entry, which the graph and webhooks share."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reports.publishing.feed.cursors import make_cursor
from reports.publishing.models import Change, Correction


@dataclass(frozen=True)
class PublicEntry:
    """A feed entry with public ids. `subject` is empty for redirects and sites."""

    id: str
    kind: str
    happened_at: datetime
    subject: str
    record: str
    year: int | None
    path: str
    former_path: str
    cache_tags: tuple[str, ...]
    corrections: tuple[Correction, ...] = ()

    @classmethod
    def from_change(cls, change: Change, corrections: Sequence[Correction] = ()) -> "PublicEntry":
        before, after = change.payload["before"] or {}, change.payload["after"] or {}
        shown: dict[str, Any] = after or before
        path, former_path = shown.get("path", ""), before.get("path", "")
        return cls(
            id=make_cursor(change.site, change.sequence),
            kind=change.kind,
            happened_at=change.happened_at,
            subject=shown.get("id", ""),
            record=shown.get("record") or "",
            year=shown.get("year"),
            path=path,
            former_path=former_path if former_path != path else "",
            cache_tags=tuple(sorted({*before.get("tags", ()), *after.get("tags", ())})),
            corrections=tuple(corrections),
        )
