"""A block that is stored as a list of structs and edited as a table."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from wagtail import blocks
from wagtail.admin.telepath import register
from wagtail.blocks.field_block import FieldBlockAdapter
from wagtail.blocks.list_block import ListBlockValidationError, ListValue
from wagtail.blocks.struct_block import StructBlockValidationError

from reports.content.blocks.fact_blocks import FactBlock
from reports.content.blocks.fact_lines import join_parts, split_line
from reports.content.tables.block import TableField, refuse_beyond
from reports.content.tables.widget import TableWidget
from reports.core.document.table import Cell, as_list, as_text, new_id

PARTS = ("before", "figure", "after", "read_as")


class LinesError(ListBlockValidationError):
    """The error messages of a grid, each with the line and the column in words.

    The form shows them in one place above the grid.
    """

    def __init__(self, block: blocks.ListBlock, error: ListBlockValidationError) -> None:
        super().__init__(error.block_errors, error.non_block_errors)
        self.lines = block.child_block

    def as_json_data(self) -> dict[str, Any]:
        return {"messages": list(self.list_errors())}

    def list_errors(self) -> Iterator[str]:
        """« Ligne 2, Poste : Ce champ est obligatoire. »"""
        yield from map(str, self.non_block_errors)
        for place, below in self.block_errors.items():
            for name, error in getattr(below, "block_errors", {}).items():
                label = self.lines.child_blocks[name].label
                for message in list_leaves(error):
                    yield f"Ligne {place + 1}, {label} : {message}"


def list_leaves(error: ValidationError) -> Iterator[str]:
    """The messages in a tree of errors."""
    if not isinstance(error, StructBlockValidationError):
        yield from error.messages
        return
    for below in error.block_errors.values():
        yield from list_leaves(below)


class LinesBlock(blocks.ListBlock):
    """A list of structs that is edited in a grid: a row for each item, a column for each child.

    Children with words come first, then facts. A fact is typed as one expression in its cell. A
    cell that was not edited posts the parts that it was made from, a new one is split (see
    `phrase.split`).
    """

    required = False
    has_totals = False
    """Whether the grid shows the total of each column of facts."""

    @cached_property
    def field(self) -> TableField:
        return TableField(
            required=False,
            help_text=getattr(self.meta, "help_text", None) or "",
            widget=TableWidget(
                len(self.children) - len(self.facts), lines=True, totals=self.has_totals
            ),
        )

    @property
    def children(self) -> dict[str, blocks.Block]:
        return self.child_block.child_blocks

    @property
    def facts(self) -> list[str]:
        return [name for name, child in self.children.items() if isinstance(child, FactBlock)]

    def get_form_state(self, value: Any) -> str:
        columns = [{"id": name, "heading": str(b.label)} for name, b in self.children.items()]
        rows = []
        for line in self.normalize(value).bound_blocks:
            cells = [self.cell(name, line.value[name]) for name in self.children]
            rows.append({"id": line.id or new_id(), "cells": cells})
        table = {"columns": columns, "rows": rows}
        return json.dumps(table, ensure_ascii=False, separators=(",", ":"))

    def cell(self, name: str, value: Any) -> Any:
        """Return a child as one cell. A fact whose text would be divided otherwise says how."""
        if name not in self.facts:
            return value or ""
        figure = value["figure"]
        parts = [value["before"] or "", figure.raw, value["after"] or "", figure.read_as or ""]
        cell = Cell(join_parts(parts[:3]), figure.read_as, value["url"] or "")
        if split_fact(cell) == parts:
            return cell.stored
        stored = cell.stored
        return {**(stored if isinstance(stored, dict) else {"raw": stored}), "parts": parts}

    def value_from_datadict(self, data: Any, files: Any, prefix: str) -> ListValue:
        return self.value_from_form(self.field.widget.value_from_datadict(data, files, prefix))

    def value_omitted_from_data(self, data: Any, files: Any, prefix: str) -> bool:
        return self.field.widget.value_omitted_from_data(data, files, prefix)

    def value_from_form(self, submitted: Any) -> ListValue:
        """The lines in a form field's JSON. What is no JSON becomes one line: nothing is lost."""
        try:
            table = json.loads(submitted or "null")
        except (ValueError, RecursionError):
            table = {"rows": [{"cells": [str(submitted)]}]}
        rows = table.get("rows") if isinstance(table, Mapping) else None
        return self.to_python([self.line(row) for row in as_list(rows) if isinstance(row, Mapping)])

    def line(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """The stored item that a row of the form states."""
        cells = row.get("cells")
        values = {
            name: read_fact(cell) if name in self.facts else Cell.from_stored(cell).raw
            for name, cell in zip(
                self.children, cells if isinstance(cells, list) else (), strict=False
            )
        }
        return {"type": "item", "id": as_text(row.get("id") or new_id()), "value": values}

    def clean(self, value: Any) -> ListValue:
        value = self.normalize(value)
        refuse_beyond(len(value), len(self.children))
        try:
            return super().clean(value)
        except ListBlockValidationError as error:
            raise LinesError(self, error) from error

    def deconstruct(self) -> tuple[str, Any, Any]:
        """A list, to migrations: only its form is another."""
        _, args, kwargs = super().deconstruct()
        return "wagtail.blocks.ListBlock", args, kwargs


register(FieldBlockAdapter(), LinesBlock)


def split_fact(cell: Cell) -> list[str]:
    """Return the parts of a cell's text, with its corrected reading."""
    read_as = cell.read_as or ""
    return [*split_line(cell.raw, read_as)[1:], read_as]


def read_fact(stored: Any) -> dict[str, Any]:
    """The stored fact that a cell of the form states: as it was, where its text is what it was."""
    cell = Cell.from_stored(stored)
    parts = stored.get("parts") if isinstance(stored, Mapping) else None
    parts = [as_text(part) for part in parts] if isinstance(parts, list) else []
    if len(parts) != len(PARTS) or join_parts(parts[:3]) != cell.raw:
        parts = split_fact(cell)
    elif (cell.read_as or "") != parts[-1]:
        parts = [*parts[:3], cell.read_as or ""] if parts[1] else split_fact(cell)
    before, figure, after, read_as = parts
    return {
        "before": before,
        "figure": {"raw": figure, "read_as": read_as} if read_as else figure,
        "after": after,
        "url": cell.url,
    }
