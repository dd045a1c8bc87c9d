"""Numbers of a text that cite figures: typed with « @ », attached to words, computed, let go."""

import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from reports.content.models import AnnualReportPage
from reports.core.text.citations import StoredCitation, list_citations
from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.checks import build

SHOTS = os.environ.get("SCREENSHOTS", "")
pytestmark = [pytest.mark.browser, pytest.mark.firefox]


@pytest.fixture
def report(report: AnnualReportPage) -> AnnualReportPage:
    """A report of one paragraph, one table with two figures, and a heading."""
    table = build.data_table(("Nombre", "2023", "2024"), ("Services suivis", "47", "58"))
    blocks = build.prose("Nous suivons"), table, build.heading("En 2024 :")
    report.body = json.dumps(stored(*blocks))
    report.save()
    report.save_revision()
    return report


@pytest.fixture
def text(editor: Page) -> Locator:
    found = editor.locator("[data-contentpath=text] .public-DraftEditor-content").first
    found.scroll_into_view_if_needed()
    return found


@pytest.fixture
def dialog(editor: Page) -> Locator:
    return editor.get_by_role("dialog", name="Chiffre")


def cited(body: list[Any]) -> list[StoredCitation]:
    return list_citations(body[0]["value"]["text"])


def test_a_number_is_cited_with_a_key(
    editor: Page, text: Locator, dialog: Locator, saved: Callable[[], list[Any]]
) -> None:
    text.press("Control+End")
    editor.keyboard.type(" @")
    expect(dialog).to_be_visible()
    editor.keyboard.type("58")
    expect(dialog.locator(".bilan-options [role=option]").first).to_contain_text(
        "Services suivis › 2024"
    )
    editor.keyboard.press("Enter")
    expect(dialog.get_by_label("Dans le texte")).to_have_value("58")
    editor.keyboard.press("Enter")
    expect(dialog).to_be_hidden()
    expect(text.locator(".bilan-cited")).to_have_text("58")
    editor.keyboard.type(" services.")

    body = saved()
    (found,) = cited(body)
    assert (found.html, found.way) == ("58", "same")
    assert body[0]["value"]["text"].endswith("58</bilan-figure> services.</p>")


def test_what_is_not_chosen_is_a_sign(
    editor: Page, text: Locator, dialog: Locator, saved: Callable[[], list[Any]]
) -> None:
    text.press("Control+End")
    editor.keyboard.type(" @")
    expect(dialog).to_be_visible()
    editor.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    editor.keyboard.type(" ou a@b.fr")
    assert saved()[0]["value"]["text"].endswith("Nous suivons @ ou a@b.fr</p>")


def test_a_computed_number_and_its_end(
    editor: Page, text: Locator, dialog: Locator, saved: Callable[[], list[Any]]
) -> None:
    text.press("Control+End")
    editor.keyboard.type(" @")
    dialog.get_by_label("Comment").select_option("difference")
    for value in ("58", "47"):
        dialog.get_by_role("combobox", name="Quel chiffre").fill(value)
        option = dialog.get_by_role("option").first
        expect(option).to_contain_text(value)  # not one of the list before, which is still there
        option.click()
    expect(dialog.get_by_label("Dans le texte")).to_have_value("11")
    if SHOTS:
        editor.screenshot(path=Path(SHOTS) / "citing.png")
    dialog.get_by_role("button", name="Citer", exact=True).click()
    number = text.locator(".bilan-cited")
    expect(number).to_have_text("11")
    (found,) = cited(saved())
    assert (found.html, found.way, len(found.addresses)) == ("11", "difference", 2)

    number.click()
    expect(dialog.get_by_role("listitem")).to_have_count(2)
    dialog.get_by_role("button", name="Ne plus citer").click()
    expect(number).to_have_count(0)
    body = saved()
    assert cited(body) == []
    assert body[0]["value"]["text"] == "<p>Nous suivons 11</p>" or body[0]["value"][
        "text"
    ].endswith(">Nous suivons 11</p>")


def test_what_a_text_repeats_is_cited_follows_and_goes_back(
    editor: Page, text: Locator, saved: Callable[[], list[Any]], report: AnnualReportPage
) -> None:
    text.press("Control+End")
    editor.keyboard.type(" 58 services suivis, soit 58 services de trop.")
    saved()
    editor.reload()
    notice = editor.locator(".bilan-notice")
    expect(notice).to_contain_text("2 nombres du texte sont dans vos tableaux")
    notice.get_by_role("button", name="Les voir…").press("Enter")
    listed = editor.get_by_role("dialog", name="Citer les chiffres des tableaux")
    expect(listed.get_by_role("listitem")).to_have_count(2)
    expect(listed.get_by_role("listitem").first).to_contain_text("Services suivis › 2024")
    if SHOTS:
        editor.screenshot(path=Path(SHOTS) / "proposals.png")
    editor.keyboard.press("Enter")  # the button has the focus
    expect(text.locator(".bilan-cited")).to_have_text(["58", "58"])
    body = saved()
    assert [each.html for each in cited(body)] == ["58", "58"]

    editor.get_by_label(re.compile("^2024, Services suivis")).fill("74")
    editor.keyboard.press("Enter")
    expect(notice).to_contain_text("Dit à 2 autres endroits")
    if SHOTS:
        editor.screenshot(path=Path(SHOTS) / "outdated.png")
    notice.get_by_role("button", name="Les voir…").click()
    listed = editor.get_by_role("dialog", name="Mettre à jour les chiffres cités")
    listed.get_by_role("checkbox").last.uncheck()
    listed.get_by_role("button", name="Mettre à jour (1)").click()
    expect(text.locator(".bilan-cited")).to_have_text(["74", "58"])
    editor.get_by_role("button", name="Annuler").first.click()
    expect(text.locator(".bilan-cited")).to_have_text(["58", "58"])


def test_a_heading_cites_with_a_key_and_follows_its_figure(
    editor: Page, dialog: Locator, saved: Callable[[], list[Any]], report: AnnualReportPage
) -> None:
    heading = editor.locator("input[id$='-value-text']").last
    heading.scroll_into_view_if_needed()
    heading.press("End")
    editor.keyboard.type(" @58")
    expect(dialog.get_by_role("option").first).to_contain_text("Services suivis › 2024")
    editor.keyboard.press("Enter")
    expect(dialog.get_by_label("Dans le texte")).to_have_value("58")
    editor.keyboard.press("Enter")
    expect(dialog).to_be_hidden()
    expect(heading).to_be_focused()
    editor.keyboard.type(" services")
    expect(heading).to_have_value("En 2024 : 58 services")
    shown = editor.locator(".bilan-cited-line").filter(has_text="58")
    expect(shown.locator(".bilan-cited")).to_have_text("58")
    if SHOTS:
        editor.screenshot(path=Path(SHOTS) / "cited-heading.png")
    body = saved()
    assert body[2]["value"]["text"] == "En 2024 : 58 services"
    (found,) = list_citations(body[2]["value"]["cited"])
    assert (found.html, found.way) == ("58", "same")

    editor.get_by_label(re.compile("^2024, Services suivis")).fill("74")
    editor.keyboard.press("Enter")
    notice = editor.locator(".bilan-notice")
    notice.get_by_role("button", name="Les voir…").press("Enter")
    listed = editor.get_by_role("dialog", name="Mettre à jour les chiffres cités")
    expect(listed.get_by_role("listitem")).to_have_count(1)
    editor.keyboard.press("Enter")  # the button has the focus
    expect(heading).to_have_value("En 2024 : 74 services")
    expect(shown).to_have_count(0)
    editor.get_by_role("button", name="Annuler").last.press("Enter")  # of the list, not the table
    expect(heading).to_have_value("En 2024 : 58 services")
    expect(shown.locator(".bilan-cited")).to_have_text("58")


FOLLOWED = """async ([before, after]) => {
    const lines = await import("/static/reports/citations/cited_line.js");
    const stored = '<bilan-figure of="r.a" as="same" nth="2">58</bilan-figure>';
    const ranges = lines.readRanges(before, stored);
    return lines.writeRanges(after, lines.followChange(ranges, before, after));
}"""
AGAIN = '<bilan-figure of="r.a" as="same" nth="2">58</bilan-figure>'
ONCE = '<bilan-figure of="r.a" as="same">58</bilan-figure>'


@pytest.mark.parametrize(
    ("before", "after", "stored"),
    [
        ("58 ou 58", "58 ou 58 services", AGAIN),
        ("58 ou 58", "Soit 58 ou 58", AGAIN),
        ("58 ou 58", "ou 58", ONCE),
        ("58 ou 58", "58 ou 580", AGAIN),  # a check says that it is a part of 580
        ("58 ou 58", "58 ou 598", '<bilan-figure of="r.a" as="same">598</bilan-figure>'),
        ("58 ou 58", "58 ou ", ""),
        ("58 ou 58", "58 o8", ""),  # cut in half: words stay, and cite nothing
        ("58", "58 ou 58", ""),  # there was no second one
        ("5858 58", "5858 58", '<bilan-figure of="r.a" as="same" nth="2">58</bilan-figure>'),
    ],
)
def test_a_citation_of_a_line_follows_what_is_typed(
    editor: Page, before: str, after: str, stored: str
) -> None:
    assert editor.evaluate(FOLLOWED, [before, after]) == stored
