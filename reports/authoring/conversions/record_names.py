"""Records that rows name: one alone of its kind has the name, or the key that a link ends with."""

from functools import cached_property
from typing import Any
from urllib.parse import unquote, urlsplit

from reports.content.models.record_kind import get_kinds_by_name
from reports.content.records.lookup import fold_text
from reports.core.conversion.records import Record


class RecordNames:
    """The names of all records of the kinds that are asked for, each read once."""

    def __init__(self) -> None:
        self.kinds: dict[str, KindNames] = {}

    def find(self, kind: str, name: str, url: str) -> Record | None:
        """Return the record that a printed link or a name leads to; None where several may be."""
        if kind not in self.kinds:
            self.kinds[kind] = KindNames(kind)
        names = self.kinds[kind]
        return names.by_key.get(read_key(url)) or names.by_name.get(fold_text(name))


class KindNames:
    """The records of one kind by their keys and by their folded names."""

    def __init__(self, kind: str) -> None:
        entry = get_kinds_by_name()[kind]
        self.rows: list[tuple[int, str, str]] = list(
            entry.model._default_manager.values_list("pk", entry.key_field, "name")
        )

    @cached_property
    def by_key(self) -> dict[str, Record]:
        return {key: Record(pk, key) for pk, key, _ in self.rows if key}

    @cached_property
    def by_name(self) -> dict[str, Record | None]:
        """A name that several records have leads to none."""
        found: dict[str, Record | None] = {}
        for pk, key, name in self.rows:
            folded = fold_text(name)
            found[folded] = None if folded in found else Record(pk, key)
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
