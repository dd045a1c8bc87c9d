"""The outline beside the form of a report: where it leads, and what is done to whole sections."""

import json
import os
import re
from collections.abc import Callable
from copy import deepcopy
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect
from wagtail.models import Comment

from reports.content.models import AnnualReportPage, User
from reports.core.document.block_ids import list_ids
from reports.core.document.outline import number_headings
from reports.core.document.text_blocks import Heading

from . import variants
from .conftest import eventually, wait_until_watched

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Body = list[Any]
Save = Callable[[], Body]

SHOTS = os.environ.get("SCREENSHOTS", "")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
ENGLISH = "<p>Nos équipes font du lean startup.</p>"  # the checks ask to mark it as English


def heading(text: str, level: int = 2, **more: Any) -> dict[str, Any]:
    return variants.block("heading", text=text, level=str(level), anchor="", old_anchors=[]) | {
        "value": {"text": text, "level": str(level), "anchor": "", "old_anchors": [], **more}
    }


def prose(text: str) -> dict[str, Any]:
    return variants.block("paragraph", text=text)


@pytest.fixture
def report(report: AnnualReportPage) -> AnnualReportPage:
    """Three parts; the last has twelve blocks, and a section within it."""
    words = [prose(f"<p>Des mots, {number}.</p>" * 20) for number in range(8)]
    body = [
        prose("<p>Avant tout.</p>"),
        *(heading("Équipes", anchor="equipes"), prose("<p>Elles ont grandi cette année.</p>")),
        *(heading("Moyens", anchor="moyens"), heading("Budget", 3), prose("<p>En euros.</p>")),
        *(heading("Résultats", anchor="resultats"), prose(ENGLISH), *words[:4]),
        *(heading("Le détail", 3, anchor="le-detail"), *words[4:], prose("")),
    ]
    report.body = json.dumps(body)
    report.save_revision(clean=False)
    return report


@pytest.fixture
def body(report: AnnualReportPage) -> Body:
    return stored(report)


def stored(report: AnnualReportPage) -> Body:
    revision = AnnualReportPage.objects.get(pk=report.pk).get_latest_revision()
    found: Body = json.loads(revision.content["body"])
    return found


@pytest.fixture
def expect_saved(editor: Page, report: AnnualReportPage) -> Callable[[Body], None]:
    """Wait until the draft that saves itself has this body."""
    return lambda body: eventually(editor, lambda: stored(report) == body)


def shoot(page: Page, name: str) -> None:
    if SHOTS:
        page.screenshot(path=Path(SHOTS) / f"outline-{name}.png")


def open_outline(editor: Page) -> Locator:
    editor.get_by_role("button", name="Sommaire", exact=True).click()
    outline = editor.get_by_role("complementary", name="Sommaire")
    expect(outline.get_by_label("Chercher dans le bilan")).to_be_focused()
    return outline


def titles(editor: Page) -> list[str]:
    """Numbers and titles of all lines."""
    words = "rows => rows.map(row => [...row.querySelectorAll('.bilan-outline__number, "
    words += ".bilan-outline__title')].map(part => part.textContent).join(' '))"
    found: list[str] = editor.locator(".bilan-outline__row").evaluate_all(words)
    return found


def row(editor: Page, title: str) -> Locator:
    return editor.locator(".bilan-outline__row").filter(has_text=title)


def toggle(editor: Page, block: dict[str, Any]) -> Locator:
    return editor.locator(f"#block-{block['id']}-section > .w-panel__header .w-panel__toggle")


def ids(body: Body) -> list[str]:
    return [block["id"] for block in body]


def find(body: Body, title: str) -> dict[str, Any]:
    found: dict[str, Any] = next(b for b in body if b["value"].get("text") == title)
    return found


def test_lines_say_what_sections_are_and_lead_there(editor: Page, body: Body) -> None:
    outline = open_outline(editor)
    assert titles(editor) == [
        "Avant le premier titre",
        "1 Équipes",
        "2 Moyens",
        "2.1 Budget",
        "3 Résultats",
        "3.1 Le détail",
    ]
    expect(row(editor, "Le détail")).to_contain_text("(5 blocs, 1 case vide sur 5, 1 erreur)")
    expect(row(editor, "Le détail").locator(".bilan-outline__bar")).to_be_visible()
    expect(row(editor, "Équipes").locator(".bilan-outline__bar")).to_have_count(0)
    outline.get_by_role("link", name=re.compile("^3.1 Le détail")).click()
    expect(toggle(editor, find(body, "Le détail"))).to_be_focused()
    expect(toggle(editor, find(body, "Le détail"))).to_be_in_viewport()
    expect(outline.locator("[aria-current=location]")).to_contain_text("3.1 Le détail")
    shoot(editor, "panel")


def test_the_outline_follows_what_is_written(editor: Page, body: Body) -> None:
    open_outline(editor)
    toggle(editor, find(body, "Équipes")).click()
    section = editor.locator(f"#block-{find(body, 'Équipes')['id']}-section")
    section.get_by_label("Titre*", exact=True).fill("Les équipes")
    expect(row(editor, "Les équipes")).to_be_visible()
    section.get_by_label("Niveau").select_option("4")
    expect(row(editor, "2 Moyens")).to_be_visible()
    section.locator("> .w-panel__header").get_by_role("button", name="Supprimer").click()
    expect(row(editor, "Les équipes")).to_have_count(0)
    expect(row(editor, "1 Moyens")).to_be_visible()


def test_search_minds_neither_accents_nor_case(editor: Page, body: Body) -> None:
    outline = open_outline(editor)
    outline.get_by_label("Chercher dans le bilan").fill("ANNEE")
    expect(outline.get_by_role("status")).to_have_text("Trouvé dans 1 bloc.")
    assert titles(editor) == ["1 Équipes", "Paragraphe Elles ont grandi cette année."]
    editor.keyboard.press("Enter")
    editor.keyboard.press("ArrowDown")
    editor.keyboard.press("Enter")
    expect(toggle(editor, body[2])).to_be_focused()


@pytest.fixture
def commented(report: AnnualReportPage, body: Body) -> Comment:
    user = User.objects.create_user("relecture")
    path = f"body.{find(body, 'Le détail')['id']}.text"
    return Comment.objects.create(page=report, user=user, text="Lequel ?", contentpath=path)


@pytest.mark.firefox
def test_a_section_moves_with_comments_and_findings_and_back(
    commented: Comment, editor: Page, body: Body, expect_saved: Callable[[Body], None]
) -> None:
    place = ids(body).index(find(body, "Résultats")["id"])
    section, others = body[place:], body[1:place]
    assert len(section) == 12
    english = find(body, ENGLISH)["id"]
    note = editor.locator(f"#block-{english}-section [data-bilan-notes='{english}']")
    open_outline(editor)
    expect(note).to_contain_text("lean startup")
    expect(row(editor, "Résultats")).to_contain_text("1 avertissement")
    expect(row(editor, "Le détail")).to_contain_text("1 commentaire")
    shoot(editor, "before")
    for _ in range(5):
        editor.keyboard.press("Tab")  # from the search to the line of what is in view
        if editor.evaluate("document.activeElement.matches('.bilan-outline__link')"):
            break
    editor.keyboard.press("End")
    editor.keyboard.press("ArrowUp")
    for number in (2, 1):
        editor.keyboard.press("Alt+Shift+ArrowUp")
        said = f"« Résultats » est maintenant la section {number}."
        expect(editor.get_by_role("status").filter(has_text=said)).to_be_visible()
    shoot(editor, "moved")
    moved = [body[0], *section, *others]
    assert titles(editor)[1:4] == ["1 Résultats", "1.1 Le détail", "2 Équipes"]
    expect_saved(moved)
    editor.keyboard.press("Control+z")
    editor.keyboard.press("Control+z")
    expect_saved(body)
    editor.keyboard.press("Control+Shift+z")
    editor.keyboard.press("Control+y")
    expect_saved(moved)

    expect(note).to_contain_text("lean startup")
    expect(row(editor, "Résultats")).to_contain_text("1 avertissement")
    assert Comment.objects.get() == commented
    editor.reload()
    wait_until_watched(editor)
    detail = find(body, "Le détail")["id"]
    expect(editor.locator(f"#block-{detail}-section [data-annotation]")).to_have_count(1)
    expect(row(editor, "Le détail")).to_contain_text("1 commentaire")


def choose(editor: Page, title: str, act: str) -> None:
    row(editor, title).hover()
    row(editor, title).get_by_role("button").click()
    editor.get_by_role("menuitem", name=re.compile(f"^{act}")).click()


def test_levels_change_for_a_whole_section(
    editor: Page, body: Body, expect_saved: Callable[[Body], None]
) -> None:
    open_outline(editor)
    choose(editor, "3 Résultats", "Abaisser d’un niveau")
    expect(row(editor, "2.2 Résultats")).to_be_visible()
    expect(row(editor, "2.2.1 Le détail")).to_be_visible()
    lowered = deepcopy(body)
    find(lowered, "Résultats")["value"]["level"] = "3"
    find(lowered, "Le détail")["value"]["level"] = "4"
    expect_saved(lowered)
    choose(editor, "1 Équipes", "Abaisser d’un niveau")
    refusal = "« Équipes » ne peut pas être abaissée ici."
    expect(editor.get_by_role("status").filter(has_text=refusal)).to_be_visible()
    undo(editor)
    expect_saved(body)


def undo(editor: Page) -> None:
    editor.get_by_role("button", name="Annuler", exact=True).click()


def test_a_section_is_duplicated_deleted_and_brought_back(
    editor: Page,
    report: AnnualReportPage,
    body: Body,
    expect_saved: Callable[[Body], None],
) -> None:
    open_outline(editor)
    choose(editor, "3 Résultats", "Dupliquer")
    expect(row(editor, "4.1 Le détail")).to_be_visible()
    eventually(editor, lambda: len(stored(report)) == len(body) + 12)
    copied = stored(report)
    copies = copied[len(body) :]
    assert copied[: len(body)] == body
    assert [block["type"] for block in copies] == [block["type"] for block in body[-12:]]
    assert not set(list_ids(copies)) & set(list_ids(body))
    assert [b["value"]["anchor"] for b in copies if b["type"] == "heading"] == ["", ""]

    row(editor, "3 Résultats").get_by_role("link").focus()
    editor.keyboard.press("Delete")
    expect(
        editor.get_by_role("status").filter(has_text="est supprimée : 12 blocs.")
    ).to_be_visible()
    expect_saved([*body[:-12], *copies])
    undo(editor)
    expect_saved(copied)
    undo(editor)
    expect_saved(body)


@pytest.mark.firefox
def test_a_section_is_dragged(editor: Page, body: Body, saved: Save) -> None:
    open_outline(editor)
    start, end = (row(editor, title).bounding_box() for title in ("3.1 Le détail", "2 Moyens"))
    assert start
    assert end
    editor.mouse.move(start["x"] + 80, start["y"] + 12)
    editor.mouse.down()
    editor.mouse.move(end["x"] + 80, end["y"] + 20, steps=4)
    editor.mouse.move(end["x"] + 80, end["y"] + 4)
    shoot(editor, "dragging")
    editor.mouse.up()
    expect(row(editor, "1.1 Le détail")).to_be_visible()
    detail = body[-6:]
    assert saved() == [*body[:3], *detail, *body[3:-6]]


def test_axe_finds_nothing_wrong_with_the_outline(editor: Page, body: Body) -> None:
    open_outline(editor)
    row(editor, "3 Résultats").hover()
    row(editor, "3 Résultats").get_by_role("button").click()
    options = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": RULES}}
    found = Axe().run(editor, context=".bilan-outline", options=options).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found] == []


EMPTIED = """async () => {
    const { contentsOf } = await import("/static/reports/outline/contents.js");
    const fact = (line) => ({ value: { figure: { line, parts: [line], readAs: "" }, url: null } });
    const card = { value: { name: "Mano", facts: [fact(""), fact("3 services")] } };
    const { places, filled, text } =
        contentsOf({ type: "impact_cards", state: { cards: [card] } });
    return [places, filled, text];
}"""


def test_emptied_facts_of_cards_are_counted(editor: Page) -> None:
    assert editor.evaluate(EMPTIED) == [2, 1, "Mano 3 services"]


def test_the_preview_has_the_room_and_follows(editor: Page, body: Body) -> None:
    outline = open_outline(editor)
    editor.locator("[data-side-panel-toggle=preview]").click()
    expect(outline.get_by_label("Chercher dans le bilan")).to_be_hidden()
    frame = editor.frame_locator("#w-preview-iframe")
    title = frame.get_by_role("heading", name="3.1. Le détail")
    expect(title).to_be_attached()
    expect(title).not_to_be_in_viewport()
    toggle(editor, find(body, "Le détail")).focus()
    expect(title).to_be_in_viewport()
    editor.locator("[data-side-panel-toggle=preview]").click()
    expect(outline.get_by_label("Chercher dans le bilan")).to_be_visible()
    editor.locator("[data-side-panel-toggle=status]").click()
    open_outline(editor)  # it takes the room of the other panel; nothing stands beside the window
    expect(editor.locator("[data-side-panel=status]")).to_be_hidden()
    assert editor.evaluate("main.scrollLeft = 96, main.scrollLeft") == 0


NUMBERS = """async bodies => {
    const { readSections } = await import("/static/reports/outline/sections.js");
    const heading = (level) => ({ type: "heading", state: { text: "x", level: [String(level)] } });
    return bodies.map(levels =>
        readSections(levels.map(heading)).sections.map(one => one.number));
}"""
# for each section and each place where it may go: the headings whose parent is another one then
STOLEN = """async bodies => {
    const { listDestinations, readSections } =
        await import("/static/reports/outline/sections.js");
    const heading = (level) => ({ type: "heading", state: { text: "x", level: [String(level)] } });
    return bodies.flatMap(levels => {
        const body = levels.map(heading);
        const parent = (sections, { child, start, level }) =>
            sections.findLast((one) => one.start < start && one.level < level)?.child;
        const { sections } = readSections(body);
        return sections.flatMap((section) => {
            const run = body.slice(section.start, section.end);
            return listDestinations(section, sections, body.length).flatMap((to) => {
                const rest = body.filter((child) => !run.includes(child));
                const place = to === body.length ? rest.length : rest.indexOf(body[to]);
                const moved = readSections(rest.toSpliced(place, 0, ...run)).sections;
                return moved.filter((one) => {
                    const before = sections.find(({ child }) => child === one.child);
                    return one.child !== section.child
                        && parent(moved, one) !== parent(sections, before);
                }).map(() => [levels, section.start, to]);
            });
        });
    });
}"""


def test_sections_are_those_that_readers_see_and_take_nothing_along(editor: Page) -> None:
    bodies = [
        list(levels) for length in range(5) for levels in product((2, 3, 4, 6), repeat=length)
    ]
    read = [
        [
            section.number
            for _, section in number_headings(Heading(level=str(level)) for level in levels)
            if section
        ]
        for levels in bodies
    ]
    assert editor.evaluate(NUMBERS, bodies) == read
    assert editor.evaluate(STOLEN, bodies) == []
