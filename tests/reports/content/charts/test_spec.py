"""A table becomes a specification that says all, cuts nothing and invents no value."""

import json
import math
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reports.content.charts import axis_range, palette
from reports.content.charts.spec import build_spec
from reports.content.tables import Table
from reports.core.figures.locale import Locale, use_locale

from .tables import SERVICE, THREE, one, table

KINDS = ("bar", "column", "line", "area")
WHITE, DARK = "#ffffff", "#161616"


def drawn(kind: str, data: Table, unit: str = "") -> dict[str, Any]:
    found = build_spec("Titre", kind, data, unit)
    assert found is not None
    return found


def values(found: dict[str, Any]) -> list[float | None]:
    return [row["value"] for row in found["data"]["values"]]


def scale(found: dict[str, Any], axis: str) -> list[float]:
    return found["encoding"][axis]["scale"]["domain"]


def expressions(value: Any) -> list[str]:
    """What Vega computes, as opposed to what it shows."""
    if isinstance(value, list):
        return [found for one in value for found in expressions(one)]
    if not isinstance(value, dict):
        return []
    computed = ("expr", "labelExpr", "test", "filter")
    own = [one for name, one in value.items() if name in computed]
    return own + [found for one in value.values() for found in expressions(one)]


def contrast(one: str, other: str) -> float:
    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("data", [one("1"), one("3", "1", "2"), THREE])
def test_every_kind_is_complete_in_itself(kind: str, data: Table) -> None:
    found = drawn(kind, data, "services")

    assert found["$schema"].endswith("/vega-lite/v5.json")
    assert found["description"] == "Titre"
    assert found["background"] is None
    assert set(found["data"]) == {"values"}
    assert '"url"' not in json.dumps(found)
    names, counted = ("y", "x") if kind == "bar" else ("x", "y")
    assert found["encoding"][counted]["axis"]["title"] == "services"
    assert found["encoding"][names]["sort"] is None
    heads = [name.partition("\n")[2] for name in scale(found, names)]
    assert heads == [row.head for row in data]


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("picture", one("1")),
        ("pie", one("1")),
        ("bar", Table()),
        ("bar", one()),
        ("bar", one("N/A", "", "des mots", "de 3 à 5", "4,2/5")),
        ("bar", table(["Services"], ["A"])),
    ],
)
def test_nothing_to_draw(kind: str, data: Table) -> None:
    assert build_spec("Titre", kind, data, "") is None


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_single_number_is_a_hole(kind: str) -> None:
    data = one("59", "N/A", "", "ND", "beaucoup", "de 3 à 5", "3/4", "0", "plus de 20")

    found = drawn(kind, data)

    assert values(found) == [59, None, None, None, None, None, None, 0, 20]
    assert [row["text"] for row in found["data"]["values"]] == (
        ["59", *[""] * 6, "0", "plus de\u00a020"]
    )


def test_a_ragged_table_is_drawn_with_holes() -> None:
    data = table(["", "2023", "2024"], ["A", "1"], ["B", "2", "3", "4"])

    assert values(drawn("bar", data)) == [1, None, 2, 3]


def test_figures_are_never_too_large_for_json() -> None:
    found = drawn("bar", one("1" + "0" * 400, "9" * 60, "2"))

    assert values(found) == [None, 1e60, 2]
    json.dumps(found, allow_nan=False)


@pytest.mark.parametrize("kind", KINDS)
def test_one_series_has_no_legend_and_several_have_one(kind: str) -> None:
    assert "legend" not in json.dumps({**drawn(kind, one("1", "2")), "config": {}})
    layers = drawn(kind, THREE)["layer"]
    domains = [
        channel["scale"]["domain"]
        for layer in layers
        for channel in layer["encoding"].values()
        if channel.get("legend")
    ]
    assert domains
    names = ["1\nRésultats 2022", "2\nObjectifs 2023", "3\nRésultats 2023"]
    assert all(domain == names for domain in domains)


def test_series_are_told_apart_without_colour() -> None:
    series = [str(number) for number in range(4)]
    bars, curves = (
        palette.encode_bars(series, {}),
        palette.encode_curves(series, {}, "shape", "strokeDash"),
    )

    fills = [fill[7:] for fill in bars["fill"]["scale"]["range"]]
    edges = bars["strokeDash"]["scale"]["range"]
    assert len({(fill, *edge) for fill, edge in zip(fills, edges, strict=True)}) == 4
    assert len(set(curves["shape"]["scale"]["range"])) == 4
    assert len(set(map(tuple, curves["strokeDash"]["scale"]["range"]))) == 4


@pytest.mark.parametrize("colour", [*palette.COLOURS, "#767676"])
def test_colours_stand_out_from_light_and_dark(colour: str) -> None:
    assert contrast(colour, WHITE) >= 3
    assert contrast(colour, DARK) >= 3


def test_equal_names_stay_two() -> None:
    found = drawn("bar", table(["", "Total", "Total"], ["A", "1", "2"], ["A", "3", "4"]))

    assert len(set(scale(found, "y"))) == 2
    assert len({row["series"] for row in found["data"]["values"]}) == 2


def test_long_names_are_set_in_lines() -> None:
    found = drawn("bar", table(["", "Services"], [SERVICE, "1"]))

    number, *lines = scale(found, "y")[0].split("\n")
    assert number == "1"
    assert " ".join(lines) == SERVICE
    assert max(map(len, lines)) <= 28
    assert found["config"]["axis"]["labelLimit"] == 0
    assert found["height"] >= len(lines) * 17


def test_names_below_columns_are_level_where_they_have_room() -> None:
    few, many = one("1", "2"), table(["", "S"], *([f"{SERVICE} {n}", "1"] for n in range(12)))

    assert drawn("column", few)["encoding"]["x"]["axis"]["labelAngle"] == 0
    assert drawn("column", many)["encoding"]["x"]["axis"]["labelAngle"] == -90


def test_numbers_are_written_in_french() -> None:
    assert drawn("bar", one("1"))["config"]["locale"]["number"] == {
        "decimal": ",",
        "thousands": "\u202f",
        "grouping": [3],
        "currency": ["", "\u00a0€"],
        "minus": "\u2212",
    }


def test_the_chart_of_an_english_report_is_written_in_english() -> None:
    with use_locale(Locale("en", "GBP")):
        data = one("1,500 days", "2,500 days")
        found = drawn("bar", data)

    assert values(found) == [1500, 2500]
    numbers = found["config"]["locale"]["number"]
    assert (numbers["decimal"], numbers["thousands"]) == (".", ",")
    assert found["encoding"]["x"]["axis"]["title"] == "days"


@pytest.mark.parametrize(
    ("cells", "unit", "title"),
    [
        (["1", "2"], "", None),
        (["1 €", "2 €"], "", "€"),
        (["1 €", "2 €"], "euros constants", "euros constants"),
        (["1 €", "2 %"], "", None),
        (["1 €", "N/A"], "", "€"),
    ],
)
def test_the_axis_is_titled_by_the_unit(cells: list[str], unit: str, title: str | None) -> None:
    assert drawn("bar", one(*cells), unit)["encoding"]["x"]["axis"]["title"] == title


@pytest.mark.parametrize("kind", ["bar", "column", "area"])
@pytest.mark.parametrize(
    ("cells", "low", "high"),
    [
        (["80", "100"], 0, 100),
        (["0", "0"], 0, 1),
        (["+12 %", "−25,5 %"], -25.5, 12),
        (["-3", "-4"], -4, 0),
    ],
)
def test_bars_begin_at_zero(kind: str, cells: list[str], low: float, high: float) -> None:
    bottom, top = scale(drawn(kind, one(*cells)), "x" if kind == "bar" else "y")

    assert bottom <= low
    assert top >= high
    assert bottom == 0 or low < 0
    assert top == 0 or high > 0


def test_few_things_are_counted_in_whole_numbers() -> None:
    def ticks(*cells: str) -> Any:
        return drawn("column", one(*cells))["encoding"]["y"]["axis"].get("values")

    assert ticks("0", "0") == [0, 1]
    assert ticks("1", "-1") == [-2, -1, 0, 1]
    assert ticks("0,5", "1") is None
    assert ticks("2 480 000 €") is None


def test_a_curve_need_not_begin_at_zero_but_does_when_that_is_near() -> None:
    assert scale(drawn("line", one("800", "850")), "y")[0] > 700
    assert scale(drawn("line", one("10", "850")), "y")[0] == 0
    assert scale(drawn("line", one("5", "5")), "y") == [4.375, 5.625]
    assert scale(drawn("line", one("0")), "y") == [0, 1]
    assert scale(drawn("line", one("-5", "5")), "y")[0] < -5


def test_what_no_xml_can_hold_is_left_out() -> None:
    found = drawn("bar", table(["", "S"], ["a\x00\x1b\ufffe\nb", "1"]))

    assert scale(found, "y") == ["1\na b"]


def test_what_was_typed_is_in_no_expression() -> None:
    typed = "typed'+alert(1)+'"
    data = table(["", typed, "b"], [typed, "1", "2"])

    for kind in KINDS:
        found = drawn(kind, data, typed)
        assert expressions(found)
        assert not [one for one in expressions(found) if "alert" in one]


@example([Decimal("123428128808503342660918967.21")], 40, 0)  # more digits than sums keep
@given(
    st.lists(st.decimals(allow_nan=False, allow_infinity=False, places=2), min_size=1),
    st.integers(40, 2000),
    st.integers(0, 400),
)
def test_a_scale_holds_its_values(found: list[Decimal], length: int, margin: int) -> None:
    for low, high in (axis_range.from_zero(found, length, margin), axis_range.fit_values(found)):
        assert low < high
        assert math.isfinite(float(low))
        assert math.isfinite(float(high))
        assert low <= min(found)
        assert high >= max(found)
