"""Resolves the records that a report names: finds them by key or name, or creates them."""

import unicodedata
from collections.abc import Mapping
from textwrap import shorten
from types import MappingProxyType
from typing import Any

from django.utils.text import slugify

from reports.content.models.record_kind import get_kinds_by_name
from reports.content.records.lookalikes import Lookalikes
from reports.core.text.name_matching import find_likely_name
from reports.core.text.rich_text import plain
from reports.exchange.importing.draft import Named
from reports.exchange.importing.findings import Notice

MAX_KEY_CHARACTERS = 120
MAX_NAME_CHARACTERS = 255
ASKED = "existe déjà sous"  # of a new record that may be known under another key
MAX_QUOTE_CHARACTERS = 120  # characters of a name in a notice
NO_DEFINITIONS: Mapping[tuple[str, str], str] = MappingProxyType({})
FOOTNOTE_MARKS = str.maketrans("", "", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def fold_name(name: str) -> str:
    """Return one form for names that differ only in case, spaces, apostrophes or note marks."""
    name = name[:MAX_NAME_CHARACTERS].translate(FOOTNOTE_MARKS)
    for apostrophe in "’ʼ":
        name = name.replace(apostrophe, "'")
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


class Registry:
    """Finds or creates the records of one import.

    New records are live only if the report is published: a draft must not become public through
    them. `definitions` gives their definitions by kind and key. `made` counts them by kind;
    `notices` names those that may exist already under another key.
    """

    def __init__(
        self,
        live: bool,
        year: int,
        definitions: Mapping[tuple[str, str], str] = NO_DEFINITIONS,
    ) -> None:
        self.live = live
        self.year = year
        self.definitions = definitions
        self.by_key: dict[str, dict[str, Any]] = {}
        self.by_name: dict[str, dict[str, Any]] = {}
        self.known_names: dict[str, list[str]] = {}
        self.lookalikes: dict[str, Lookalikes] = {}
        self.made: dict[str, int] = {}
        self.notices: list[Notice] = []

    def row(self, named: Named) -> int:
        """Return the row id of the record, which a chooser block stores."""
        return self.find(named).pk

    def code(self, named: Named) -> str:
        """Return the public key of the record, which a table row stores."""
        return str(getattr(self.find(named), self.key_field(named.kind)))

    @staticmethod
    def key_field(kind: str) -> str:
        return get_kinds_by_name()[kind].key_field

    def find(self, named: Named) -> Any:
        if named.kind not in self.by_key:
            self.load(named.kind)
        by_key, by_name = self.by_key[named.kind], self.by_name[named.kind]
        # A key says which record is meant; a name alone may be that of several.
        found = by_key.get(named.key) if named.key else by_name.get(fold_name(named.name))
        return found if found is not None else self.make(named)

    def load(self, kind: str) -> None:
        """Load the records of a kind. A merged record leads to the one that remains."""
        known = get_kinds_by_name()[kind]
        rows = known.model.objects.order_by("pk").select_related("merged_into")
        records = list(rows.select_related(*known.model.beside))
        self.by_key[kind] = {getattr(each, known.key_field): each.survivor for each in records}
        self.known_names[kind] = [record.name for record in records]
        self.by_name[kind] = {}
        for record in sorted(records, key=lambda each: bool(each.merged_into_id)):
            self.by_name[kind].setdefault(fold_name(record.name), record.survivor)
        self.lookalikes[kind] = Lookalikes(
            known, (each for each in records if not each.merged_into_id)
        )

    def make(self, named: Named) -> Any:
        model, field = get_kinds_by_name()[named.kind].model, self.key_field(named.kind)
        key = self.free_key(named)
        given = {name: plain(str(value)) for name, value in named.fields if value}
        names = {f.name: f for f in model._meta.get_fields()}
        values: dict[str, Any] = {
            name: value[: getattr(names[name], "max_length", None) or len(value)]
            for name, value in given.items()
        }
        defined = (named.kind, named.key)
        if defined in self.definitions:
            values["definition"] = self.definitions[defined]
        if named.kind == "funding_round":
            values |= {"year": self.year}
        record = model.objects.create(
            name=named.name[:MAX_NAME_CHARACTERS], live=self.live, **{field: key}, **values
        )
        self.by_key[named.kind][key] = record
        self.by_name[named.kind].setdefault(fold_name(named.name), record)
        self.made[named.kind] = self.made.get(named.kind, 0) + 1
        lookalikes = self.lookalikes[named.kind].find_others(record)
        self.lookalikes[named.kind].add(record)
        if lookalikes:
            self.ask_whether_same(named, lookalikes[0])
        elif named.kind == "indicator" and not named.key:
            self.ask_about(named)
        return record

    def ask_whether_same(self, named: Named, other: Any) -> None:
        """Add a notice about a new record with the name or the website of an existing one."""
        new, old = (
            shorten(name, MAX_QUOTE_CHARACTERS, placeholder="…")
            for name in (named.name, other.name)
        )
        key = getattr(other, self.key_field(named.kind))
        message = (
            f"nouvelle fiche « {new} » : {ASKED} « {old} » ({key}) ; est-ce la même "
            "fiche ? Si oui, ouvrez-la et choisissez « Fusionner avec… »."
        )
        self.notices.append(Notice(named.line, message))

    def ask_about(self, named: Named) -> None:
        """Add a notice about a new record whose name is close to that of an older one."""
        if likely := find_likely_name(named.name, self.known_names[named.kind]):
            new, old = (
                shorten(name, MAX_QUOTE_CHARACTERS, placeholder="…")
                for name in (named.name, likely)
            )
            message = (
                f"nouvelle fiche d’indicateur « {new} », en brouillon ; la fiche « {old} » a un "
                "nom proche. Si c’est le même indicateur, reliez-y la ligne par son menu."
            )
            self.notices.append(Notice(named.line, message))

    def free_key(self, named: Named) -> str:
        base = named.key or slugify(named.name) or named.kind
        base = "".join(c for c in base if c.isalnum() or c in "_.-")
        base = base.strip(".-")[:MAX_KEY_CHARACTERS] or named.kind
        candidate, number = base, 1
        while candidate in self.by_key[named.kind]:
            number += 1
            candidate = f"{base[: MAX_KEY_CHARACTERS - 5]}-{number}"
        return candidate
