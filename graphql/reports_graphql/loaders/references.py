"""What a body refers to: one walk, so that each kind of thing is fetched in one statement."""

from functools import cache
from typing import TYPE_CHECKING, Any

from wagtail import blocks

from reports.blocks.references import ReferenceMixin
from reports.models import AnnualReportPage
from reports.tables import TableBlock

if TYPE_CHECKING:
    from reports_graphql.loaders import Loaders


def announce(report: AnnualReportPage, loaders: "Loaders") -> None:
    """Announces to `loaders` all that the body of `report` refers to."""
    for child in report.body:
        walk(child.block, child.value, loaders)


def walk(block: Any, value: Any, loaders: "Loaders") -> None:
    match block:
        case blocks.ListBlock():
            if refers(block.child_block):
                for item in value:
                    walk(block.child_block, item, loaders)
        case blocks.BaseStructBlock():
            for name, child in block.child_blocks.items():
                if refers(child):
                    walk(child, value[name], loaders)
        case blocks.RichTextBlock():
            loaders.announce_links(value.source)
        case ReferenceMixin():
            if value is not None:
                loaders.by_id[block.model_class].announce([value.key])
        case TableBlock():
            if block.reference:
                loaders.by_key[block.reference].announce(row.ref for row in value.rows if row.ref)
            for row in value.rows:
                loaders.announce_links(row.note)


@cache
def refers(block: Any) -> bool:
    """Whether anything below `block` can refer to anything: facts, most of a body, cannot."""
    match block:
        case blocks.ListBlock():
            return refers(block.child_block)
        case blocks.BaseStructBlock():
            return any(map(refers, block.child_blocks.values()))
        case _:
            return isinstance(block, blocks.RichTextBlock | ReferenceMixin | TableBlock)
