"""An editor's afternoon: next year's report, from signing in to the public, counted."""

import json
import os
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from reports.models import AnnualReportPage

from . import last_year
from .conftest import PASSWORDS, SNAPSHOT
from .hands import Hands

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

MOST = 150  # interactions
# What LibreOffice puts on the clipboard for two columns: objectives and results of 2025.
CELLS = [
    ("12", "14"),
    ("240", "251"),
    ("50 %", "51,5 %"),
    ("50", "Plus de 48"),
    ("7 mois", "6 mois"),
    ("4,2/5", "4,3/5"),
]
BARS = [("15",), ("14",), ("17",)]


def html(rows: list[tuple[str, ...]]) -> str:
    lines = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in rows)
    return f"<html><body><table>{lines}</table></body></html>"


def text(rows: list[tuple[str, ...]]) -> str:
    return "\n".join("\t".join(row) for row in rows)


@pytest.fixture
def shots(tmp_path: Path) -> Path:
    """Where screenshots go: beside the guide when it is made anew, else nowhere that lasts."""
    return Path(os.environ.get("SCREENSHOTS", tmp_path))


@pytest.fixture
def people(browser: Browser, live_server: LiveServer) -> Iterator[Callable[[], Page]]:
    """A browser of its own for each person; nothing may break in any."""
    contexts, broken = [], []

    def enter() -> Page:
        context = browser.new_context(
            base_url=live_server.url,
            locale="fr-FR",
            permissions=["clipboard-read", "clipboard-write"],
            viewport={"width": 1280, "height": 900},
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: broken.append(str(error)))
        page.goto("/admin/")
        return page

    expect.set_options(timeout=30_000)
    yield enter
    expect.set_options(timeout=5_000)
    for context in contexts:
        context.close()
    assert not broken


@pytest.fixture
def report(transactional_db: None, tree: None) -> AnnualReportPage:
    return last_year.published()


def test_an_afternoon_with_a_mouse(
    report: AnnualReportPage,
    people: Callable[[], Page],
    live_server: LiveServer,
    shots: Path,
    record_property: Callable[[str, object], None],
) -> None:
    counts: Counter[str] = Counter()
    page = people()
    hands = Hands(page, counts)

    # signing in: the first field has the focus
    hands.type("redaction")
    hands.press("Tab")
    hands.type(PASSWORDS["redaction"])
    hands.press("Enter")
    page.wait_for_url("**/admin/")
    hands.shoot(shots, "accueil")

    # next year's report
    hands.click(page.get_by_role("link", name="Nouveau bilan"))
    hands.shoot(shots, "nouveau-bilan")
    hands.click(page.get_by_role("button", name="Créer le brouillon"))
    left = page.locator("[data-bilan-left-summary]")
    expect(left).to_contain_text("0 sur")
    page.wait_for_timeout(SNAPSHOT)
    hands.shoot(shots, "a-remplir")

    # the indicators, by one paste
    hands.click(page.get_by_label(f"Objectifs 2025, {last_year.INDICATORS[0][0]}", exact=True))
    hands.paste(html(CELLS), text(CELLS))
    expect(page.get_by_label("Résultats 2025, Satisfaction des usagers")).to_have_value("4,3/5")
    page.wait_for_timeout(1_000)
    hands.shoot(shots, "tableau")

    # the chart
    hands.click(page.get_by_label("Services, Cohésion des territoires", exact=True))
    hands.paste(html(BARS), text(BARS))
    drawing = page.locator("figure img")
    expect(drawing).to_be_visible()
    expect(page.locator(".bilan-chart__generated")).to_contain_text("Écologie : 14")
    drawing.scroll_into_view_if_needed()
    hands.shoot(shots, "graphique")

    # three cards: two of last year's, and one more, whose service is found by typing
    cards = page.locator("[data-contentpath=cards]")
    figures = cards.get_by_label("Chiffre")
    hands.fill(figures.nth(0), "Plus de 500")
    hands.fill(figures.nth(1), "310 000")
    hands.click(cards.get_by_role("button", name="Ajouter", exact=True).last)
    hands.click(cards.get_by_role("combobox").last)
    hands.type("pix")
    expect(page.get_by_role("option").first).to_be_visible()
    hands.press("Enter")
    expect(cards.get_by_label("Nom").last).to_have_value("Pix")
    hands.shoot(shots, "fiche")
    hands.fill(figures.last, "9,4 millions")
    hands.press("Tab")
    hands.press("Tab")
    hands.type("de comptes")

    # the one sentence that lags a year behind
    hands.click(page.locator("[contenteditable=true]").filter(has_text="Voici ce que"))
    hands.press("Control+a")
    hands.type("Voici ce que nous avons fait cette année.")
    page.wait_for_timeout(8_000)
    print(counts, sum(counts.values()))
    print(page.locator("[data-bilan-checks]").inner_text())
    print(page.locator(".bilan-left").inner_text())
    hands.shoot(shots, "fin")
