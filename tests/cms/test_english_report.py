"""An English report, from its file to everything that readers get: its numbers are right."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from bs4 import BeautifulSoup
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.test import Client

from cms.pdf.making import make_pdf
from reports.checks.check_result import check_latest
from reports.content.models import AnnualReportPage, ReportIndexPage
from reports.publishing.models import ReportPdf, ReportVersion

from ..reports_graphql.conftest import index, no_cache

__all__ = ["index", "no_cache"]

pytestmark = [pytest.mark.django_db, pytest.mark.needs_app("reports.exchange")]

REPORT = """---
title: Annual report 2024
---

## Reach

- **133,000** households signed up
- **£12.3m** saved for councils
- **1 in 5** applications made by phone
- up to 300 places a year
- $5 for each letter

## Money

| Programme | Amount (£m) | Share |
|---|---|---|
| Housing | 1.2 | 12.5% |
| Transport | 3.05 | 31.8 per cent |

Complaints fell from 1,200 to 950 in a year. The 2023/24 plan is closed. Is it over? Yes: it is!
"""

QUERY = Path(__file__).resolve().parents[2] / "graphql" / "queries" / "report.graphql"


@pytest.fixture
def report(index: ReportIndexPage, tmp_path: Path) -> AnnualReportPage:
    file = tmp_path / "report.md"
    file.write_text(REPORT)
    call_command(
        "import_report",
        str(file),
        language="en",
        currency="GBP",
        publish=True,
        acknowledge="Essai",
        stdout=io.StringIO(),
    )
    return AnnualReportPage.objects.get(year=2024)


def ask(client: Client, query: str = QUERY.read_text(encoding="utf-8")) -> dict[str, Any]:
    data = {"query": query, "variables": {"year": 2024}}
    answer = client.post("/graphql/", data, content_type="application/json").json()
    assert "errors" not in answer, answer
    report: dict[str, Any] = answer["data"]["report"]
    return report


def list_figures(answer: Any) -> Iterator[dict[str, Any]]:
    """Yield the figures of an answer that have a value, in order."""
    if isinstance(answer, list):
        for each in answer:
            yield from list_figures(each)
    elif isinstance(answer, dict):
        if "qualifier" in answer and answer["value"] is not None:
            yield answer
        for each in answer.values():
            yield from list_figures(each)


EXPECTED = [
    ("133000", None, None, "EXACT", "133,000"),
    ("12300000", None, "GBP", "EXACT", "£12.3m"),
    ("1", "5", None, "RATIO", "1 in 5"),
    ("300", None, None, "AT_MOST", "up to 300"),
    # The head says "£m": the number is in pounds, and printed as it stands in its column.
    ("1200000", None, "GBP", "EXACT", "1.2"),
    ("12.5", None, None, "EXACT", "12.5%"),
    ("3050000", None, "GBP", "EXACT", "3.05"),
    ("31.8", None, None, "EXACT", "31.8 per cent"),
]
"""Value, second value, currency, qualifier and print of each figure; a lone `$` is no number."""


def test_its_figures_are_right_in_the_graph(report: AnnualReportPage, client: Client) -> None:
    answer = ask(client)
    figures = [
        (f["value"], f["valueTo"], f["currency"], f["qualifier"], f["text"].replace("\u00a0", " "))
        for f in list_figures(answer["body"])
    ]

    assert answer["language"] == "en"
    assert ask(client, "query ($year: Int!) { report(year: $year) { currency } }") == {
        "currency": "GBP"
    }
    assert figures == EXPECTED


def test_its_page_prints_them_in_english(report: AnnualReportPage, client: Client) -> None:
    page = BeautifulSoup(client.get("/bilan/2024/").content, "html.parser")
    article = page.select_one("article")
    assert article
    words = article.get_text().replace("\u00a0", " ")

    assert article["lang"] == "en"
    assert [words.count(text) for *_, text in EXPECTED] == [1] * len(EXPECTED)
    assert "133 000" not in words.replace("\u202f", " ")


def test_its_data_are_exact(report: AnnualReportPage, client: Client) -> None:
    text = client.get("/bilan/2024/donnees.csv").content.decode("utf-8-sig")
    rows = [row for row in csv.DictReader(io.StringIO(text)) if row["valeur"]]

    assert [(row["valeur"], row["valeur_haute"] or None) for row in rows] == [
        (value, value_to) for value, value_to, *_ in EXPECTED
    ]
    assert {row["devise"] for row in rows} == {"", "GBP"}


def test_its_pdf_is_in_english(report: AnnualReportPage) -> None:
    make_pdf(ReportVersion.objects.get())
    with default_storage.open(ReportPdf.objects.get().name) as file, pikepdf.open(file) as pdf:
        assert str(pdf.Root.Lang) == "en"


def test_its_numbers_are_found_with_and_without_commas(
    report: AnnualReportPage, client: Client
) -> None:
    for words in ("133,000", "133000", "133 000"):
        page = BeautifulSoup(client.get("/recherche/", {"q": words}).content, "html.parser")
        assert "households" in page.get_text(), words


def test_rules_of_french_do_not_judge_it(report: AnnualReportPage) -> None:
    assert not check_latest(report).findings


def test_it_goes_out_and_in_again(report: AnnualReportPage, tmp_path: Path, client: Client) -> None:
    call_command("export_report", "2024", to="markdown", output=tmp_path / "out")
    [file] = (tmp_path / "out").glob("*.md")
    before = ask(client)["body"]
    call_command("import_report", str(file), replace=True, publish=True, acknowledge="Essai")

    assert "language: en\ncurrency: GBP\n" in file.read_text()
    assert ask(client)["body"] == before


UNSAID = """---
title: Report 2024
---

## Reach

- 133,000 households
- 45 sites

| Area | Users |
|---|---|
| North | 1,234 |
"""


def test_without_a_language_what_reads_two_ways_is_text(
    index: ReportIndexPage, tmp_path: Path, client: Client
) -> None:
    file, said = tmp_path / "report.md", io.StringIO()
    file.write_text(UNSAID)
    call_command("import_report", str(file), publish=True, acknowledge="Essai", stdout=said)

    assert [f["value"] for f in list_figures(ask(client)["body"])] == ["45"]
    assert "« 133,000 » se lit 133 000 en anglais" in said.getvalue()
    assert "« 1,234 » se lit 1 234 en anglais" in said.getvalue()
