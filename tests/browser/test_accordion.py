"""An accordion in the page of a report, with scripts and without, and in the editor."""

import json
import os
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from reports.content.models import AnnualReportPage
from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.checks import build
from tests.reports.publishing.answering import publish_answered

pytestmark = pytest.mark.browser


@pytest.fixture
def unfolding(report: AnnualReportPage) -> AnnualReportPage:
    """A public report with headings of all levels and an accordion."""
    headings = [build.heading(f"Titre de niveau {level}", level) for level in range(2, 7)]
    items = ("Qui êtes-vous ?", "Une équipe."), ("Depuis quand ?", "Depuis 2013.")
    report.body = json.dumps(stored(*headings, build.accordion("Questions", *items)))
    report.save()
    publish_answered(report.save_revision())
    return report


def look(page: Page, name: str, full_page: bool = True) -> None:
    if folder := os.environ.get("LOOKS"):
        page.screenshot(path=f"{folder}/{name}.png", full_page=full_page)


@pytest.mark.parametrize("scripts", [True, False])
def test_readers_unfold_an_item_by_its_title(
    contexts: Callable[..., BrowserContext], unfolding: AnnualReportPage, scripts: bool
) -> None:
    page = contexts(java_script_enabled=scripts).new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto("/bilan/2024/")
    words, other = page.get_by_text("Une équipe."), page.get_by_text("Depuis 2013.")
    expect(words).to_be_hidden()
    look(page, f"folded-{scripts}")

    page.locator(".bilan-accordion > summary").first.focus()
    page.keyboard.press("Enter")
    expect(words).to_be_visible()
    expect(other).to_be_hidden()
    look(page, f"unfolded-{scripts}")
    page.emulate_media(media="print")
    expect(other).to_be_visible()
    assert errors == []


def test_editors_open_one(unfolding: AnnualReportPage, editor: Page) -> None:
    editor.reload()
    title = editor.locator("[data-contentpath=items] input[name$='-title']").first
    expect(title).to_have_value("Qui êtes-vous ?")
    title.scroll_into_view_if_needed()
    look(editor, "editor", full_page=False)
