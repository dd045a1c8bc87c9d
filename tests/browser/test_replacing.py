"""Find and replace, and what rules mend: shown first, then made and taken back at once."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect
from wagtail.models import Comment

from reports.content.models import AnnualReportPage, User
from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.checks import build

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
FOLDED_FROM = 10  # blocks from which on a body begins folded
Saved = Callable[[], list[Any]]


@pytest.fixture
def report(report: AnnualReportPage) -> AnnualReportPage:
    """A report of folded blocks, with what a machine can mend and what it cannot."""
    blocks = [
        build.heading("Les chats en ville"),
        build.prose('<p>Un chat, 62% des <a href="/chat">chats noirs</a>, n°129.</p>'),
        build.key_figures(("", "12", "chats suivis"), ("Soit:", "3 %", "de plus")),
        build.data_table(("Quartier", "Chats"), ("Le vieux chat", "41"), caption="Chats de 2024"),
        *(build.prose(f"<p>La partie {n} est courte.</p>") for n in range(FOLDED_FROM)),
        build.callout("L'avis d'une voisine;le mien.", "Repère"),
    ]
    report.body = json.dumps(stored(*blocks))
    report.save()
    report.save_revision()
    return report


def dialog(page: Page) -> Locator:
    return page.locator("dialog.bilan-replace")


def look(page: Page, words: str, by: str) -> Locator:
    """Search with the keyboard alone; returns the places that are found."""
    page.keyboard.press("Control+h")
    expect(dialog(page).get_by_label("Chercher", exact=True)).to_be_focused()
    page.keyboard.type(words)
    page.keyboard.press("Tab")
    page.keyboard.type(by)
    page.keyboard.press("Enter")
    expect(dialog(page).get_by_role("status")).to_contain_text(re.compile(r"trouvé|passage"))
    return dialog(page).locator("li")


def load(report: AnnualReportPage) -> list[Any]:
    body: list[Any] = json.loads(report.get_latest_revision().content["body"])
    return body


def values(body: list[Any], kind: str) -> list[Any]:
    return [block["value"] for block in body if block["type"] == kind]


@pytest.mark.parametrize("is_undone", [True, False])
def test_words_are_replaced_by_keys_alone_and_taken_back_at_once(
    editor: Page, report: AnnualReportPage, saved: Saved, shots: Path, is_undone: bool
) -> None:
    before = load(report)
    revisions = report.revisions.count()
    editor.locator("[data-streamfield-child] [data-panel-toggle]").first.focus()
    found = look(editor, "chats", "chiens")
    expect(dialog(editor).get_by_role("status")).to_have_text("5 passages dans 4 blocs.")
    editor.wait_for_timeout(500)  # ticks are drawn slowly
    editor.screenshot(path=shots / "remplacer.png")  # of the guide
    found.first.get_by_role("checkbox").focus()
    editor.keyboard.press("Space")
    replace = dialog(editor).get_by_role("button", name="Remplacer (4)")
    replace.focus()
    editor.keyboard.press("Enter")
    message = editor.locator("[data-bilan-insertion]")
    expect(message).to_contain_text("Remplacé\u00a0: 4 passages dans 3 blocs.")
    editor.screenshot(path=shots / "replacing-done.png")

    editor.keyboard.press("Control+z")
    expect(message).to_contain_text("Remis comme avant")
    if is_undone:
        assert saved() == before
        return
    message.get_by_role("button", name="Rétablir").click()

    body = saved()
    assert [block["id"] for block in body] == [block["id"] for block in before]
    assert values(body, "heading") == values(before, "heading")
    assert '<a href="/chat">chiens noirs</a>' in values(body, "paragraph")[0]["text"]
    assert values(body, "data_table")[0]["caption"] == "Chiens de 2024"
    assert "chiens suivis" in json.dumps(values(body, "key_figures"), ensure_ascii=False)
    assert body[4:] == before[4:]
    # the three acts are one version if the editor saved them by itself, and one was saved by hand
    assert report.revisions.count() <= revisions + 2


def test_the_message_is_closed_and_the_focus_goes_back(editor: Page) -> None:
    title = editor.locator("[name=title]")
    title.focus()
    message = editor.locator("[data-bilan-insertion]")
    close = message.get_by_role("button", name="Fermer ce message")
    for words, by in (("chats", "chiens"), ("chiens", "chats")):
        look(editor, words, by)
        dialog(editor).get_by_role("button", name=re.compile("^Remplacer")).last.click()
        close.click()
        expect(message).to_have_count(0)
        expect(title).to_be_focused()
    # the focus may have been nowhere
    look(editor, "chats", "chiens")
    dialog(editor).get_by_role("button", name=re.compile("^Remplacer")).last.click()
    expect(title).to_be_focused()
    editor.evaluate("document.activeElement.blur()")
    close.click()
    expect(message).to_have_count(0)
    focused = editor.locator("[data-streamfield-child] .w-panel__toggle:focus")
    expect(focused).to_have_count(1)


def test_options_and_what_is_typed_without_being_saved(editor: Page) -> None:
    editor.get_by_role("button", name="Tout déplier").first.click()
    title = editor.get_by_label("Légende").first
    title.fill("Un Chat et un châtaignier")
    found = look(editor, "chat", "chien")
    everything = found.count()
    assert found.filter(has_text="châtaignier").count() == 2
    for option, left in (("Mots entiers", "Un"), ("Respecter la casse", "chat")):
        dialog(editor).get_by_label(option).check()
        expect(found).to_have_count(0)  # what was found is of another search
        dialog(editor).get_by_role("button", name="Chercher").click()
        expect(found.first).to_contain_text(left)
    assert found.count() < everything


def test_what_cannot_be_replaced_says_why(editor: Page, shots: Path) -> None:
    for words, by, reason in (
        ("41", "beaucoup", "ne se lirait plus comme un nombre"),
        ("des chats", "de", "À cheval sur un lien"),
    ):
        found = look(editor, words, by)
        expect(found).to_contain_text(reason)
        expect(found.get_by_role("checkbox")).to_be_disabled()
        expect(dialog(editor).get_by_role("button", name="Remplacer")).to_be_disabled()
        editor.screenshot(path=shots / "replacing-refused.png")
        editor.keyboard.press("Escape")
        expect(dialog(editor)).to_have_count(0)
    found = look(editor, "41", "43")
    expect(found).to_contain_text("Lu\u00a0: 43")
    editor.keyboard.press("Escape")
    look(editor, "ville", "x" * 1_999)
    dialog(editor).get_by_role("button", name="Remplacer (1)").click()
    expect(dialog(editor).get_by_role("status")).to_contain_text("2\u202f000 au plus")
    expect(dialog(editor)).to_be_visible()


def test_a_rule_mends_all_places_in_one_click(
    editor: Page, saved: Saved, report: AnnualReportPage, shots: Path
) -> None:
    panel = editor.locator("[data-bilan-checks]")
    group = panel.locator(".bilan-checks__group").filter(has_text="À corriger ou à assumer").first
    group.locator("> summary").click()
    block = next(b["id"] for b in report.body.raw_data if b["type"] == "key_figures")
    mark = editor.locator(f"#block-{block}-section .bilan-mark")
    expect(mark).to_have_count(1)
    editor.screenshot(path=shots / "replacing-panel.png")
    group.get_by_role("button", name="Corriger partout : Espaces oubliées").click()
    expect(dialog(editor).get_by_role("heading")).to_have_text(
        "Corriger partout\u00a0: Espaces oubliées"
    )
    mend = dialog(editor).get_by_role("button", name="Corriger (4)")
    expect(mend).to_be_focused()
    expect(dialog(editor).locator("li").first).to_contain_text("62␣%")
    editor.screenshot(path=shots / "replacing-rule.png")
    editor.keyboard.press("Enter")
    message = editor.locator("[data-bilan-insertion]")
    expect(message).to_contain_text("4 passages dans 3 blocs")
    # until the findings are asked again
    expect(group.locator(".bilan-checks__done")).to_contain_text("Corrigé.", timeout=1_000)
    expect(group.get_by_role("button", name="Corriger partout : Espaces oubliées")).to_have_count(0)
    assert mark.count() == 1
    expect(mark).to_have_count(0)
    expect(group.get_by_text("Espaces oubliées")).to_have_count(0)
    body = saved()
    text = values(body, "paragraph")[0]["text"]
    assert "62\u00a0% des" in text
    assert "n°\u00a0129" in text
    assert "voisine\u202f; le" in values(body, "callout")[0]["text"]
    figures = json.dumps(values(body, "key_figures"), ensure_ascii=False)
    assert "Soit\u00a0:" in figures
    assert '"3 %"' in figures


def test_comments_stay_with_their_blocks(
    report: AnnualReportPage, editor: Page, saved: Saved
) -> None:
    block = next(b for b in report.body.raw_data if b["type"] == "data_table")
    user = User.objects.create_user("relecture")
    path = f"body.{block['id']}.caption"
    Comment.objects.create(page=report, user=user, text="Laquelle ?", contentpath=path)
    editor.reload()
    editor.wait_for_timeout(2500)
    look(editor, "Chats de", "Chiens de")
    dialog(editor).get_by_role("button", name="Remplacer (1)").click()
    saved()
    [comment] = Comment.objects.filter(page=report)
    assert (comment.contentpath, comment.resolved_at) == (path, None)
    expect(editor.get_by_text("Laquelle ?")).to_have_count(1)


def test_the_dialog_violates_no_rule_of_axe(editor: Page) -> None:
    options = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": RULES}}
    look(editor, "chat", "62\u00a0%")
    found = Axe().run(editor, context=".bilan-replace", options=options).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found] == []


def test_titles_and_the_introduction_are_replaced_and_taken_back(
    editor: Page, report: AnnualReportPage, saved: Saved
) -> None:
    title = editor.locator("[name=title]")
    title.fill("Les chats en 2024")
    introduction = editor.get_by_role("textbox", name="Chapô")
    introduction.click()
    editor.keyboard.type("Un chat noir.")
    look(editor, "chat", "chien")
    dialog(editor).get_by_role("button", name=re.compile("^Remplacer")).last.click()
    message = editor.locator("[data-bilan-insertion]")
    expect(message).to_contain_text("dans le titre ou le chapô et 4 blocs.")
    expect(title).to_have_value("Les chiens en 2024")
    expect(introduction).to_have_text("Un chien noir.")

    message.get_by_role("button", name="Annuler").click()
    expect(title).to_have_value("Les chats en 2024")
    expect(introduction).to_have_text("Un chat noir.")
    message.get_by_role("button", name="Rétablir").click()
    saved()
    draft = report.get_latest_revision_as_object()
    assert draft.title == "Les chiens en 2024"
    assert "Un chien noir." in draft.introduction


POSTED = """() => [...new FormData(document.querySelector("[data-edit-form]"))]
    .filter(([name]) => name.startsWith("body-"))"""


def test_what_was_replaced_is_posted_in_one_field_until_it_is_edited(
    editor: Page, report: AnnualReportPage, saved: Saved
) -> None:
    look(editor, "courte", "longue")
    dialog(editor).get_by_role("button", name="Remplacer (10)").click()
    expect(editor.locator("[data-bilan-insertion]")).to_contain_text("10 passages dans 10 blocs.")
    posted = dict(editor.evaluate(POSTED))
    assert sum(name.endswith("-signed") for name in posted) == FOLDED_FROM
    assert sum(name.endswith("-type") for name in posted) == 0

    section = editor.locator("[data-streamfield-child] > section").nth(4)
    expect(section).to_contain_text("La partie 0 est longue.")
    section.locator("> .w-panel__header .w-panel__toggle").click()
    text = section.locator(".public-DraftEditor-content")
    text.click()
    editor.keyboard.press("Control+End")
    editor.keyboard.type(" Oui.")
    body = saved()
    texts = [re.sub("<[^>]*>", "", value["text"]) for value in values(body, "paragraph")[1:]]
    assert texts[0] == "La partie 0 est longue. Oui."
    assert texts[1:] == [f"La partie {n} est longue." for n in range(1, FOLDED_FROM)]
