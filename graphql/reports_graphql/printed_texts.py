"""Lists the texts that a reader sees in an answer to `report.graphql`, in reading order."""

from collections.abc import Iterable, Iterator
from typing import Any

from reports.core.document.block import BLOCKS
from reports.core.document.node import Node
from reports.core.document.part import Part, Role

Plan = list[Any]
"""The fields that are read, in reading order; a pair descends into a list."""
Leaf = tuple[dict[str, Any], str]
"""An object of an answer, and the name of its field that is a text."""

CELL: Plan = ["figure.raw"]
HEAD: Plan = [("columns", ["heading"])]
ROWS = {"indicator_table": ("indicatorRows", "definition"), "funding_table": ("awards", "note")}
"""What the rows of a table and the words below their heads are called, if not rows and note."""


def plan_node(kind: type[Node], names: Iterable[str] = ()) -> Plan:
    """Return the fields of the named parts of a node, or of all its readable parts."""
    plan: Plan = []
    for name in names or kind.reading_order or kind.parts:
        plan += plan_part(kind, name, kind.parts[name])
    return plan


def plan_part(kind: type[Node], name: str, part: Part) -> Plan:
    match part.role:
        case Role.TEXT:
            first, *others = name.split("_")
            return [part.public_name or first + "".join(map(str.title, others))]
        case Role.RICH_TEXT:
            return [f"{part.public_name}.text"]
        case Role.FIGURE:
            return [f"{name}.raw"]
        case Role.NODE:
            return [f"{name}.{field}" for field in plan_node(part.reads)]
        case Role.NODES:
            return [(part.public_name or name, plan_node(part.reads))]
        case Role.TABLE:
            rows, note = ROWS.get(getattr(kind, "block_type", ""), ("rows", "note"))
            return [*HEAD, (rows, ["name", f"{note}.text", ("cells", CELL)])]
    return []


def name_type(block_type: str) -> str:
    """Return the name of the GraphQL type of a block."""
    return f"{block_type.title().replace('_', '')}Block"


PLANS: dict[str, Plan] = {name_type(name): plan_node(kind) for name, kind in BLOCKS.items()}
DRAWN: dict[str, Plan] = {
    name_type(name): plan_node(kind, kind.drawn) for name, kind in BLOCKS.items() if kind.drawn
}
"""What a drawing says, after the title of its block."""


def iterate_leaves(value: dict[str, Any], plan: Plan) -> Iterator[Leaf]:
    """Yield the object and field name of each text of an answer, to be read or changed there."""
    for step in plan:
        if isinstance(step, tuple):
            name, inner = step
            for item in value[name]:
                yield from iterate_leaves(item, inner)
        else:
            *path, key = step.split(".")
            holder = value
            for name in path:
                holder = holder[name]
            yield holder, key


def iterate_block_leaves(block: dict[str, Any], shows_data: bool = False) -> Iterator[Leaf]:
    """Yield the texts of a block; the data of a drawing follow its title if they are shown."""
    for step in PLANS[block["__typename"]]:
        if step == "transcription.text" and block["transcriptionOrigin"] == "GENERATED":
            continue  # it repeats the data
        yield from iterate_leaves(block, [step])
        if shows_data and step == "title":
            yield from iterate_leaves(block, DRAWN.get(block["__typename"], []))
