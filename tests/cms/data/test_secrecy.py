"""No file says what the graph hides: an unpublished indicator, a hidden report."""

import io
import zipfile
from typing import Any

import pytest
from django.test import Client

from reports import models
from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.checks import build

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("keeping")]

CODE = "services-lances-en-secret"
NAMES = ("donnees.csv", "donnees.json", "donnees.ods", "donnees.schema.json")
FOR_ALL = ("/donnees/bilans.csv", "/catalog.jsonld")


@pytest.fixture
def addresses(publish: Any) -> list[str]:
    """Every file about a report that states values of an indicator, as it is and as it was."""
    models.Indicator.objects.create(name="Services lancés", code=CODE)
    headings = ("Indicateurs", "Résultats 2024")
    table = build.indicators(headings, ("Services lancés", "35"), refs=(CODE,))
    page = publish(2024, stored(table), hero_title="Un bilan à cacher")
    version = models.ReportVersion.objects.latest("number")
    block = f"donnees/{page.body[0].id}.csv"
    paths = ("/bilan/2024/", f"/bilan/2024/v/{version.number}/")
    return [f"{path}{name}" for path in paths for name in (*NAMES, block)]


def read_text(client: Client, address: str) -> str:
    """Return all that a file says; a workbook is an archive."""
    response = client.get(address)
    assert response.status_code == 200, address
    if not address.endswith(".ods"):
        return response.content.decode()
    files = zipfile.ZipFile(io.BytesIO(response.content))
    return "".join(files.read(name).decode("utf-8", "replace") for name in files.namelist())


def test_the_code_of_an_unpublished_indicator_is_nowhere(
    client: Client, addresses: list[str]
) -> None:
    told = [each for each in (*addresses, *FOR_ALL) if CODE in read_text(client, each)]
    assert len(told) == 7  # CSV, JSON and ODS, now and then, and the file of all reports

    models.Indicator.objects.get().unpublish()

    assert [each for each in (*addresses, *FOR_ALL) if CODE in read_text(client, each)] == []
    assert client.get(f"/indicateurs/{CODE}.csv").status_code == 404


def test_a_hidden_report_is_nowhere(client: Client, addresses: list[str]) -> None:
    assert "Un bilan à cacher" in read_text(client, "/catalog.jsonld")
    absent = client.get("/bilan/2019/donnees.csv")

    models.AnnualReportPage.objects.get().unpublish()

    for address in addresses:
        hidden = client.get(address)
        assert (hidden.status_code, hidden.content) == (404, absent.content), address
    for address in FOR_ALL:
        text = read_text(client, address)
        assert "2024" not in text
        assert "cacher" not in text
