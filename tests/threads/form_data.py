"""The fields that a browser posts for the blocks of a body."""

import json
from collections.abc import Iterator
from typing import Any

from wagtail import blocks

from reports.content.blocks.fact_forms import FactLineBlock, SentenceBlock
from reports.content.blocks.facts import FigureBlock
from reports.content.blocks.lines import LinesBlock

Fields = Iterator[tuple[str, str]]


def body_fields(
    stream: Any, states: list[dict[str, Any]], prefix: str = "body", unfolded: bool = True
) -> Fields:
    """Yield the fields of a stream's children from the states that its form was made of.

    Unless the blocks are `unfolded`, those that may be folded are.
    """
    yield f"{prefix}-count", str(len(states))
    for order, child in enumerate(states):
        name = f"{prefix}-{order}"
        if not unfolded and "kept" in child:
            yield f"{name}-kept", f"{order} {child['id']} {child['kept']}"
            continue
        yield f"{name}-deleted", ""
        yield f"{name}-order", str(order)
        yield f"{name}-type", child["type"]
        yield f"{name}-id", child["id"] or ""
        yield from block_fields(stream.child_blocks[child["type"]], child["value"], f"{name}-value")


def block_fields(block: Any, state: Any, prefix: str) -> Fields:
    """Yield the fields of one block."""
    match block:
        case LinesBlock():
            yield prefix, state
        case SentenceBlock():
            yield from block_fields(block.form, state, prefix)
        case FactLineBlock():
            yield f"{prefix}-line", state["line"]
            yield f"{prefix}-parts", json.dumps(state["parts"])
            yield f"{prefix}-read_as", state["readAs"]
        case blocks.BaseStructBlock():
            for name, child in block.child_blocks.items():
                yield from block_fields(child, state[name], f"{prefix}-{name}")
        case blocks.ListBlock():
            yield from list_fields(block, state, prefix)
        case FigureBlock():
            yield prefix, state[0]
            yield f"{prefix}_read_as", state[1]
        case blocks.BooleanBlock():
            if state:
                yield prefix, "on"
        case _:
            yield prefix, field_value(state)


def list_fields(block: Any, items: list[dict[str, Any]], prefix: str) -> Fields:
    yield f"{prefix}-count", str(len(items))
    for order, item in enumerate(items):
        yield f"{prefix}-{order}-deleted", ""
        yield f"{prefix}-{order}-order", str(order)
        yield f"{prefix}-{order}-id", item["id"] or ""
        yield from block_fields(block.child_block, item["value"], f"{prefix}-{order}-value")


def field_value(state: Any) -> str:
    """Return what one field posts: a chooser its key, a choice the one that is made."""
    if isinstance(state, dict):
        return str(state["id"])
    if isinstance(state, list):
        return str(state[0]) if state else ""
    return "" if state is None else str(state)
