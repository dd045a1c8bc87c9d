"""A paste from elsewhere into the body: shown first, inserted as blocks, taken back at once."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from reports.content.models import AnnualReportPage, Picture
from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.checks import build

from .conftest import wait_until_watched
from .system_clipboard import copy

pytestmark = [pytest.mark.browser, pytest.mark.firefox, pytest.mark.django_db(transaction=True)]

FIXTURES = Path(__file__).parents[1] / "reports" / "exchange" / "importing" / "clipboard"
HEDGES = ["heading", "paragraph", "fact_list", "data_table", "picture"]


def fixture(name: str) -> str:
    return (FIXTURES / name).read_text(encoding="utf-8")


def dialog(page: Page) -> Locator:
    return page.locator("dialog.bilan-paste")


def lines(page: Page) -> list[str]:
    insert = dialog(page).get_by_role("button", name=re.compile("^Insérer"))
    expect(insert).to_be_focused()
    return [text.replace("\u202f", " ") for text in dialog(page).locator("li").all_inner_texts()]


def kinds(body: list[Any]) -> list[str]:
    return [block["type"] for block in body]


def focus_first_block(page: Page) -> None:
    page.locator("[data-streamfield-child] [data-panel-toggle]").first.focus()


def open_two_texts(page: Page, report: AnnualReportPage) -> Locator:
    """Give a report two paragraphs, and return the editor of the first."""
    report.body = json.dumps(stored(build.prose("<p>Avant.</p>"), build.prose("<p>Fin.</p>")))
    report.save()
    report.save_revision()
    page.reload()
    wait_until_watched(page)
    return page.locator("[data-contentpath=text] .public-DraftEditor-content").first


@pytest.fixture
def shoot(shots: Path) -> Callable[[Page, str], None]:
    def take(page: Page, name: str) -> None:
        page.screenshot(path=shots / f"pasting-{name}.png")

    return take


def test_a_paste_becomes_blocks_and_is_taken_back_at_once(
    editor: Page, saved: Callable[[], list[Any]], shoot: Callable[[Page, str], None]
) -> None:
    copy(editor, "Les haies du canton", fixture("google_docs.html"))
    focus_first_block(editor)
    editor.keyboard.press("Control+V")
    found = lines(editor)
    assert found[:4] == [
        "Titre : Partie · Les haies du canton",
        "Paragraphe : La brigade a planté trois haies le long du chemin vert, sans bruit.",
        "Liste chiffrée (3 lignes) : 340 arbres plantés, 12 vergers suivis, dont 4 en ville",
        "Tableau (2 lignes × 1 colonne, 2 nombres) : Les Aulnes, Le Sorbier",
    ]
    shoot(editor, "dialog")
    editor.keyboard.press("Enter")
    message = editor.locator("[data-bilan-insertion]")
    expect(message).to_contain_text("6 blocs insérés.")
    shoot(editor, "inserted")
    editor.keyboard.press("Control+Z")
    expect(message).to_contain_text("6 blocs retirés.")
    message.get_by_role("button", name="Rétablir").click()
    body = saved()
    assert kinds(body) == ["indicator_table", *HEDGES, "paragraph", "impact_cards"]
    assert body[5]["value"]["picture"] == Picture.objects.get().pk
    assert 'href="https://chemin.example/plan?lot=3"' in body[2]["value"]["text"]
    assert "<b>trois haies</b>" in body[2]["value"]["text"]


def test_a_structure_in_a_text_asks_and_words_stay_in_it(
    report: AnnualReportPage, editor: Page, saved: Callable[[], list[Any]]
) -> None:
    text = open_two_texts(editor, report)
    text.click()
    editor.keyboard.press("Control+End")

    google = '<b style="font-weight:normal;" id="docs-internal-guid-1"><p><span>Après le </span>'
    link = '<a href="https://www.google.com/url?q=https://chemin.example/&amp;sa=D">chemin</a>.</p></b>'
    copy(editor, "Après le chemin.", google + link)
    text.focus()
    editor.keyboard.press("Control+V")
    expect(text).to_contain_text("Après le chemin.")
    expect(dialog(editor)).to_have_count(0)

    copy(editor, "Les haies du canton", fixture("word.html"))
    text.focus()
    editor.keyboard.press("Control+V")
    found = lines(editor)
    assert "Image : Une haie au printemps" in found[4]
    assert any("Texte masqué laissé de côté" in line for line in found)
    dialog(editor).get_by_role("button", name="Insérer les 5 blocs").click()
    body = saved()
    assert kinds(body) == ["paragraph", *HEDGES, "paragraph"]
    assert 'href="https://chemin.example/"' in body[0]["value"]["text"]
    assert "<b>" not in body[0]["value"]["text"]
    assert "Ouvert en mai." in body[2]["value"]["text"]
    assert "secret" not in json.dumps(body)


def test_what_cannot_be_taken_changes_nothing(editor: Page, saved: Callable[[], list[Any]]) -> None:
    before = saved()
    focus_first_block(editor)
    copy(editor, "mot", "<p>" + "mot " * 1_300_000 + "</p>")
    editor.keyboard.press("Control+V")
    expect(editor.locator(".messages .warning")).to_contain_text("plus de 5 Mo")
    copy(editor, "Un", "<svg><text>Un</text></svg><style>a{}</style>")
    editor.keyboard.press("Control+V")
    expect(dialog(editor).get_by_role("alert")).to_contain_text("rien qui puisse devenir un bloc")
    dialog(editor).get_by_role("button", name="Fermer").click()
    assert saved() == before
