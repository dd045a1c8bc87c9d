"""Finds the blocks, items, rows and columns of a former body again in the one that replaces it.

Corrections, citations, comments and former anchors follow ids. What is found again keeps its id;
what is new gets one that nothing had, so it is never taken for what stood there before.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field

from reports.core.document import Document
from reports.core.document.pairing import Pair, pair_items
from reports.exchange.importing.replacing.held import Held, hold_blocks

MIN_SHARE = 0.5
"""The share of names that a block has in common with its former state, where its own name differs
or it has none."""


@dataclass
class FormerIds:
    """The ids that a new body takes over, and what of the former one is not in it."""

    taken_over: dict[str, str] = field(default_factory=dict)
    """The former id of each block, item, row or column, by its new one."""
    former: set[str] = field(default_factory=set)
    """The ids of all that the former body had."""
    lost: list[str] = field(default_factory=list)
    """Blocks, items and rows of the former body without a counterpart, in words for editors."""

    def take_over(self, pairs: Iterable[Pair[Held]], place: str = "") -> None:
        """Record pairs, and pair what is inside them."""
        for pair in pairs:
            if pair.before and pair.after:
                self.taken_over[pair.after.id] = pair.before.id
                self.pair_inside(pair.before, pair.after, place or pair.after.label)
            elif pair.before and pair.before.label:
                self.lost.append(" › ".join(filter(None, (place, pair.before.label))))

    def pair_inside(self, before: Held, after: Held, place: str) -> None:
        former = dict(before.lists)
        for name, now in after.lists:
            self.take_over(pair_parts(former.pop(name, ()), now), place)
        for gone in former.values():
            self.take_over((Pair(before=each) for each in gone), place)


def find_former_ids(before: Document, after: Document) -> FormerIds:
    """Pair two bodies of one report: blocks first, then what is in those that were found again."""
    blocks = list(hold_blocks(before))
    found = FormerIds(former={id for block in blocks for id in block.list_ids()})
    found.take_over(pair_blocks(blocks, list(hold_blocks(after))))
    return found


def pair_blocks(before: Sequence[Held], after: Sequence[Held]) -> list[Pair[Held]]:
    """Pair blocks of one type by content, by section and name, by what they have inside, or, where
    they have nothing inside, by the block before or after them.
    """
    around = {**list_neighbours(before), **list_neighbours(after)}
    partners = find_partly_same(before, after)

    def by_place(block: Held) -> Hashable:
        return block.name and (block.kind, block.place, block.name)

    def by_names(block: Held) -> Hashable:
        return block.inside and (block.kind, block.name, block.inside)

    return pair_items(
        before,
        after,
        lambda block: (block.kind, block.content),
        by_place,
        by_names,
        lambda block: partners.get(id(block)),
        lambda block: not block.inside and (block.kind, "after", around[id(block)][0]),
        lambda block: not block.inside and (block.kind, "before", around[id(block)][1]),
    )


def find_partly_same(before: Sequence[Held], after: Sequence[Held]) -> dict[int, int]:
    """Return a common key for each two blocks of one type with mostly the same names inside."""
    free: defaultdict[str, list[Held]] = defaultdict(list)
    for block in before:
        if block.inside:
            free[block.kind].append(block)
    keys: dict[int, int] = {}
    for key, block in enumerate(after, 1):
        former = max(free[block.kind], key=lambda each: share_names(each, block), default=None)
        if former and share_names(former, block) >= MIN_SHARE:
            free[block.kind].remove(former)
            keys[id(block)] = keys[id(former)] = key
    return keys


def share_names(one: Held, other: Held) -> float:
    names, others = set(one.inside), set(other.inside)
    return len(names & others) / max(len(names), len(others), 1)


def pair_parts(before: Sequence[Held], after: Sequence[Held]) -> list[Pair[Held]]:
    """Pair items, rows or columns by content, by name, or, where the name alone has changed or
    there is none, by what stands before or after them.
    """
    around = {**list_neighbours(before), **list_neighbours(after)}

    def beside(part: Held, side: int) -> Hashable:
        same = part.rest if part.name else "unnamed"
        return same and (bool(part.name), same, side, around[id(part)][side])

    return pair_items(
        before,
        after,
        lambda part: part.content,
        lambda part: part.name,
        lambda part: beside(part, 0),
        lambda part: beside(part, 1),
    )


def list_neighbours(parts: Sequence[Held]) -> dict[int, tuple[str, str]]:
    """Return what stands before and after each part: its name or its content, or an end."""
    names = ["", *(each.name or each.content for each in parts), ""]
    return {id(each): (names[n], names[n + 2]) for n, each in enumerate(parts)}
