"""The files as others read them: Frictionless validates them against their schemas."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from frictionless import Resource, Schema, system, validate

from cms.data import columns
from cms.data.schema import build_schema
from reports.core.figures.figure import Qualifier, State, Unit

from .answers import ask_report, list_statements, read_rows

pytestmark = pytest.mark.django_db


def find_errors(client: Client, address: str, folder: Path, change: str = "") -> list[str]:
    """Return what Frictionless finds wrong with a CSV file of data."""
    schema = client.get(f"{address}.schema.json").json()
    file = client.get(f"{address}.csv").content
    (folder / "data.csv").write_bytes(file.replace(b",VALUE,", f",{change or 'VALUE'},".encode()))
    resource = Resource(path=str(folder / "data.csv"), schema=Schema.from_descriptor(schema))
    with system.use_context(trusted=True):
        report = validate(resource)
    return [error.message for task in report.tasks for error in task.errors]


@pytest.mark.parametrize("year", [2023, 2024])
def test_the_data_of_a_real_report_is_valid(
    client: Client,
    import_file: Callable[..., Any],
    real_reports: Path,
    tmp_path: Path,
    year: int,
) -> None:
    folder = real_reports / str(year)
    import_file(folder / f"{year}.md", assets=folder, publish=True)
    assert find_errors(client, f"/bilan/{year}/donnees", tmp_path) == []
    assert find_errors(client, "/donnees/bilans", tmp_path) == []
    assert find_errors(client, f"/bilan/{year}/donnees", tmp_path, change="ODD")


def test_the_data_of_every_block_is_valid(
    client: Client, publish: Any, every_block: Any, tmp_path: Path
) -> None:
    publish(2024, every_block)
    assert find_errors(client, "/bilan/2024/donnees", tmp_path) == []


def test_json_has_the_rows_of_csv(client: Client, publish: Any, every_block: Any) -> None:
    publish(2024, every_block)
    found = client.get("/bilan/2024/donnees.json").json()
    lines = read_rows(client.get("/bilan/2024/donnees.csv"))

    assert found["format"] == columns.FORMAT_VERSION
    assert (found["bilan"], found["adresse"]) == (2024, "http://testserver/bilan/2024/")
    assert client.get(found["schema"]).json()["format"] == columns.FORMAT_VERSION
    rows = [
        {name: "" if value is None else str(value) for name, value in row.items()}
        for row in found["chiffres"]
    ]
    assert rows == lines
    assert list(found["chiffres"][0]) == found["colonnes"]
    values = [figure["value"] for _, figure in list_statements(ask_report(client, 2024)["body"])]
    assert [row["valeur"] for row in found["chiffres"]] == values


def test_the_schema_names_all_that_the_graph_may_say() -> None:
    assert set(columns.UNITS) == {unit.name for unit in Unit}
    assert set(columns.QUALIFIERS) == {qualifier.name for qualifier in Qualifier}
    assert set(columns.STATES) == {state.name for state in State}


def test_the_schema_keeps_the_standard() -> None:
    schema = build_schema(columns.ALL_COLUMNS, "Chiffres")
    assert Schema.from_descriptor(schema).field_names == list(
        columns.list_names(columns.ALL_COLUMNS)
    )
