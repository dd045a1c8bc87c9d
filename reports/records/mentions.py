"""Where a body refers to records: by row id in its blocks, by key in the rows of its tables.

Bodies are read in stored form: nothing is fetched, and a draft with holes is as good as any.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from wagtail import blocks

from reports.blocks.body import ReportBody
from reports.blocks.references import SnippetReferenceBlock
from reports.models.snippets import Snippet
from reports.tables import TableBlock

BODY = ReportBody()


@dataclass(frozen=True)
class Mention:
    """One reference to a record of a model, and what holds it.

    `holder` is the block whose stored `value` says what is printed beside the reference: a struct,
    or a table with the one row that refers. `place` is the id of the nearest item or block.
    """

    model: type[Snippet]
    key: int | str
    place: str
    label: str
    holder: blocks.Block
    value: Any

    def is_of(self, record: Snippet) -> bool:
        return self.model is type(record) and self.key in (
            record.pk,
            getattr(record, record.key_field),
        )


def mentions(body: Iterable[Any]) -> Iterator[Mention]:
    """The references of a stored body, in its order."""
    for stored in body:
        block = BODY.child_blocks.get(stored.get("type"))
        if block is not None:
            place, label = stored.get("id") or "", str(block.label)
            yield from within(block, stored.get("value"), place, label)


def within(block: Any, value: Any, place: str, label: str) -> Iterator[Mention]:
    match block:
        case blocks.BaseStructBlock() if isinstance(value, Mapping):
            for name, child in block.child_blocks.items():
                if isinstance(child, SnippetReferenceBlock):
                    if value.get(name) is not None:
                        yield Mention(child.model_class, value[name], place, label, block, value)
                else:
                    yield from within(child, value.get(name), place, label)
        case blocks.ListBlock() if isinstance(value, list):
            for item in value:
                inner, id_ = (item, None)
                if isinstance(item, Mapping) and item.get("type") == "item":
                    inner, id_ = item.get("value"), item.get("id")
                yield from within(block.child_block, inner, id_ or place, label)
        case TableBlock() if block.reference and isinstance(value, Mapping):
            for row in value.get("rows") or ():
                if isinstance(row, Mapping) and row.get("ref"):
                    alone = {"columns": value.get("columns"), "rows": [row]}
                    yield Mention(block.referred, row["ref"], place, label, block, alone)
