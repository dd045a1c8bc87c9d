"""What each program puts on the clipboard, pasted into a body: which blocks the editor has then."""

import json
import os
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from reports.content.models import AnnualReportPage
from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.checks import build

from .engines import IS_FIREFOX
from .system_clipboard import paste

pytestmark = [
    pytest.mark.browser,
    pytest.mark.firefox,
    pytest.mark.django_db(transaction=True),
]

SHOTS = os.environ.get("SCREENSHOTS", "")
CALC = Path(__file__).parent / "clipboard"
OTHERS = Path(__file__).parents[1] / "reports" / "exchange" / "importing" / "clipboard"
HEDGES = ["heading", "paragraph", "fact_list", "data_table", "picture"]
# file -> the blocks that it becomes
FIXTURES: dict[Path, list[str]] = {
    OTHERS / "google_docs": [*HEDGES, "paragraph"],
    OTHERS / "word": HEDGES,
    OTHERS / "writer": HEDGES,
    OTHERS / "web_page": [*HEDGES, "paragraph"],
    OTHERS / "excel": ["data_table"],
    CALC / "budget": ["data_table"],
    CALC / "chart": ["data_table"],
    CALC / "data_table": ["data_table"],
    CALC / "funding": ["data_table"],
    CALC / "indicator": ["indicator_table"],
}


@pytest.fixture
def report(report: AnnualReportPage) -> AnnualReportPage:
    """A report with a paragraph, after which everything is pasted."""
    report.body = json.dumps(stored(build.prose("<p>Avant.</p>")))
    report.save()
    return report


def shoot(page: Page, path: Path, name: str) -> None:
    if SHOTS:
        engine = "firefox" if IS_FIREFOX else "chromium"
        unfold = page.get_by_role("button", name="Tout déplier")
        if name == "body" and unfold.count():
            unfold.evaluate("button => button.click()")  # Firefox's driver scrolls sidewise
        page.set_viewport_size({"width": 1280, "height": 3600 if name == "body" else 900})
        page.wait_for_timeout(2000)
        page.screenshot(path=Path(SHOTS) / f"{path.name}-{name}-{engine}.png")
        page.set_viewport_size({"width": 1280, "height": 900})


def kinds(page: Page) -> list[str]:
    """The types of the blocks in the form, in order."""
    found: list[str] = page.evaluate(
        """() => {
            const field = (place, name) => document.getElementsByName(`body-${place}-${name}`)[0];
            return [...Array(Number(document.getElementsByName("body-count")[0].value)).keys()]
                .filter((place) => !field(place, "deleted").value)
                .sort((a, b) => field(a, "order").value - field(b, "order").value)
                .map((place) => field(place, "type").value);
        }"""
    )
    return found


def test_each_becomes_the_same_blocks_in_every_browser(editor: Page) -> None:
    message = editor.locator("[data-bilan-insertion]")
    for path, expected in FIXTURES.items():
        html = path.with_suffix(".html").read_text(encoding="utf-8")
        tsv = path.with_suffix(".tsv")
        editor.locator("[data-streamfield-child] [data-panel-toggle]").first.focus()
        paste(editor, tsv.read_text(encoding="utf-8") if tsv.exists() else "Un texte", html)
        insert = editor.locator("dialog.bilan-paste button[value=insert]")
        expect(insert).to_be_focused()
        shoot(editor, path, "dialog")
        insert.click()
        expect(message).to_contain_text("inséré")
        shoot(editor, path, "body")
        assert (path.name, kinds(editor)) == (path.name, ["paragraph", *expected])
        message.get_by_role("button", name="Annuler").click()
        expect(message).to_contain_text("retiré")
        assert kinds(editor) == ["paragraph"]
