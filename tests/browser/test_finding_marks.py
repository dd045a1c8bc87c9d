"""Findings at the heads of blocks: a mark that opens over the form, and nothing that moves."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import FloatRect, Locator, Page, expect

from reports.content.models import AnnualReportPage
from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.checks import build

from .conftest import unfold

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FAULTY = "Une part de 62% des services: la moitié ou plus"


def box(field: Locator) -> FloatRect:
    found = field.bounding_box()
    assert found
    return found


@pytest.fixture
def report(report: AnnualReportPage) -> AnnualReportPage:
    """A report in which nothing is found."""
    blocks = (build.heading("Les équipes"), build.callout("Elles travaillent ensemble.", "Repère"))
    report.body = json.dumps(stored(*blocks))
    report.save()
    report.save_revision()
    return report


@pytest.fixture
def section(editor: Page, report: AnnualReportPage) -> Locator:
    """A block, unfolded, of which nothing is found yet."""
    block = unfold(editor, report, "callout")
    expect(mark_of(block)).to_have_count(0)
    return block


@pytest.fixture
def title(section: Locator) -> Locator:
    return section.get_by_label("Titre").first


def mark_of(section: Locator) -> Locator:
    return section.locator("> .w-panel__header > .bilan-mark")


@pytest.mark.parametrize("size", [(1280, 900), (1100, 700)])
def test_the_focused_field_stays_where_it_is_when_findings_come(
    editor: Page, section: Locator, title: Locator, shots: Path, size: tuple[int, int]
) -> None:
    editor.set_viewport_size({"width": size[0], "height": size[1]})
    title.fill(FAULTY)
    expect(title).to_be_focused()
    title.scroll_into_view_if_needed()
    editor.wait_for_timeout(500)  # what scrolls by itself has come to rest
    before = box(title)
    mark = mark_of(section)
    expect(mark).to_be_visible()
    editor.screenshot(path=shots / f"marks-{size[0]}.png")
    assert box(title) == before
    mark.click()
    notes = editor.locator(".bilan-notes:popover-open")
    expect(notes).to_contain_text("62%")
    assert notes.evaluate(
        "one => { const { top, left, bottom, right } = one.getBoundingClientRect();"
        "return top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth }"
    )
    editor.screenshot(path=shots / f"marks-open-{size[0]}.png")
    assert box(title) == before
    editor.keyboard.press("Escape")
    expect(notes).to_have_count(0)
    expect(mark).to_be_focused()
    assert box(title) == before


def test_a_mark_is_reached_by_keys_and_opens_while_its_block_is_folded(
    editor: Page, section: Locator, title: Locator
) -> None:
    title.fill(FAULTY)
    mark = mark_of(section)
    expect(mark).to_be_visible()
    expect(mark).to_have_accessible_name(re.compile(r"^\d+ avertissements? sur ce bloc$"))
    toggle = section.locator("> .w-panel__header .w-panel__toggle")
    toggle.click()
    expect(toggle).to_have_attribute("aria-expanded", "false")
    toggle.focus()
    for _ in range(5):
        editor.keyboard.press("Tab")
        if mark.evaluate("one => one === document.activeElement"):
            break
    editor.keyboard.press("Enter")
    notes = editor.locator(".bilan-notes:popover-open")
    expect(notes).to_be_focused()
    expect(notes).to_have_accessible_name(re.compile("^Constats des contrôles"))
    expect(toggle).to_have_attribute("aria-expanded", "false")
    editor.keyboard.press("Escape")
    expect(mark).to_be_focused()


def test_what_is_mended_takes_its_mark_away_and_gives_the_focus_to_the_block(
    editor: Page, section: Locator, title: Locator
) -> None:
    title.fill(FAULTY)
    mark = mark_of(section)
    expect(mark).to_be_visible()
    title.fill("Repère")
    mark.focus()
    expect(mark).to_have_count(0)
    assert editor.evaluate("document.activeElement.matches('.w-panel__toggle')")


def test_a_mark_takes_no_room_from_a_title_that_fills_its_line(
    editor: Page, report: AnnualReportPage
) -> None:
    editor.set_viewport_size({"width": 1100, "height": 700})
    heading = unfold(editor, report, "heading")
    field = heading.locator("input[type=text]").first
    field.fill(f"{'Les équipes et leurs projets dans le temps long ' * 3} {FAULTY}")
    head = heading.locator("> .w-panel__header")
    title = head.locator(".w-panel__heading")
    head.locator(".w-panel__toggle").click()  # the title stands in the head of what is folded
    expect(title).to_contain_text("dans le temps long")
    editor.wait_for_timeout(500)  # and says what the block says once nobody types
    before = box(title), box(head)["height"]
    assert box(title)["height"] > 40  # it has several lines
    expect(mark_of(heading)).to_be_visible()
    assert (box(title), box(head)["height"]) == before


def test_a_card_is_marked_as_wrong_once_somebody_has_left_it(
    editor: Page, section: Locator, shots: Path
) -> None:
    editor.locator(".c-sf-add-button").last.evaluate("button => button.click()")
    expect(editor.locator(".w-combobox [role=combobox]")).to_be_focused()
    editor.keyboard.type("Cartes d’impact")
    editor.keyboard.press("Enter")
    service = editor.get_by_role("combobox", name="Service", exact=True)
    expect(service).to_be_focused()
    made = editor.evaluate("""async () => {
        const { body } = await import("/static/reports/folding/current_body.js");
        return body.children.at(-1).id;
    }""")
    cards = editor.locator(f"#block-{made}-section")
    editor.keyboard.type("Mon")
    found = "made => document.querySelector('[data-bilan-checks]').innerHTML.includes(made)"
    editor.wait_for_function(found, arg=made)  # the panel says it
    expect(mark_of(cards)).to_have_count(0)
    editor.screenshot(path=shots / "marks-writing.png")
    section.get_by_label("Titre").first.focus()
    expect(mark_of(cards)).to_have_class(re.compile("bilan-mark--error"))
