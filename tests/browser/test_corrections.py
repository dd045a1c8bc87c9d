"""A published figure is corrected: the editor says why in one dialog, and readers see it."""

import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from reports.content.models import AnnualReportPage
from reports.publishing.models import Correction

from .conftest import SNAPSHOT, open_actions, press_publish

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
AXE = {"runOnly": {"type": "tag", "values": RULES}}


def change_figure(editor: Page, value: str) -> None:
    """Type another value over « 217 »."""
    cell = editor.locator(".bilan-table tbody tr").first.locator("td input, td textarea").first
    expect(cell).to_have_value("217")
    cell.fill(value)
    editor.keyboard.press("Tab")


def publish(editor: Page) -> None:
    open_actions(editor)
    press_publish(editor.get_by_role("button", name="Publier", exact=True))


def find_violations(page: Page) -> list[Any]:
    return [found["id"] for found in Axe().run(page, options=AXE).response["violations"]]


def test_a_corrected_figure_is_answered_for_and_marked(
    editor: Page, report: AnnualReportPage
) -> None:
    change_figure(editor, "219")
    publish(editor)
    expect(editor.get_by_role("heading", name="Ce qui change pour les lecteurs")).to_be_visible()
    asked = editor.get_by_role("group", name="217 devient 219")
    expect(asked.get_by_label("Correction", exact=True)).to_be_checked()
    expect(asked.get_by_label("Phrase publique")).to_have_value(
        re.compile("\u00a0: 219 au lieu de 217$")
    )
    assert find_violations(editor) == []
    asked.get_by_label("Phrase publique").fill("Deux produits avaient été oubliés.")
    editor.get_by_role("button", name="Publier", exact=True).click()
    expect(editor.locator(".messages .success")).to_contain_text("est publié")

    editor.goto("/bilan/2024/")
    mark = editor.locator("td", has_text="219").locator(".bilan-corrected")
    expect(mark).to_contain_text("corrigé")
    expect(editor.get_by_text("1 chiffre corrigé depuis la publication")).to_be_visible()
    mark.click()
    expect(editor.locator("#_correction-1")).to_contain_text("Deux produits avaient été oubliés.")
    assert find_violations(editor) == []
    editor.goto("/bilan/2024/v/1/")
    expect(editor.locator("td", has_text="217")).to_be_visible()


def test_a_typo_costs_one_click_more(editor: Page, report: AnnualReportPage) -> None:
    title = editor.locator("[name=title]")
    title.fill("Bilan de 2024")
    editor.wait_for_timeout(SNAPSHOT)
    publish(editor)
    expect(editor.get_by_label("Coquille")).to_be_checked()
    editor.get_by_role("button", name="Publier", exact=True).click()
    expect(editor.locator(".messages .success")).to_contain_text("est publié")
    assert [each.kind for each in Correction.objects.all()] == ["typo"]
