"""The picker of links: sections as the form has them, pages, records and addresses."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from reports.content.models import AnnualReportPage, Service
from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.checks import build

from .conftest import unfold

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
Saved = Callable[[], list[Any]]
FOLDED_FROM = 10  # blocks from which on a body begins folded


@pytest.fixture
def report(report: AnnualReportPage) -> AnnualReportPage:
    """A draft whose headings have no anchors yet: they are folded, and so is what links to them."""
    blocks = [
        build.heading("Nos résultats"),
        build.heading("État des lieux", 3),
        build.prose("<p>Voir plus loin.</p>"),
        build.key_figures(("", "12", "chats suivis")),
        build.data_table(("Quartier", "Chats"), ("Centre", "41")),
        *(build.prose(f"<p>La partie {n} est courte.</p>") for n in range(FOLDED_FROM)),
    ]
    report.body = json.dumps(stored(*blocks))
    report.live = False
    report.save()
    report.save_revision()
    Service.objects.create(name="Mano", slug="mano")
    return report


def dialog(page: Page) -> Locator:
    return page.locator("dialog.bilan-link")


def choose(page: Page, typed: str, option: str) -> None:
    """Type into the picker, and take what it marks."""
    expect(dialog(page).get_by_role("combobox")).to_be_focused()
    page.keyboard.type(typed)
    marked = dialog(page).locator("[aria-selected=true]")
    expect(marked).to_contain_text(option)
    page.keyboard.press("Enter")
    expect(dialog(page)).to_have_count(0)


def select_words(editor: Page, report: AnnualReportPage) -> None:
    """Select « Voir plus loin. » in the first text."""
    text = unfold(editor, report, "paragraph").locator(".public-DraftEditor-content")
    text.click()
    editor.keyboard.press("Control+End")
    editor.keyboard.press("Shift+Home")


def test_a_link_leads_to_its_section_when_the_title_changes(
    report: AnnualReportPage, editor: Page, saved: Saved
) -> None:
    select_words(editor, report)
    editor.keyboard.press("Control+k")
    choose(editor, "etat", "1.1 État des lieux")
    linked = editor.locator("[data-contentpath=text] .TooltipEntity")
    expect(linked).to_have_text("Voir plus loin.")
    text = editor.locator("[data-contentpath=text] .public-DraftEditor-content").first
    expect(text).to_be_focused()
    editor.keyboard.type(" Puis.")  # after the link, not in its place
    expect(text).to_have_text("Voir plus loin. Puis.")
    expect(linked).to_have_text("Voir plus loin.")

    heading = report.body.raw_data[1]["id"]
    section = editor.locator(f"#block-{heading}-section")
    section.locator("> .w-panel__header .w-panel__toggle").click()
    section.get_by_label("Titre*", exact=True).fill("Où nous en sommes")
    body = saved()
    assert body[1]["value"]["text"] == "Où nous en sommes"
    assert body[1]["value"]["anchor"] == "état-des-lieux"
    assert '<a href="#état-des-lieux">Voir plus loin.</a>' in body[2]["value"]["text"]

    unfold(editor, report, "paragraph").locator(".TooltipEntity").click()
    editor.locator(".Tooltip__button").first.click()
    expect(dialog(editor)).to_contain_text("Mène aujourd’hui à\u00a0: 1.1 Où nous en sommes")


def test_everything_is_found_where_it_is_typed(report: AnnualReportPage, editor: Page) -> None:
    select_words(editor, report)
    editor.keyboard.press("Control+k")
    options = dialog(editor).get_by_role("option")
    for typed, first, kind in (
        ("", "1 Nos résultats", "Section de ce bilan"),
        ("1.1", "1.1 État des lieux", "Section de ce bilan"),
        ("mano", "Mano", "Service · mano"),
        ("accueil", "Accueil", "Page · /"),
        ("example.org/a", "https://example.org/a", "Adresse"),
        ("nom@example.org", "mailto:nom@example.org", "Adresse"),
        ("#état-des-lieux", "1.1 État des lieux", "Section de ce bilan"),
    ):
        dialog(editor).get_by_role("combobox").fill(typed)
        expect(options.first).to_contain_text(first)
        expect(options.first).to_contain_text(kind)


def test_where_nothing_is_selected_the_title_is_the_link(
    report: AnnualReportPage, editor: Page, saved: Saved
) -> None:
    text = unfold(editor, report, "paragraph").locator(".public-DraftEditor-content")
    text.click()
    editor.keyboard.press("Control+End")
    editor.keyboard.type("suite")
    editor.keyboard.press("Control+k")
    choose(editor, "mano", "Mano")
    assert 'suite <a href="/services/mano/">Mano</a>' in saved()[2]["value"]["text"]


def test_the_address_of_a_fact_and_of_a_row_are_found_too(
    report: AnnualReportPage, editor: Page, saved: Saved
) -> None:
    facts = unfold(editor, report, "key_figures")
    facts.locator("textarea").first.focus()
    facts.get_by_role("button", name="Lien imprimé sur ces mots").click()
    editor.keyboard.press("Control+k")
    choose(editor, "resultats", "1 Nos résultats")
    expect(facts.locator("[data-contentpath=url] input")).to_be_focused()
    expect(facts.locator("[data-contentpath=url] input")).to_have_value("#nos-résultats")

    table = unfold(editor, report, "data_table")
    table.get_by_role("button", name="outils et détails").first.click()
    table.locator("[data-bilan-link]").click()
    choose(editor, "mano", "Mano")

    body = saved()
    assert body[3]["value"]["groups"][0]["value"]["facts"][0]["value"]["url"] == "#nos-résultats"
    assert body[4]["value"]["table"]["rows"][0]["url"] == "/services/mano/"


def test_the_tree_of_pages_is_one_step_further(report: AnnualReportPage, editor: Page) -> None:
    select_words(editor, report)
    editor.keyboard.press("Control+k")
    dialog(editor).get_by_role("button", name="Parcourir les pages").click()
    tree = editor.locator(".modal-content")
    tree.get_by_role("link", name="Accueil").first.click()
    expect(editor.locator("[data-contentpath=text] .TooltipEntity")).to_have_text("Voir plus loin.")


def test_escape_leaves_the_text_as_it_was(report: AnnualReportPage, editor: Page) -> None:
    select_words(editor, report)
    editor.keyboard.press("Control+k")
    expect(dialog(editor).get_by_role("option").first).to_be_visible()
    editor.keyboard.press("Escape")
    expect(dialog(editor)).to_have_count(0)
    expect(editor.locator("[data-contentpath=text] .TooltipEntity")).to_have_count(0)
    text = editor.locator("[data-contentpath=text] .public-DraftEditor-content").first
    expect(text).to_be_focused()  # only then does it take what is typed
    editor.keyboard.type("Autre")
    expect(text).to_contain_text("Autre")


def test_where_nothing_fits_a_sentence_says_so(
    report: AnnualReportPage, editor: Page, shots: Path
) -> None:
    select_words(editor, report)
    editor.keyboard.press("Control+k")
    expect(dialog(editor).get_by_role("option").first).to_be_visible()
    editor.keyboard.type("introuvable")
    nothing = dialog(editor).locator(".bilan-options")
    expect(nothing).to_be_visible()
    expect(nothing).to_have_text("Rien ne correspond à «\u00a0introuvable\u00a0».")
    combobox = dialog(editor).get_by_role("combobox")
    expect(combobox).to_have_attribute("aria-expanded", "false")
    editor.screenshot(path=shots / "lien-introuvable.png")
    found = Axe().run(editor, context=".bilan-link", options={"runOnly": RULES})
    assert found.violations_count == 0, found.generate_report()
    editor.keyboard.press("Enter")
    expect(combobox).to_be_focused()
    combobox.fill("mano")
    expect(dialog(editor).get_by_role("option")).to_have_count(1)


def test_axe_finds_nothing_wrong_with_the_picker(
    report: AnnualReportPage, editor: Page, shots: Path
) -> None:
    select_words(editor, report)
    editor.keyboard.press("Control+k")
    editor.keyboard.type("état")
    expect(dialog(editor).get_by_role("option")).to_have_text(
        ["1.1 État des lieuxSection de ce bilan"]
    )
    editor.screenshot(path=shots / "lien.png")  # of the guide
    found = Axe().run(editor, context=".bilan-link", options={"runOnly": RULES})
    assert found.violations_count == 0, found.generate_report()
