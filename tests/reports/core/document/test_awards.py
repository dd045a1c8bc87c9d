"""The amount of an award is read below the head that says so, in tables of any age."""

import pytest

from reports.core.document.table import Table


def read(heads: list[str], *rows: list[str]) -> list[tuple[str, str]]:
    """Return the mission and the amount of each row."""
    columns = [{"id": f"c{n}", "heading": heading} for n, heading in enumerate(heads)]
    stored = [{"id": f"r{n}", "cells": cells} for n, cells in enumerate(rows)]
    table = Table.from_stored({"columns": columns, "rows": stored})
    return [(award.mission, award.amount.raw) for award in table.awards]


@pytest.mark.parametrize(
    ("heads", "cells", "amount"),
    [
        (["Produit", "Mission", "Montant attribué"], ["Mano", "Aider.", "3 €"], "3 €"),
        (["Produit", "Montant alloué", "Usagers"], ["Mano", "3 €", "1 200"], "3 €"),
        (["Produit", "Coût", "Subvention"], ["Mano", "9 €", "3 €"], "3 €"),
        (["Produit", "Subvention", "Coût"], ["Mano", "3 €", "9 €"], "3 €"),
        (["Produit", "Subvention demandée", "Subvention"], ["Mano", "9 €", "3 €"], "3 €"),
        (["Produit", "Montant attribué"], ["Mano", "3 000"], "3 000"),  # typed without its unit
        (["Produit", "Usagers", "Montant"], ["Mano", "1 200", "3 €"], "3 €"),
        (["Produit", "Montant", "Usagers"], ["Mano", "3 €", "1 200"], "3 €"),
        # not certain: no amount
        (["Produit", "Usagers"], ["Mano", "1 200"], ""),
        (["Produit", "Coût"], ["Mano", "9 €"], ""),
        (["Produit", "Aide", "Montant"], ["Mano", "9 €", "3 €"], ""),
        (["Produit", "Subvention 2031", "Subvention 2032"], ["Mano", "9 €", "3 €"], ""),
        (["Produit", "Mission"], ["Mano", "Aider."], ""),
        (["Produit"], ["Mano"], ""),
    ],
)
def test_an_amount_is_below_the_head_that_says_so(
    heads: list[str], cells: list[str], amount: str
) -> None:
    [(_, found)] = read(heads, cells)
    assert found == amount


def test_a_mission_is_below_the_head_that_says_so() -> None:
    assert read(["Produit", "Région", "Mission", "€"], ["Mano", "Nord", "Aider.", "3 €"]) == [
        ("Aider.", "3 €")
    ]
    assert read(["Produit", "Région", "€"], ["Mano", "Nord", "3 €"]) == [("", "3 €")]


def test_rows_with_gaps_keep_their_amounts() -> None:
    heads = ["Produit", "Mission", "Montant attribué"]
    assert read(heads, ["Mano", "", "3 €"], ["Alpha"], ["Bêta", "", "N/A"]) == [
        ("", "3 €"),
        ("", ""),
        ("", "N/A"),
    ]
