"""One body with every block in every variant: what its form declares, full, bare and between.

It is made of the forms in `reports/content/blocks`: a new block or field is in it at once. The
bodies that other tests write by hand are added.
"""

import json
from collections.abc import Iterator
from itertools import count
from typing import Any

from wagtail import blocks

from reports.content.blocks.cited_lines import CitationsBlock
from reports.content.blocks.facts import FigureBlock
from reports.content.blocks.reference_names import ReferenceNameBlock
from reports.content.blocks.references import ReferenceMixin
from reports.content.blocks.words import ProseBlock
from reports.content.folding.bodies import ReportBody
from reports.content.tables import KeptTableBlock, TableBlock
from tests.browser.variants import body as readers_body
from tests.reports_graphql.bodies import every_block, uid

FIGURES = ("+80 %", {"raw": "N/A", "read_as": "0"}, {"raw": "une dizaine", "read_as": "10"})
NOTE = '<bilan-note id="n-{}">Une <b>note</b>.</bilan-note>'
PROSE = (
    '<p>La <b>prose</b> de <i>{}</i>, <span lang="en">bug bounty</span>, '
    '<a href="https://example.org/?a=1&amp;b=2">lien</a> et 12 agents{}.</p>'
)
LISTS = "<ul><li>un</li><li>deux<ol><li>trois</li></ol></li></ul><p>Après.</p>"
CITED = '<bilan-figure of="i.services.2024.result" as="same">mots</bilan-figure>'
"""The citation of a word that each line has."""
ADDRESSES = (
    "https://example.org/une(adresse)?a=1&b=2",
    "/chemin",
    "#ancre",
    "mailto:a@example.org",
)


def build_body(records: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the body in stored form. `records` has one of each kind that a body refers to."""
    keys = {kind: record.pk for kind, record in records.items()}
    forms = Forms(records)
    made = [
        {"type": name, "value": value}
        for name, form in ReportBody().child_blocks.items()
        for value in forms.list_values(form, name)
    ]
    body: list[dict[str, Any]] = json.loads(
        json.dumps([*made, *readers_body(keys), *every_block(keys)])
    )
    for rank, block in enumerate(body):
        block["id"] = "block"
        if block["type"] == "heading":
            name_anchors(block["value"], rank)
    renew_ids(body, count(50_000))
    return body


def name_anchors(heading: dict[str, Any], rank: int) -> None:
    """Give a heading anchors of its own in the place of those that it has."""
    heading["anchor"] = f"ancre-{rank}" if heading.get("anchor") else ""
    for place, item in enumerate(heading.get("old_anchors", ())):
        item["value"] = f"ancienne-{rank}-{place}"


def renew_ids(stored: Any, numbers: Iterator[int]) -> None:
    """Give each block, item, row and column an id of its own."""
    for each in stored.values() if isinstance(stored, dict) else stored:
        if isinstance(each, dict | list):
            renew_ids(each, numbers)
    if isinstance(stored, dict) and "id" in stored:
        stored["id"] = uid(next(numbers))


class Forms:
    """Makes stored values of blocks of Wagtail; each text says where it stands."""

    def __init__(self, records: dict[str, Any]) -> None:
        self.records = records
        self.numbers = count()

    def list_values(self, form: Any, name: str) -> list[Any]:
        """Return the values that a block can have, the fullest first."""
        match form:
            case blocks.BaseStructBlock():
                return self.list_structs(form)
            case blocks.ListBlock():
                return self.list_lists(form, name)
            case TableBlock():
                return self.list_tables(form)
            case blocks.ChoiceBlock():
                return [value for value, _ in [*form.field.choices][::-1] if value]
            case blocks.BooleanBlock():
                return [True, False]
            case blocks.IntegerBlock():
                return [2, 1, 3]
        filled = self.list_filled(form, name)
        if filled and form.required:
            return filled
        return [*filled, None if isinstance(form, ReferenceMixin) else ""]

    def list_filled(self, form: Any, name: str) -> list[Any]:
        match form:
            case FigureBlock():
                return list(FIGURES)
            case ProseBlock():
                return self.list_prose(form, name)
            case ReferenceMixin():
                return [self.find_record(form.model_class).pk]
            case CitationsBlock():
                return [CITED]
            case KeptTableBlock() | ReferenceNameBlock():
                return []
        if name.endswith("url"):
            return list(ADDRESSES)
        return [f"Les *mots* de {name} : R&D <b>"]

    def list_structs(self, form: Any) -> list[dict[str, Any]]:
        """Return a struct that is full, one that is bare, and one for each value of each child."""
        found = {name: self.list_values(child, name) for name, child in form.child_blocks.items()}
        full = {name: values[0] for name, values in found.items()}
        bare = {
            name: values[0 if form.child_blocks[name].required else -1]
            for name, values in found.items()
        }
        return [
            full,
            bare,
            *({**full, name: value} for name, values in found.items() for value in values[1:]),
        ]

    def list_lists(self, form: Any, name: str) -> list[Any]:
        """Return a list with an item of each value, one of one item, and an empty one."""
        items = [
            {"type": "item", "id": "item", "value": value}
            for value in self.list_values(form.child_block, name)
            if value != ""
        ]
        return [items, items[:1], []]

    def list_prose(self, form: ProseBlock, name: str) -> list[str]:
        note = NOTE.format(next(self.numbers)) if "note" in form.features else ""
        prose = PROSE.format(name, note)
        if "document-link" in form.features:
            document = self.records["document"].pk
            prose += f'<p>Voir <a linktype="document" id="{document}">le fichier</a>.</p>'
        return [prose + LISTS if "ul" in form.features else prose, f"<p>Que {name}.</p>"]

    def find_record(self, model: Any) -> Any:
        return next(record for record in self.records.values() if isinstance(record, model))

    def list_tables(self, form: TableBlock) -> list[dict[str, Any]]:
        """Return a table with full rows and bare ones, one of one row, and an empty one."""
        columns = [{"id": "column", "heading": f"Colonne {rank}"} for rank in range(4)]
        columns[-1]["heading"] = "Montant (k€)"
        cells = ["Agents", {"raw": "12", "read_as": "13", "url": "/x"}, "deux\nlignes", "1 406 €"]
        row = {"id": "row", "cells": cells}
        said = {"url": "/y", "note": "une <i>note</i>", "leading": True}
        if form.reference:
            record = self.find_record(form.referred)
            said |= {"ref": getattr(record, form.referred.key_field), "ref_name": "Agents"}
        rows = [
            row | said,
            row,
            *(row | {name: value} for name, value in said.items() if name != "ref_name"),
            {"id": "row", "cells": ["Sans valeurs", "", "N/A", ""]},
        ]
        return [
            {"columns": columns, "rows": rows},
            {"columns": columns[:2], "rows": [{"id": "row", "cells": ["Agents", "12"]}]},
            {"columns": [], "rows": []},
        ]
