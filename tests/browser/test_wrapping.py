"""Long words are seen whole where they are written: figures of cells, missions, readings."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from reports.content.models import AnnualReportPage

from .conftest import unfold
from .system_clipboard import paste

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SHOTS = os.environ.get("SCREENSHOTS", "")
LONG = "entre 1 234 567 et 2 345 678 personnes suivies en 2023, selon l’enquête de la direction"
MISSION = "Accompagner les personnes qui vivent dans la rue vers le logement et les droits. " * 3


def shoot(page: Page, name: str) -> None:
    if SHOTS:
        page.screenshot(path=Path(SHOTS) / f"wrapping-{name}.png")


def expect_whole(field: Locator) -> None:
    assert field.evaluate(
        "one => one.scrollWidth <= one.clientWidth && one.scrollHeight <= one.clientHeight"
    )


def test_a_long_figure_of_a_cell_wraps(editor: Page) -> None:
    cell = editor.get_by_label("Résultats 2023, Nombre de produits", exact=True).first
    height = cell.evaluate("one => one.clientHeight")
    cell.fill(LONG)
    expect_whole(cell)
    assert cell.evaluate("one => one.clientHeight") > height
    shoot(editor, "cell")
    cell.press("Shift+Enter")
    expect(cell).to_have_value(LONG)
    cell.press("Enter")
    below = editor.get_by_label("Résultats 2023, Part des produits ouverts", exact=True).first
    expect(below).to_be_focused()


def test_a_mission_wraps_and_stays_one_line(
    editor: Page, report: AnnualReportPage, saved: Callable[[], list[Any]]
) -> None:
    cards = unfold(editor, report, "impact_cards")
    mission = cards.get_by_label("Mission", exact=True).first
    mission.fill(MISSION.strip())
    expect_whole(mission)
    shoot(editor, "mission")
    mission.press("Enter")
    mission.press("Control+a")
    paste(editor, "Aider\net suivre.")
    expect(mission).to_have_value("Aider et suivre.")
    assert saved()[1]["value"]["cards"][0]["value"]["mission"] == "Aider et suivre."


def find_gap(first: Locator, second: Locator) -> float:
    """Return how far a field is below another."""
    above, below = (
        field.evaluate("one => one.getBoundingClientRect().y") for field in (first, second)
    )
    return float(below - above)


def test_a_long_reading_is_seen_whole_and_moves_no_line(
    editor: Page, report: AnnualReportPage
) -> None:
    cards = unfold(editor, report, "impact_cards")
    first, second = (cards.locator(".bilan-line__text").nth(place) for place in (0, 1))
    gap = find_gap(first, second)
    first.fill("entre 1 234 567 et 2 345 678 euros de moins")
    reading = cards.locator(".bilan-figure__correct").first
    expect(reading).to_contain_text("2 345 678")
    expect_whole(reading)
    reading.evaluate("one => one.scrollIntoView({ block: 'center' })")
    box = reading.bounding_box()
    assert box
    seen = (
        "({ x, y }) => document.elementFromPoint(x, y).closest('.bilan-figure__correct') !== null"
    )
    assert editor.evaluate(seen, {"x": box["x"] + 20, "y": box["y"] + box["height"] - 5})
    assert find_gap(first, second) == gap
    shoot(editor, "reading")
