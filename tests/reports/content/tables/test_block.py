"""One stored shape for every table."""

import json

import pytest
from django.core.exceptions import ValidationError

from reports.content.tables import Cell, Column, Row, Table, TableBlock

STORED = {
    "columns": [{"id": "c1", "heading": "Nom"}, {"id": "c2", "heading": "2024"}],
    "rows": [
        {"id": "r1", "cells": ["Services", {"raw": "+80 %", "read_as": "plus de 80 %"}]},
        {"id": "r2", "cells": ["Agents", "0"], "ref": "agents", "ref_name": "Agents", "url": "/a"},
    ],
}


def test_the_stored_shape_survives_a_round_trip():
    assert Table.from_stored(STORED).stored == STORED
    block = TableBlock()
    assert block.get_prep_value(block.to_python(STORED)) == STORED
    assert block.value_from_form(block.value_for_form(Table.from_stored(STORED))).stored == STORED


@pytest.mark.parametrize(
    "stored", [None, 3, "texte", [], {}, {"columns": None, "rows": [None, 3, {"cells": None}]}]
)
def test_unforeseen_shapes_raise_nothing(stored):
    assert Table.from_stored(stored).columns == ()


def test_an_override_wins_in_a_cell():
    cell = Table.from_stored(STORED).rows[0].cells[1]
    assert cell.figure.qualifier.value == "more_than"
    assert cell.figure.raw == "+80 %"


def ragged() -> Table:
    return Table((Column("a"), Column("b")), (Row((Cell("1"),)), Row((Cell("1"), Cell("2")))))


def test_a_ragged_table_is_refused_on_publication_only():
    block, table = TableBlock(), ragged()
    with pytest.raises(ValidationError, match="ligne\\(s\\) 1"):
        block.clean(table)
    assert block.clean_deferred(table) == table
    with pytest.raises(ValidationError):
        block.clean(table)


def test_an_empty_table_is_refused_on_publication_unless_optional():
    with pytest.raises(ValidationError, match="aucune ligne"):
        TableBlock().clean(Table())
    assert TableBlock(required=False).clean(Table()) == Table()


@pytest.mark.parametrize(("rows", "columns"), [(1001, 1), (1, 31)])
def test_what_is_too_large_is_refused_in_a_draft_too(rows, columns):
    heads = tuple(Column("") for _ in range(columns))
    table = Table(heads, tuple(Row((Cell(""),) * columns) for _ in range(rows)))
    block = TableBlock()
    with pytest.raises(ValidationError, match="gardez 1000 lignes et 30 colonnes au plus"):
        block.clean_deferred(table)
    assert block.value_from_form(block.value_for_form(table)) == table  # and shown again, whole


def test_what_is_no_json_becomes_a_cell_so_that_nothing_is_lost():
    table = TableBlock().value_from_form("17 % {pas du json")
    assert table.rows[0].cells == (Cell("17 % {pas du json"),)


@pytest.mark.django_db
def test_a_row_that_refers_to_nothing_is_refused_on_publication_only():
    block = TableBlock(reference="indicator")
    table = Table((Column("a"),), (Row((Cell("x"),), ref="inconnu"),))
    with pytest.raises(ValidationError, match="Fiche inconnue du référentiel : inconnu"):
        block.clean(table)
    assert block.clean_deferred(table) == table


def test_a_new_table_is_born_with_its_headings():
    table = TableBlock(headings=("Produit", "Montant")).get_default()
    assert [column.heading for column in table.columns] == ["Produit", "Montant"]
    assert len({column.id for column in table.columns}) == 2


def test_the_comparison_of_revisions_shows_cells():
    assert str(Table.from_stored(STORED)) == "Nom | 2024\nServices | +80 %\nAgents | 0"
    assert json.dumps(STORED) not in str(Table.from_stored(STORED))
