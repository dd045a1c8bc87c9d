"""A record holds for the name that it was chosen for."""

import pytest

from reports.core.document.body import read_block
from reports.core.document.printed_reference import PrintedReference, find_reference

TABLE = {"type": "funding_table", "id": "t"}


@pytest.mark.parametrize(
    ("chosen_for", "is_confirmed"), [("", True), ("lauréats  2024", True), ("Mano", False)]
)
def test_a_record_holds_while_the_name_is_the_same(chosen_for, is_confirmed):
    value = {"funding_round": 3, "caption": "Lauréats 2024", "reference_name": chosen_for}

    found = find_reference(read_block({**TABLE, "value": value}))

    assert found == PrintedReference("funding_round", 3, "Lauréats 2024", chosen_for)
    assert found.is_confirmed is is_confirmed


@pytest.mark.parametrize(
    "stored",
    [
        {**TABLE, "value": {"caption": "Lauréats"}},
        {"type": "quote", "id": "q", "value": {"attribution": "DINUM"}},
        {"type": "picture", "id": "p", "value": {"picture": 3}},
    ],
)
def test_a_node_without_a_record_names_none(stored):
    assert find_reference(read_block(stored)) is None
