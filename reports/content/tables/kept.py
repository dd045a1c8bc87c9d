"""The block of a stored copy of a table, which editors do not see."""

import json
from typing import Any

from django import forms
from django.utils.functional import cached_property
from wagtail.blocks import FieldBlock

from reports.content.tables.block import parse_posted_table
from reports.core.document.table import Table


class KeptTableBlock(FieldBlock):
    """An earlier state of a table in a hidden field; it is not edited, printed or searched.

    A chart stores in it the data for which its transcription was written.
    """

    @cached_property
    def field(self) -> forms.CharField:
        return forms.CharField(required=False, widget=forms.HiddenInput())

    def get_default(self) -> Table:
        return Table()

    def to_python(self, value: Any) -> Table:
        return Table.from_stored(value)

    def normalize(self, value: Any) -> Table:
        return value if isinstance(value, Table) else Table.from_stored(value)

    def get_prep_value(self, value: Any) -> dict[str, Any] | None:
        return self.normalize(value).stored if value else None

    def value_for_form(self, value: Table) -> str:
        return json.dumps(value.stored, ensure_ascii=False) if value else ""

    def value_from_form(self, value: Any) -> Table:
        return value if isinstance(value, Table) else parse_posted_table(value)

    def get_searchable_content(self, value: Table) -> list[str]:
        return []
