"""What a body refers to: one walk, so that each kind of thing is fetched in one statement."""

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

from wagtail import blocks

from reports.blocks import ReportBody
from reports.blocks.references import ReferenceMixin
from reports.models import AnnualReportPage, ContentPage
from reports.tables import TableBlock

if TYPE_CHECKING:
    from reports_graphql.loaders import Loaders

Walk = Callable[[Any, "Loaders"], None]


def announce(page: AnnualReportPage | ContentPage, loaders: "Loaders") -> None:
    """Announces to `loaders` all that the body of `page` refers to."""
    known = walks()
    for child in page.body:
        if walk := known.get(child.block_type):
            walk(child.value, loaders)


@cache
def walks() -> dict[str, Walk]:
    """The walk of each block that can refer to something; a plain page holds no other blocks."""
    found = ((name, walk_of(block)) for name, block in ReportBody().child_blocks.items())
    return {name: walk for name, walk in found if walk}


def walk_of(block: Any) -> Walk | None:
    """How to walk the values of `block`; None if nothing below it, as in facts, can refer."""
    match block:
        case blocks.ListBlock():
            return walk_of_list(block)
        case blocks.BaseStructBlock():
            return walk_of_struct(block)
        case blocks.RichTextBlock():
            return lambda value, loaders: loaders.announce_links(value.source)
        case ReferenceMixin():
            return walk_of_reference(block)
        case TableBlock():
            return walk_of_table(block)
    return None


def walk_of_list(block: blocks.ListBlock) -> Walk | None:
    each = walk_of(block.child_block)
    if each is None:
        return None

    def walk(value: Any, loaders: "Loaders") -> None:
        for item in value:
            each(item, loaders)

    return walk


def walk_of_struct(block: blocks.BaseStructBlock) -> Walk | None:
    found = ((name, walk_of(child)) for name, child in block.child_blocks.items())
    children = [(name, walk) for name, walk in found if walk]

    def walk(value: Any, loaders: "Loaders") -> None:
        for name, child in children:
            child(value[name], loaders)

    return walk if children else None


def walk_of_reference(block: ReferenceMixin) -> Walk:
    def walk(value: Any, loaders: "Loaders") -> None:
        if value is not None:
            loaders.by_id[block.model_class].announce([value.key])

    return walk


def walk_of_table(block: TableBlock) -> Walk:
    def walk(value: Any, loaders: "Loaders") -> None:
        if block.reference:
            loaders.by_key[block.reference].announce(row.ref for row in value.rows if row.ref)
        for row in value.rows:
            loaders.announce_links(row.note)

    return walk
