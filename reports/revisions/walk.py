"""The one walk through two states of a block: what changed, at the end of which trail."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from wagtail import blocks

from reports.blocks.facts import FactBlock, FigureBlock
from reports.blocks.references import PictureReferenceBlock
from reports.blocks.text import ListedFactBlock
from reports.revisions import cells, naming, rows
from reports.revisions.alone import alone
from reports.revisions.change import Change, Found, Kind, Piece, Stayed, Trail, whole
from reports.revisions.links import links
from reports.revisions.pairing import Pair, paired
from reports.revisions.records import Names
from reports.revisions.saying import FACT, below, called, fact, listed, said, shown, source
from reports.revisions.words import figures, line, prose
from reports.richtext import plain
from reports.tables import Table, TableBlock


def changes(block: Any, before: Any, after: Any, trail: Trail, names: Names) -> Iterator[Found]:
    """What changed from one value of `block` to another."""
    match block:
        case blocks.BaseStructBlock():
            yield from struct(block, before, after, trail, names)
        case blocks.ListBlock():
            yield from items(block, before, after, trail, names)
        case TableBlock():
            one, other = before or Table(), after or Table()
            yield from cells.compared(one, other, trail, partial(names.of, block))
        case blocks.RichTextBlock():
            yield from rich(source(before), source(after), trail, names)
        case PictureReferenceBlock():
            if before != after:
                gone, new = said(block, before), said(block, after)
                yield Change(trail, pictures((Kind.GONE, before, gone), (Kind.NEW, after, new)))
        case FigureBlock():
            if before != after:
                yield Change(trail, figures(before, after))
        case _ if before != after:  # references are equal by key: their names are not asked for
            one, other = said(block, before), said(block, after)
            if one != other:
                spoken = isinstance(block, blocks.CharBlock | blocks.TextBlock)
                yield Change(trail, prose(one, other) if spoken else whole(one, other))


def pictures(*shown: tuple[Kind, Any, str]) -> tuple[Piece, ...]:
    """References to pictures by their titles, and the pictures themselves."""
    return tuple(
        Piece(kind, title, reference.instance)
        for kind, reference, title in shown
        if reference is not None
    )


def struct(block: Any, before: Any, after: Any, trail: Trail, names: Names) -> Iterator[Found]:
    children = {name: child for name, child in block.child_blocks.items() if shown(child)}
    if isinstance(block, FactBlock | ListedFactBlock):
        one, other = fact(before), fact(after)
        if one != other:
            yield Change(trail, line(one, other))
        elif (raw := before["figure"].raw) != after["figure"].raw:
            yield Change(trail, whole(raw, after["figure"].raw), rows.REWRITTEN)
        children = {name: child for name, child in children.items() if name not in FACT}
    for name, child in children.items():
        spot = (*trail, *below(trail, child))
        yield from changes(child, before[name], after[name], spot, names)


def rich(before: str, after: str, trail: Trail, names: Names) -> Iterator[Change]:
    one, other = plain(before), plain(after)
    if one != other:
        yield Change(trail, prose(one, other))
    targets = [links(html, names) for html in (before, after)]
    if targets[0] != targets[1]:
        gone = [link for link in targets[0] if link not in targets[1]]
        new = [link for link in targets[1] if link not in targets[0]]
        yield Change((*trail, "liens"), whole(" ; ".join(gone), " ; ".join(new)))
    elif one == other and before != after:
        yield Change(trail, note="mise en forme changée")


def items(block: Any, before: Any, after: Any, trail: Trail, names: Names) -> Iterator[Found]:
    """What changed in a list, whose items are found again by their id, else by their name."""
    child = block.child_block
    one, other = listed(before), listed(after)
    pairs = paired(one, other, given_id, lambda item: naming.name(child, item.value))
    if not any(pair.before and pair.after for pair in pairs):
        pairs = by_place(one, other)
    stayed = 0
    for pair in pairs:
        found = list(item(child, pair, trail, names))
        stayed += not any(isinstance(change, Change) for change in found)
        yield from found
    if pairs:
        yield Stayed(trail, stayed, len(pairs), str(block.label))


def given_id(item: Any) -> str:
    return item.original_id or ""


def by_place(before: list[Any], after: list[Any]) -> list[Pair[Any]]:
    """Items that have neither ids nor names in common."""
    count = min(len(before), len(after))
    same = [Pair(before[n], after[n], n, n) for n in range(count)]
    gone = [Pair(before=thing, was=n) for n, thing in enumerate(before[count:], count)]
    return same + gone + [Pair(after=thing, now=n) for n, thing in enumerate(after[count:], count)]


def item(child: Any, pair: Pair[Any], trail: Trail, names: Names) -> Iterator[Found]:
    present: Any = pair.after or pair.before
    place = pair.now if pair.now is not None else pair.was
    spot = (*trail, called(child, present.value, place or 0))
    if pair.before and pair.after:
        if pair.moved:
            note = f"déplacé : {rows.rank(pair.was)} place avant, {rows.rank(pair.now)} après"
            yield Change(spot, note=note)
        yield from changes(child, pair.before.value, present.value, spot, names)
    else:
        kind = Kind.NEW if pair.after else Kind.GONE
        yield from alone(child, present.value, spot, kind)
