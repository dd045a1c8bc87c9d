"""Addresses of figures lead to the same figures after a block is read as another type."""

import pytest

from reports.core.conversion.conversion import convert
from reports.core.document import Document
from reports.core.document.body import read_block
from reports.core.figure_addresses.mapping import Found, PlaceMapping
from reports.core.figure_addresses.placed_figures import list_figures
from reports.core.figure_addresses.resolving import find_place
from reports.publishing.corrections.figure_changes import compare_figures
from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.checks import build

HEADS = ("Poste", "Montant (k€)", "Effectif")
SAME = [
    (build.data_table(HEADS, ("Agents", "1 200", "12 ETP"), ("Locaux", "30", "")), "budget"),
    (build.data_table(HEADS, ("Agents", "1 200", "12 ETP")), "indicator_table"),
    (build.data_table(HEADS, ("Agents", "1 200", "12 ETP")), "funding_table"),
    (build.data_table(HEADS, ("Agents", "1 200", "12 ETP")), "chart"),
    (
        build.budget(("Agents", "environ 1,2 M€ par an", "12 ETP"), ("Locaux", "30 k€", "")),
        "data_table",
    ),
    (build.chart("Services", ("2023", "217"), ("2024", "250")), "data_table"),
    (build.fact_list(("Soit ", "217", " services")), "key_figures"),
    (build.key_figures(("", "12 %", "de plus"), title="En 2024"), "fact_list"),
    (build.impact_cards(build.card("Mano", "18 000 usagers")), "fact_list"),
    (
        build.comparison_cards(
            build.compared("Mano", {"En 2023": ["300 agents"], "En 2024": ["441 agents"]})
        ),
        "fact_list",
    ),
]


@pytest.mark.parametrize(("built", "target"), SAME)
def test_each_figure_is_found_and_none_is_a_correction(built: build.Block, target: str) -> None:
    [raw] = stored(built)
    before = read_block(raw)
    made = convert([before], target)
    assert made is not None
    old, new = Document((before,)), Document(made.after)
    mapping = PlaceMapping(old, new)
    figures = [each for each in list_figures(old) if each.is_figure]
    assert figures
    for each in figures:
        found = mapping.map_pointer(each.pointer)
        assert isinstance(found, Found), (each.pointer, found)
        place = find_place(new, found.pointer)
        assert place is not None
        assert place.figure is not None
        assert place.figure.value == find_place(old, each.pointer).figure.value  # type: ignore[union-attr]
    assert compare_figures(old, new) == []


def test_another_column_with_the_same_number_is_a_change() -> None:
    [raw] = stored(build.data_table(("Poste", "Prévu"), ("Agents", "12")))
    [other] = stored(build.data_table(("Poste", "Constaté"), ("Agents", "12")))
    other["id"] = raw["id"]
    was, now = raw["value"]["table"], other["value"]["table"]
    now["rows"][0]["id"] = was["rows"][0]["id"]
    now["columns"][1]["id"] = "other"
    before, after = (Document((read_block(each),)) for each in (raw, other))
    assert len(compare_figures(before, after)) == 2
