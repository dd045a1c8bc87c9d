"""The edit view in small windows: nothing is cut or covered, and neighbours stand in one line."""

import os

import pytest
from playwright.sync_api import Locator, Page, expect

from reports.content.models import AnnualReportPage

from .conftest import unfold

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NARROW = {"width": 1100, "height": 700}
SHOTS = os.environ.get("SCREENSHOTS", "")
MIDDLES = """all => all.map((one) => {
    const { x, y, width, height } = one.getBoundingClientRect();
    return [x + width / 2, y + height / 2];
})"""


@pytest.fixture
def narrow(editor: Page) -> Page:
    editor.set_viewport_size(NARROW)
    return editor


def box(place: Locator) -> dict[str, float]:
    found = place.bounding_box()
    assert found
    return {**found, "bottom": found["y"] + found["height"]}


def test_the_title_in_the_header_is_whole(narrow: Page) -> None:
    crumbs = narrow.locator("header .w-breadcrumbs")
    expect(crumbs).to_contain_text("Bilan 2024")
    narrow.locator("[name=title]").fill("Bilan 2024, relu")
    expect(narrow.locator(".w-autosave-indicator__state--saved")).to_be_visible()
    assert crumbs.evaluate("one => one.scrollWidth <= one.clientWidth")


def test_fields_beside_one_another_stand_in_one_line(narrow: Page) -> None:
    names = ("year", "report_date", "hero_title")
    boxes = [box(narrow.locator(f"[name={name}]")) for name in names]
    assert len({round(one["y"]) for one in boxes}) == 1
    assert len({round(one["height"]) for one in boxes}) == 1


def test_an_empty_line_takes_no_room_where_nothing_is_left(narrow: Page) -> None:
    left = narrow.locator("[data-bilan-remaining]")
    summary = box(left.locator("[data-bilan-remaining-summary]"))
    assert box(left)["bottom"] - summary["bottom"] < 30


def test_the_buttons_of_a_fact_stand_in_one_row(narrow: Page, report: AnnualReportPage) -> None:
    cards = unfold(narrow, report, "impact_cards")
    cards.locator(".bilan-facts .bilan-line__text").first.focus()
    icons = cards.locator(".bilan-line__tools").first.locator("button .icon:visible")
    middles = icons.evaluate_all(MIDDLES)  # at once: the form may still scroll
    assert len(middles) == 3
    assert max(y for _, y in middles) - min(y for _, y in middles) < 1, middles
    assert abs((middles[1][0] - middles[0][0]) - (middles[2][0] - middles[1][0])) < 1, middles


def test_facts_are_as_far_from_their_name_as_other_fields(
    narrow: Page, report: AnnualReportPage
) -> None:
    cards = unfold(narrow, report, "impact_cards")
    facts = cards.locator(".bilan-facts").first
    heading = cards.locator("[data-contentpath=facts_heading]").first
    gaps = []
    for name, frame in (
        (heading.locator("label"), heading.locator("input")),
        (
            cards.locator("[data-contentpath=facts] > .w-field__label").first,
            facts.locator("> [data-streamfield-list-container]"),
        ),
    ):
        gaps.append(box(frame)["y"] - box(name)["bottom"])
    assert abs(gaps[0] - gaps[1]) < 6, gaps


def test_the_outline_covers_no_field_at_200_percent(narrow: Page) -> None:
    """A window of 1280 or 1440 pixels has half of them for what is twice as large."""
    typed = ":is(input, textarea, [contenteditable=true]):not(.bilan-table *)"  # a table scrolls
    fields = narrow.locator(f"[data-edit-form] :is({typed}, .bilan-table__frame):visible")
    opener = narrow.get_by_role("button", name="Sommaire", exact=True)
    for width in (640, 720):
        narrow.set_viewport_size({"width": width, "height": 450})
        for place in (".bilan-outline__openers .button", ".bilan-outline__body"):
            if place.endswith("body"):
                opener.click()
            if SHOTS:
                narrow.screenshot(path=f"{SHOTS}/narrow-{width}-{place[-4:]}.png")
            boxes = [box(one) for one in narrow.locator(f"{place}:visible").all()]
            left = min(one["x"] for one in boxes)
            assert max(one["x"] + one["width"] for one in boxes) <= width
            ends = fields.evaluate_all(
                "all => all.map((one) => [one.name, one.getBoundingClientRect().right])"
            )
            assert [(name, end) for name, end in ends if end > left] == [], (width, place, left)
        narrow.get_by_role("button", name="Fermer le sommaire").click()
