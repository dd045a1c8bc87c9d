"""Bodies whose every field holds a word, a number or an address that stands nowhere else.

They are made of what nodes declare: a new block, field or setting is in them at once.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count, product
from typing import Any

from django.core.files.base import ContentFile

from reports.core.document.block import BLOCKS
from reports.core.document.node import Node
from reports.core.document.part import NextYear, Part, Role
from tests.reports_graphql.bodies import uid

Body = list[dict[str, Any]]
UNCOPIED = ("id", "key", "file_hash")  # each record has its own
CONSONANTS = "bcdfghjklmnpqrstvwxz"  # no syllable, so that no paper breaks a word

SHOWN_BY_SOME = {
    "picture.alt": "A decorative picture has no alternative.",
    "impact_cards.cards.url": "A name leads to its record, where it has one.",
    "comparison_cards.cards.url": "A name leads to its record, where it has one.",
    "service_lines.services.url": "A name leads to its record, where it has one.",
}
"""Fields that only some variants give to readers, with the reason."""
UNSHOWN = {
    "picture.source_url": "Readers get the file itself, not where it was imported from.",
    "download.source_url": "Readers get the file itself, not where it was imported from.",
}


@dataclass
class Canaries:
    """Makes blocks, and remembers each canary by the field that holds it.

    Two of them with different `letter`s make the same blocks, with the same ids and other words.
    """

    records: dict[str, Any]
    """The record of each kind that blocks refer to."""
    letter: str = "Z"
    found: dict[str, list[str]] = field(default_factory=dict)
    """The canaries of a field, one for each variant: `budget.lines.amount.before`."""
    figures: set[str] = field(default_factory=set)
    """The fields whose canaries are numbers, or words where a table may have numbers."""
    addresses: set[str] = field(default_factory=set)
    is_bare: bool = False
    passing: set[str] = field(default_factory=set)
    """The fields that next year's report begins without."""
    has_records: bool = False
    """Whether each reference leads to a record or file of its own, which says a canary: its key,
    the credit of a picture, the title of a document."""
    references: dict[str, str] = field(default_factory=dict)
    """The kind of record of each field that has such a canary."""

    def __post_init__(self) -> None:
        self.ids = map(uid, count(1))
        self.words = map("".join, product(self.letter, *[CONSONANTS] * 4))
        self.numbers = map(str, count(ord(self.letter) * 800_000 + 17, 13))

    def build_body(self) -> Body:
        """Return each block in each variant: settings and references, each in all its states.

        The last variant of each has neither addresses nor words above its items.
        """
        body = []
        for name, kind in BLOCKS.items():
            variants = range(count_variants(kind))
            for variant in (*variants, len(variants) | 1):  # without a record, if it is odd
                self.is_bare = variant not in variants
                value = self.build_node(kind, name, variant)
                body.append({"type": name, "id": next(self.ids), "value": value})
        return body

    def build_node(self, kind: type[Node], path: str, variant: int) -> dict[str, Any]:
        value = {}
        bare_roles = find_bare_roles(kind, path) if self.is_bare else ()
        for name, part in kind.parts.items():
            if part.role not in (Role.BOOKKEEPING, *bare_roles):
                value[name] = self.build_value(part, f"{path}.{name}", variant)
                if kind.line_parts or part.next_year is NextYear.GOES:
                    self.passing.add(f"{path}.{name}")
        if "reference_name" in kind.parts:
            value["reference_name"] = value.get((kind.named_by or ("caption",))[0], "")
        return value

    def build_value(self, part: Part, path: str, variant: int) -> Any:
        match part.role:
            case Role.TEXT:
                return self.mint(path)
            case Role.RICH_TEXT:
                return f"<p>{self.mint(path)}</p>"
            case Role.ADDRESS:
                self.addresses.add(path)
                return f"https://exemple.example/{self.mint(path)}"
            case Role.FIGURE:
                return self.mint_number(path)
            case Role.TABLE:
                return self.build_table(part, path, variant)
            case Role.NODE:
                return self.build_node(part.reads, path, variant)
            case Role.NODES:
                item = self.build_node(part.reads, path, variant)
                return [{"type": "item", "id": next(self.ids), "value": item}]
            case Role.REFERENCE:
                return None if variant % 2 else self.find_record(part.refers_to, path).pk
            case Role.SETTING:
                options = list_options(part)
                return options[variant % len(options)]
        return ""

    def build_table(self, part: Part, path: str, variant: int) -> dict[str, Any]:
        head, number = self.mint(f"{path} (tête)"), self.mint_number(f"{path} (nombre)")
        self.figures |= {f"{path} (mots)", f"{path} (précision)"}
        self.passing.add(f"{path} (nombre)")
        if part.next_year is NextYear.GOES:
            self.passing |= {f"{path} ({each})" for each in ("tête", "mots", "précision")}
        cells = [head, self.mint(f"{path} (mots)"), number]
        row: dict[str, Any] = {"id": next(self.ids), "cells": cells}
        row["note"] = self.mint(f"{path} (précision)")
        if part.refers_to and not variant % 2:
            record = self.find_record(part.refers_to, f"{path} (fiche)")
            row |= {"ref": getattr(record, record.key_field), "ref_name": head}
        elif not self.is_bare and not part.refers_to:
            row["url"] = f"https://exemple.example/{self.mint(f'{path} (lien)')}"
            self.addresses.add(f"{path} (lien)")
        headings = [self.mint(f"{path} (colonne)") for _ in cells]
        columns = [{"id": next(self.ids), "heading": heading} for heading in headings]
        return {"columns": columns, "rows": [row]}

    def find_record(self, kind: str, path: str) -> Any:
        """Return the record that a field refers to: a copy with a canary, if asked for."""
        record = self.records[kind]
        if not self.has_records:
            return record
        self.references[path] = kind
        fields = (each for each in record._meta.concrete_fields if each.name not in UNCOPIED)
        values = {each.name: getattr(record, each.name) for each in fields}
        canary = self.mint(path)
        if kind == "picture":
            values["credit"] = canary
            values["file"] = ContentFile(record.file.open().read(), f"{canary}.png")
        elif kind == "document":
            values |= {"title": canary, "file": ContentFile(b"%PDF-1.7\n", f"{canary}.pdf")}
        else:
            values[record.key_field] = canary
        return type(record).objects.create(**values)

    def mint(self, path: str) -> str:
        return self.remember(path, next(self.words))

    def mint_number(self, path: str) -> str:
        self.figures.add(path)
        return self.remember(path, next(self.numbers))

    def remember(self, path: str, canary: str) -> str:
        self.found.setdefault(path, []).append(canary)
        return canary


def find_bare_roles(kind: type[Node], path: str) -> tuple[Role, ...]:
    """Return the roles of the parts that the last variant of a node leaves empty."""
    has_items = any(each.role is Role.NODES for each in kind.parts.values())
    is_block = "." not in path
    return (Role.ADDRESS, Role.TEXT) if is_block and has_items else (Role.ADDRESS,)


def list_options(part: Part) -> list[Any]:
    """Return what a setting may be."""
    if part.choices:
        return list(part.choices)
    if part.reads is bool:
        return [False, True]
    return [[] if part.reads is tuple else part.default]


def count_variants(kind: type[Node]) -> int:
    """Return how many variants have each choice once, and each reference and tick both ways."""
    return max(2, *(len(list_options(part)) for part in iterate_parts(kind)))


def iterate_parts(kind: type[Node]) -> Iterator[Part]:
    for part in kind.parts.values():
        yield part
        if part.role in (Role.NODE, Role.NODES):
            yield from iterate_parts(part.reads)
