"""The form suggests last year's facts in grey; what is pasted into an emptied place is read."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from reports.authoring.rollforward.new_report import roll_forward
from reports.content.folding.bodies import ReportBody
from reports.content.models import AnnualReportPage
from reports.core.document.block_ids import derive_new_ids
from tests.reports.checks import build
from tests.reports.publishing.answering import publish_answered

from . import last_year
from .conftest import WATCH, wait_until_watched
from .system_clipboard import paste

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SignIn = Callable[[str], Page]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
CONTRAST = 4.5

NARROW = "\N{NARROW NO-BREAK SPACE}"


@pytest.fixture
def shots(tmp_path: Path) -> Path:
    return Path(os.environ.get("SCREENSHOTS", tmp_path))


@pytest.fixture
def draft(demo: AnnualReportPage) -> AnnualReportPage:
    report = roll_forward(demo, 2025).report
    return AnnualReportPage.objects.get(pk=report.pk)


def edit(page: Page, report: AnnualReportPage) -> None:
    page.set_viewport_size({"width": 1280, "height": 1000})
    page.goto(f"/admin/pages/{report.pk}/edit/")
    wait_until_watched(page)


def suggested(report: AnnualReportPage, part: str) -> tuple[str, str]:
    """The first fact in whose place such a part stood, and that part."""
    return next(
        (key.rpartition("/")[0], text)
        for key, text in report.roll_forward.expected.items()
        if key.endswith(f"/{part}")
    )


def lead_to(page: Page, key: str) -> Locator:
    """The form of the fact with this key, unfolded by its line in the panel."""
    item, _, names = key.partition("/")
    field = "/".join(filter(None, (names, "figure")))
    link = f"[data-bilan-near='{item}'][data-bilan-field='{field}']"
    page.locator(f"[data-bilan-remaining-list] {link}").evaluate("link => link.click()")
    expect(page.locator(".bilan-line__text:focus")).to_have_count(1)
    focused = page.locator(":focus").get_attribute("id")
    return page.locator(".bilan-fact").filter(has=page.locator(f"[id='{focused}']"))


def line_of(fact: Locator) -> Locator:
    return fact.locator(".bilan-line__text")


def test_a_fact_in_a_folded_block_shows_last_year_s_and_gives_its_words(
    draft: AnnualReportPage, sign_in: SignIn, shots: Path
) -> None:
    page = sign_in("redaction")
    edit(page, draft)
    key, after = suggested(draft, "after")
    figure = draft.roll_forward.expected[f"{key}/raw"]
    fact = lead_to(page, key)
    line = line_of(fact)
    expect(line).to_have_attribute("placeholder", f"2024{NARROW}: {figure} {after}")
    expect(line).to_have_value("")
    note = fact.locator(".bilan-suggestion")
    expect(note).to_contain_text("Rien n’est saisi. Bilan 2024 : ")
    told = line.get_attribute("aria-describedby") or ""
    assert note.get_attribute("id") in told.split()
    page.screenshot(path=shots / "suggestion.png")
    page.keyboard.type("12 345")
    expect(note).to_contain_text("Les mots ne sont pas saisis.")
    expect(fact.locator("mark")).to_have_text("12 345")
    page.screenshot(path=shots / "suggestion-figure.png")
    page.keyboard.press("Alt+Enter")
    expect(line).to_have_value(f"12 345 {after}")
    expect(note).to_be_hidden()
    expect(line).to_be_focused()
    page.screenshot(path=shots / "suggestion-taken.png")
    page.locator(".w-autosave-indicator__state--saved").wait_for()
    stored = str(AnnualReportPage.objects.get(pk=draft.pk).get_latest_revision().content["body"])
    assert "12 345" in stored


def test_the_button_takes_the_words_and_the_caret_waits_for_the_figure(
    draft: AnnualReportPage, sign_in: SignIn
) -> None:
    page = sign_in("redaction")
    edit(page, draft)
    key, after = suggested(draft, "after")
    fact = lead_to(page, key)
    line = line_of(fact)
    line.fill("Au total")
    expect(fact.locator(".bilan-suggestion")).to_be_hidden()
    line.fill("")
    fact.get_by_role("button", name="Reprendre les mots").click()
    expect(line).to_have_value(f" {after}")
    expect(line).to_be_focused()
    page.keyboard.type("12 345")
    expect(line).to_have_value(f"12 345 {after}")
    line.press("Control+a")
    line.press("Delete")
    line.press("Alt+Enter")
    line.press("Tab")  # who types no figure leaves no place for it
    expect(line).to_have_value(after)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_grey_can_be_read_and_is_announced(
    draft: AnnualReportPage, sign_in: SignIn, scheme: Any, shots: Path
) -> None:
    page = sign_in("redaction")
    page.emulate_media(color_scheme=scheme)
    edit(page, draft)
    key, _ = suggested(draft, "after")
    fact = lead_to(page, key)
    page.screenshot(path=shots / f"suggestion-{scheme}.png")
    ratio = line_of(fact).evaluate(CONTRAST_OF)
    assert ratio >= CONTRAST
    options = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": RULES}}
    line = ".bilan-line:focus-within"
    found = Axe().run(page, context=line, options=options).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found] == []


CONTRAST_OF = """input => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const paint = (color) => {
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (color) => paint(color)
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place], 0);
  const [ink, paper] = [
    getComputedStyle(input, "::placeholder").color,
    getComputedStyle(input.closest("[data-streamfield-list-container]") ?? input).backgroundColor,
  ].map(light);
  return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
}"""


# What is pasted


@pytest.fixture
def small(transactional_db: None, tree: None) -> AnnualReportPage:
    """The next report of a small one: no block of it is folded."""
    return begin_next_year(
        build.data_table(("Enquête", "Moyenne 2024", "Réponses"), ("Usage", "17", "12")),
        build.budget(
            ("Animation", "1 406 165 €", ("", "15 ETPT", ", dont 2 ETP d’élèves")),
            ("Autre", "2 €", ""),
        ),
    )


def begin_next_year(*more: build.Block) -> AnnualReportPage:
    """Publish last year's report with more blocks, and return the one that is begun from it."""
    source = last_year.published()
    stream = ReportBody()
    value = stream.to_python([{"type": kind, "value": value} for kind, value in more])
    assert all(child.value for child in value)
    added = [
        derive_new_ids(block, f"more-{n}") for n, block in enumerate(stream.get_prep_value(value))
    ]
    source.body = json.dumps([*source.body.raw_data, *added])
    publish_answered(source.save_revision())
    made = roll_forward(AnnualReportPage.objects.get(pk=source.pk), 2025).report
    return AnnualReportPage.objects.get(pk=made.pk)


@pytest.fixture
def writer(sign_in: SignIn) -> Page:
    return sign_in("redaction")


def test_a_suggestion_in_a_list_of_figures_is_grey_and_slanted(
    transactional_db: None, tree: None, sign_in: SignIn
) -> None:
    report = begin_next_year(build.fact_list(("Dont", "12", "sessions")))
    page = sign_in("redaction")
    edit(page, report)
    line = page.locator("[data-contentpath=items] .bilan-line__text").first
    expect(line).to_have_attribute("placeholder", f"2024{NARROW}: Dont 12 sessions")
    style = line.evaluate("input => getComputedStyle(input, '::placeholder').fontStyle")
    assert style == "italic"
    assert line.evaluate(CONTRAST_OF) >= CONTRAST


def reading(field: Locator) -> Locator:
    root = "xpath=ancestor::*[contains(concat(@class, ' '), 'bilan-figure ')]"
    return field.locator(root).locator(".bilan-figure__reading")


@pytest.mark.parametrize("html", ["", "<table><tr><td>1 250</td></tr></table>"])
def test_what_is_pasted_is_read_at_once_in_each_kind_of_table_and_in_a_fact(
    small: AnnualReportPage, writer: Page, html: str
) -> None:
    edit(writer, small)
    facts = writer.locator("[data-contentpath=cards] .bilan-line__text").first
    fields = [
        writer.get_by_label(f"Objectifs 2025, {last_year.INDICATORS[0][0]}", exact=True),
        writer.get_by_label("Services, Écologie", exact=True),
        writer.get_by_label("Moyenne 2025, Usage", exact=True),
        writer.get_by_label("Montant, Animation", exact=True),
        facts,
    ]
    for place in fields:
        place.click()
        paste(writer, "1 250", html)
        expect(reading(place)).to_have_text("1 250")
        assert "vide" not in reading(place).inner_text()
    # the fact still wants its words, or none: what counts is that each figure is known
    done = writer.locator(".bilan-remaining__bar")
    writer.wait_for_function("bar => bar.value >= 4", arg=done.element_handle(), timeout=45_000)


def test_what_is_pasted_as_soon_as_the_page_has_come_is_not_forgotten(
    small: AnnualReportPage, writer: Page
) -> None:
    """Wagtail first looks at the form two seconds after it has come."""
    writer.goto(f"/admin/pages/{small.pk}/edit/")
    writer.get_by_label(f"Objectifs 2025, {last_year.INDICATORS[0][0]}", exact=True).click()
    paste(writer, "12\n240", "<table><tr><td>12</td></tr><tr><td>240</td></tr></table>")
    expect(writer.locator(".bilan-remaining__bar")).to_have_js_property("value", 2)


def test_what_is_pasted_between_two_first_looks_is_not_forgotten(
    small: AnnualReportPage, writer: Page
) -> None:
    """The form of a slow page connects twice, and Wagtail takes each look for what is saved."""
    writer.goto(f"/admin/pages/{small.pk}/edit/")
    writer.get_by_label(f"Objectifs 2025, {last_year.INDICATORS[0][0]}", exact=True).click()
    looked = f"() => {WATCH}.initialFormData"
    writer.wait_for_function(looked)
    writer.evaluate(
        f"""() => document.addEventListener(
            "paste", () => setTimeout(() => {WATCH}.setInitialFormData(), 100), {{ once: true }}
        )"""
    )
    paste(writer, "12\n240", "<table><tr><td>12</td></tr><tr><td>240</td></tr></table>")
    expect(writer.locator(".bilan-remaining__bar")).to_have_js_property("value", 2)


def test_last_year_s_words_go_around_the_figure_of_a_cell(
    small: AnnualReportPage, writer: Page
) -> None:
    edit(writer, small)
    cell = writer.get_by_label("Effectif, Animation", exact=True)
    expect(cell).to_have_attribute("placeholder", f"2024{NARROW}: 15 ETPT, dont 2 ETP d’élèves")
    cell.click()
    writer.keyboard.type("16 ETPT")
    writer.keyboard.press("Alt+Enter")
    expect(cell).to_have_value("16 ETPT, dont [chiffre] d’élèves")
    writer.keyboard.press("Alt+Enter")
    expect(cell).to_have_value("16 ETPT, dont [chiffre] d’élèves")
    writer.keyboard.press("Control+z")
    expect(cell).to_have_value("16 ETPT")
