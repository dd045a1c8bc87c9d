"""Compares two states of a block or an item field by field, and yields the changes."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from reports.core.changes.added_removed import list_one_sided
from reports.core.changes.change import (
    Change,
    Found,
    Kind,
    Piece,
    Stayed,
    Trail,
    replace_text,
)
from reports.core.changes.display import (
    display_value,
    extend_trail,
    is_shown,
    name_item,
    shorten,
    split_line,
)
from reports.core.changes.links import describe_links
from reports.core.changes.reference_names import ReferenceNames
from reports.core.changes.table_changes import compare_tables
from reports.core.changes.table_words import REWRITTEN, ordinal
from reports.core.changes.text_changes import compare_figures, compare_lines, compare_prose
from reports.core.document.node import Node
from reports.core.document.pairing import Pair, pair_items
from reports.core.document.part import Part, Role
from reports.core.document.rich_text import RichText
from reports.core.figures import compose


def compare_nodes(
    before: Node, after: Node, trail: Trail, names: ReferenceNames
) -> Iterator[Found]:
    """Yield what changed from one state of a node to another."""
    if after.line_parts:
        yield from compare_line(before, after, trail)
    for name, part in after.parts.items():
        if is_shown(part) and name not in after.line_parts:
            spot = extend_trail(trail, part)
            yield from compare_parts(part, getattr(before, name), getattr(after, name), spot, names)


def compare_line(before: Node, after: Node, trail: Trail) -> Iterator[Change]:
    """Yield what changed in the words and the figure of a line; it may be the typing alone."""
    one, other = split_line(before), split_line(after)
    differing = [n for n in after.line_parts if getattr(before, n) != getattr(after, n)]
    if len(differing) == 1 and after.parts[differing[0]].role is Role.FIGURE:
        figure, rewritten = getattr(before, differing[0]), getattr(after, differing[0])
        is_same = one == other or compose(figure) == compose(rewritten)
        if is_same and figure.raw != rewritten.raw:
            yield Change(trail, replace_text(figure.raw, rewritten.raw), REWRITTEN)
            return
    if one != other:
        yield Change(trail, compare_lines(one, other))


def compare_parts(
    part: Part, before: Any, after: Any, trail: Trail, names: ReferenceNames
) -> Iterator[Found]:
    """Yield what changed from one value of a part to another."""
    match part.role:
        case Role.NODE:
            yield from compare_nodes(before, after, trail, names)
        case Role.NODES:
            yield from compare_items(part, before, after, trail, names)
        case Role.TABLE:
            name_record = partial(names.find_record_name, part.refers_to)
            yield from compare_tables(before, after, trail, name_record)
        case Role.RICH_TEXT:
            yield from compare_rich_texts(before, after, trail, names)
        case Role.SETTING if part.reads is tuple:
            yield from compare_text_lists(part, before, after, trail)
        case _ if before != after:  # references are equal by key: names are not asked for
            yield from compare_values(part, before, after, trail, names)


def compare_values(
    part: Part, before: Any, after: Any, trail: Trail, names: ReferenceNames
) -> Iterator[Change]:
    """Yield the change from one value of a field to another."""
    if part.role is Role.FIGURE:
        yield Change(trail, compare_figures(before, after))
        return
    one, other = display_value(part, before, names), display_value(part, after, names)
    if part.role is Role.REFERENCE and part.refers_to == "picture":
        shown = (Kind.GONE, before, one), (Kind.NEW, after, other)
        yield Change(trail, show_pictures(shown, names))
    elif one != other:
        is_prose = part.role is not Role.REFERENCE and part.reads is str and not part.choices
        yield Change(trail, compare_prose(one, other) if is_prose else replace_text(one, other))


def show_pictures(
    shown: Sequence[tuple[Kind, int | None, str]], names: ReferenceNames
) -> tuple[Piece, ...]:
    """Return references to pictures by their titles, with the pictures themselves."""
    return tuple(
        Piece(kind, title, names.find_instance("picture", row))
        for kind, row, title in shown
        if row is not None
    )


def compare_rich_texts(
    before: RichText, after: RichText, trail: Trail, names: ReferenceNames
) -> Iterator[Change]:
    """Yield what changed in rich text: its words, its links, or its formatting alone."""
    one, other = before.plain, after.plain
    if one != other:
        yield Change(trail, compare_prose(one, other))
    targets = [describe_links(text, names) for text in (before, after)]
    if targets[0] != targets[1]:
        gone = [link for link in targets[0] if link not in targets[1]]
        new = [link for link in targets[1] if link not in targets[0]]
        yield Change((*trail, "liens"), replace_text(" ; ".join(gone), " ; ".join(new)))
    elif one == other and before != after:
        yield Change(trail, note="mise en forme changée")


def compare_items(
    part: Part,
    before: Sequence[Node],
    after: Sequence[Node],
    trail: Trail,
    names: ReferenceNames,
) -> Iterator[Found]:
    """Yield what changed in a list, whose items are found again by their id, else by their name."""
    pairs = pair_items(before, after, lambda item: item.id, identify_item)
    if not any(pair.before and pair.after for pair in pairs):
        pairs = pair_by_place(before, after)
    stayed = 0
    for pair in pairs:
        found = list(compare_item(pair, trail, names))
        stayed += not any(isinstance(change, Change) for change in found)
        yield from found
    if pairs:
        yield Stayed(trail, stayed, len(pairs), part.label)


def identify_item(item: Node) -> str:
    """Return the words by which an item without an id is found again."""
    return shorten("".join(split_line(item)) or item.display_name)


def pair_by_place(before: Sequence[Any], after: Sequence[Any]) -> list[Pair[Any]]:
    """Pair items that have neither ids nor names in common."""
    count = min(len(before), len(after))
    same = [Pair(before[n], after[n], n, n) for n in range(count)]
    gone = [Pair(before=thing, was=n) for n, thing in enumerate(before[count:], count)]
    return same + gone + [Pair(after=thing, now=n) for n, thing in enumerate(after[count:], count)]


def compare_item(pair: Pair[Node], trail: Trail, names: ReferenceNames) -> Iterator[Found]:
    present: Any = pair.after or pair.before
    rank = pair.now if pair.now is not None else pair.was
    spot = (*trail, name_item(present, rank or 0))
    if pair.before and pair.after:
        yield from note_move(pair, spot)
        yield from compare_nodes(pair.before, pair.after, spot, names)
    else:
        yield from list_one_sided(present, spot, Kind.NEW if pair.after else Kind.GONE, names)


def note_move(pair: Pair[Any], trail: Trail) -> Iterator[Change]:
    if pair.moved:
        note = f"déplacé : {ordinal(pair.was)} place avant, {ordinal(pair.now)} après"
        yield Change(trail, note=note)


def compare_text_lists(
    part: Part, before: Sequence[str], after: Sequence[str], trail: Trail
) -> Iterator[Found]:
    """Yield what changed in a list of plain texts, which are called by their numbers."""
    pairs = pair_items(before, after, lambda text: text)
    if not any(pair.before and pair.after for pair in pairs):
        pairs = pair_by_place(before, after)
    stayed = 0
    for pair in pairs:
        rank = pair.now if pair.now is not None else pair.was
        spot = (*trail, str((rank or 0) + 1))
        changes = list(note_move(pair, spot))
        one, other = pair.before or "", pair.after or ""
        if one != other:
            note = "" if pair.before and pair.after else "ajouté" if other else "retiré"
            pieces = replace_text(one, other) if note else compare_prose(one, other)
            changes.append(Change(spot, pieces, note))
        stayed += not changes
        yield from changes
    if pairs:
        yield Stayed(trail, stayed, len(pairs), part.label)
