"""Stored data of any age, fitted to the blocks of today.

A revision is kept for ever as it was stored; blocks change. What fits is returned as it is, the
same object, so that whoever loaded it can tell what did not.
"""

from functools import singledispatch
from operator import is_
from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks

from reports.blocks.facts import FactBlock, FigureBlock
from reports.blocks.references import ReferenceMixin
from reports.blocks.stored import is_cell, is_table, words
from reports.figures import split
from reports.tables import Table, TableBlock

TEXTS = ("text", "name", "title", "heading")  # where a struct that was a text once has it now
ITEM = {"id", "type", "value"}


@singledispatch
def fit(block: Any, raw: Any) -> Any:
    """`raw` itself where `block` can read all of it, else the nearest to it that it can."""
    return raw


@fit.register(blocks.BaseStructBlock)
def fit_struct(block: Any, raw: Any) -> Any:
    if not isinstance(raw, dict):
        raw = placed(block, raw)
    children = block.child_blocks
    known = {name: fit(children[name], raw[name]) for name in raw if name in children}
    if len(known) == len(raw) and all(map(is_, known.values(), raw.values())):
        return raw
    return known


@fit.register(blocks.ListBlock)
def fit_list(block: Any, raw: Any) -> Any:
    """A list; one value alone is a list of it."""
    if not isinstance(raw, list):
        return fit_list(block, [] if raw in (None, "") else [raw]) or []
    fitted = [fit_item(block.child_block, item) for item in raw]
    return raw if all(map(is_, fitted, raw)) else fitted


def fit_item(block: Any, item: Any) -> Any:
    if not (isinstance(item, dict) and item.get("type") == "item" and item.keys() >= ITEM):
        return fit(block, item)
    value, id_ = fit(block, item["value"]), item["id"]
    same = value is item["value"] and isinstance(id_, str)
    return item if same else {**item, "value": value, "id": str(id_)}


@fit.register(TableBlock)
def fit_table(block: Any, raw: Any) -> Any:
    return raw if raw is None or is_table(raw) else Table.from_stored(raw).stored


@fit.register(FigureBlock)
def fit_figure(block: Any, raw: Any) -> Any:
    return raw if is_cell(raw) and "url" not in (raw or ()) else words(raw)


@fit.register(ReferenceMixin)
def fit_key(block: Any, raw: Any) -> Any:
    """A row id, as the model's own type."""
    if raw is None or type(raw) is int:
        return raw
    try:
        return None if isinstance(raw, bool) else block.model_class._meta.pk.to_python(raw)
    except (ValidationError, TypeError):
        return None


@fit.register(blocks.ChoiceBlock)
def fit_choice(block: Any, raw: Any) -> Any:
    """One of the choices; a number is its text."""
    if raw is None or raw == "" or (isinstance(raw, str) and raw in labels(block)):
        return raw
    return str(raw) if str(raw) in labels(block) else block.get_default()


@fit.register(blocks.BooleanBlock)
def fit_tick(block: Any, raw: Any) -> Any:
    return raw if raw is None or isinstance(raw, bool) else bool(raw)


@fit.register(blocks.IntegerBlock)
def fit_number(block: Any, raw: Any) -> Any:
    if raw is None or type(raw) is int:
        return raw
    try:
        return int(raw)
    except (TypeError, ValueError):
        return None


@fit.register(blocks.CharBlock)
@fit.register(blocks.RichTextBlock)
def fit_text(block: Any, raw: Any) -> Any:
    return raw if raw is None or isinstance(raw, str) else words(raw)


def labels(block: Any) -> dict[str, str]:
    """What a choice stores, and what it is called."""
    found: dict[str, str] = {}
    for value, label in block.field.choices:
        group = label if isinstance(label, list | tuple) else [(value, label)]
        found.update((str(value), str(label)) for value, label in group)
    return found


def placed(block: Any, bare: Any) -> dict[str, Any]:
    """A value that was no struct yet, in the child that holds such a value now."""
    children = block.child_blocks
    if isinstance(bare, list):
        name = next((n for n, child in children.items() if isinstance(child, blocks.ListBlock)), "")
        return {name: bare} if name else {}
    text = words(bare)
    if not text:
        return {}
    if isinstance(block, FactBlock) or {"before", "figure", "after"} <= children.keys():
        before, figure, after = split(text)
        return {"before": before.strip(), "figure": figure, "after": after.strip()}
    name = next((name for name in TEXTS if name in children), "")
    return {name: text} if name else {}
