"""Stored bodies of any age are read into nodes, and written back."""

import json
from decimal import Decimal

import pytest

from reports.core.document import read
from reports.core.document.block import BLOCKS, UnknownBlock
from reports.core.document.figure_blocks import Chart, KeyFigures
from reports.core.document.text_blocks import FactList, Heading, Paragraph


def block(kind: str, value: object, id: str = "b") -> dict[str, object]:
    return {"type": kind, "id": id, "value": value}


def test_a_heading_is_read_with_its_anchors():
    value = {"text": "Résultats", "level": "3", "anchor": "resultats", "old_anchors": ["bilan"]}

    (node,) = read([block("heading", value)]).blocks

    assert node == Heading("b", "Résultats", "3", "resultats", ("bilan",))


def test_a_fact_has_its_figure_as_typed_and_as_read():
    facts = [{"type": "item", "id": "f", "value": {"figure": "Plus de 248", "after": "services"}}]
    groups = [{"type": "item", "id": "g", "value": {"title": "", "facts": facts}}]

    (node,) = read([block("key_figures", {"groups": groups})]).blocks

    assert isinstance(node, KeyFigures)
    (fact,) = node.groups[0].facts
    assert (fact.id, fact.figure.raw, fact.figure.value) == ("f", "Plus de 248", Decimal(248))
    assert fact.display_name == "services"


def test_json_text_is_read_like_a_list():
    stored = [block("paragraph", {"text": "<p>Un.</p>"})]

    assert read(json.dumps(stored)) == read(stored)


@pytest.mark.parametrize(
    ("kind", "raw", "expected"),
    [
        ("heading", "Titre", {"text": "Titre"}),
        ("paragraph", None, {"text": ""}),
        ("quote", "<p>Un.</p>", {"text": "<p>Un.</p>"}),
        ("heading", {"text": "Titre", "level": 3}, {"level": "3"}),
        ("heading", {"text": "Titre", "level": 9}, {"level": "2"}),
        ("chart", {"kind": "pie"}, {"kind": "bar"}),
        ("chart", {"picture": "12"}, {"picture": 12}),
        ("chart", {"picture": "carte.png"}, {"picture": None}),
        ("links", {"items": None}, {"items": []}),
        ("callout", {"title": ["Un", "deux"]}, {"title": "Un · deux"}),
    ],
)
def test_shapes_of_another_time_are_upgraded(kind, raw, expected):
    (node,) = read([block(kind, raw)]).blocks

    assert {name: node.stored[name] for name in expected} == expected


def test_a_sentence_in_the_place_of_a_fact_is_split():
    (node,) = read([block("fact_list", {"items": ["Plus de 248 services"]})]).blocks

    assert isinstance(node, FactList)
    assert (node.items[0].figure.raw, node.items[0].after) == ("Plus de 248", "services")


def test_one_value_alone_is_a_list_of_it():
    (node,) = read([block("key_figures", {"groups": {"facts": {"figure": "3"}}})]).blocks

    assert isinstance(node, KeyFigures)
    assert node.groups[0].facts[0].figure.raw == "3"


def test_an_unknown_block_is_kept_as_stored():
    stored = block("timeline", {"events": [{"year": 2019}]})

    (node,) = read([stored]).blocks

    assert node == UnknownBlock("b", "timeline", {"events": [{"year": 2019}]})
    assert node.stored == stored["value"]


@pytest.mark.parametrize("stored", [None, "", "{", [], {}, [None], 3, "3", [3], [[]], [{}], "null"])
def test_no_shape_is_an_error(stored):
    assert all(isinstance(node, UnknownBlock) for node in read(stored).blocks)


@pytest.mark.parametrize("kind", sorted(BLOCKS))
@pytest.mark.parametrize("raw", [None, {}, [], "Texte", 3, True, [[]], [None], {"table": []}])
def test_every_block_reads_any_value_and_reads_back_what_it_writes(kind, raw):
    (node,) = read([block(kind, raw)]).blocks
    again = type(node).from_stored(json.loads(json.dumps(node.stored)), node.id)

    assert again == node


def test_a_chart_keeps_what_its_transcription_was_written_for():
    data = {"columns": [{"id": "c", "heading": "A"}], "rows": [{"id": "r", "cells": ["1"]}]}

    (node,) = read([block("chart", {"written_for": data, "basis": "x:y"})]).blocks

    assert isinstance(node, Chart)
    assert (node.basis, node.written_for.stored) == ("x:y", data)


def test_nodes_cannot_be_changed():
    (node,) = read([block("paragraph", {"text": "<p>Un.</p>"})]).blocks

    assert isinstance(node, Paragraph)
    with pytest.raises(AttributeError):
        node.text = node.text  # type: ignore[misc]


def test_a_fact_is_one_line_with_its_figure_typeset():
    value = {"groups": [{"facts": [{"before": "Plus de", "figure": "18000", "after": "agents "}]}]}
    (block,) = read([{"type": "key_figures", "value": value}]).blocks

    assert block.groups[0].facts[0].line == "Plus de 18\u202f000 agents"
