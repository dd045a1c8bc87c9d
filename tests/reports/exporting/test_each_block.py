"""Each type of block, with all of its parts, with none, and without each single one."""

from typing import Any

import pytest

from reports.document import read
from reports.document.block import BLOCKS
from reports.document.node import Node
from reports.document.part import Part, Role
from reports.exporting.markdown.block import write_block
from reports.exporting.markdown.complement import Complement
from reports.exporting.markdown.context import Context
from reports.exporting.markdown.plain_form import describe_block
from reports.importing import source
from reports.importing.comments.block import build_block
from reports.importing.recognition import recognise

CONTEXT = Context(lambda kind, key, words: f"{key}.png", lambda kind, key: "Nom")
COMPLEMENT = Complement(lambda kind, key: "", lambda id: False)


def full_value(cls: type[Node], without: str = "") -> dict[str, Any]:
    """A stored value in which every part but one says something of its own."""
    return {name: full_part(part, name) for name, part in cls.parts.items() if name != without}


def full_part(part: Part, name: str) -> Any:
    match part.role:
        case Role.TEXT:
            return f"Les mots de {name}"
        case Role.RICH_TEXT:
            return f"<p>La prose de <b>{name}</b>.</p><ul><li>12 agents</li></ul>"
        case Role.FIGURE:
            return {"raw": "+80 %", "read_as": "80 %"}
        case Role.ADDRESS:
            return "https://example.org/une(adresse)?a=1&b=2"
        case Role.REFERENCE:
            return {"public_id": "une-fiche"}
        case Role.NODE:
            return full_value(part.reads)
        case Role.NODES:
            return [{"type": "item", "id": f"{name}-1", "value": full_value(part.reads)}]
        case Role.TABLE:
            cells = ["Agents", {"raw": "12", "read_as": "13", "url": "/x"}, "deux\nlignes"]
            columns = [{"id": f"c{n}", "heading": f"Colonne {n}"} for n in range(3)]
            row = {
                "id": "r",
                "cells": cells,
                "ref": "agents",
                "url": "/y",
                "note": "une <i>note</i>",
            }
            return {"columns": columns, "rows": [row]}
        case Role.BOOKKEEPING:
            return None
    if part.choices:
        return list(part.choices)[-1]
    return {bool: True, int: 2, tuple: ["ancien"]}.get(part.reads, "une-ancre")


CASES = [
    *((block_type, "nothing") for block_type in BLOCKS),
    *((block_type, "") for block_type in BLOCKS),
    *((block_type, name) for block_type, cls in BLOCKS.items() for name in cls.parts),
]


@pytest.mark.parametrize(("block_type", "without"), CASES)
def test_it_is_read_as_it_was_written(block_type, without):
    cls = BLOCKS[block_type]
    value = {} if without == "nothing" else full_value(cls, without)
    [block] = read([{"type": block_type, "id": "un-bloc", "value": value}]).blocks
    text = write_block(block, CONTEXT, COMPLEMENT)
    [draft] = recognise(source.Source("bilan.md", text, 1, {}, ""), None).drafts
    assert describe_block(build_block(draft)) == describe_block(block), text
    assert ((), "un-bloc") in draft.keys


@pytest.mark.parametrize("block_type", BLOCKS)
def test_a_full_block_is_completed_not_repeated(block_type):
    """The words of a block that has all of its parts stand in the Markdown alone."""
    value = full_value(BLOCKS[block_type])
    [block] = read([{"type": block_type, "id": "un-bloc", "value": value}]).blocks
    text = write_block(block, CONTEXT, COMPLEMENT)
    assert '"whole"' not in text, text
