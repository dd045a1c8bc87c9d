"""One order of undoing for all that scripts do to a form; a field undoes its own typing."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from reports.content.models import AnnualReportPage
from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.checks import build

from .conftest import eventually
from .system_clipboard import copy

pytestmark = [pytest.mark.browser, pytest.mark.firefox, pytest.mark.django_db(transaction=True)]

FOLDED_FROM = 8  # blocks more, so that the body begins folded
Body = list[Any]


@pytest.fixture
def report(report: AnnualReportPage) -> AnnualReportPage:
    """Two parts: the first has words that are replaced and a table, the second some texts."""
    blocks = [
        build.heading("Les chats"),
        build.prose("<p>Un chat, deux chats.</p>"),
        build.data_table(("Quartier", "Chats"), ("Centre", "41"), caption="Chats de 2024"),
        build.heading("Moyens"),
        *(build.prose(f"<p>La partie {n} est courte.</p>") for n in range(FOLDED_FROM)),
    ]
    report.body = json.dumps(stored(*blocks))
    report.save()
    report.save_revision()
    return report


@pytest.fixture
def body(report: AnnualReportPage) -> Body:
    return load(report)


def load(report: AnnualReportPage) -> Body:
    latest = AnnualReportPage.objects.get(pk=report.pk).get_latest_revision()
    found: Body = json.loads(latest.content["body"])
    return found


@pytest.fixture
def expect_draft(
    editor: Page, report: AnnualReportPage
) -> Callable[[Callable[[Body], bool]], None]:
    """Wait until the draft that saves itself is so, and has the blocks that the form shows."""

    def is_saved(is_so: Callable[[Body], bool]) -> bool:
        body = load(report)
        return is_so(body) and [block["id"] for block in body] == list_shown(editor)

    def expect_so(is_so: Callable[[Body], bool]) -> None:
        eventually(editor, lambda: is_saved(is_so))

    return expect_so


def list_shown(editor: Page) -> list[str]:
    found: list[str] = editor.locator("[data-streamfield-child]:visible").evaluate_all(
        "all => all.filter(one => !one.parentElement.closest('[data-streamfield-child]'))"
        ".map(one => one.dataset.contentpath)"
    )
    return found


def toggle(editor: Page, block: dict[str, Any]) -> Locator:
    return editor.locator(f"#block-{block['id']}-section > .w-panel__header .w-panel__toggle")


def press_header(editor: Page, block: dict[str, Any], name: str) -> None:
    header = editor.locator(f"#block-{block['id']}-section > .w-panel__header")
    header.get_by_role("button", name=name, exact=True).click()


def replace_all(editor: Page) -> None:
    editor.keyboard.press("Control+h")
    dialog = editor.locator("dialog.bilan-replace")
    expect(dialog.get_by_label("Chercher", exact=True)).to_be_focused()
    editor.keyboard.type("chats")
    editor.keyboard.press("Tab")
    editor.keyboard.type("chiens")
    editor.keyboard.press("Enter")
    dialog.get_by_role("button", name=re.compile("^Remplacer \\(")).click()
    expect(editor.locator("[data-bilan-insertion]")).to_contain_text("Remplacé")


def move_first_part_down(editor: Page, body: Body) -> None:
    """By the keys of its heading; the focus stays there."""
    toggle(editor, body[0]).focus()
    editor.keyboard.press("Alt+Shift+ArrowDown")
    expect(
        editor.get_by_role("status").filter(has_text="est maintenant la section 2")
    ).to_be_visible()


def has_words(words: str) -> Callable[[Body], bool]:
    return lambda body: words in json.dumps(body, ensure_ascii=False)


def is_in_order(body: Body, words: str) -> Callable[[Body], bool]:
    ids = [block["id"] for block in body]
    return lambda now: [block["id"] for block in now] == ids and has_words(words)(now)


def test_a_move_is_undone_before_the_replacements_that_it_followed(
    editor: Page, body: Body, expect_draft: Callable[..., None]
) -> None:
    moved = [*body[3:], *body[:3]]
    replace_all(editor)
    expect_draft(is_in_order(body, "deux chiens"))
    move_first_part_down(editor, body)
    expect_draft(is_in_order(moved, "deux chiens"))
    undo = editor.locator("[data-outline-undo]")
    expect(undo).to_have_attribute("title", re.compile("^Annuler.: déplacer .*Les chiens"))

    editor.keyboard.press("Control+z")
    expect_draft(is_in_order(body, "deux chiens"))
    editor.keyboard.press("Control+z")
    expect_draft(lambda now: now == body)
    editor.keyboard.press("Control+y")
    expect_draft(is_in_order(body, "deux chiens"))
    editor.keyboard.press("Control+Shift+z")
    expect_draft(is_in_order(moved, "deux chiens"))


def test_a_field_undoes_its_own_typing_and_nothing_else(
    editor: Page, body: Body, expect_draft: Callable[..., None]
) -> None:
    replace_all(editor)
    title = editor.locator("[name=hero_title]")
    before = title.input_value()
    title.focus()
    editor.keyboard.press("End")
    editor.keyboard.type("X")
    expect(title).to_have_value(f"{before}X")
    editor.keyboard.press("Control+z")
    expect(title).to_have_value(before)
    editor.keyboard.press("Control+z")  # of the field there is nothing left
    toggle(editor, body[1]).click()
    text = editor.locator(f"#block-{body[1]['id']}-section .public-DraftEditor-content")
    text.click()
    editor.keyboard.type("zut")
    expect(text).to_contain_text("zut")
    editor.keyboard.press("Control+z")
    expect(text).not_to_contain_text("zut")
    expect_draft(is_in_order(body, "deux chiens"))

    toggle(editor, body[0]).focus()
    editor.keyboard.press("Control+z")
    expect_draft(is_in_order(body, "deux chats"))


def test_what_was_pasted_and_a_grid_are_undone_in_order(
    editor: Page, body: Body, expect_draft: Callable[..., None]
) -> None:
    copy(editor, "Partie", "<h2>Partie</h2><p>Un texte venu d’ailleurs.</p>")
    toggle(editor, body[0]).focus()
    editor.keyboard.press("Control+V")
    insert = editor.locator("dialog.bilan-paste").get_by_role("button", name=re.compile("^Insérer"))
    expect(insert).to_be_focused()
    editor.keyboard.press("Enter")
    expect_draft(has_words("venu d’ailleurs"))
    toggle(editor, body[2]).click()
    row = editor.locator(f"#block-{body[2]['id']}-section .bilan-table tbody tr").first
    cell = row.locator("th, td").nth(2).locator("input, textarea").first
    cell.focus()
    editor.keyboard.press("Control+a")
    editor.keyboard.type("42")
    toggle(editor, body[2]).focus()
    expect_draft(has_words('"42"'))

    editor.keyboard.press("Control+z")
    expect_draft(lambda now: has_words('"41"')(now) and has_words("venu d’ailleurs")(now))
    editor.keyboard.press("Control+z")  # the focus has stayed where it was
    expect_draft(is_in_order(body, '"41"'))
    editor.keyboard.press("Control+y")
    expect_draft(lambda now: has_words('"41"')(now) and has_words("venu d’ailleurs")(now))
    editor.keyboard.press("Control+y")
    expect_draft(has_words('"42"'))


def test_a_deletion_and_the_move_of_a_block_are_undone_in_order(
    editor: Page, body: Body, expect_draft: Callable[..., None]
) -> None:
    press_header(editor, body[4], "Supprimer")
    left = [*body[:4], *body[5:]]
    expect_draft(lambda now: now == left)
    press_header(editor, body[5], "Descendre")
    moved = [*body[:4], body[6], body[5], *body[7:]]
    expect_draft(lambda now: now == moved)
    for expected in (left, body):
        editor.keyboard.press("Control+z")
        expect_draft(lambda now, expected=expected: now == expected)  # type: ignore[misc]
    for expected in (left, moved):
        editor.keyboard.press("Control+y")
        expect_draft(lambda now, expected=expected: now == expected)  # type: ignore[misc]


def test_the_order_outlives_saves_and_a_message_takes_back_its_own_step(
    editor: Page, body: Body, expect_draft: Callable[..., None]
) -> None:
    moved = [*body[3:], *body[:3]]
    replace_all(editor)
    expect_draft(is_in_order(body, "deux chiens"))
    move_first_part_down(editor, body)
    expect_draft(is_in_order(moved, "deux chiens"))
    message = editor.locator("[data-bilan-insertion]")
    message.get_by_role("button", name="Annuler").click()  # the move stays
    expect_draft(is_in_order(moved, "deux chats"))
    toggle(editor, body[3]).focus()
    editor.keyboard.press("Control+z")
    expect_draft(lambda now: now == body)
    expect(editor.locator("[data-outline-undo]")).to_be_disabled()
    editor.keyboard.press("Control+y")
    expect_draft(is_in_order(moved, "deux chats"))
    editor.keyboard.press("Control+y")
    expect_draft(is_in_order(moved, "deux chiens"))

    message.get_by_role("button", name="Annuler").click()
    press_header(editor, body[5], "Monter")  # nothing is left to be done again, but by the message
    expect_draft(has_words("deux chats"))
    message.get_by_role("button", name="Rétablir").click()
    expect_draft(has_words("deux chiens"))
