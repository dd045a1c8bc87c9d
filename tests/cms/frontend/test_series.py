"""The line of an indicator: what is drawn, what stays in the table, what is said in words."""

from decimal import Decimal
from itertools import combinations
from typing import Any

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from cms.frontend import axis
from cms.frontend.series_chart import build_chart
from cms.frontend.series_scale import (
    BOTTOM_PIXELS,
    CHARACTER_PIXELS,
    HEIGHT_PIXELS,
    WIDTH_PIXELS,
    Mark,
)
from cms.frontend.series_words import Box, cover_mark
from cms.frontend.sparklines import build_sparkline
from tests.depth import take

from .page import read, words
from .test_site import block, table

HEADINGS = ("Indicateurs", "Résultats 2023", "Objectifs 2024", "Résultats 2024")


def figure(text: str, value: str | None, **other: Any) -> dict[str, Any]:
    plain = {"valueTo": None, "unit": None, "currency": None, "qualifier": "EXACT"}
    return {**plain, "text": text, "value": value, "state": "VALUE" if value else "TEXT", **other}


def entry(
    year: int, given: dict[str, Any], kind: str = "RESULT", earlier: tuple[Any, ...] = ()
) -> dict[str, Any]:
    period = {"label": f"An {year}", "year": year, "start": f"{year}-01-01", "end": f"{year}-12-31"}
    replaced = [{"figure": each, "isTypo": False} for each in earlier]
    return {"period": period, "kind": kind, "figure": given, "earlier": replaced}


def test_results_targets_and_restated_values_have_marks_of_their_own() -> None:
    chart = build_chart(
        [
            entry(2022, figure("165", "165")),
            entry(2023, figure("154", "154"), earlier=(figure("150", "150"),)),
            entry(2023, figure("210", "210"), "TARGET"),
        ]
    )

    assert chart
    assert [(mark.period, mark.text) for mark in chart.results] == [
        ("2022", "165"),
        ("2023", "154"),
    ]
    assert [mark.text for mark in chart.targets] == ["210"]
    assert [mark.text for mark in chart.earlier] == ["150"]
    (line,) = chart.lines
    assert line.split() == [f"{mark.x},{mark.y}" for mark in chart.results]
    assert "2023\u202f: résultat 154, objectif 210, valeur antérieure 150." in chart.description
    assert not chart.left_out


def test_every_value_has_its_words_beside_its_mark_unless_they_are_there_already() -> None:
    chart = build_chart(
        [
            entry(2022, figure("0", "0")),
            entry(2022, figure("9", "9"), "TARGET"),
            entry(2023, figure("154", "154"), earlier=(figure("150", "150"),)),
            entry(2023, figure("160", "160"), "TARGET"),
            entry(2024, figure("200", "200")),
            entry(2024, figure("200", "200"), "TARGET"),
        ]
    )

    assert chart
    assert [mark.words for mark in chart.results] == ["0", "154", "200"]
    assert [mark.words for mark in chart.targets] == ["9", "160", ""]
    assert [mark.words for mark in chart.earlier] == ["150"]
    # beside what has a target right above, and a value that was restated or an axis right below
    assert [(dx(mark), dy(mark)) for mark in chart.results] == [(12, 7), (12, 7), (0, -12)]
    assert [(dx(mark), dy(mark)) for mark in chart.targets[:2]] == [(0, -12), (0, -12)]
    assert [(dx(mark), dy(mark)) for mark in chart.earlier] == [(-12, 7)]


def test_words_are_below_what_a_target_stands_right_above() -> None:
    chart = build_chart(
        [
            entry(2022, figure("0", "0")),
            entry(2023, figure("154", "154")),
            entry(2023, figure("160", "160"), "TARGET"),
        ]
    )

    assert chart
    assert [(dx(mark), dy(mark)) for mark in chart.results] == [(0, -12), (0, 24)]
    assert [(dx(mark), dy(mark)) for mark in chart.targets] == [(0, -12)]


def dx(mark: Mark) -> float:
    return float(mark.text_x) - float(mark.x)


def dy(mark: Mark) -> float:
    return float(mark.text_y) - float(mark.y)


@settings(max_examples=take(2000, 100), deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 200), st.integers(0, 200), st.integers(0, 200)),
        min_size=2,
        max_size=12,
    ),
    st.sampled_from([1, 1000, 10**6]),
)
def test_no_words_lie_on_words_or_marks(values: list[tuple[int, int, int]], scale: int) -> None:
    series = []
    for year, (result, target, before) in enumerate(values, 2000):
        old = figure(f"{before * scale:,}", str(before * scale))
        new = figure(f"{result * scale:,}", str(result * scale))
        aim = figure(f"{target * scale:,}", str(target * scale))
        series += [entry(year, new, earlier=(old,)), entry(year, aim, "TARGET")]

    chart = build_chart(series)

    assert chart
    marks = [*chart.results, *chart.targets, *chart.earlier]
    told = [mark for mark in marks if mark.words]
    boxes = [cover_words(mark) for mark in told]
    for one, other in combinations(boxes, 2):
        assert not one.meets(other)
    for mark, box in zip(told, boxes, strict=True):
        assert not any(box.meets(cover_mark(each)) for each in marks if is_elsewhere(mark, each))
        assert box.right <= WIDTH_PIXELS
        assert box.bottom <= HEIGHT_PIXELS - BOTTOM_PIXELS + 12
    assert len(values) > 3 or chart.results[-1].words


def cover_words(mark: Mark) -> Box:
    width = CHARACTER_PIXELS * len(mark.words)
    left = float(mark.text_x) - {"start": 0, "middle": width / 2, "end": width}[mark.anchor]
    return Box(left, float(mark.text_y) - 18, left + width, float(mark.text_y) + 5)


def is_elsewhere(one: Mark, other: Mark) -> bool:
    return (one.x, one.y) != (other.x, other.y)


@pytest.mark.parametrize(
    "odd",
    [
        figure("N/A", None),
        figure("entre 3 et 5", "3", valueTo="5", qualifier="RANGE"),
        figure("12 %", "12", unit="PERCENT"),
        figure("+3", "3", qualifier="CHANGE"),
    ],
)
def test_what_is_no_number_of_the_unit_is_not_drawn(odd: dict[str, Any]) -> None:
    years = [entry(year, figure(str(year), str(year))) for year in (2020, 2021, 2023, 2024)]
    chart = build_chart([*years[:2], entry(2022, odd), *years[2:]])

    assert chart
    assert len(chart.results) == 4
    assert len(chart.lines) == 2  # the odd year interrupts the line
    assert chart.left_out


def test_one_year_is_no_line() -> None:
    target = entry(2024, figure("9", "9"), "TARGET")
    assert build_chart([entry(2024, figure("7", "7")), target]) is None
    assert build_sparkline([entry(2024, figure("7", "7")), target]) is None


@pytest.mark.parametrize(
    ("values", "labels"),
    [
        ("6 7", "6 7"),
        ("6.5 7", "6,4 6,6 6,8 7"),
        ("2 7", "0 2 4 6 8"),
        ("0.1 0.3", "0 0,1 0,2 0,3"),
        ("-5 5", "−5 0 5"),
        ("0 0", "0 1"),
        ("7 7", "0 2 4 6 8"),
    ],
)
def test_axes_are_round_and_hold_every_value(values: str, labels: str) -> None:
    numbers = [Decimal(value) for value in values.split()]
    ticks = axis.choose_ticks(numbers)

    assert ticks[0] <= min(numbers)
    assert ticks[-1] >= max(numbers)
    assert " ".join(map(axis.format_number, ticks)) == labels


def test_numbers_of_axes_are_exact_and_french() -> None:
    exact = "12345678901234567890.5"
    assert (
        axis.format_number(Decimal(exact))
        == "12\u202f345\u202f678\u202f901\u202f234\u202f567\u202f890,5"
    )
    assert axis.format_number(Decimal("-1000")) == "−1\u202f000"
    assert axis.format_number(Decimal("0E+3")) == "0"


@pytest.mark.parametrize(
    ("values", "trend"),
    [
        ("1 2 3", "en hausse depuis 2020"),
        ("5 2 3", "en hausse depuis 2021"),
        ("3 3 3", "stable depuis 2020"),
        ("1 4 2", "en baisse depuis 2021"),
    ],
)
def test_trends_begin_where_the_direction_last_changed(values: str, trend: str) -> None:
    line = build_sparkline(
        [entry(2020 + n, figure(value, value)) for n, value in enumerate(values.split())]
    )

    assert line
    assert line.trend == trend
    assert line.description.startswith(f"{values[0]} (2020), ")


@pytest.mark.django_db
def test_an_indicator_is_drawn_and_told_in_a_table(
    client: Client, publish: Any, living: Any
) -> None:
    publish(2024, [indicators("1 200", "2 500", "1 500")])
    page = read(client, "/indicateurs/lances/")

    drawing = page.select_one("figure svg[role=img]")
    assert drawing
    assert len(drawing.select(".bilan-series__result circle")) == 2
    assert len(drawing.select(".bilan-series__target path")) == 1
    assert [words(each.get_text()) for each in drawing.select(".bilan-series__target text")] == [
        "2 500"
    ]
    rows = [
        [words(c.get_text()) for c in row.find_all(["th", "td"])] for row in page.select("tbody tr")
    ]
    assert [row[:4] for row in rows] == [
        ["2023", "1 200", "–", "–"],
        ["2024", "1 500", "+300", "2 500"],
    ]
    assert rows[1][-1] == "Bilan 2024"


@pytest.mark.django_db
def test_a_report_has_small_lines_of_the_years_until_its_own(
    client: Client, publish: Any, living: Any
) -> None:
    publish(2023, [indicators("1 200", "2 500", "1 500")])
    publish(2024, [indicators("1 200", "2 500", "900")])
    first, second = (
        read(client, f"/bilan/{year}/").select_one("th .bilan-sparkline") for year in (2023, 2024)
    )

    assert first is None  # of two results, one is of the year after
    assert second
    assert words(second.get_text()) == "en baisse depuis 2023"
    assert second.svg
    assert words(str(second.svg["aria-label"])) == "Résultats : 1 200 (2023), 900 (2024)"


@pytest.mark.django_db
def test_a_hidden_report_leaves_no_point(client: Client, publish: Any, living: Any) -> None:
    publish(2024, [indicators("1 200", "2 500", "1 500")])
    publish(2025, [indicators("1 200", "2 500", "7 777")]).unpublish()

    assert "7\u202f777" not in client.get("/indicateurs/lances/").content.decode()
    assert "7\u202f777" not in client.get("/bilan/2024/").content.decode()


@pytest.mark.django_db
def test_a_line_ends_with_the_results_of_its_own_table(
    client: Client, publish: Any, living: Any
) -> None:
    """A report may keep the table of the year before."""
    newer = ("Indicateurs", "Résultats 2024", "Objectifs 2025", "Résultats 2025")
    old, new = indicators("7", "8", "9"), indicators("9", "8", "5", number=2, headings=newer)
    publish(2025, [old, new])
    lines = read(client, "/bilan/2025/").select("th .bilan-sparkline")
    assert [words(each.get_text()) for each in lines] == [
        "en hausse depuis 2023",
        "en baisse depuis 2024",
    ]


def indicators(
    *cells: str, number: int = 1, headings: tuple[str, ...] = HEADINGS
) -> dict[str, Any]:
    row = {"id": f"00000000-0000-4000-8000-00000000007{number}", "ref": "lances"}
    line = {**row, "cells": ["Services lancés", *cells]}
    grid = table(line, headings=headings)
    return block(number, "indicator_table", {"caption": "", "table": grid})


@pytest.mark.django_db
def test_a_target_without_a_result_has_a_row(client: Client, publish: Any, living: Any) -> None:
    aim = indicators("1 200", "2 500", "1 500")
    aim["value"]["table"]["columns"][2]["heading"] = "Objectifs 2025"
    publish(2024, [aim])
    rows = read(client, "/indicateurs/lances/").select("tbody tr")

    cells = [words(cell.get_text()) for cell in rows[-1].select("th, td")]
    assert cells == ["2025", "–", "–", "2 500", "–", "Bilan 2024"]


@pytest.mark.django_db
def test_restated_values_and_states_are_in_the_table(
    client: Client, publish: Any, living: Any
) -> None:
    first = indicators("1 200", "2 500", "1 500")
    first["value"]["table"]["columns"][3]["heading"] = "Résultats 2022"
    publish(2023, [first])
    publish(2024, [indicators("1 250", "2 500", "N/A")])
    page = read(client, "/indicateurs/lances/")

    rows = [[words(c.get_text()) for c in row.select("th, td")] for row in page.select("tbody tr")]
    assert [row[0] for row in rows] == ["2022", "2023", "2024"]
    assert "1 200 (Bilan 2023)" in rows[1]
    assert "résultat révisé" in rows[1]
    assert "résultat sans objet" in rows[2][-2]
    assert len(page.select(".bilan-series__earlier circle[cx]")) == 2  # with the one of the legend
