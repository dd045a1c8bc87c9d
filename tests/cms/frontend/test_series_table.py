"""The table of a series: which columns are set right, and what they give room for."""

from cms.frontend.series import arrange_periods
from cms.frontend.series_table import build_table

from .test_series import entry, figure


def test_numbers_of_a_column_stand_below_each_other() -> None:
    series = [entry(2023, figure("4,25", "4.25")), entry(2024, figure("4", "4"))]
    changes = (None, "-0.25")
    told = [
        {**each, "change": c, "attainment": None} for each, c in zip(series, changes, strict=True)
    ]
    table = build_table(arrange_periods(told))

    assert table.heads[:3] == [("Résultat", True), ("Évolution", True), ("Objectif", False)]
    first, second = (row.cells[0] for row in table.rows)
    assert "padding" not in first
    assert (second["number"], second["padding"]) == ("4", ",25")
    assert table.rows[1].cells[1]["figure"]["text"] == "−0,25"


def test_words_are_set_left() -> None:
    words = {**figure("en hausse", None), "state": "TEXT"}
    series = [entry(2023, figure("4", "4")), entry(2024, words)]
    told = [{**each, "change": None, "attainment": None} for each in series]
    assert build_table(arrange_periods(told)).heads[0] == ("Résultat", False)
