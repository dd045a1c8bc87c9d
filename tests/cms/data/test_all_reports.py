"""The figures of all public reports as one file, and which of them a later report restated."""

import json
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cms.data.columns import ALL_COLUMNS
from cms.data.restatements import MAX_CODES, list_indicators
from reports import models
from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.checks import build

from .answers import read_rows

pytestmark = pytest.mark.django_db

ADDRESS = "/donnees/bilans.csv"
HEADINGS = ("Indicateurs", "Résultats 2023", "Objectifs 2024")


@pytest.fixture
def codes(db: None) -> dict[str, int]:
    """Two indicators: their keys by their codes."""
    names = {"lances": "Services lancés", "agents": "Agents formés"}
    made = (models.Indicator.objects.create(name=name, code=code) for code, name in names.items())
    return {indicator.code: indicator.pk for indicator in made}


def state(*values: str) -> Any:
    """Return a body that states results of 2023 and targets of 2024 of both indicators."""
    rows = [("Services lancés", *values[:2]), ("Agents formés", *values[2:])]
    return stored(build.indicators(HEADINGS, *rows, refs=("lances", "agents")))


def test_a_later_report_restates_a_figure(
    client: Client, publish: Any, codes: dict[str, int]
) -> None:
    publish(2023, state("10", "20", "5", "8"))
    publish(2024, state("11", "20", "5", "8"))
    rows = read_rows(client.get(ADDRESS))

    assert tuple(rows[0]) == tuple(column.name for column in ALL_COLUMNS)
    found = {
        (row["bilan"], row["indicateur"], row["nature"]): (row["valeur"], row["revise"])
        for row in rows
    }
    assert found == {
        ("2024", "lances", "RESULT"): ("11", "non"),
        ("2024", "lances", "TARGET"): ("20", "non"),
        ("2024", "agents", "RESULT"): ("5", "non"),
        ("2024", "agents", "TARGET"): ("8", "non"),
        ("2023", "lances", "RESULT"): ("10", "oui"),
        ("2023", "lances", "TARGET"): ("20", "non"),
        ("2023", "agents", "RESULT"): ("5", "non"),
        ("2023", "agents", "TARGET"): ("8", "non"),
    }


def test_a_report_that_corrects_itself_restates_nothing(
    client: Client, publish: Any, codes: dict[str, int]
) -> None:
    page = publish(2024, state("10", "20", "5", "8"))
    page.body = json.dumps(state("11", "20", "5", "8"))
    page.save()
    assert {row["revise"] for row in read_rows(client.get(ADDRESS))} == {"non"}


def test_what_a_report_corrected_before_the_next_one_is_not_restated(
    client: Client, publish: Any, codes: dict[str, int]
) -> None:
    page = publish(2023, state("10", "20", "5", "8"))
    page.body = json.dumps(state("12", "20", "5", "8"))
    page.save()
    publish(2024, state("12", "20", "5", "8"))
    assert {row["revise"] for row in read_rows(client.get(ADDRESS))} == {"non"}


def test_a_report_that_states_two_values_restates_none(
    client: Client, publish: Any, codes: dict[str, int]
) -> None:
    tables = (
        build.indicators(HEADINGS, ("Services lancés", value, "20"), refs=("lances",))
        for value in ("10", "12")
    )
    publish(2023, stored(*tables))
    rows = read_rows(client.get(ADDRESS))
    assert [row["valeur"] for row in rows] == ["10", "20", "12", "20"]
    assert {row["revise"] for row in rows} == {"non"}


def test_other_figures_say_nothing_of_it(client: Client, publish: Any) -> None:
    publish(2024, stored(build.key_figures(("", "35", "services"))))
    (row,) = read_rows(client.get(ADDRESS))
    assert (row["bilan"], row["valeur"], row["revise"]) == ("2024", "35", "")


def test_what_is_no_figure_is_not_restated(
    client: Client, publish: Any, codes: dict[str, int]
) -> None:
    publish(2023, state("10", "à venir", "", "8"))
    publish(2024, state("11", "20", "5", "8"))
    rows = [row for row in read_rows(client.get(ADDRESS)) if row["bilan"] == "2023"]
    assert [(row["texte"], row["etat"], row["revise"]) for row in rows] == [
        ("10", "VALUE", "oui"),
        ("à venir", "TEXT", ""),
        ("", "EMPTY", ""),
        ("8", "VALUE", "non"),
    ]


def count_statements(client: Client) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(ADDRESS).status_code == 200
    return len(captured)


def test_many_indicators_take_no_more_statements_than_one(client: Client, publish: Any) -> None:
    names = [f"i{n}" for n in range(MAX_CODES)]
    models.Indicator.objects.bulk_create(models.Indicator(name=n, code=n) for n in names)
    page = publish(2024, stored(build.indicators(HEADINGS[:2], ("i0", "7"), refs=names[:1])))
    one = count_statements(client)

    rows = [(name, "7") for name in names]
    page.body = json.dumps(stored(build.indicators(HEADINGS[:2], *rows, refs=names)))
    page.save()

    assert count_statements(client) <= one
    assert {row["revise"] for row in read_rows(client.get(ADDRESS))} == {"non"}


class Requests:
    """A visit that remembers the codes that it was asked for."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def ask(self, name: str, codes: list[str], first: int) -> dict[str, Any]:
        """Return an indicator without figures for each code."""
        assert len(codes) == first
        self.asked.append(first)
        return {"indicators": {"nodes": [{"code": code, "series": []} for code in codes]}}


def test_more_indicators_are_asked_in_turns() -> None:
    requests = Requests()
    visit: Any = requests
    codes = [f"i{n}" for n in range(MAX_CODES + 1)]
    assert [each["code"] for each in list_indicators(visit, codes)] == codes
    assert requests.asked == [MAX_CODES, 1]


def test_what_is_hidden_is_nowhere(
    client: Client, publish: Any, codes: dict[str, int], keeping: Any
) -> None:
    publish(2023, state("10", "20", "5", "8"))
    page = publish(2024, state("11", "20", "5", "8"))
    assert "lances" in client.get(ADDRESS).content.decode()

    models.Indicator.objects.get(code="lances").unpublish()
    text = client.get(ADDRESS).content.decode()
    assert "lances" not in text
    assert "agents" in text
    for name in ("bilan/2023/donnees.csv", "bilan/2024/donnees.csv", "bilan/2024/v/2/donnees.csv"):
        assert "lances" not in client.get(f"/{name}").content.decode()

    page.unpublish()
    years = {row["bilan"] for row in read_rows(client.get(ADDRESS))}
    assert years == {"2023"}
    assert {row["revise"] for row in read_rows(client.get(ADDRESS))} == {"", "non"}


def test_a_site_without_reports_has_an_empty_file(client: Client, index: Any) -> None:
    assert read_rows(client.get(ADDRESS)) == []
