"""Stores with a reference the printed name for which its record was chosen (ADR 26).

Structs that print a name beside a reference store the name a second time, as it was when the record
was chosen. If the printed name changes, the reference is no longer confirmed. Rows of tables do the
same (`reports/core/document/table.py`).
"""

from collections.abc import Iterable
from typing import Any

from wagtail import blocks

from reports.content.blocks.node_block import NodeBlock
from reports.content.blocks.words import validate_line


class ReferenceNameBlock(blocks.CharBlock):
    """A hidden field of a struct: the printed name at the time when its record was chosen."""

    def __init__(self) -> None:
        super().__init__(required=False, form_classname="bilan-hidden", validators=(validate_line,))

    def get_searchable_content(self, value: Any) -> list[str]:
        return []


class ReferringBlock(NodeBlock):
    """A struct with a reference to a record, and the name that the report prints for it.

    `node_forms` sets which two children these are. A third one is `reference_name`.
    """

    def to_python(self, value: Any) -> Any:
        return self.remember_name(super().to_python(value))

    def bulk_to_python(self, values: Iterable[Any]) -> list[Any]:
        return [self.remember_name(value) for value in super().bulk_to_python(values)]

    def normalize(self, value: Any) -> Any:
        return self.remember_name(super().normalize(value))

    def remember_name(self, value: Any) -> Any:
        """Take the name that is read where none is stored; without a record there is none."""
        if value.get(self.meta.reference_field) is None:
            value["reference_name"] = ""
        elif not value.get("reference_name"):
            value["reference_name"] = value.get(self.meta.name_field) or ""
        return value

    class Meta:
        reference_field = ""
        name_field = "name"
