"""An editor's afternoon: next year's report, from signing in to the public, counted."""

import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from reports.content.models import AnnualReportPage

from . import last_year
from .conftest import PASSWORDS, SNAPSHOT
from .keyboard import FURTHEST, Hands

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

MAX_INTERACTIONS = {"with a mouse": 40, "without": 100}  # interactions
# What LibreOffice puts on the clipboard for two columns: objectives and results of 2025.
CELLS = [
    ("12", "14"),
    ("240", "231"),
    ("50 %", "51,5 %"),
    ("50", "Plus de 48"),
    ("7 mois", "6 mois"),
    ("4,2/5", "4,3/5"),
]
BARS = [("15",), ("14",), ("17",)]
CARDS = [
    ("mano", "Plus de 500", "associations équipées"),
    ("tchap", "310 000", "agents actifs"),
    ("pix", "9,4 millions", "de comptes"),
]
SAID = {"Approuver": "Il reste une étape", "Approuver et publier": "Approuvé et publié."}
PROSE = "Voici ce que nous avons fait cette année."
PUBLISHED = {"indicators": CELLS, "chart": BARS, "cards": CARDS, "prose": [PROSE]}
QUERY = """{ report(year: 2025) { body {
  ... on IndicatorTableBlock { indicatorRows { cells { figure { raw } } } }
  ... on ChartBlock { rows { cells { figure { raw } } } }
  ... on ImpactCardsBlock { impactCards { service { slug } facts { figure { raw } after } } }
  ... on ParagraphBlock { content { text } }
} } }"""


def html(rows: list[tuple[str, ...]]) -> str:
    lines = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in rows)
    return f"<html><body><table>{lines}</table></body></html>"


def text(rows: list[tuple[str, ...]]) -> str:
    return "\n".join("\t".join(row) for row in rows)


@pytest.fixture
def report(transactional_db: None, tree: None) -> AnnualReportPage:
    return last_year.published()


def sign_in(hands: Hands, name: str) -> None:
    """The first field has the focus. A narrow home names the account in the menu alone."""
    expect(hands.page.locator("[name=username]")).to_be_focused()
    hands.type(name)
    hands.press("Tab")
    hands.type(PASSWORDS[name])
    hands.press("Enter")
    expect(hands.page.locator(".sidebar").get_by_text(name, exact=True)).to_be_visible()


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

    sign_in(hands, "redaction")
    hands.shoot(shots, "accueil")

    # next year's report
    hands.click(page.get_by_role("link", name="Nouveau bilan"))
    hands.shoot(shots, "nouveau-bilan")
    hands.click(page.get_by_role("button", name="Créer le brouillon"))
    left = page.locator("[data-bilan-remaining-summary]")
    expect(left).to_contain_text("18 éléments à remplir")
    page.wait_for_timeout(SNAPSHOT)
    section = page.locator(".bilan-remaining__section > summary").nth(1)
    section.click()  # for the guide, and no gesture that the work needs
    hands.shoot(shots, "a-remplir")
    section.click()

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
    facts = cards.get_by_role("textbox", name="Fait", exact=True)
    for n in (0, 1):
        hands.click(facts.nth(n))
        hands.type(" ".join(CARDS[n][1:]))
    hands.click(cards.get_by_role("button", name="Ajouter", exact=True).last)
    expect(cards.get_by_role("combobox").last).to_be_focused()
    hands.type("pix")
    hands.press("Enter")
    expect(cards.locator("[data-contentpath=name] input").last).to_have_value("Pix")
    hands.shoot(shots, "fiche")
    hands.click(facts.last)
    hands.type(" ".join(CARDS[2][1:]))
    hands.shoot(shots, "faits")

    # the one sentence that lags a year behind
    hands.click(page.locator("[contenteditable=true]").filter(has_text="Voici ce que"))
    hands.press("Control+a")
    hands.type(PROSE)
    expect(left).to_contain_text("100 % rempli")

    # what the checks still ask: one target that was missed, which somebody answers for
    checks = page.locator("[data-bilan-checks]")
    expect(checks.get_by_role("status")).to_contain_text("1 avertissement")
    hands.click(checks.get_by_text("À corriger ou à assumer"))
    hands.shoot(shots, "controles")
    page.get_by_role("button", name="Sommaire", exact=True).click()  # for the guide too
    hands.shoot(shots, "sommaire")
    page.get_by_role("button", name="Fermer le sommaire").click()
    hands.click(checks.get_by_text("Assumer ce constat"))
    hands.click(checks.get_by_label("Raison"))
    hands.type("Deux sessions de formation ont été reportées à janvier.")
    hands.click(checks.get_by_role("button", name="Assumer", exact=True))
    expect(checks).to_contain_text("Assumé par redaction")

    # to somebody else
    hands.click(page.locator("footer [data-w-dropdown-target=toggle]"))
    hands.shoot(shots, "soumettre")
    hands.click(page.get_by_role("button", name=re.compile("^Soumettre")))
    expect(page.locator(".messages .success").first).to_contain_text("soumis")

    other = people()
    approving = Hands(other, counts)
    sign_in(approving, "validation")
    approving.click(other.get_by_role("link", name="Bilan 2025").first)
    # who may take the second step as well stays in the report
    for step in ("Approuver", "Approuver et publier"):
        other.wait_for_timeout(SNAPSHOT)
        approving.click(other.locator("footer [data-w-dropdown-target=toggle]"))
        approving.click(other.get_by_role("button", name=step, exact=True))
        window = other.locator(".modal-body")
        expect(window).to_contain_text("Deux sessions de formation")
        approving.shoot(shots, "approuver")
        approving.click(window.get_by_role("button", name="Approuver"))
        expect(other.locator(".messages")).to_contain_text(SAID[step])

    assert public(live_server) == PUBLISHED
    assert sum(counts.values()) <= MAX_INTERACTIONS["with a mouse"]
    record_property(
        "counted", f"interactions with a mouse: {sum(counts.values())} ({dict(counts)})"
    )


def test_an_afternoon_without_a_mouse(
    report: AnnualReportPage,
    people: Callable[[], Page],
    live_server: LiveServer,
    record_property: Callable[[str, object], None],
) -> None:
    counts: Counter[str] = Counter()
    page = people()
    hands = Hands(page, counts)
    sign_in(hands, "redaction")
    hands.skip()
    hands.tab_to(page.get_by_role("link", name="Nouveau bilan"))
    hands.press("Enter")
    hands.tab_to(page.get_by_label("Année du nouveau bilan"))
    hands.press("Enter")
    left = page.locator("[data-bilan-remaining-summary]")
    expect(left).to_contain_text("18 éléments à remplir")
    page.wait_for_timeout(SNAPSHOT)

    # F8 leads to what is left: a sentence, then the first cell
    hands.press("F8")
    prose = page.locator("[contenteditable=true]").filter(has_text="Voici ce que")
    expect(prose).to_be_focused()
    hands.press("Control+a")
    hands.type(PROSE)
    hands.press("F8")
    target = page.get_by_label(f"Objectifs 2025, {last_year.INDICATORS[0][0]}", exact=True)
    expect(target).to_be_focused()
    hands.paste(html(CELLS), text(CELLS))
    expect(left).to_contain_text(", 5 éléments")
    hands.press("F8")
    expect(page.get_by_label("Services, Cohésion des territoires", exact=True)).to_be_focused()
    hands.paste(html(BARS), text(BARS))
    expect(left).to_contain_text(", 2 éléments")
    facts = page.locator("[data-contentpath=cards]").get_by_role("textbox", name="Fait", exact=True)
    for n in (0, 1):
        hands.press("F8")
        expect(facts.nth(n)).to_be_focused()
        hands.type(CARDS[n][1])
        hands.press("Alt+Enter")

    # one more card
    cards = page.locator("[data-contentpath=cards]")
    hands.tab_to(cards.get_by_role("button", name="Ajouter", exact=True).last)
    hands.press("Enter")
    expect(cards.get_by_role("combobox")).to_have_count(3)
    expect(cards.get_by_role("combobox").last).to_be_focused()
    hands.type("pix")
    hands.press("Enter")
    expect(cards.locator("[data-contentpath=name] input").last).to_have_value("Pix")
    hands.press("F8")
    expect(facts.last).to_be_focused()
    hands.type(" ".join(CARDS[2][1:]))
    expect(left).to_contain_text("100 % rempli")

    # then to what the checks found
    checks = page.locator("[data-bilan-checks]")
    expect(checks.get_by_role("status")).to_contain_text("1 avertissement")
    hands.press("F8")
    expect(checks.locator(":focus")).to_contain_text("Objectif non atteint")
    hands.tab_to(checks.locator("summary").filter(has_text="Assumer ce constat"))
    hands.press("Enter")
    hands.tab_to(checks.get_by_label("Raison"))
    hands.type("Deux sessions de formation ont été reportées à janvier.")
    hands.tab_to(checks.get_by_role("button", name="Assumer", exact=True))
    hands.press("Enter")
    expect(checks).to_contain_text("Assumé par redaction")
    hands.press("Control+s")
    expect(page.locator(".w-autosave-indicator__state--saved")).to_be_visible()
    choose(hands, re.compile("^Soumettre"))
    expect(page.locator(".messages .success").first).to_contain_text("soumis")

    other = people()
    approving = Hands(other, counts)
    sign_in(approving, "validation")
    approving.skip()
    approving.tab_to(other.get_by_role("link", name="Bilan 2025").first)
    approving.press("Enter")
    for step in ("Approuver", "Approuver et publier"):
        other.wait_for_timeout(SNAPSHOT)
        choose(approving, step)
        approve = other.locator(".modal-body").get_by_role("button", name="Approuver")
        expect(approve).to_be_visible()
        expect(other.locator(".modal:focus, .modal :focus")).not_to_have_count(0)
        approving.tab_to(approve)
        approving.press("Enter")
        expect(other.locator(".messages")).to_contain_text(SAID[step])
    assert public(live_server) == PUBLISHED
    assert sum(counts.values()) <= MAX_INTERACTIONS["without"]
    record_property("counted", f"without a mouse: {sum(counts.values())} ({dict(counts)})")


def choose(hands: Hands, name: Any) -> None:
    """From the menu beside the button that saves, where F8 leads in the end."""
    menu = hands.page.locator("footer [data-w-dropdown-target=toggle]")
    for _ in range(FURTHEST):
        if menu.evaluate("one => one === document.activeElement"):
            break
        hands.press("F8")
    hands.press("Enter")
    hands.tab_to(hands.page.get_by_role("button", name=name, exact=isinstance(name, str)))
    hands.press("Enter")


def public(server: LiveServer) -> dict[str, Any]:
    """What anybody reads of the new report."""
    data = json.dumps({"query": QUERY}).encode()
    question = Request(f"{server.url}/graphql/", data, {"Content-Type": "application/json"})
    with urlopen(question) as answer:
        found = json.load(answer)["data"]["report"]
    if found is None:
        return {}
    (table,) = (block["indicatorRows"] for block in found["body"] if "indicatorRows" in block)
    (chart,) = (block["rows"] for block in found["body"] if "rows" in block)
    (cards,) = (block["impactCards"] for block in found["body"] if "impactCards" in block)
    return {
        "indicators": [tuple(cell["figure"]["raw"] for cell in row["cells"][-2:]) for row in table],
        "chart": [(row["cells"][-1]["figure"]["raw"],) for row in chart],
        "cards": [(c["service"]["slug"], *told(*c["facts"])) for c in cards],
        "prose": [block["content"]["text"] for block in found["body"] if "content" in block],
    }


def told(fact: dict[str, Any]) -> tuple[str, str]:
    return fact["figure"]["raw"], fact["after"]
