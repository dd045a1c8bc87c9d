"""Series: exact, from rows that are at hand."""

import datetime
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest

from reports.content.observations.series import Entry, build_series
from reports.core.figures import parse


def stated(
    report: int,
    year: int,
    raw: str,
    kind: str = "result",
    *,
    direction: str = "up",
    order: int = 1,
    read_as: str | None = None,
) -> Any:
    """What the report of a year states of another; it need not be a row of a database."""
    return SimpleNamespace(
        report=SimpleNamespace(year=report, translation_key=report),
        indicator=SimpleNamespace(direction=direction),
        period_start=datetime.date(year, 1, 1),
        period_end=datetime.date(year, 12, 31),
        kind=kind,
        order=order,
        figure=parse(raw, read_as),
    )


def of(entries: list[Entry], kind: str = "result") -> list[Entry]:
    return [entry for entry in entries if entry.observation.kind == kind]


def test_nothing_makes_no_series() -> None:
    assert build_series([]) == []


def test_periods_follow_each_other_and_results_come_before_targets() -> None:
    rows = [
        stated(2024, 2024, "8", "target"),
        stated(2024, 2024, "11"),
        stated(2023, 2023, "7"),
        stated(2022, 2022, "5"),
    ]

    entries = build_series(rows)

    assert [(e.observation.period_start.year, e.observation.kind) for e in entries] == [
        (2022, "result"),
        (2023, "result"),
        (2024, "result"),
        (2024, "target"),
    ]


def test_the_latest_report_speaks() -> None:
    rows = [stated(2024, 2023, "7"), stated(2023, 2023, "6"), stated(2022, 2023, "5")]

    (entry,) = build_series(rows)

    assert entry.observation is rows[0]


def test_the_last_statement_of_a_report_speaks_and_is_no_restatement() -> None:
    rows = [stated(2024, 2023, "9", order=2), stated(2024, 2023, "7", order=1)]

    (entry,) = build_series(rows)

    assert (entry.observation.figure.raw, entry.restated) == ("9", False)


@pytest.mark.parametrize(
    ("earlier", "later", "restated"),
    [
        ("18", "18", False),
        ("18", "19", True),
        ("2,5 millions", "2 500 000", False),
        ("47 %", "47\u00a0%", False),
        ("47 %", "47 €", True),
        ("18", "plus de 18", True),
        ("N/A", "18", True),
        ("en cours", "En  cours", False),
        ("en cours", "terminé", True),
        ("de 3 à 1 mois", "de 3 à 2 mois", True),
    ],
)
def test_a_restatement_is_another_figure_not_another_spelling(
    earlier: str, later: str, restated: bool
) -> None:
    (entry,) = build_series([stated(2023, 2023, earlier), stated(2024, 2023, later)])

    assert entry.restated is restated


def test_the_reading_counts_not_the_text() -> None:
    rows = [stated(2023, 2023, "80 %"), stated(2024, 2023, "quatre sur cinq", read_as="80 %")]

    assert build_series(rows)[0].restated is False


def test_a_later_report_does_not_restate_an_earlier_period_of_its_own() -> None:
    rows = [stated(2023, 2022, "6"), stated(2024, 2023, "7")]

    assert [entry.restated for entry in build_series(rows)] == [False, False]


def test_change_is_exact_and_from_the_period_just_before() -> None:
    rows = [
        stated(2021, 2021, "1"),
        stated(2023, 2023, "53,1 %"),
        stated(2024, 2024, "45 %"),
        stated(2024, 2024, "50 %", "target"),
    ]

    entries = build_series(rows)

    assert [entry.change for entry in entries] == [None, None, Decimal("-8.1"), None]


@pytest.mark.parametrize(
    ("before", "after"),
    [("7 %", "8 €"), ("N/A", "8"), ("7", "en cours"), ("de 1 à 3 mois", "2 mois"), ("+7 %", "8 %")],
)
def test_no_change_without_two_numbers_of_one_unit(before: str, after: str) -> None:
    rows = [stated(2023, 2023, before), stated(2024, 2024, after)]

    assert build_series(rows)[1].change is None


def test_zero_is_a_number() -> None:
    rows = [
        stated(2023, 2023, "0"),
        stated(2024, 2024, "0"),
        stated(2024, 2024, "25", "target"),
    ]

    last = of(build_series(rows))[-1]

    assert (last.change, last.attainment) == (Decimal(0), Decimal("0.0000"))


@pytest.mark.parametrize(
    ("result", "target", "direction", "attainment"),
    [
        ("217", "220", "up", "0.9864"),
        ("11", "8", "up", "1.3750"),
        ("25", "25", "up", "1.0000"),
        ("17,4 %", "50 %", "up", "0.3480"),
        ("8", "10", "down", "1.2500"),
        ("12", "10", "down", "0.8333"),
        ("0,5", "10000", "up", "0.0000"),  # half of the last place: to the even digit
        ("1,5", "10000", "up", "0.0002"),
        ("2,5", "10000", "up", "0.0002"),
    ],
)
def test_attainment(result: str, target: str, direction: str, attainment: str) -> None:
    rows = [
        stated(2024, 2024, result, direction=direction),
        stated(2024, 2024, target, "target", direction=direction),
    ]

    first, second = build_series(rows)

    assert str(first.attainment) == attainment
    assert second.attainment is None


@pytest.mark.parametrize(
    ("result", "target", "direction"),
    [
        ("7", "0", "up"),
        ("0", "7", "down"),
        ("N/A", "50 %", "up"),
        ("45 %", "50", "up"),
        ("4,2/5", "4", "up"),
    ],
)
def test_no_attainment_without_a_ratio(result: str, target: str, direction: str) -> None:
    rows = [
        stated(2024, 2024, result, direction=direction),
        stated(2024, 2024, target, "target", direction=direction),
    ]

    assert build_series(rows)[0].attainment is None


def test_a_target_of_another_year_measures_nothing() -> None:
    rows = [stated(2023, 2023, "7"), stated(2024, 2024, "8", "target")]

    assert build_series(rows)[0].attainment is None
