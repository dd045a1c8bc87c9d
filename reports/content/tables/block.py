"""The block of a table, and the checks of a posted table."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django import forms
from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from wagtail.blocks import FieldBlock

from reports.content.tables.widget import TableWidget
from reports.content.validation import lengths, site_addresses
from reports.core.document.table import MAX_COLUMNS, MAX_ROWS, Cell, Column, Row, Table
from reports.core.text.rich_text import sanitise_html


class TableField(forms.CharField):
    """A form field that takes and returns a table as JSON."""

    def clean(self, value: Any) -> Any:
        table = parse_posted_table(value)
        width = max([len(table.columns), *(len(row.cells) for row in table.rows)])
        refuse_beyond(len(table.rows), width)
        refuse_long(table)
        for row in table.rows:
            for address in filter(None, (row.url, *(cell.url for cell in row.cells))):
                site_addresses.validate_link(address)
        if self.required and not table.rows:
            raise ValidationError("Ce tableau n’a aucune ligne.")
        return value


def refuse_ragged(table: Table) -> None:
    if table.ragged:
        rows = ", ".join(map(str, table.ragged))
        raise ValidationError(
            f"Le nombre de cellules diffère du nombre de colonnes : ligne(s) {rows}."
        )


def refuse_beyond(rows: int, columns: int) -> None:
    """Refuses what is more of a table than a report prints, or an editor draws."""
    if rows > MAX_ROWS or columns > MAX_COLUMNS:
        raise ValidationError(
            f"Ce tableau a {rows} lignes et {columns} colonnes : gardez {MAX_ROWS} lignes et "
            f"{MAX_COLUMNS} colonnes au plus."
        )


def refuse_long(table: Table) -> None:
    """Refuse texts that no row or cell of a report needs."""
    for column in table.columns:
        lengths.refuse_longer(column.heading, lengths.MAX_CELL_CHARACTERS, "Un intitulé de colonne")
    for number, row in enumerate(table.rows, 1):
        lengths.refuse_longer(
            row.note, lengths.MAX_NOTE_CHARACTERS, f"La note de la ligne {number}"
        )
        texts = [row.id, row.ref, row.url, row.ref_name or ""]
        texts += [text for cell in row.cells for text in (cell.raw, cell.read_as or "", cell.url)]
        for text in texts:
            lengths.refuse_longer(
                text, lengths.MAX_CELL_CHARACTERS, f"Une cellule de la ligne {number}"
            )


def tidy_table(table: Table) -> Table:
    """The table with addresses of this site as paths, and notes as readers will have them."""
    return replace(table, rows=tuple(map(tidied_row, table.rows)))


def tidied_row(row: Row) -> Row:
    note = site_addresses.clean_links(sanitise_html(row.note)) if row.note else ""
    return replace(
        row,
        note=note,
        url=site_addresses.to_path(row.url),
        cells=tuple(replace(cell, url=site_addresses.to_path(cell.url)) for cell in row.cells),
    )


def parse_posted_table(submitted: Any) -> Table:
    """The table in a form field's JSON. What is no JSON becomes one cell: nothing is lost."""
    try:
        return Table.from_stored(json.loads(submitted) if submitted else None)
    except (ValueError, RecursionError):
        return Table(rows=(Row((Cell(str(submitted)),)),))


class TableBlock(FieldBlock):
    """A table whose cells are figures, except in its first `text_columns` columns.

    `headings` are the columns of a new table. `reference` names the model of the records that rows
    may refer to, by their stable key.
    """

    def __init__(
        self,
        headings: tuple[str, ...] = (),
        text_columns: int = 1,
        reference: str = "",
        required: bool = True,
        help_text: str = "",
        **kwargs: Any,
    ) -> None:
        self.headings = headings
        self.text_columns = text_columns
        self.reference = reference
        self.required_rows = required
        self.field_help = help_text
        super().__init__(**kwargs)

    @cached_property
    def field(self) -> TableField:
        return TableField(
            required=self.required_rows,
            help_text=self.field_help,
            widget=TableWidget(self.text_columns, self.reference),
        )

    def get_default(self) -> Table:
        return Table(columns=tuple(Column(heading) for heading in self.headings))

    def to_python(self, value: Any) -> Table:
        return Table.from_stored(value)

    def normalize(self, value: Any) -> Table:
        return value if isinstance(value, Table) else Table.from_stored(value)

    def get_prep_value(self, value: Table) -> dict[str, Any]:
        return self.normalize(value).stored

    def value_for_form(self, value: Table) -> str:
        # as table.js writes it: an edit that is taken back leaves no unsaved change
        return json.dumps(value.stored, ensure_ascii=False, separators=(",", ":"))

    def value_from_form(self, value: Any) -> Table:
        return value if isinstance(value, Table) else parse_posted_table(value)

    def clean(self, value: Table) -> Table:
        """Refuse to publish rows of different lengths, and a row that refers to nothing."""
        value = tidy_table(super().clean(value))
        if self.is_deferred_validation:
            return value
        refuse_ragged(value)
        refs = {row.ref for row in value.rows if row.ref}
        if self.reference and refs:
            key = self.referred.key_field
            known = self.referred.objects.filter(**{f"{key}__in": refs})
            if unknown := sorted(refs - set(known.values_list(key, flat=True))):
                raise ValidationError(f"Fiche inconnue du référentiel : {', '.join(unknown)}.")
        return value

    @property
    def referred(self) -> Any:
        """The model that rows refer to."""
        return apps.get_model("reports", self.reference)

    def get_searchable_content(self, value: Table) -> list[str]:
        return [cell.raw for row in value.rows for cell in row.cells if cell.raw]

    def extract_references(self, value: Table) -> Iterator[tuple[Any, str, str, str]]:
        keys = {row.ref for row in value.rows if row.ref}
        if not (self.reference and keys):
            return
        known = self.referred.objects.filter(**{f"{self.referred.key_field}__in": keys})
        for pk in known.values_list("pk", flat=True):
            yield self.referred, str(pk), "", ""

    class Meta:
        icon = "table"
