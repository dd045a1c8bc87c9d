"""Lines stored as a list and edited as a table."""

import json

import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict
from wagtail.blocks.base import get_error_json_data

from reports.content.blocks.draft_problems import find_missing_values
from reports.content.blocks.figures import BudgetBlock


def fact(before="", figure="", after="", url=""):
    return {"before": before, "figure": figure, "after": after, "url": url}


def line(id, title, amount, staff=None, detail=""):
    value = {"title": title, "detail": detail, "amount": amount, "staff": staff or fact()}
    return {"type": "item", "id": id, "value": value}


BLOCK = BudgetBlock().child_blocks["lines"]
STORED = [
    line("a", "Réseau", fact(figure="1 406 165 €"), fact(figure="3,7 ETPT"), "salons"),
    line("b", "Divisé à la main", fact("soit", "1 000 € en", "2 ans", "/a")),
    line("c", "Corrigé", fact("", {"raw": "+80 % du reste", "read_as": "plus de 80 %"})),
    line("d", "Corrigé entre des mots", fact("un", {"raw": "+8 %", "read_as": "8 %"}, "du reste")),
    line("e", "Sans chiffre", fact("à préciser"), fact(after="idem")),
    line("f", "Deux chiffres", fact("", "30 €", "pour 4 000 agents")),
    line("g", "Signe qui ferme", fact("(soit", "15,1 ETPT", ", dont 2,5)")),
]


def shown(stored=STORED):
    return json.loads(BLOCK.get_form_state(BLOCK.to_python(stored)))


def sent(table):
    data = QueryDict(mutable=True)
    data["p"] = table if isinstance(table, str) else json.dumps(table)
    assert not BLOCK.value_omitted_from_data(data, {}, "p")
    return BLOCK.get_prep_value(BLOCK.value_from_datadict(data, {}, "p"))


def test_lines_that_are_not_edited_are_stored_as_they_were():
    table = shown()
    assert [column["heading"] for column in table["columns"]] == [
        "Poste",
        "Précision",
        "Montant",
        "Effectif",
    ]
    assert table["rows"][0]["cells"] == ["Réseau", "salons", "1 406 165 €", "3,7 ETPT"]
    assert table["rows"][6]["cells"][2] == "(soit 15,1 ETPT, dont 2,5)"
    assert sent(table) == STORED


def edited(row, **change):
    """The amount of a row, after an edit of its cell by the grid: its other keys stay."""
    table = shown()
    cells = table["rows"][row]["cells"]
    cell = cells[2] if isinstance(cells[2], dict) else {"raw": cells[2]}
    cells[2] = {**cell, **change}
    return sent(table)[row]["value"]["amount"]


@pytest.mark.parametrize(
    ("row", "change", "amount"),
    [
        (0, {"raw": "environ 2 M€ par an"}, fact("", "environ 2 M€", "par an")),
        (0, {"raw": "à venir"}, fact("à venir")),
        (0, {"raw": ""}, fact()),
        (0, {"read_as": "N/A"}, fact("", {"raw": "1 406 165 €", "read_as": "N/A"})),
        (1, {"raw": "soit 2 000 € en 2 ans"}, fact("soit", "2 000 €", "en 2 ans", "/a")),
        (1, {"url": "/b"}, fact("soit", "1 000 € en", "2 ans", "/b")),
        (
            1,
            {"read_as": "1 000 €"},
            fact("soit", {"raw": "1 000 € en", "read_as": "1 000 €"}, "2 ans", "/a"),
        ),
        (2, {"read_as": ""}, fact("", "+80 % du reste")),
        (
            3,
            {"raw": "un +9 % du reste"},
            fact("un", {"raw": "+9 % du", "read_as": "8 %"}, "reste"),
        ),
        (4, {"read_as": "0"}, fact("", {"raw": "à préciser", "read_as": "0"})),
        (5, {"raw": "31 € pour 4 000 agents"}, fact("", "31 €", "pour 4 000 agents")),
    ],
)
def test_an_edited_cell_is_divided_again(row, change, amount):
    assert edited(row, **change) == amount


def test_rows_move_with_their_ids_and_new_ones_get_one():
    table = shown()
    table["rows"].reverse()
    table["rows"].append({"id": "", "cells": ["Nouveau", "", "5 €", ""]})
    stored = sent(table)
    assert stored[:-1] == STORED[::-1]
    assert stored[-1]["id"]
    assert stored[-1]["value"]["amount"] == fact(figure="5 €")


@pytest.mark.parametrize(
    "submitted",
    ["", "null", "3", "[]", "{}", '{"rows": null}', '{"rows": [3, {"cells": 3}, {"cells": [[]]}]}'],
)
def test_unforeseen_shapes_raise_nothing(submitted):
    assert isinstance(sent(submitted), list)


def test_what_is_no_json_becomes_a_line_so_that_nothing_is_lost():
    assert sent("12 € {pas du json")[0]["value"]["title"] == "12 € {pas du json"


def test_what_lines_lack_is_said_by_line_and_column():
    stored = [STORED[0], line("b", "", fact(figure="1 €", url="javascript:x"))]
    value = BLOCK.to_python(stored)
    with pytest.raises(ValidationError) as refused:
        BLOCK.clean(value)
    first, second = get_error_json_data(refused.value)["messages"]
    assert first.startswith("Ligne 2, Poste : ")
    assert second.startswith("Ligne 2, Montant : ")
    assert [trail for trail, _ in find_missing_values(BLOCK, value)] == [
        ["2", "Poste"],
        ["2", "Montant", "Lien"],
    ]
    assert BLOCK.get_prep_value(value) == stored


def test_more_lines_than_are_drawn_are_refused_in_a_draft_too():
    value = BLOCK.to_python([line(str(n), "x", fact()) for n in range(1001)])
    with pytest.raises(ValidationError, match="1001 lignes"):
        BLOCK.clean_deferred(value)


def test_migrations_know_a_list():
    assert BLOCK.deconstruct()[0] == "wagtail.blocks.ListBlock"
