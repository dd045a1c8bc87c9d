"""Finds the record that a table row names, by a unique name or key."""

from functools import cached_property
from typing import Any
from urllib.parse import unquote, urlsplit

from django.db.models import F
from django.db.models.functions import Coalesce

from reports.content.models.record_kind import get_kinds_by_name
from reports.content.records.lookup import fold_text
from reports.core.conversion.records import Record


class RecordNames:
    """Looks up records by name; the names of each kind are read once."""

    def __init__(self) -> None:
        self.kinds: dict[str, KindNames] = {}

    def find(self, kind: str, name: str, url: str) -> Record | None:
        """Return the record for a printed link or a name; None if there is none or several."""
        if kind not in self.kinds:
            self.kinds[kind] = KindNames(kind)
        names = self.kinds[kind]
        return names.by_key.get(read_key(url)) or names.by_name.get(fold_text(name))


class KindNames:
    """The records of one kind by key and by folded name.

    The key and the name of a merged record lead to the record it was merged into.
    """

    def __init__(self, kind: str) -> None:
        entry = get_kinds_by_name()[kind]
        survivor = (
            Coalesce("merged_into", "pk"),
            Coalesce(f"merged_into__{entry.key_field}", F(entry.key_field)),
        )
        rows = entry.model._default_manager.values_list(entry.key_field, "name", *survivor)
        self.rows = [(key, name, Record(row, its_key)) for key, name, row, its_key in rows]

    @cached_property
    def by_key(self) -> dict[str, Record]:
        return {key: record for key, _, record in self.rows if key}

    @cached_property
    def by_name(self) -> dict[str, Record | None]:
        """The records by folded name; a name that several records have leads to None."""
        found: dict[str, Record | None] = {}
        for _, name, record in self.rows:
            folded = fold_text(name)
            found[folded] = record if found.get(folded, record) == record else None
        found.pop("", None)
        return found


def read_key(url: str) -> str:
    """Return the last part of a path on this site: /startups/mano.html leads to « mano »."""
    try:
        address: Any = urlsplit(url)
    except ValueError:
        return ""
    if address.netloc:
        return ""
    return unquote(address.path).rstrip("/").rsplit("/", 1)[-1].removesuffix(".html")
