"""Lists the types that a block can be converted to, and converts it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from reports.core.conversion import cards, charts, lines, lists, tables
from reports.core.conversion.losses import Losses, find_losses
from reports.core.conversion.records import FindRecord, find_nothing
from reports.core.conversion.rich_text_lists import cut_list, has_words, is_ordered
from reports.core.document.block import Block
from reports.core.document.block_ids import derive_id
from reports.core.document.body import read_block
from reports.core.document.figure_blocks import Chart
from reports.core.document.media_blocks import Picture
from reports.core.document.rich_text import RichText
from reports.core.document.text_blocks import FactList, Paragraph

LISTS = (
    *("paragraph", "fact_list", "key_figures", "service_lines", "impact_cards"),
    "comparison_cards",
)


@dataclass(frozen=True)
class Conversion:
    """The result of a conversion: the chosen type, and the blocks before and after."""

    target: str
    before: tuple[Block, ...]
    after: tuple[Block, ...]

    @cached_property
    def losses(self) -> Losses:
        return find_losses(self.before, self.after)

    @property
    def made(self) -> Block:
        """The block of the type that was chosen."""
        return next(block for block in self.after if block.stored_type == self.target)


def list_targets(blocks: Sequence[Block]) -> list[str]:
    """Return the types as which the first of some blocks that follow each other can be read."""
    first = blocks[0]
    match first:
        case Picture():
            return ["chart"]
        case Chart():
            return list(tables.MAKERS) if charts.read_chart(first) else ["picture"]
    if rows := tables.read_rows(first):
        targets = list(tables.MAKERS)
        if charts.has_values(rows.table):
            targets.append("chart")
    elif found := lines.read_lines(first):
        targets = [target for target in LISTS if target != "comparison_cards"]
        if cards.compares_periods(found):
            targets.append("comparison_cards")
    else:
        targets = []
    return [target for target in targets if target != first.stored_type]


def convert(
    blocks: Sequence[Block], target: str, find: FindRecord = find_nothing
) -> Conversion | None:
    """Return the first of some blocks read as another type; None where it cannot be.

    A picture takes along the table right below it.
    """
    first = blocks[0]
    if target not in list_targets(blocks):
        return None
    taken = 2 if has_own_table(blocks) else 1
    made = convert_first(blocks[:taken], target, find)
    after = tuple(map(read_again, made))
    return Conversion(target, tuple(blocks[:taken]), after) if first and after else None


def has_own_table(blocks: Sequence[Block]) -> bool:
    """Return whether a table with values stands right below a picture."""
    if not isinstance(blocks[0], Picture) or len(blocks) < 2:
        return False
    rows = tables.read_rows(blocks[1])
    return rows is not None and charts.has_values(rows.table)


def convert_first(blocks: Sequence[Block], target: str, find: FindRecord) -> tuple[Block, ...]:
    first = blocks[0]
    if target == "chart":
        return charts.to_chart(blocks)
    if isinstance(first, Chart):
        data = charts.read_chart(first)
        if data is None:
            return charts.to_picture(first)
        return charts.surround_rows(first, tables.MAKERS[target](data, find))
    if rows := tables.read_rows(first):
        return (tables.MAKERS[target](rows, find),)
    return convert_list(first, target, find)


def convert_list(block: Block, target: str, find: FindRecord) -> tuple[Block, ...]:
    """Return a list as another one; what stands around the list of a paragraph stays around it."""
    found = lines.read_lines(block) or ()
    ordered = isinstance(block, FactList) and block.ordered
    around: list[Block | None] = [None, None]
    if isinstance(block, Paragraph):
        ordered = is_ordered(block.text.html)
        if parts := cut_list(block.text.html):
            around = [
                Paragraph(derive_id(block.id, name), RichText(html)) if has_words(html) else None
                for name, html in (("before", parts.before), ("after", parts.after))
            ]
    makers: dict[str, Callable[[], Block]] = {
        "paragraph": lambda: lists.to_paragraph(block.id, found, ordered),
        "fact_list": lambda: lists.to_fact_list(block.id, found, ordered),
        "key_figures": lambda: lists.to_key_figures(block.id, found),
        "service_lines": lambda: cards.to_service_lines(block.id, found, find),
        "impact_cards": lambda: cards.to_impact_cards(block.id, found, find),
        "comparison_cards": lambda: cards.to_comparison_cards(block.id, found, find),
    }
    above, below = around
    return tuple(filter(None, (above, makers[target](), below)))


def read_again(block: Block) -> Block:
    """Return a block as it is read from its stored form, ids of its parts included."""
    return read_block({"type": block.stored_type, "id": block.id, "value": block.stored})
