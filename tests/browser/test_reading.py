"""What small scripts do for readers of a report: each by pointer or keyboard, none needed."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from .demo_fixture import keep, put_back
from .site import built
from .test_pages import ALL_RULES

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

REPORT = "/bilan/2022/"
PERMISSIONS = ["clipboard-read", "clipboard-write"]
Open = Callable[..., Page]


@pytest.fixture
def every_variant(
    transactional_db: None, snapshot_folder: Path, settings: Any, request: pytest.FixtureRequest
) -> None:
    """A site with a report that has every variant of every block: building it takes ten seconds."""
    rows, files = snapshot_folder / "variants.sqlite3", snapshot_folder / "variants"
    if put_back(rows):
        shutil.copytree(files, settings.MEDIA_ROOT, dirs_exist_ok=True)
        return
    request.getfixturevalue("report").delete()
    built()
    keep(rows)
    shutil.copytree(settings.MEDIA_ROOT, files)


@pytest.fixture
def open_report(
    contexts: Callable[..., BrowserContext], live_server: LiveServer, every_variant: None
) -> Open:
    """Open the report that has every variant, in a window of this width."""

    def enter(width: int = 1280, path: str = REPORT, **options: object) -> Page:
        viewport = {"width": width, "height": 800}
        context = contexts(viewport=viewport, permissions=PERMISSIONS, **options)
        page = context.new_page()
        page.goto(path)
        page.locator("html[data-fr-theme]").wait_for(state="attached")
        return page

    return enter


def copied(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_each_list_has_numbers_of_its_own(open_report: Open) -> None:
    """Lists that stand before it do not count: the first line of a list is « 1. »."""
    items = open_report().locator("main ol > li")
    markers = items.evaluate_all("all => all.map(li => getComputedStyle(li, '::marker').content)")
    numbers = {marker for marker in markers if "li-counter" in marker}
    assert numbers == {'counter(li-counter) ".\xa0\xa0"'}


def test_the_table_of_contents_follows_the_reader(open_report: Open) -> None:
    page = open_report()
    links = page.locator(".bilan-summary ol a")
    current = page.locator(".bilan-summary [aria-current=true]")
    expect(page.locator(".bilan-summary details")).to_have_attribute("open", "")
    for number in (1, links.count() - 1, 0):
        page.evaluate(
            "address => document.getElementById(decodeURIComponent(address.slice(1)))"
            ".scrollIntoView()",
            links.nth(number).get_attribute("href"),
        )
        expect(current).to_have_count(1)
        if number < links.count() - 1:  # the last may be too low to come up
            expect(current).to_have_attribute("href", links.nth(number).get_attribute("href") or "")
        expect(current).to_be_in_viewport()
    tall = page.locator(".bilan-summary").bounding_box()
    assert tall is not None
    assert tall["height"] <= 800


def test_the_table_of_contents_folds_on_a_phone(open_report: Open) -> None:
    page = open_report(390)
    links = page.locator(".bilan-summary ol").first
    expect(links).not_to_be_visible()
    page.locator(".bilan-back a").click()
    expect(links).to_be_visible()
    links.locator("a").first.click()
    expect(links).not_to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_addresses_and_citations_are_copied(open_report: Open) -> None:
    page = open_report()
    anchor = page.locator(".bilan-titled > .bilan-anchor").first
    anchor.focus()
    expect(anchor).to_have_css("opacity", "1")
    anchor.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Adresse copiée")).to_have_count(1)
    assert copied(page) == page.url
    assert copied(page).endswith(anchor.get_attribute("href") or "?")
    page.get_by_role("button", name="Copier la citation").click()
    expect(page.get_by_role("status").filter(has_text="Copié")).to_have_count(1)
    assert "Version 3, publiée le" in copied(page)
    fold = page.locator(".bilan-embed").first
    fold.locator("summary").click()
    fold.get_by_role("button", name="Copier le code").click()
    page.wait_for_function("navigator.clipboard.readText().then(t => t.startsWith('<iframe'))")


def test_a_chart_says_its_values(open_report: Open) -> None:
    page = open_report()
    drawing = page.locator(".bilan-chart__drawing:has([data-row])").first
    figure = page.locator("figure.bilan-chart", has=drawing).first
    note = figure.locator(".bilan-value")
    drawing.focus()
    drawing.press("ArrowRight")
    expect(note.locator("strong")).to_have_text(figure.locator("tbody td").first.inner_text())
    expect(note).to_contain_text(figure.locator("tbody th").first.inner_text().split("\n")[0])
    drawing.press("Escape")
    expect(note).not_to_be_visible()
    drawing.locator("[data-row]").last.hover()
    expect(note).to_be_visible()
    page.mouse.move(0, 0)
    expect(note).not_to_be_visible()


def test_a_chart_is_shown_as_a_drawing_or_as_a_table(open_report: Open) -> None:
    page = open_report()
    figure = page.locator("figure.bilan-chart:has(.bilan-chart__views)").first
    expect(figure.locator("svg.chart")).to_be_visible()
    expect(figure.locator("table")).not_to_be_visible()
    figure.get_by_text("Tableau", exact=True).click()
    expect(figure.locator("svg.chart")).not_to_be_visible()
    expect(figure.locator("table")).to_be_visible()
    page.emulate_media(media="print")
    expect(figure.locator("svg.chart")).to_be_visible()
    expect(figure.locator("table")).to_be_visible()


def test_the_heads_of_a_wide_table_stay_in_view(open_report: Open) -> None:
    page = open_report(390)
    table = page.locator(".bilan-table:has([data-overflows=true])").first
    box = table.locator(".bilan-scroll")
    head = table.locator("tbody th").first
    expect(table.locator(".bilan-hint")).to_be_visible()
    expect(table.locator("[data-more~=right]")).to_have_count(1)
    before = head.bounding_box()
    box.evaluate("box => { box.scrollLeft = box.scrollWidth; }")
    expect(table.locator("[data-more~=left]")).to_have_count(1)
    after = head.bounding_box()
    assert before is not None
    assert after is not None
    assert after["x"] == pytest.approx(before["x"], abs=2)


def test_a_chart_wider_than_the_screen_says_so_above(open_report: Open) -> None:
    page = open_report(390)
    frame = page.locator(".bilan-chart__frame[data-more~=right]").first
    hint = frame.locator(".bilan-hint")
    expect(hint).to_be_visible()
    above, drawing = hint.bounding_box(), frame.locator("svg.chart").bounding_box()
    assert above is not None
    assert drawing is not None
    assert above["y"] + above["height"] <= drawing["y"]
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(hint).not_to_be_visible()


def test_a_correction_widens_no_page(open_report: Open) -> None:
    page = open_report(320)
    assert page.locator("td .bilan-corrected").count() == 1
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    box = page.locator(".bilan-embed textarea").first.bounding_box()
    assert box is not None
    assert box["x"] + box["width"] <= 320


def test_downloads_stand_clear_of_the_cards_above(open_report: Open) -> None:
    page = open_report(390, "/bilan/2024/")
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        gaps = page.evaluate(
            "[...document.querySelectorAll('.bilan-cards + .bilan-tools')].map(tools =>"
            " tools.getBoundingClientRect().top - Math.max(...[...tools.previousElementSibling"
            ".querySelectorAll('*')].map(each => each.getBoundingClientRect().bottom)))"
        )
        assert gaps
        assert min(gaps) >= 8, (width, gaps)


def test_names_and_years_of_a_comparison_stay_in_view(open_report: Open) -> None:
    page = open_report(390, "/comparer/2023/2024/")
    table = page.locator(".bilan-table:has([data-overflows=true])").first
    hint = table.locator(".bilan-hint").bounding_box()
    head = table.locator("tbody th[scope=row]").first
    before, caption = head.bounding_box(), table.locator("caption").bounding_box()
    table.locator(".bilan-scroll").evaluate("box => { box.scrollLeft = box.scrollWidth; }")
    after = head.bounding_box()
    for each in (hint, before, caption, after):
        assert each is not None
    assert after["x"] == pytest.approx(before["x"], abs=2)  # type: ignore[index]
    assert hint["y"] < caption["y"]  # type: ignore[index]
    year = "cell => getComputedStyle(cell, '::before').content"
    assert table.locator("[data-year]").first.evaluate(year) == '"2023"'
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_paper_is_light(open_report: Open) -> None:
    page = open_report(color_scheme="dark")
    theme = "document.documentElement.dataset.frTheme"
    assert page.evaluate(theme) == "dark"
    for _ in range(2):  # as browsers do that draw a preview first
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        assert page.evaluate(theme) == "light"
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(theme) == "dark"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_wrong_with_what_is_unfolded(open_report: Open, scheme: str) -> None:
    page = open_report(390, color_scheme=scheme, reduced_motion="reduce")
    for choice in page.get_by_text("Tableau", exact=True).all():
        choice.click()
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    page.locator(".bilan-anchor").first.focus()
    found = Axe().run(page, options=ALL_RULES).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
    page.locator("figure.bilan-chart:has(.bilan-chart__views)").first.get_by_text(
        "Graphique", exact=True
    ).click()
    drawing = page.locator(".bilan-chart__drawing:has([data-row])").first
    drawing.press("ArrowRight")
    expect(page.locator(".bilan-value").first).to_be_visible()
    found = Axe().run(page, options=ALL_RULES).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
