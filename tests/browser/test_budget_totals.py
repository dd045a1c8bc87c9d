"""The total row of a budget: what the posts make, while they are typed."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from reports.content.models import AnnualReportPage
from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.checks import build

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture
def report(report: AnnualReportPage) -> AnnualReportPage:
    lines = [("Équipe", "1 406 165 €", "3,7 ETPT"), ("Total", "1 406 165 €", "")]
    report.body = json.dumps(stored(build.budget(*lines)))
    report.save()
    report.save_revision()
    return report


def test_the_total_follows_what_is_typed(report: AnnualReportPage, editor: Page) -> None:
    table = editor.locator(".bilan-table")
    amount, staff = table.locator("tfoot td").all()
    expect(amount).to_contain_text("1\u202f406\u202f165\u00a0€= la ligne «\u00a0Total\u00a0»")
    expect(staff).to_have_text("3,7\u00a0ETPT")

    table.locator("tbody").first.locator("input, textarea").first.focus()
    editor.keyboard.press("Control+Enter")
    editor.keyboard.type("Locaux")
    row = table.locator("tbody").nth(1)
    row.locator(".bilan-figure").first.locator("input, textarea").first.fill("93 835,5 €")
    expect(amount).to_contain_text("1\u202f500\u202f000,5\u00a0€")
    expect(amount).to_contain_text(
        "dit 1\u202f406\u202f165\u00a0€, écart\u00a0: −93\u202f835,5\u00a0€"
    )

    row.locator(".bilan-figure").first.locator("input, textarea").first.fill("beaucoup")
    expect(amount).to_have_text("Pas de total\u00a0: «\u00a0beaucoup\u00a0» ne s’additionne pas")

    found = Axe().run(editor, context=".bilan-table tfoot", options={"runOnly": RULES})
    assert found.violations_count == 0, found.generate_report()
