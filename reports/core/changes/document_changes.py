"""Compares two states of a document block by block."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from reports.core.changes.added_removed import list_one_sided
from reports.core.changes.change import Change, Kind, Stayed, replace_text
from reports.core.changes.display import name_block, shorten
from reports.core.changes.leftovers import Leftover
from reports.core.changes.node_changes import compare_nodes
from reports.core.changes.reference_names import ReferenceNames
from reports.core.document import Document
from reports.core.document.block import Block
from reports.core.document.pairing import Pair, pair_items


@dataclass(frozen=True)
class Entry:
    """The changes of one block: the section that it stands in, its title, its kind, its details."""

    section: str
    title: str
    note: str = ""
    kind: Kind = Kind.SAME
    changes: list[Change] = field(default_factory=list)
    unchanged_parts: list[Stayed] = field(default_factory=list)


@dataclass
class DocumentComparison:
    """Compares two states of a document; `entries` lists the blocks that changed."""

    before: Document
    after: Document
    names: ReferenceNames

    @cached_property
    def pairs(self) -> list[Pair[Block]]:
        """The blocks of both: found again by their id, else by their content, else by name."""
        return pair_items(self.before.blocks, self.after.blocks, identify, drop_id, name_with_type)

    @cached_property
    def entries(self) -> list[Entry]:
        """What changed, in the order of the document."""
        entries = (self.compare_pair(pair) for pair in self.pairs)
        return [entry for entry in entries if entry is not None]

    def compare_pair(self, pair: Pair[Block]) -> Entry | None:
        """Return the changes of one block; None where no reader sees any."""
        if pair.before is None and pair.after:
            return self.describe_one_sided(pair.after, pair.now or 0, Kind.NEW)
        if pair.after is None and pair.before:
            return self.describe_one_sided(pair.before, pair.was or 0, Kind.GONE)
        return self.compare_blocks(pair)

    def describe_one_sided(self, block: Block, rank: int, kind: Kind) -> Entry:
        """Return the entry of a block that only one of the two has."""
        new = kind is Kind.NEW
        changes = list_one_sided(block, (), kind, self.names)
        section = name_section(self.after if new else self.before, rank)
        note = "bloc ajouté" if new else "bloc retiré"
        lines = [change for change in changes if change.pieces]
        return Entry(section, name_block(block), note, kind, lines)

    def compare_blocks(self, pair: Pair[Block]) -> Entry | None:
        if pair.before is None or pair.after is None or pair.was is None or pair.now is None:
            return None
        differences = list(compare_nodes(pair.before, pair.after, (), self.names))
        same = pair.before == pair.after
        changes = [] if same else [each for each in differences if isinstance(each, Change)]
        if not changes and not pair.moved:
            return None  # an id or a hidden field
        unchanged = [
            each for each in differences if isinstance(each, Stayed) and is_outermost(each)
        ]
        before, after = ordinal(pair.was), ordinal(pair.now)
        return Entry(
            name_section(self.after, pair.now),
            name_block(pair.after),
            f"déplacé : {before} bloc avant, {after} après" if pair.moved else "",
            changes=changes,
            unchanged_parts=[] if same else unchanged,
        )

    @property
    def unchanged_blocks(self) -> int:
        """The number of blocks that have not changed."""
        return len(self.pairs) - len(self.entries)


def identify(block: Block) -> tuple[str, str] | None:
    return (block.stored_type, block.id) if block.id else None


def drop_id(block: Block) -> Block:
    """Return the content alone of a block."""
    return replace(block, id="")


def name_with_type(block: Block) -> tuple[str, str] | None:
    name = shorten(block.display_name)
    return (block.stored_type, name) if name else None


def name_section(document: Document, rank: int) -> str:
    """Return the number and title of the heading that a block stands under; of one, its number."""
    block, section = document.placed_blocks[rank]
    if section is None:
        return ""
    return section.number if section.heading is block else section.title


def ordinal(rank: int) -> str:
    return f"{rank + 1}ᵉ" if rank else "1ᵉʳ"


def is_outermost(stayed: Stayed) -> bool:
    """Return whether this counts what stayed in the block itself, and not in a part of it."""
    return bool(stayed.count) and not stayed.trail


def compare_leftovers(before: list[Leftover], after: list[Leftover]) -> Iterator[Entry]:
    """Yield what was stored by blocks of another time, if it is in one of the two alone."""
    for leftover in before:
        if leftover not in after:
            line = Change((), replace_text(leftover.text, ""))
            yield Entry("", leftover.title, "n’est plus repris", Kind.GONE, [line])
    for leftover in after:
        if leftover not in before:
            line = Change((), replace_text("", leftover.text))
            yield Entry("", leftover.title, "version plus ancienne", Kind.NEW, [line])
