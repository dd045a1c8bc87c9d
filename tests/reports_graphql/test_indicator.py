"""`indicator.graphql`: a series over the reports."""

from types import SimpleNamespace

import pytest

from reports import models

from .bodies import block, row, table
from .conftest import Ask, Publish


@pytest.fixture
def reports(publish: Publish, living: SimpleNamespace) -> list[models.AnnualReportPage]:
    """Three reports; that of 2024 corrects what that of 2023 said of its year."""

    def stating(number: int, headings: list[str], *cells: str) -> list[dict[str, object]]:
        stored = table(number, ["Indicateurs", *headings], row(1, "Lancés", *cells, ref="lances"))
        return [block(2, "indicator_table", {"caption": "", "table": stored})]

    return [
        publish(2022, stating(10, ["Résultats 2022"], "8")),
        publish(2023, stating(20, ["Objectifs 2023", "Résultats 2023"], "8", "6")),
        publish(
            2024,
            stating(30, ["Résultats 2023", "Objectifs 2024", "Résultats 2024"], "7", "8", "11"),
        ),
    ]


def test_series(reports: list[models.AnnualReportPage], ask: Ask) -> None:
    indicator = ask("indicator", code="lances")["data"]["indicator"]

    assert {name: value for name, value in indicator.items() if name != "series"} == {
        "id": "lances",
        "code": "lances",
        "name": "Services lancés",
        "definition": "",
        "unit": "",
        "decimals": 0,
        "direction": "UP",
        "csv": "/indicateurs/lances.csv",
    }
    stated = [
        (
            point["period"]["label"],
            point["period"]["start"],
            point["period"]["end"],
            point["kind"],
            point["figure"]["value"],
            point["restated"],
            point["change"],
            point["attainment"],
            point["report"]["year"],
        )
        for point in indicator["series"]
    ]
    y22, y23, y24 = (
        ("2022-01-01", "2022-12-31"),
        ("2023-01-01", "2023-12-31"),
        ("2024-01-01", "2024-12-31"),
    )
    assert stated == [
        ("Résultats 2022", *y22, "RESULT", "8", False, None, None, 2022),
        ("Résultats 2023", *y23, "RESULT", "7", True, "-1", "0.8750", 2024),
        ("Objectifs 2023", *y23, "TARGET", "8", False, None, None, 2023),
        ("Résultats 2024", *y24, "RESULT", "11", False, "4", "1.3750", 2024),
        ("Objectifs 2024", *y24, "TARGET", "8", False, None, None, 2024),
    ]
    assert len({point["id"] for point in indicator["series"]}) == 5
    years = [point["period"]["year"] for point in indicator["series"]]
    assert years == [2022, 2023, 2023, 2024, 2024]


def test_where_a_value_is_stated(reports: list[models.AnnualReportPage], ask: Ask) -> None:
    series = ask("indicator", code="lances")["data"]["indicator"]["series"]

    for point in series:
        body = ask("report", year=point["report"]["year"])["data"]["report"]["body"]
        assert point["block"] in [block["id"] for block in body]


def test_a_hidden_correction_corrects_nothing(
    reports: list[models.AnnualReportPage], ask: Ask
) -> None:
    reports[-1].unpublish()

    series = ask("indicator", code="lances")["data"]["indicator"]["series"]

    points = [(point["figure"]["value"], point["restated"]) for point in series]
    assert points == [("8", False), ("6", False), ("8", False)]


def test_ids_do_not_depend_on_the_report_that_speaks(
    reports: list[models.AnnualReportPage], ask: Ask
) -> None:
    before = ask("indicator", code="lances")["data"]["indicator"]["series"]
    reports[-1].unpublish()
    after = ask("indicator", code="lances")["data"]["indicator"]["series"]

    assert [point["id"] for point in before[:3]] == [point["id"] for point in after]


def test_an_unknown_code_is_null(db: None, ask: Ask) -> None:
    assert ask("indicator", code="rien") == {"data": {"indicator": None}}
