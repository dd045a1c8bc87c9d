"""Next year's report begins from last year's, by mouse and by keyboard, and fills up."""

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from reports.authoring.rollforward.new_report import roll_forward
from reports.content.models import AnnualReportPage

from .conftest import wait_until_watched

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

SignIn = Callable[[str], Page]


def explore(page: Page, report: AnnualReportPage) -> None:
    page.goto(f"/admin/pages/{report.get_parent().pk}/")


def edit(page: Page, report: AnnualReportPage) -> None:
    page.set_viewport_size({"width": 1280, "height": 1000})
    page.goto(f"/admin/pages/{report.pk}/edit/")
    wait_until_watched(page)


def begun(page: Page, title: str) -> None:
    """The edit view of the new draft, with its panel."""
    page.wait_for_url("**/edit/")
    expect(page.locator(".messages .success").first).to_contain_text(f"« {title} » est prêt")
    expect(summary(page)).to_have_text(re.compile(r"^0\s% rempli, \d+ éléments à remplir"))


def summary(page: Page) -> Locator:
    return page.locator("[data-bilan-remaining-summary]")


def section(page: Page, kind: str) -> Locator:
    """The first section of the panel in which something of this kind is left, unfolded."""
    found = page.locator(".bilan-remaining__section").filter(has_text=kind).first
    found.locator("summary").click()
    return found


def test_by_mouse_from_the_list_of_reports(demo: AnnualReportPage, sign_in: SignIn) -> None:
    page = sign_in("redaction")
    explore(page, demo)
    page.get_by_role("button", name="Actions").first.click()
    page.get_by_role("link", name="Nouveau bilan à partir d’un autre").click()
    page.get_by_label("Bilan à reprendre").select_option(label="Bilan 2023 : version publiée")
    page.get_by_label("Année du nouveau bilan").fill("2024")
    page.get_by_role("button", name="Créer le brouillon").click()
    expect(page.get_by_text("Le bilan 2024 existe déjà")).to_be_visible()
    expect(page.get_by_label("Bilan à reprendre")).to_contain_text("Bilan 2023")
    page.get_by_label("Bilan à reprendre").select_option(label="Bilan 2024 : version publiée")
    page.get_by_label("Année du nouveau bilan").fill("2025")
    page.get_by_role("button", name="Créer le brouillon").click()
    begun(page, "Bilan 2025")


def test_by_keyboard_from_a_report_s_menu(demo: AnnualReportPage, sign_in: SignIn) -> None:
    page = sign_in("redaction")
    explore(page, demo)
    row = page.locator(".listing tbody tr").filter(has_text="Bilan 2024")
    row.get_by_role("button", name=re.compile("options|actions", re.IGNORECASE)).focus()
    page.keyboard.press("Enter")
    item = page.get_by_role("link", name="Nouveau bilan à partir de 2024")
    expect(item).to_be_visible()
    for _ in range(20):
        page.keyboard.press("Tab")
        if item.evaluate("item => item === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(page.get_by_text("Bilan 2024 : version publiée")).to_be_visible()
    page.get_by_label("Année du nouveau bilan").focus()
    page.keyboard.press("Enter")
    begun(page, "Bilan 2025")


def test_the_panel_follows_what_is_filled(demo: AnnualReportPage, sign_in: SignIn) -> None:
    report = roll_forward(demo, 2025).report
    page = sign_in("redaction")
    edit(page, report)
    total = int(page.locator(".bilan-remaining__bar").get_attribute("max") or 0)
    assert total > 100
    results = section(page, "Résultats 2025")
    left = results.locator("[data-bilan-line]").filter(has_text="Résultats 2025")
    before = left.count()
    left.first.get_by_role("link").click()
    expect(page.locator(":focus")).to_have_attribute("aria-label", re.compile("^Résultats 2025, "))
    page.keyboard.type("N/A")
    page.keyboard.press("Tab")
    expect(summary(page)).to_have_text(re.compile(rf"^0\s% rempli, {total - 1} éléments "))
    expect(left).to_have_count(before - 1)
    assert results.get_attribute("open") is not None
    expect(page.locator(".bilan-remaining__bar")).to_have_js_property("value", 1)


def test_a_text_that_is_still_true_is_said_so_by_keyboard(
    demo: AnnualReportPage, sign_in: SignIn
) -> None:
    report = roll_forward(demo, 2025).report
    page = sign_in("redaction")
    edit(page, report)
    prose = section(page, "À relire").locator("[data-bilan-line]").filter(has_text="À relire")
    before = prose.count()
    left = page.locator("[data-bilan-line]").count()
    prose.first.get_by_role("button", name="Relu, rien à changer").focus()
    page.keyboard.press("Enter")
    expect(prose).to_have_count(before - 1)
    expect(summary(page)).to_have_text(re.compile(f" {left - 1} éléments "))
    assert page.evaluate("document.activeElement.closest('[data-bilan-remaining]') !== null")
    page.reload()
    expect(summary(page)).to_have_text(re.compile(f" {left - 1} éléments "))


def test_a_line_leads_to_its_figure_in_a_folded_block(
    demo: AnnualReportPage, sign_in: SignIn
) -> None:
    report = roll_forward(demo, 2025).report
    page = sign_in("redaction")
    edit(page, report)
    for link in page.locator("[data-bilan-remaining-list] [data-bilan-field=figure]").all()[1:6:2]:
        near = link.get_attribute("data-bilan-near")
        link.evaluate("link => link.click()")
        inside = page.locator(f"#block-{near}-section [data-contentpath=figure] textarea:focus")
        expect(inside).to_have_count(1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_violates_a_rule_of_axe(
    demo: AnnualReportPage,
    sign_in: SignIn,
    record_property: Callable[[str, object], None],
    scheme: str,
) -> None:
    report = roll_forward(demo, 2025).report
    page = sign_in("redaction")
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    options = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": RULES}}
    page.goto(f"/admin/bilan/nouveau/{demo.get_parent().pk}/")
    page.get_by_label("Année du nouveau bilan").fill("2024")
    page.get_by_role("button", name="Créer le brouillon").click()
    expect(page.get_by_text("Choisissez une année après 2024.")).to_be_visible()
    violations = Axe().run(page, context="main", options=options).response["violations"]
    edit(page, report)
    section(page, "À relire")
    violations += (
        Axe().run(page, context=".bilan-remaining", options=options).response["violations"]
    )
    assert [(v["id"], v["nodes"][0]["html"][:200]) for v in violations] == []
    record_property("counted: parts of the roll-forward that axe found nothing wrong with", 2)
