"""The menu between two blocks: what is typed finds, from the moment it opens."""

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from reports.content.models import AnnualReportPage

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SHOTS = os.environ.get("SCREENSHOTS", "")
FADE = 500  # ms in which the menu goes


def add(editor: Page) -> Locator:
    return editor.locator(".c-sf-add-button").first


def field(editor: Page) -> Locator:
    return editor.locator(".w-combobox [role=combobox]")


def names(editor: Page) -> list[str]:
    return editor.locator(".w-combobox [role=option] strong").all_text_contents()


def shoot(page: Page, name: str) -> None:
    if SHOTS:
        page.screenshot(path=Path(SHOTS) / f"inserting-{name}.png")


@pytest.mark.parametrize("way", ["mouse", "Enter", "Space"])
def test_the_menu_takes_the_focus_and_gives_it_back(editor: Page, way: str) -> None:
    for _ in range(2):  # the menu is made the first time, and shown again the second
        if way == "mouse":
            add(editor).click()
        else:
            add(editor).focus()
            editor.keyboard.press(way)
        expect(field(editor)).to_be_focused()
        expect(field(editor)).to_have_value("")
        editor.keyboard.type("cit")
        assert names(editor)[0] == "Citation"
        editor.keyboard.press("Escape")
        expect(add(editor)).to_be_focused()
        expect(field(editor)).to_have_count(0)


def test_the_whole_menu_can_be_seen(editor: Page) -> None:
    middle = "one => one.scrollIntoView({ block: 'center', behavior: 'instant' })"
    add(editor).evaluate(middle)  # where there is space for it neither below nor above
    add(editor).click()
    expect(editor.locator(".w-combobox-container")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize(
    ("typed", "first", "later"),
    [
        ("graph", "Graphique", "Paragraphe"),
        ("GRAPH", "Graphique", "Paragraphe"),
        ("tableau", "Tableau", "Tableau d’indicateurs"),
        ("indic", "Tableau d’indicateurs", None),
        ("d'ind", "Tableau d’indicateurs", None),
        ("telech", "Téléchargement", None),
        ("faits", "Liste chiffrée", None),  # by its description
    ],
)
def test_what_begins_with_the_typed_words_comes_first(
    editor: Page, typed: str, first: str, later: str | None
) -> None:
    add(editor).click()
    every = names(editor)
    editor.keyboard.type(typed)
    expect(editor.get_by_role("option").first).to_have_text(re.compile(f"^{first}\\s"))
    assert names(editor)[0] == first
    assert later is None or later in names(editor)
    for _ in typed:
        editor.keyboard.press("Backspace")
    assert names(editor) == every
    editor.keyboard.type(typed)
    editor.keyboard.press("Enter")
    made = editor.locator("[data-streamfield-child] .c-sf-block__type").first
    expect(made).to_have_text(first)


def test_enter_without_a_word_sends_nothing(editor: Page, report: AnnualReportPage) -> None:
    add(editor).focus()
    editor.keyboard.press("Enter")
    expect(field(editor)).to_be_focused()
    editor.keyboard.press("Enter")
    editor.wait_for_timeout(FADE)
    expect(field(editor)).to_be_focused()
    assert not report.revisions.exists()


def test_a_name_in_several_words_is_bold_to_its_end(editor: Page) -> None:
    add(editor).click()
    editor.keyboard.type("indicateurs")
    option = editor.get_by_role("option", name=re.compile("^Tableau d’indicateurs"))
    name = option.locator("strong")
    expect(name).to_have_text("Tableau d’indicateurs")
    assert name.evaluate("one => one.getClientRects().length") > 1  # on two lines
    weight = "one => getComputedStyle(one).fontWeight"
    assert name.evaluate(weight) == "600"
    assert option.locator(".w-combobox__option-text").evaluate(weight) == "400"
    shoot(editor, "names")


@pytest.mark.parametrize("kind", ["Paragraphe", "Cartes d’impact", "Tableau d’indicateurs"])
def test_the_field_of_a_new_last_block_is_in_the_window(editor: Page, kind: str) -> None:
    editor.locator(".c-sf-add-button").last.evaluate("button => button.click()")
    expect(field(editor)).to_be_focused()
    editor.keyboard.type(kind)
    editor.keyboard.press("Enter")
    seen = """async () => {
        const { body } = await import("/static/reports/folding/current_body.js");
        const { activeElement: one } = document;
        const { bottom, top, height } = one.getBoundingClientRect();
        const made = body.children.at(-1).element;
        const bar = document.querySelector("footer").getBoundingClientRect().top;
        return made.contains(one) && !made.style.overflow && height && top > 0 && bottom <= bar;
    }"""
    editor.wait_for_function(seen)
    shoot(editor, f"last-{kind[:4]}")
