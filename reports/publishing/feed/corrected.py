"""Finds the corrections that belong to an entry of the feed."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from reports.publishing.models import Change, Correction


@dataclass(frozen=True)
class NewVersions:
    """The versions that a report gained with an entry: those after `first`, up to `last`."""

    key: str
    first: int
    last: int

    @classmethod
    def from_change(cls, change: Change) -> "NewVersions | None":
        """Return the versions that a change brought to a report that was public before."""
        before, after = change.payload["before"] or {}, change.payload["after"] or {}
        first, last = before.get("version", 0), after.get("version", 0)
        return cls(after["id"], first, last) if 0 < first < last else None

    @property
    def condition(self) -> Q:
        return Q(
            version__report_key=self.key,
            version__number__gt=self.first,
            version__number__lte=self.last,
        )

    def has(self, correction: Correction) -> bool:
        version = correction.version
        return str(version.report_key) == self.key and self.first < version.number <= self.last


def read_corrections(changes: Iterable[Change]) -> dict[int, list[Correction]]:
    """Return the corrections of some entries by the entry's row id, in one statement."""
    gained = {change.pk: found for change in changes if (found := NewVersions.from_change(change))}
    if not gained:
        return {}
    condition = Q()
    for versions in gained.values():
        condition |= versions.condition
    rows = Correction.objects.filter(condition).select_related("version")
    ordered = list(rows.order_by("version__number", "order"))
    return {pk: [row for row in ordered if each.has(row)] for pk, each in gained.items()}
