"""Stored blocks are fitted to the nodes of today; what fits is not touched."""

import pytest

from reports.core.document.fitting import fit_block, is_part_of

CELLS = {"columns": [{"id": "c", "heading": "A"}], "rows": [{"id": "r", "cells": ["1"]}]}


@pytest.mark.parametrize(
    "value",
    [
        {"text": "Titre", "level": "2"},
        {"text": "Titre", "old_anchors": [{"type": "item", "id": "a", "value": "ancre"}]},
        {"text": "Titre", "level": "", "subtitle": ""},
        {"text": None},
    ],
)
def test_what_can_be_read_is_the_same_object(value):
    stored = {"type": "heading", "id": "h", "value": value}
    assert fit_block(stored) is stored


@pytest.mark.parametrize(
    ("stored", "value"),
    [
        ({"type": "heading", "id": "h", "value": None}, ""),
        ({"type": "heading", "id": "h", "value": "Titre"}, "Titre"),
        ({"type": "heading", "id": "h", "value": {"text": 12}}, "12"),
        ({"type": "heading", "id": "h", "value": {"text": "Titre", "subtitle": "Non"}}, "Titre"),
        ({"type": "heading", "id": 7, "value": {"text": "Titre"}}, "Titre"),
        ({"type": "heading", "id": "h", "value": {"text": "Titre", "level": 2}}, "Titre"),
    ],
)
def test_what_cannot_be_read_as_it_is_becomes_todays_form(stored, value):
    fitted = fit_block(stored)
    assert fitted is not stored
    assert fitted["value"]["text"] == value
    assert fitted["value"]["level"] == "2"
    assert fitted["id"] == str(stored["id"])
    assert fit_block(fitted) is fitted


@pytest.mark.parametrize("stored", [None, "Titre", 3, ["a"], {}, {"type": ["x"]}, {"type": "x"}])
def test_what_is_no_block_of_today_is_none(stored):
    assert fit_block(stored) is None


@pytest.mark.parametrize(
    "table",
    [
        None,
        CELLS,
        {"columns": [{"heading": "A"}], "rows": [{"cells": ["1"]}]},
        {**CELLS, "rows": [{"id": "r", "cells": [{"raw": "1", "read_as": "environ 1"}]}]},
    ],
)
def test_a_table_without_a_loss_is_the_same_object(table):
    stored = {"type": "data_table", "id": "t", "value": {"caption": "", "table": table}}
    assert fit_block(stored) is stored


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        (True, "True"),
        (1, "1"),
        ({}, []),
        (["a"], ["a", "b"]),
        ({"a": 1}, {}),
        (None, {}),
        (None, []),
        ({"type": "item", "id": "i", "value": "x"}, "y"),
    ],
)
def test_what_says_more_or_otherwise_is_no_part(raw, value):
    assert not is_part_of(raw, value)
