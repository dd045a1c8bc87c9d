"""What a document refers to, and which references hold."""

import pytest

from reports.core.document import read
from reports.core.document.printed_reference import confirmed_reference
from reports.core.document.service_blocks import ComparisonCards, ImpactCards

LINK = '<p><a linktype="page" id="7">Ici</a> <a linktype="document" id="8">Là</a></p>'


def cards(**value):
    (block,) = read([{"type": "impact_cards", "id": "b", "value": {"cards": [value]}}]).blocks
    assert isinstance(block, ImpactCards)
    return block.cards


@pytest.mark.parametrize(
    ("chosen_for", "name", "reference"),
    [("MANO", "Mano", 3), ("", "MANO", 3), ("MANO", "Pix", None), ("MANO", "", None)],
)
def test_a_reference_holds_for_the_name_that_it_was_chosen_for(chosen_for, name, reference):
    (card,) = cards(service=3, reference_name=chosen_for, name=name)

    assert confirmed_reference(card) == reference


def test_references_are_collected_by_kind():
    row = {"id": "r", "cells": ["Lancés"], "note": LINK}
    table = {
        "columns": [{"id": "c", "heading": "Nom"}],
        "rows": [row | {"ref": "lances"}, row | {"id": "s", "ref": "autre", "ref_name": "Autre"}],
    }
    document = read(
        [
            {"type": "paragraph", "id": "p", "value": {"text": LINK.replace("8", "9")}},
            {"type": "picture", "id": "i", "value": {"picture": 4}},
            {"type": "impact_cards", "id": "b", "value": {"cards": [{"service": 3}, {}]}},
            {"type": "indicator_table", "id": "t", "value": {"table": table}},
        ]
    )

    assert document.references == {
        "page": {7},
        "document": {8, 9},
        "picture": {4},
        "service": {3},
        "indicator": {"lances"},
    }


def test_a_node_that_is_a_part_has_the_id_of_the_node_above():
    stored = {"type": "item", "id": "k", "value": {"growth": {"figure": "+ 3 %"}}}
    (block,) = read([{"type": "comparison_cards", "id": "b", "value": {"cards": [stored]}}]).blocks

    assert isinstance(block, ComparisonCards)
    assert block.cards[0].growth.id == "k-growth"
