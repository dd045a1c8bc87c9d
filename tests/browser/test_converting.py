"""« Lire comme… »: a wrongly read block is read as another type by mouse, taken back, published."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from reports.content.models import AnnualReportPage, ReportIndexPage, Service
from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.checks import build

from .conftest import SNAPSHOT, open_actions, press_publish

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
FEW = 10  # blocks from which on a body begins folded
Saved = Callable[[], list[Any]]
HEADS = ("Produit", "Mission", "Montant", "Remarque")
LAUREATES = (
    ("Mano", "Accompagner les personnes en rue", "80 000 €", "Deuxième tour"),
    ("Camino", "Ouvrir le registre minier", "120 000 €", ""),
    ("Carte des aides", "Dire à chacun ses aides", "65 000 €", ""),
)


@pytest.fixture
def report(report: AnnualReportPage) -> AnnualReportPage:
    """A report of folded blocks: a table of awards that an import left a table, a list, a chart."""
    blocks = [
        build.heading("Les lauréats"),
        build.data_table(HEADS, *LAUREATES, caption="Lauréats de 2024"),
        build.prose(
            "<p>Nos services :</p><ul>"
            '<li><a href="/startups/mano.html"><b>Mano</b></a> : accompagner 18 000 personnes'
            " (DIHAL)</li>"
            "<li><b>Camino</b> : ouvrir le registre minier (DGALN)</li></ul>"
        ),
        *(build.prose(f"<p>La partie {n} est courte.</p>") for n in range(FEW)),
    ]
    index = ReportIndexPage.objects.get()
    page = AnnualReportPage(title="Bilan 2031", slug="2031", year=2031, live=False)
    page.body = json.dumps(stored(*blocks))
    index.add_child(instance=page)
    page.save_revision()
    Service.objects.create(slug="mano", name="Mano")
    Service.objects.create(slug="camino", name="Camino")
    return page


def dialog(page: Page) -> Locator:
    return page.locator("dialog.bilan-convert")


def load(report: AnnualReportPage) -> list[Any]:
    body: list[Any] = json.loads(report.get_latest_revision().content["body"])
    return body


def find(body: list[Any], kind: str, rank: int = 0) -> Any:
    return [block for block in body if block["type"] == kind][rank]


def open_dialog(editor: Page, block: str) -> Locator:
    """Open the dialog of a block, from its menu."""
    section = editor.locator(f"#block-{block}-section")
    section.get_by_role("button", name="Autres actions").click()
    editor.get_by_role("menuitem", name="Lire comme…").click()
    expect(dialog(editor).get_by_role("status")).to_contain_text("Ce bloc est lu comme")
    return dialog(editor)


def test_a_table_is_read_as_awards_by_mouse_undone_and_published(
    editor: Page, report: AnnualReportPage, saved: Saved, shots: Path, live_server: LiveServer
) -> None:
    before = load(report)
    table = find(before, "data_table")
    shown = open_dialog(editor, table["id"])
    shown.get_by_role("radio", name="Tableau de financement").check()
    editor.wait_for_timeout(300)
    editor.screenshot(path=shots / "lire-comme.png")  # of the guide
    expect(shown).to_contain_text("3 lauréats.")
    expect(shown).to_contain_text("Relié par son nom à 2 fiches de service.")
    expect(shown).to_contain_text("1 ligne sans fiche de service")
    found = Axe().run(editor, options={"runOnly": RULES})
    assert found.violations_count == 0, found.generate_report()
    shown.get_by_role("radio", name="Budget").check()
    expect(shown).to_contain_text("N’a pas de place dans ce type")
    expect(shown.get_by_role("button", name="Lire comme « Budget », sans ces")).to_be_visible()
    editor.wait_for_timeout(300)
    editor.screenshot(path=shots / "lire-comme-budget.png")
    shown.get_by_role("radio", name="Tableau de financement").check()
    shown.get_by_role("button", name="Lire comme « Tableau de financement »", exact=True).click()
    expect(shown).to_have_count(0)
    section = editor.locator(f"#block-{table['id']}-section")
    expect(section.locator(".c-sf-block__type")).to_have_text("Tableau de financement")
    editor.screenshot(path=shots / "lu-comme.png")

    editor.keyboard.press("Control+z")
    expect(section.locator(".c-sf-block__type")).to_have_text("Tableau")
    editor.keyboard.press("Control+y")
    expect(section.locator(".c-sf-block__type")).to_have_text("Tableau de financement")
    editor.keyboard.press("Control+z")
    assert saved() == before

    editor.wait_for_timeout(SNAPSHOT)
    shown = open_dialog(editor, table["id"])
    shown.get_by_role("radio", name="Tableau de financement").check()
    shown.get_by_role("button", name="Lire comme « Tableau de financement »", exact=True).click()
    expect(section.locator(".c-sf-block__type")).to_have_text("Tableau de financement")
    body = saved()
    awards = find(body, "funding_table")
    assert awards["id"] == table["id"]
    was, now = table["value"]["table"], awards["value"]["table"]
    assert now["columns"] == was["columns"]
    assert [row["id"] for row in now["rows"]] == [row["id"] for row in was["rows"]]
    assert [row.get("ref", "") for row in now["rows"]] == ["mano", "camino", ""]
    assert [b for b in body if b["id"] != table["id"]] == [
        b for b in before if b["id"] != table["id"]
    ]
    report.refresh_from_db()
    assert not report.live

    editor.wait_for_timeout(SNAPSHOT)
    open_actions(editor)
    press_publish(editor.get_by_role("button", name="Publier", exact=True))
    editor.locator(".messages .success").first.wait_for()
    report.refresh_from_db()
    assert report.live
    editor.goto(f"{live_server.url}/bilan/2031/")
    published = editor.locator("main")
    expect(published).to_contain_text("120 000 €")
    expect(published.get_by_role("link", name="Mano").first).to_be_visible()
    editor.screenshot(path=shots / "lu-comme-publie.png", full_page=True)
