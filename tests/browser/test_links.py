"""The box over a link in rich text."""

import json

import pytest
from playwright.sync_api import Page, expect

from reports.content.models import AnnualReportPage
from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.checks import build

pytestmark = pytest.mark.browser


def test_the_box_over_a_link_speaks_french(report: AnnualReportPage, editor: Page) -> None:
    text = '<p>Douze <a href="https://a.test/">services</a>.</p>'
    report.body = json.dumps(stored(build.prose(text)))
    report.save()
    report.save_revision()
    editor.reload()
    editor.locator("[data-contentpath=text] .TooltipEntity").first.click()

    buttons = editor.locator(".Tooltip__button")
    expect(buttons).to_have_text(["Modifier", "Retirer"])
    buttons.last.click()
    expect(editor.locator("[data-contentpath=text] .TooltipEntity")).to_have_count(0)
