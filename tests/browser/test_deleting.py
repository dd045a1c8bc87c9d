"""A block that was deleted comes back: at once, or from the history."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from reports.content.models import AnnualReportPage

from . import variants
from .conftest import eventually

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Body = list[Any]
SHOTS = os.environ.get("SCREENSHOTS", "")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
LINES = 60  # of a paragraph that is taller than the screen


@pytest.fixture
def report(report: AnnualReportPage) -> AnnualReportPage:
    """A report whose blocks begin folded; the third is tall."""
    tall = "<p>Une ligne.</p>" * LINES
    words = ["<p>Quelques mots.</p>", tall, *["<p>Encore.</p>"] * 12]
    quote = variants.block("quote", text="<p>Bien.</p>", attribution="Une agente")
    paragraphs = [variants.block("paragraph", text=text) for text in words]
    report.body = json.dumps([quote, *paragraphs])
    report.save_revision(clean=False)
    return report


@pytest.fixture
def body(report: AnnualReportPage) -> Body:
    return stored(report)


def stored(report: AnnualReportPage) -> Body:
    revision = AnnualReportPage.objects.get(pk=report.pk).get_latest_revision()
    found: Body = json.loads(revision.content["body"])
    return found


def kept(report: AnnualReportPage) -> list[str]:
    """The bodies of all versions, the newest first."""
    newest_first = report.revisions.order_by("-created_at", "-pk")
    return [revision.content["body"] for revision in newest_first]


def panel(editor: Page, block: dict[str, Any]) -> Locator:
    return editor.locator(f"#block-{block['id']}-section")


def toggle(editor: Page, block: dict[str, Any]) -> Locator:
    return panel(editor, block).locator("> .w-panel__header .w-panel__toggle")


def delete(editor: Page, block: dict[str, Any]) -> None:
    header = panel(editor, block).locator("> .w-panel__header")
    header.get_by_role("button", name="Supprimer").click()


def message(editor: Page) -> Locator:
    return editor.locator(".bilan-deleted")


def undo(editor: Page) -> Locator:
    return message(editor).get_by_role("button", name="Annuler")


def said(editor: Page, text: str) -> Locator:
    return editor.get_by_role("status").filter(has_text=text)


def shown(editor: Page) -> list[str]:
    """The ids of the blocks that can be seen, in the order of the page."""
    found: list[str] = editor.locator("[data-streamfield-child]:visible").evaluate_all(
        "all => all.map(one => one.dataset.contentpath)"
    )
    return found


def shoot(page: Page, name: str) -> None:
    if SHOTS:
        page.screenshot(path=Path(SHOTS) / f"deleting-{name}.png")


def write(editor: Page, block: dict[str, Any], words: str) -> None:
    """Into the quote, which is unfolded for it."""
    toggle(editor, block).click()
    panel(editor, block).get_by_label("Auteur").fill(words)


def test_what_was_typed_and_deleted_is_in_the_history(
    editor: Page, report: AnnualReportPage, body: Body
) -> None:
    write(editor, body[0], "Un agent")
    eventually(editor, lambda: "Un agent" in kept(report)[0])
    versions = len(kept(report))
    delete(editor, body[0])
    eventually(editor, lambda: body[0]["id"] not in kept(report)[0])
    assert "Un agent" in kept(report)[1]
    assert len(kept(report)) == versions + 1

    # what follows is no version of its own, and another deletion is
    editor.locator("[name=hero_title]").fill("Bilan")
    newest = report.revisions.order_by("-pk")
    eventually(editor, lambda: newest[0].content["hero_title"] == "Bilan")
    assert len(kept(report)) == versions + 1
    delete(editor, body[1])
    eventually(editor, lambda: body[1]["id"] not in kept(report)[0])
    assert len(kept(report)) == versions + 2
    assert editor.locator(".bilan-saving:visible").count() == 0


def test_an_item_of_a_list_that_was_deleted_is_in_the_history(
    editor: Page, report: AnnualReportPage
) -> None:
    links = [variants.item(text=text, url="/x") for text in ("Premier", "Second")]
    report.body = json.dumps([variants.block("links", items=links)])
    report.save_revision(clean=False)
    editor.reload()
    editor.wait_for_timeout(2500)
    text = editor.locator(f"#block-{links[0]['id']}-section").get_by_label("Texte").first
    text.fill("Avant")
    eventually(editor, lambda: "Avant" in kept(report)[0])
    delete(editor, links[0])
    eventually(editor, lambda: "Avant" not in kept(report)[0])
    assert "Avant" in kept(report)[1]


def test_a_deleted_block_comes_back_with_what_was_typed(
    editor: Page, report: AnnualReportPage, body: Body, saved: Callable[[], Body]
) -> None:
    write(editor, body[0], "Un agent")
    editor.keyboard.press("Tab")
    delete(editor, body[0])
    expect(message(editor)).to_contain_text("Bloc supprimé.")
    expect(said(editor, "Bloc supprimé.")).to_have_count(1)
    expect(toggle(editor, body[1])).to_be_focused()
    shoot(editor, "message")
    eventually(editor, lambda: body[0]["id"] not in kept(report)[0])

    editor.keyboard.press("Shift+Tab")
    editor.keyboard.press("Shift+Tab")
    expect(undo(editor)).to_be_focused()
    editor.keyboard.press("Enter")
    expect(toggle(editor, body[0])).to_be_focused()
    expect(message(editor)).to_have_count(0)
    expect(said(editor, "Bloc rétabli.")).to_have_count(1)
    assert shown(editor) == [block["id"] for block in body]
    expect(panel(editor, body[0]).get_by_label("Auteur")).to_have_value("Un agent")
    expect(panel(editor, body[0]).get_by_role("button", name="Monter").first).to_be_disabled()
    now = saved()
    assert [block["id"] for block in now] == [block["id"] for block in body]
    assert now[0]["value"]["attribution"] == "Un agent"
    assert now[1:] == body[1:]


@pytest.mark.parametrize("place", [0, 4, -1])
def test_a_folded_block_comes_back_as_it_was(
    editor: Page, body: Body, saved: Callable[[], Body], place: int
) -> None:
    delete(editor, body[place])
    undo(editor).click()
    expect(toggle(editor, body[place])).to_be_focused()
    assert shown(editor) == [block["id"] for block in body]
    assert saved() == body


def test_a_new_block_comes_back_among_blocks_that_moved(
    editor: Page, body: Body, saved: Callable[[], Body]
) -> None:
    editor.locator(".c-sf-add-button").nth(2).click()
    editor.keyboard.type("citation")
    editor.keyboard.press("Enter")
    made = editor.locator("[data-streamfield-child]").nth(2)
    new = made.get_attribute("data-contentpath")
    made = editor.locator(f"[data-contentpath='{new}']")
    expect(made.get_by_role("textbox").first).to_be_focused()  # a moment after it is there
    made.get_by_label("Auteur").fill("Nouveau")
    made.get_by_role("textbox").first.click()
    editor.keyboard.type("Dit.")
    header = made.locator("> .w-panel > .w-panel__header")
    header.get_by_role("button", name="Supprimer").click()
    panel(editor, body[2]).get_by_role("button", name="Monter").click()
    panel(editor, body[0]).get_by_role("button", name="Descendre").click()
    undo(editor).click()
    expect(made.get_by_label("Auteur")).to_have_value("Nouveau")
    ids = [block["id"] for block in saved()]
    expected = [block["id"] for block in body]
    expected[:3] = [expected[2], expected[0], expected[1]]
    assert [one for one in ids if one in expected] == expected
    assert {*ids} == {*expected, new}
    assert ids.index(new) == ids.index(body[2]["id"]) - 1


def test_the_way_back_ends_with_the_next_deletion_and_with_time(
    editor: Page, body: Body, saved: Callable[[], Body]
) -> None:
    editor.clock.install()
    delete(editor, body[3])
    delete(editor, body[4])
    expect(message(editor)).to_have_count(1)
    undo(editor).focus()
    editor.clock.run_for(21_000)
    expect(undo(editor)).to_be_focused()  # nothing is taken from under somebody's finger
    undo(editor).press("Enter")
    delete(editor, body[5])
    editor.clock.run_for(21_000)
    expect(message(editor)).to_have_count(0)
    editor.clock.resume()
    # a save that was on its way has become a late one
    expect(editor.locator(".bilan-saving")).not_to_contain_text("Le serveur ne répond pas")
    del body[5], body[3]
    assert saved() == body


@pytest.mark.parametrize("place", [2, -1])
def test_what_follows_a_tall_block_is_in_view(editor: Page, body: Body, place: int) -> None:
    tall = body[2]
    if place < 0:
        for block in body[:2:-1]:
            delete(editor, block)
    toggle(editor, tall).click()
    panel(editor, tall).evaluate("one => one.scrollIntoView({ behavior: 'instant' })")
    delete(editor, tall)
    editor.wait_for_timeout(800)
    next_ = toggle(editor, body[3]) if place > 0 else editor.locator(".c-sf-add-button").last
    expect(next_).to_be_focused()
    box = next_.bounding_box()
    assert box
    assert 50 < box["y"] < 800
    shoot(editor, f"tall-{place}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_wrong_with_the_message(editor: Page, body: Body, scheme: Any) -> None:
    editor.emulate_media(color_scheme=scheme)
    delete(editor, body[0])
    shoot(editor, scheme)
    options = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": RULES}}
    for focused in (False, True):
        if focused:
            undo(editor).focus()
        found = Axe().run(editor, context=".bilan-deleted", options=options).response["violations"]
        assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found] == []
