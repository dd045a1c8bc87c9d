"""The reading below a cell is in the unit that the head of its column states, as in the report."""

import json

import pytest
from playwright.sync_api import Locator, Page, expect

from reports.content.models import AnnualReportPage

from .conftest import grid, item

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def report(report: AnnualReportPage) -> AnnualReportPage:
    """A report with one table, whose last column states a unit."""
    table = grid(["Poste", "Agents", "Montant (k€)"], ["Semis", "12", "1 200"], ["Taille", "3", ""])
    report.body = json.dumps([item({"caption": "", "table": table}, "data_table")])
    report.save()
    return report


def at(editor: Page, row: int, column: int) -> Locator:
    line = editor.locator(".bilan-table tbody").nth(row).locator("tr").first
    return line.locator("td").nth(column)


def test_a_reading_follows_the_head_of_its_column(editor: Page) -> None:
    reading = at(editor, 0, 2).locator(".bilan-figure__reading")
    expect(reading).to_have_text("1\u202f200\u00a0k€")
    expect(at(editor, 0, 1).locator(".bilan-figure__reading")).to_have_text("12")
    at(editor, 1, 2).locator(".bilan-figure > textarea").fill("35")
    expect(at(editor, 1, 2).locator(".bilan-figure__reading")).to_have_text("35\u00a0k€")
    head = editor.locator(".bilan-table thead textarea").nth(2)
    head.fill("Part (%)")
    expect(reading).to_have_text("1\u202f200\u00a0%")
    head.press("Control+z")
    expect(reading).to_have_text("1\u202f200\u00a0k€")
    head = editor.locator(".bilan-table thead textarea").nth(2)
    head.press("Alt+ArrowLeft")
    expect(at(editor, 0, 1).locator(".bilan-figure__reading")).to_have_text("1\u202f200\u00a0k€")
    expect(at(editor, 0, 2).locator(".bilan-figure__reading")).to_have_text("12")
