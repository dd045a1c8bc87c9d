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
FOLDED_FROM = 10  # blocks from which on a body begins folded
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
        build.picture(alt="Courbe des services suivis", caption="Les services suivis"),
        build.data_table(
            ("Année", "Services"), ("2022", "190"), ("2023", "217"), ("2024", "250"), caption=""
        ),
        *(build.prose(f"<p>La partie {n} est courte.</p>") for n in range(FOLDED_FROM)),
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


def delete(editor: Page, block: str) -> None:
    section = editor.locator(f"#block-{block}-section")
    section.locator('[data-streamfield-action="DELETE"]').click()
    expect(section).to_be_hidden()


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

    delete(editor, find(body, "picture")["id"])  # it has no file, and could not be published
    saved()
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


def test_a_list_and_a_picture_are_read_with_what_stands_around_them(
    editor: Page, report: AnnualReportPage, saved: Saved, shots: Path
) -> None:
    before = load(report)
    text = find(before, "paragraph")
    shown = open_dialog(editor, text["id"])
    shown.get_by_role("radio", name="Services en une ligne").check()
    editor.wait_for_timeout(300)
    editor.screenshot(path=shots / "lire-comme-services.png")
    expect(shown).to_contain_text("2 services, 2 missions.")
    shown.get_by_role("button", name="Lire comme « Services en une ligne »").click()
    kind = editor.locator(f"#block-{text['id']}-section .c-sf-block__type")
    expect(kind).to_have_text("Services en une ligne")
    picture, chart_data = find(before, "picture"), find(before, "data_table", 1)
    shown = open_dialog(editor, picture["id"])
    editor.screenshot(path=shots / "lire-comme-graphique.png")
    expect(shown).to_contain_text("Le tableau qui suit l’image en fait partie.")
    shown.get_by_role("button", name="Lire comme « Graphique »").click()
    expect(editor.locator(f"#block-{picture['id']}-section")).to_be_hidden()

    def look(services: str, data: str) -> None:
        expect(kind).to_have_text(services)
        other = editor.locator(f"#block-{chart_data['id']}-section .c-sf-block__type")
        expect(other).to_have_text(data)

    look("Services en une ligne", "Graphique")
    for keys, services, data in (
        ("Control+z", "Services en une ligne", "Tableau"),
        ("Control+z", "Paragraphe", "Tableau"),
        ("Control+y", "Services en une ligne", "Tableau"),
        ("Control+y", "Services en une ligne", "Graphique"),
        ("Control+z", "Services en une ligne", "Tableau"),
        ("Control+y", "Services en une ligne", "Graphique"),
    ):
        editor.keyboard.press(keys)
        look(services, data)
    after = saved()
    kinds = [block["type"] for block in after]
    assert kinds[:5] == ["heading", "data_table", "paragraph", "service_lines", "chart"]
    assert [block["id"] for block in after[3:5]] == [text["id"], chart_data["id"]]
    assert after[5:] == before[5:]
    names = [item["value"]["name"] for item in after[3]["value"]["services"]]
    assert names == ["Mano", "Camino"]
    data = after[4]["value"]["data"]
    assert [r["id"] for r in data["rows"]] == [
        r["id"] for r in chart_data["value"]["table"]["rows"]
    ]


def test_an_address_opens_the_dialog_of_a_block(editor: Page, report: AnnualReportPage) -> None:
    table = find(load(report), "data_table")
    editor.goto(f"/admin/pages/{report.pk}/edit/?lire={table['id']}#block-{table['id']}-section")
    expect(dialog(editor).get_by_role("status")).to_have_text("Ce bloc est lu comme : Tableau.")
    assert "lire=" not in editor.url
    dialog(editor).get_by_role("button", name="Annuler").click()
    expect(dialog(editor)).to_have_count(0)
