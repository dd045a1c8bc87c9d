"""Each type of block, with all of its parts, with none, and without each single one."""

from typing import Any

import pytest

from reports.core.document import read
from reports.core.document.block import BLOCKS
from reports.core.document.node import Node
from reports.core.document.part import Part, Role
from reports.exchange.exporting.markdown.block import write_block
from reports.exchange.exporting.markdown.complement import Complement
from reports.exchange.exporting.markdown.context import Context
from reports.exchange.exporting.markdown.plain_form import describe_block
from reports.exchange.exporting.markdown.writers import WRITERS
from reports.exchange.importing import source
from reports.exchange.importing.comments.block import build_block
from reports.exchange.importing.comments.overlay import FILES
from reports.exchange.importing.comments.readers import READERS
from reports.exchange.importing.recognition import recognise

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


def may_lack_a_writer(cls: type[Node]) -> bool:
    """Whether a block says nothing that its parts alone do not write: no table and no file."""
    return all(
        part.role is not Role.TABLE
        and part.refers_to not in FILES
        and (part.role not in (Role.NODE, Role.NODES) or may_lack_a_writer(part.reads))
        for part in cls.parts.values()
    )


@pytest.mark.parametrize("block_type", [name for name in BLOCKS if may_lack_a_writer(BLOCKS[name])])
@pytest.mark.parametrize("is_full", [True, False])
def test_without_a_writer_of_its_own_it_is_written_part_by_part(block_type, is_full, monkeypatch):
    monkeypatch.delitem(WRITERS, block_type, raising=False)
    monkeypatch.delitem(READERS, block_type, raising=False)
    if is_full:
        test_a_full_block_is_completed_not_repeated(block_type)
    test_it_is_read_as_it_was_written(block_type, "" if is_full else "nothing")


def test_blocks_with_tables_and_files_have_a_writer_and_a_reader():
    others = {name for name, cls in BLOCKS.items() if not may_lack_a_writer(cls)}
    assert others <= WRITERS.keys() & READERS.keys()


def test_parts_are_written_in_reading_order(monkeypatch):
    monkeypatch.delitem(WRITERS, "comparison_cards")
    monkeypatch.delitem(READERS, "comparison_cards")
    fact = {"before": "Près de", "figure": "12", "after": "agents"}
    card = {
        "name": "Mano",
        "mission": "Aider.",
        "periods": [{"heading": "En 2024", "facts": [fact, {"figure": "5"}]}],
        "growth": {"figure": "+47 %"},
    }
    [block] = read([{"type": "comparison_cards", "id": "b", "value": {"cards": [card]}}]).blocks
    assert write_block(block, CONTEXT, COMPLEMENT).partition("\n\n")[2] == "\n\n".join(
        [
            '<div class="bilan-cards" markdown="1">',
            "**Mano**",
            '<p class="bilan-mission_heading">Sa mission</p>',
            '<p class="bilan-mission">Aider.</p>',
            '<div class="bilan-periods" markdown="1">',
            "**En 2024**",
            "- Près de 12 agents\n- 5",
            "</div>",
            '<p class="bilan-growth">+47 %</p>',
            "</div>",
        ]
    )
