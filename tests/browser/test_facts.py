"""Facts are typed as sentences: a line each, in which the figure is found and marked."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from reports.content.models import AnnualReportPage

from .conftest import item
from .system_clipboard import paste

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Save = Callable[[], list[Any]]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
CARD, LIST, GROWTH = 1, 2, 3  # places of the blocks in the body
ROW = 24  # pixels


def listed(level: int, lead: str, before: str, figure: str, after: str) -> dict[str, Any]:
    words = {"lead": lead, "before": before, "after": after}
    return item({"level": level, **words, "figure": figure, "url": ""})


@pytest.fixture
def report(report: AnnualReportPage) -> AnnualReportPage:
    """The report with a list of facts, and a card whose growth is a fact in no list."""
    body = list(report.body.raw_data)
    lines = [
        listed(1, "Accès :", "", "62 %", "des pages en 2024"),
        listed(1, "", "12 agents en", "2020", "formés"),
    ]
    card = {"service": None, "reference_name": "", "name": "Pix", "url": "", "status": ""}
    card |= {"mission_heading": "", "mission": "", "periods": []}
    card["growth"] = {"before": "", "figure": "+ 12 %", "after": "en un an", "url": ""}
    body.append(item({"ordered": False, "items": lines}, "fact_list"))
    body.append(item({"cards": [item(card)]}, "comparison_cards"))
    report.body = json.dumps(body)
    report.save_revision()
    return report


def facts(body: list[Any]) -> list[dict[str, Any]]:
    """The facts of the card, as they are stored."""
    return [one["value"] for one in body[CARD]["value"]["cards"][0]["value"]["facts"]]


def items(body: list[Any]) -> list[dict[str, Any]]:
    return [one["value"] for one in body[LIST]["value"]["items"]]


def fact(figure: str, after: str = "", before: str = "") -> dict[str, Any]:
    return {"before": before, "figure": figure, "after": after, "url": ""}


def lines(editor: Page, name: str = "cards") -> Locator:
    """The lines of the first list of facts in the block with a child of this name."""
    block = editor.locator(f"[data-contentpath={name}]").first
    return block.locator(".bilan-facts .bilan-line__text:visible")


def row(line: Locator) -> Locator:
    return line.locator("xpath=ancestor::*[contains(concat(@class, ' '), 'bilan-line ')]")


def mark(line: Locator) -> Locator:
    return row(line).locator("mark")


def texts(all_lines: Locator) -> list[str]:
    return all_lines.evaluate_all("all => all.map(one => one.value)")


def at_end(line: Locator) -> None:
    line.click()
    line.press("End")


@pytest.mark.firefox
def test_a_sentence_is_typed_and_its_figure_is_marked_and_stored(editor: Page, saved: Save) -> None:
    line = lines(editor).first
    line.fill("91 373 signalements traités depuis 2020")
    expect(mark(line)).to_have_text("91 373")
    expect(row(line).locator(".bilan-figure__reading")).to_have_text("91\u202f373")
    line.fill("Au total, 3 agents")
    expect(mark(line)).to_have_text("3")
    assert facts(saved())[0] == fact("3", "agents", "Au total,")


def test_what_nobody_edits_is_stored_word_for_word(
    editor: Page, saved: Save, report: AnnualReportPage
) -> None:
    before = json.loads(report.get_latest_revision().content["body"])
    expect(mark(lines(editor, "items").nth(1))).to_have_text("2020")
    assert texts(lines(editor, "items")) == [
        "Accès : 62 % des pages en 2024",
        "12 agents en 2020 formés",
    ]
    assert saved() == before


def test_a_click_on_another_number_moves_the_figure_there_and_back(
    editor: Page, saved: Save
) -> None:
    line = lines(editor).first
    line.fill("91 373 signalements depuis 2020")
    row(line).get_by_role("button", name="2020", exact=True).click()
    expect(mark(line)).to_have_text("2020")
    expect(line).to_be_focused()
    # an edit beside it leaves it where it is, one in it lets the server find it again
    at_end(line)
    editor.keyboard.type(" environ")
    expect(mark(line)).to_have_text("2020")
    row(line).get_by_role("button", name="91 373", exact=True).click()
    expect(mark(line)).to_have_text("91 373")
    line.press("Control+z")
    expect(mark(line)).to_have_text("2020")
    line.press("Control+z")  # what was typed is a step of its own
    expect(line).to_have_value("91 373 signalements depuis 2020")
    expect(mark(line)).to_have_text("2020")
    line.press("Control+Shift+z")
    expect(line).to_have_value("91 373 signalements depuis 2020 environ")
    assert facts(saved())[0] == fact("2020", "environ", "91 373 signalements depuis")
    line.fill("91 373 signalements depuis 2021")
    expect(mark(line)).to_have_text("91 373")
    assert facts(saved())[0] == fact("91 373", "signalements depuis 2021")


@pytest.mark.firefox
def test_a_pasted_list_becomes_facts_and_one_undo_takes_it_back(editor: Page, saved: Save) -> None:
    line = lines(editor).first
    at_end(line)
    paste(editor, " signées\n\n• 12 écoles\n• 345 élèves\n")
    expected = ["Plus de 18 000 conventions signées", "• 12 écoles", "• 345 élèves"]
    assert texts(lines(editor))[:3] == expected
    editor.keyboard.press("Control+z")
    expect(lines(editor)).to_have_count(2)
    assert texts(lines(editor))[0] == "Plus de 18 000 conventions"
    editor.keyboard.press("Control+y")
    expect(lines(editor)).to_have_count(4)
    editor.keyboard.press("Control+z")
    line.fill("")
    paste(editor, "- 12 écoles\n- 345 élèves\n")
    assert facts(saved()) == [
        fact("12", "écoles"),
        fact("345", "élèves"),
        fact("+80 % des services", "en ligne"),
    ]


def test_each_row_of_a_pasted_table_is_a_fact(editor: Page) -> None:
    lines(editor).first.fill("")
    cells = "<tr><td>12</td><td>écoles</td></tr><tr><td>345</td><td>élèves</td></tr>"
    paste(editor, "12\técoles\n345\télèves", f"<table>{cells}</table>")
    assert texts(lines(editor))[:2] == ["12 écoles", "345 élèves"]
    paste(editor, "un\n" * 501)
    expect(lines(editor)).to_have_count(3)


@pytest.mark.firefox
def test_keys_make_join_move_and_leave_lines(editor: Page, saved: Save) -> None:
    first = lines(editor).first
    at_end(first)
    editor.keyboard.press("Enter")
    expect(lines(editor).nth(1)).to_be_focused()
    editor.keyboard.type("3 agents et 4 élèves")
    for _ in range(len("et 4 élèves")):
        editor.keyboard.press("ArrowLeft")
    editor.keyboard.press("Enter")
    assert texts(lines(editor))[1:3] == ["3 agents", "et 4 élèves"]
    editor.keyboard.press("Backspace")
    assert texts(lines(editor))[1] == "3 agents et 4 élèves"
    editor.keyboard.press("Alt+ArrowUp")
    assert texts(lines(editor))[0] == "3 agents et 4 élèves"
    expect(lines(editor).first).to_be_focused()
    editor.keyboard.press("ArrowDown")
    expect(lines(editor).nth(1)).to_be_focused()
    editor.keyboard.press("Tab")
    expect(lines(editor).nth(2)).to_be_focused()
    editor.keyboard.press("Tab")
    expect(editor.locator(".bilan-facts :focus")).to_have_count(1)  # the button that adds a line
    editor.keyboard.press("Tab")
    expect(editor.locator(".bilan-facts :focus")).to_have_count(0)
    assert facts(saved()) == [
        fact("3", "agents et 4 élèves"),
        fact("Plus de 18 000", "conventions"),
        fact("+80 % des services", "en ligne"),
    ]


def test_lines_have_levels_and_leads(editor: Page, saved: Save) -> None:
    second = lines(editor, "items").nth(1)
    at_end(second)
    second.press("Alt+ArrowRight")
    second.press("Enter")
    editor.keyboard.type("Dont : 3 pages")
    third = lines(editor, "items").nth(2)
    third.evaluate("line => line.setSelectionRange(6, 6)")
    third.press("Control+b")
    expect(row(third).locator("b")).to_have_text("Dont :")
    expect(mark(third)).to_have_text("3")
    first = lines(editor, "items").first
    first.evaluate("line => line.setSelectionRange(3, 3)")
    first.press("Control+b")
    expect(row(first).locator("b")).to_have_text("Acc")
    first.press("Control+z")
    expect(row(first).locator("b")).to_have_text("Accès :")
    stored = items(saved())
    assert [(each["level"], each["lead"], each["figure"]) for each in stored] == [
        (1, "Accès :", "62 %"),
        (2, "", "2020"),
        (2, "Dont :", "3"),
    ]
    third.press("Alt+ArrowLeft")
    assert items(saved())[2]["level"] == 1


def test_a_link_and_a_tick_by_buttons(editor: Page, saved: Save) -> None:
    line = lines(editor).first
    line.click()
    row(line).get_by_role("button", name="Lien imprimé").click()
    editor.keyboard.type("https://example.org/a")
    row(line).get_by_role("button", name="Dans l’essentiel").click()
    link = row(line).get_by_role("button", name="Lien\u00a0: https://example.org/a")
    expect(link).to_be_visible()
    stored = facts(saved())[0]
    assert (stored["url"], stored["leading"]) == ("https://example.org/a", True)
    for place in (editor.locator("[data-contentpath=facts] [data-contentpath=url] input"), line):
        link.click()  # opens the field, then closes it
        expect(place.first).to_be_focused()


def test_a_reading_is_corrected_and_what_is_refused_is_said_of_the_line(
    editor: Page, saved: Save
) -> None:
    line = lines(editor).first
    line.click()
    line.press("F2")
    editor.keyboard.type("18 000")
    editor.keyboard.press("Escape")
    expect(line).to_be_focused()
    assert facts(saved())[0]["figure"] == {"raw": "Plus de 18 000", "read_as": "18 000"}
    # a script may still write what nobody can type
    line.evaluate(
        "one => { one.value = 'x'.repeat(2100);"
        " one.dispatchEvent(new Event('input', {bubbles: true})) }"
    )
    editor.get_by_role("button", name="Enregistrer le brouillon").click()
    field = line.locator("xpath=ancestor::*[@data-contentpath='figure']")
    expect(field.locator(".error-message")).to_contain_text("signes")


def test_a_fact_in_no_list_is_one_line_with_its_own_undo(editor: Page, saved: Save) -> None:
    line = editor.get_by_label("Évolution")
    line.click()
    line.fill("+ 14 % en deux ans")
    line.press("Enter")
    expect(mark(line)).to_have_text("+ 14 %")
    line.press("Control+a")
    paste(editor, "12\n345")
    expect(line).to_have_value("12")
    line.press("Control+z")
    expect(line).to_have_value("+ 12 % en un an")
    line.press("Control+y")
    growth = saved()[GROWTH]["value"]["cards"][0]["value"]["growth"]
    assert growth == fact("12")


def test_links_to_the_parts_of_a_fact_lead_to_its_line_and_to_its_link(
    editor: Page, report: AnnualReportPage
) -> None:
    body = json.loads(report.get_latest_revision().content["body"])
    item_id = body[CARD]["value"]["cards"][0]["value"]["facts"][1]["id"]
    editor.evaluate(
        """([block, near]) => ["before", "after", "figure", "url"].forEach((name) => {
            const link = document.createElement("a");
            Object.assign(link, { href: "#", textContent: `vers ${name}` });
            Object.assign(link.dataset, { bilanJump: block, bilanNear: near, bilanField: name });
            document.querySelector("[data-edit-form]").prepend(link);
        })""",
        [body[CARD]["id"], item_id],
    )
    for name in ("before", "after", "figure"):
        editor.get_by_role("link", name=f"vers {name}").evaluate("link => link.click()")
        expect(lines(editor).nth(1)).to_be_focused()
        editor.get_by_role("textbox", name="Mission", exact=True).first.focus()
    editor.get_by_role("link", name="vers url").evaluate("link => link.click()")
    expect(editor.locator("[data-contentpath=url] input:focus")).to_be_visible()


def test_wagtails_buttons_are_steps_too(editor: Page, saved: Save) -> None:
    lines(editor).first.click()
    child = lines(editor).first.locator("xpath=ancestor::*[@data-streamfield-child][1]")
    handle, line = child.get_by_title("Glisser"), lines(editor).first
    tops = [place.evaluate("one => one.getBoundingClientRect().top") for place in (handle, line)]
    assert tops[0] >= tops[1] - 2  # beside its line, not over the one above
    handle.hover()
    child.get_by_title("Supprimer").click()
    expect(lines(editor)).to_have_count(1)
    lines(editor).first.press("Control+z")
    expect(lines(editor)).to_have_count(2)
    assert [each["figure"] for each in facts(saved())] == ["Plus de 18 000", "+80 % des services"]


def find_distance(first: Locator, second: Locator) -> float:
    """Return how far one line is below another, in pixels, at one moment."""
    script = "(one, other) => other.getBoundingClientRect().y - one.getBoundingClientRect().y"
    return float(first.evaluate(script, second.element_handle()))


@pytest.mark.parametrize("size", [(1280, 900), (1100, 700)])
def test_lines_are_dense_and_nothing_is_cut(
    editor: Page, size: tuple[int, int], tmp_path: Path
) -> None:
    editor.set_viewport_size({"width": size[0], "height": size[1]})
    first, second = lines(editor).nth(0), lines(editor).nth(1)
    boxes = [line.bounding_box() or {} for line in (first, second)]
    assert [box["height"] for box in boxes] == [ROW, ROW]
    assert find_distance(first, second) == ROW
    first.fill("12 communes de la région ont publié un jeu de données " * 3)
    assert first.evaluate("line => line.scrollHeight <= line.clientHeight")
    tall = first.bounding_box() or {}
    assert tall["height"] > ROW
    assert tall["height"] % ROW == 0
    shots = Path(os.environ.get("SCREENSHOTS", tmp_path))
    editor.screenshot(path=shots / f"faits-{size[0]}.png")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_lines_can_be_read_by_everybody(editor: Page, scheme: Any) -> None:
    editor.emulate_media(color_scheme=scheme)
    line = lines(editor).first
    line.fill("91 373 signalements depuis 2020")
    expect(row(line).get_by_role("button", name="2020", exact=True)).to_be_visible()
    described = (line.get_attribute("aria-describedby") or "").split()
    read = [editor.locator(f"[id='{each}']").inner_text() for each in described]
    assert any("91\u202f373" in text for text in read)
    expect(line).to_have_accessible_name("Fait")
    options = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": RULES}}
    for context in (".bilan-facts", ".bilan-fact--alone"):
        found = Axe().run(editor, context=context, options=options).response["violations"]
        assert [(each["id"], each["nodes"][0]["html"][:200]) for each in found] == []


@pytest.mark.firefox
def test_arrows_lead_through_the_rows_of_a_line_that_wraps(editor: Page) -> None:
    first, second = lines(editor).first, lines(editor).nth(1)
    first.fill("Au total, 3 agents " + "du réseau " * 12 + "formés")
    second.fill("Et 4 élèves " + "de la ville " * 12 + "inscrits")
    height = first.evaluate("one => one.offsetHeight")
    assert height >= 2 * ROW
    for line in (first, second):  # the first row of both begins with the third letter
        line.focus()
        line.evaluate("one => one.setSelectionRange(3, 3)")
    editor.keyboard.press("ArrowUp")
    expect(first).to_be_focused()
    offset = first.evaluate("one => one.selectionStart")
    assert offset > 40  # in its last row, not in its first
    for _ in range(height // ROW - 1):
        editor.keyboard.press("ArrowUp")
        expect(first).to_be_focused()
    assert first.evaluate("one => one.selectionStart") < 8
    for _ in range(height // ROW - 1):
        editor.keyboard.press("ArrowDown")
        expect(first).to_be_focused()
    editor.keyboard.press("ArrowDown")
    expect(second).to_be_focused()
    assert second.evaluate("one => one.selectionStart") < 8


def test_a_line_takes_no_more_than_it_can_be_saved_with(editor: Page) -> None:
    line = lines(editor).first
    line.fill("3 agents " + "x" * 1_990)
    line.press("Control+End")
    editor.keyboard.type("abc")
    expect(line).to_have_value("3 agents " + "x" * 1_990 + "a")
    warning = editor.locator(".messages .warning")
    expect(warning).to_contain_text("2\u202f000 signes au plus")
    paste(editor, "y" * 30)
    expect(warning).to_contain_text("Rien n’a été collé")
    paste(editor, "4 élèves\n5 écoles " + "z" * 2_000)
    expect(lines(editor)).to_have_count(2)
