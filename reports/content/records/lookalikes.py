"""Finds records that may be duplicates: with the same website, or the same name but for spelling.

Accents, case and punctuation do not count in names.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from reports.content.models.merged_records import list_unmerged
from reports.content.models.record_kind import RecordKind, find_kind
from reports.content.models.snippet import Snippet
from reports.content.records.lookup import fold_text
from reports.core.text.addresses import normalize_site


class Lookalikes:
    """The records of a kind, indexed by name and website to find probable duplicates."""

    def __init__(self, kind: RecordKind, records: Iterable[Any] = ()) -> None:
        self.kind = kind
        self.by_key: dict[int | str, Any] = {}
        self.records: defaultdict[tuple[str, str], list[Any]] = defaultdict(list)
        for record in records:
            self.add(record)

    @classmethod
    def load(cls, model: type[Snippet]) -> "Lookalikes":
        """Return the records of a model that stand by themselves. One statement."""
        return cls(find_kind(model), list_unmerged(model).select_related(*model.list_related()))

    def add(self, record: Any) -> None:
        self.by_key |= {record.pk: record, getattr(record, self.kind.key_field): record}
        for mark in self.list_marks(record.name, self.get_address(record)):
            self.records[mark].append(record)

    def find(self, name: str, address: str = "") -> list[Any]:
        """Return the records of this name or of this website, those of the name first."""
        found = (each for mark in self.list_marks(name, address) for each in self.records[mark])
        return list(dict.fromkeys(found))

    def find_others(self, record: Any) -> list[Any]:
        """Return the records that may be the same as one."""
        found = self.find(record.name, self.get_address(record))
        return [each for each in found if each.pk != record.pk]

    def get_address(self, record: Any) -> str:
        """Return the website of a record, if its kind has one."""
        return str(getattr(record, self.kind.address)) if self.kind.address else ""

    def list_marks(self, name: str, address: str) -> Iterator[tuple[str, str]]:
        """Yield what a record of a name and a website is found by."""
        if folded := fold_text(name):
            yield "name", folded
        if site := normalize_site(address):
            yield "site", site
