"""What the keyboard and the clipboard do to words: they go where the editor looks, or nowhere."""

import os
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from reports.content.models import AnnualReportPage

from .conftest import SNAPSHOT, eventually, unfold
from .system_clipboard import paste
from .test_body import report

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

__all__ = ["report"]

SHOTS = os.environ.get("SCREENSHOTS", "")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# Words, rich text, choosers, lists in grids, grids, figures.
KINDS = ["heading", "paragraph", "picture", "fact_list", "indicator_table", "chart", "impact_cards"]
MAX_TABS = 400  # times that Tab is pressed in one block

# The place of what has the focus among all elements of the page, and whether it is a comment's.
FOCUS = """() => {
    const one = document.activeElement;
    return [[...document.querySelectorAll("*")].indexOf(one), one.matches("[data-comment-add]"),
            one.matches("input, textarea, select, [contenteditable=true]")];
}"""
FIELDS = """root => {
    const all = [...document.querySelectorAll("*")];
    return [...root.querySelectorAll("input, textarea, select, [contenteditable=true]")]
      .filter(one => one.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true })
                     && (one.tabIndex >= 0 || one.isContentEditable) && !one.disabled)
      .map(one => all.indexOf(one));
}"""


def walk(editor: Page, key: str, section: Locator) -> list[Any]:
    """What has the focus, one press after the other, until it leaves the section."""
    visited = []
    for _ in range(MAX_TABS):
        if not section.evaluate("root => root.contains(document.activeElement)"):
            return visited
        visited.append(editor.evaluate(FOCUS))
        editor.keyboard.press(key)
    raise AssertionError(f"{key} stays in the block")


@pytest.mark.parametrize("kind", KINDS)
def test_tab_leads_from_field_to_field(editor: Page, report: AnnualReportPage, kind: str) -> None:
    section = unfold(editor, report, kind)
    section.locator("input:visible, textarea:visible, [contenteditable=true]").first.wait_for()
    editor.wait_for_timeout(500)
    fields = section.evaluate(FIELDS)

    section.locator("> .w-panel__header .w-panel__toggle").focus()
    forward = walk(editor, "Tab", section)
    editor.keyboard.press("Shift+Tab")
    back = walk(editor, "Shift+Tab", section)

    for visited in (forward, back):
        assert visited
        assert not any(is_comment for _, is_comment, _ in visited)
    reached = {place for place, *_ in forward}
    assert len(fields) > 0
    assert [place for place in fields if place not in reached] == []
    assert {place for place, _, is_field in back if is_field} == {
        place for place, _, is_field in forward if is_field
    }


def test_what_is_typed_after_tab_is_in_the_next_field(editor: Page, report: Any) -> None:
    section = unfold(editor, report, "impact_cards")
    section.get_by_label("Statut", exact=False).first.wait_for()
    mission = section.locator("[name$='-mission']").first
    status = section.locator("[name$='-status']").first
    mission.focus()
    editor.keyboard.press("Tab")
    editor.keyboard.type(" En cours")

    expect(status).to_have_value(" En cours")
    expect(editor.locator("#comments textarea")).to_have_count(0)
    editor.keyboard.press("Shift+Tab")
    expect(mission).to_be_focused()


def test_a_comment_is_begun_by_its_keys_and_by_its_button(editor: Page, report: Any) -> None:
    section = unfold(editor, report, "impact_cards")
    mission = section.locator("[name$='-mission']").first
    mission.wait_for()
    button = section.locator("[data-contentpath=mission] .w-field__comment-button--add").first
    mission.hover()
    eventually(editor, lambda: button.evaluate("one => getComputedStyle(one).opacity > 0.5"))
    mission.focus()
    editor.keyboard.press("Control+Alt+m")

    expect(editor.locator("#comments textarea").first).to_be_focused()
    if SHOTS:
        editor.screenshot(path=Path(SHOTS) / "keys-comment.png")


CLIPS = {
    "google docs": '<b style="font-weight:normal" id="docs-internal-guid-1"><p><span>Selon la '
    'note</span><a href="#ftnt1"><sup>[1]</sup></a> et <a href="https://exemple.fr/a">la page'
    "</a>.</p></b>",
    "word": '<p class=MsoNormal>Selon la note<a href="#_ftn1" name="_ftnref1"><span>[1]</span>'
    '</a> et <a href="file:///C:/Users/moi/a.docx">le fichier</a>, <a href="https://exemple.fr/a">'
    "la page</a>.</p>",
}


@pytest.mark.firefox
@pytest.mark.parametrize("clip", CLIPS)
def test_a_pasted_footnote_keeps_its_words_and_loses_its_link(
    editor: Page, report: AnnualReportPage, saved: Any, clip: str
) -> None:
    section = unfold(editor, report, "paragraph")
    area = section.locator("[contenteditable=true]").first
    area.click()
    editor.keyboard.press("Control+a")
    paste(editor, "Selon la note[1] et la page.", CLIPS[clip])

    expect(area).to_contain_text("Selon la note[1] et ")
    expect(area).to_contain_text("la page")
    expect(area.locator(".TooltipEntity")).to_have_count(1)
    expect(editor.locator(".messages")).to_contain_text("nulle part pour les lecteurs")
    if SHOTS:
        editor.screenshot(path=Path(SHOTS) / f"keys-{clip}.png")
    editor.wait_for_timeout(SNAPSHOT)
    forget_messages(editor)
    stored = text_of(saved(), "paragraph")
    assert "/admin/" not in stored
    assert "ftn" not in stored
    assert '<a href="https://exemple.fr/a">la page</a>' in stored


def test_an_address_of_this_site_is_stored_as_its_path(
    editor: Page, report: AnnualReportPage, saved: Any
) -> None:
    section = unfold(editor, report, "paragraph")
    area = section.locator("[contenteditable=true]").first
    area.click()
    editor.keyboard.press("Control+a")
    here = editor.evaluate("window.location.origin")
    paste(editor, "Voir ici.", f'<p>Voir <a href="{here}/stats/?a=b#c">ici</a>.</p>')
    expect(area).to_contain_text("Voir ici.")

    editor.wait_for_timeout(SNAPSHOT)
    forget_messages(editor)
    assert '<a href="/stats/?a=b#c">ici</a>' in text_of(saved(), "paragraph")


def forget_messages(editor: Page) -> None:
    editor.locator(".messages li").evaluate_all("all => all.forEach(one => one.remove())")


def text_of(body: list[Any], kind: str) -> str:
    """The text of the first block of a kind."""
    return str(next(block for block in body if block["type"] == kind)["value"]["text"])


def test_axe_finds_nothing_wrong_with_an_unfolded_block(
    editor: Page, report: AnnualReportPage
) -> None:
    section = unfold(editor, report, "picture")
    section.locator("input:visible").first.wait_for()

    found = Axe().run(
        editor,
        context="#" + str(section.get_attribute("id")),
        options={"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": RULES}},
    )
    assert not found.response["violations"]
