"""Records, as an editor finds, makes and reuses them: with the keyboard alone."""

import json
import os
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, Request, expect

from reports.content.models import AnnualReportPage, Incubator, Service

from .conftest import item

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Save = Callable[[], list[Any]]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
SHOTS = os.environ.get("SCREENSHOTS", "")


@pytest.fixture
def services(report: AnnualReportPage) -> dict[str, Service]:
    """Records that the report does not use yet; last year's report has one of them."""
    incubator = Incubator.objects.create(name="Fabrique", slug="fabrique")
    found = {
        "mano": Service.objects.create(
            name="Mano", slug="mano", mission="Aider.", url="https://mano.example", live=False
        ),
        "sante": Service.objects.create(
            name="Santé.fr", slug="sante.fr", incubator=incubator, phase="acceleration"
        ),
    }
    card = {"service": found["mano"].pk, "name": "MANO", "mission": "Suivre.", "facts": []}
    body = [item({"cards": [item(card)]}, "impact_cards")]
    last = AnnualReportPage(title="Bilan 2023", slug="2023", year=2023, body=json.dumps(body))
    report.get_parent().add_child(instance=last)
    return found


@pytest.fixture
def choice(services: dict[str, Service], editor: Page) -> Locator:
    """The reference of the card, which is empty."""
    return editor.get_by_role("combobox", name="Service", exact=True).first


def card(body: list[Any]) -> dict[str, Any]:
    found: dict[str, Any] = body[1]["value"]["cards"][0]["value"]
    return found


def below(choice: Locator, part: str) -> Locator:
    """A part of what stands below an input."""
    return choice.page.locator(".bilan-record").filter(has=choice).locator(f".bilan-record__{part}")


def shoot(page: Page, name: str) -> None:
    if SHOTS:
        page.screenshot(path=Path(SHOTS) / f"records-{name}.png")


def test_what_is_typed_finds_without_accents_and_enter_chooses(
    choice: Locator, services: dict[str, Service], saved: Save
) -> None:
    choice.press_sequentially("SANTE")
    option = choice.page.get_by_role("option").first
    expect(option).to_have_text(re.compile("Santé.fr.*Accélération · Fabrique"))
    expect(option).to_have_attribute("aria-selected", "true")
    expect(choice).to_have_attribute("aria-expanded", "true")
    expect(below(choice, "find").get_by_role("status")).to_have_text("2 propositions.")
    shoot(choice.page, "list")
    choice.press("Enter")

    expect(choice).to_have_value("Santé.fr")
    expect(choice).to_be_focused()
    expect(choice).to_have_attribute("aria-expanded", "false")
    assert card(saved())["service"] == services["sante"].pk


def test_enter_waits_for_an_answer_that_fingers_outran(
    choice: Locator, services: dict[str, Service]
) -> None:
    page = choice.page
    page.route("**/bilan/fiches/**", lambda route: (time.sleep(0.3), route.continue_()))
    choice.fill("sante.fr")
    choice.press("Enter")
    expect(choice).to_have_value("Santé.fr")
    page.unroute_all(behavior="wait")


def test_the_arrows_wait_for_it_too(choice: Locator) -> None:
    """Or else they would walk a list that is replaced before Enter takes what they marked."""
    page = choice.page
    choice.press_sequentially("sant")
    expect(page.get_by_role("option")).to_have_count(2)
    page.route("**/bilan/fiches/**", lambda route: (time.sleep(0.3), route.continue_()))
    choice.press_sequentially("é fr")
    choice.press("ArrowUp")
    choice.press("Enter")

    form = page.get_by_role("group", name="Nouvelle fiche")
    expect(form.get_by_label("Nom")).to_have_value("santé fr")
    page.unroute_all(behavior="wait")


def test_the_arrows_walk_and_escape_takes_back(choice: Locator) -> None:
    page = choice.page
    choice.press("ArrowDown")
    active = page.locator("[role=option][aria-selected=true]")
    expect(active).to_have_text(re.compile("^Mano"))
    choice.press("ArrowDown")
    expect(active).to_have_text(re.compile("^Santé.fr"))
    expect(choice).to_have_attribute(
        "aria-activedescendant", active.get_attribute("id") or "no option"
    )
    choice.press("ArrowDown")
    expect(active).to_have_text(re.compile("^Mano"))
    choice.press("Escape")
    expect(page.get_by_role("listbox")).to_have_count(0)
    choice.fill("san")
    expect(page.get_by_role("listbox")).to_be_visible()
    choice.press("Escape")
    choice.press("Escape")
    expect(choice).to_have_value("")


def test_the_list_is_seen_where_there_is_little_space_below(
    choice: Locator, services: dict[str, Service]
) -> None:
    page = choice.page
    for rank in range(9):
        Service.objects.create(name=f"Santé {rank}", slug=f"sante-{rank}")
    below_input = page.locator("main").evaluate(
        """(main, input) => {
            main.scrollTo({ top: 0, behavior: "instant" });
            const { bottom } = input.getBoundingClientRect();
            main.scrollTo({ top: bottom - innerHeight + 110, behavior: "instant" });
            return innerHeight - input.getBoundingClientRect().bottom;
        }""",
        choice.element_handle(),
    )
    assert below_input < 120
    for typed in ("mano", "sante"):  # a short list, then a long one
        choice.fill(typed)
        many = "2 propositions." if typed == "mano" else "11 propositions."
        expect(below(choice, "find").get_by_role("status")).to_have_text(many)
        listed = page.get_by_role("listbox").bounding_box()
        footer = page.locator("footer.footer").bounding_box()
        assert listed
        assert footer
        assert listed["y"] + listed["height"] <= footer["y"]
        expect(choice).to_be_in_viewport(ratio=1)
    shoot(page, "low")


def test_what_is_not_chosen_is_not_kept_and_that_is_said(choice: Locator, saved: Save) -> None:
    choice.fill("Personne")
    choice.press("Tab")
    expect(below(choice, "status")).to_contain_text("« Personne » n’a pas été choisi")
    assert card(saved())["service"] is None


def test_what_is_printed_is_filled_where_nothing_is_typed(
    choice: Locator, services: dict[str, Service], saved: Save
) -> None:
    block = choice.page.locator(".struct-block").filter(has=choice).last
    name, link = (block.get_by_label(label, exact=True).first for label in ("Nom*", "Lien"))
    choice.fill("mano")
    choice.press("Enter")

    expect(below(choice, "status")).to_have_text("« Mano » est choisi. Repris de la fiche : lien.")
    expect(link).to_have_class(re.compile("bilan-filled"))
    expect(name).not_to_have_class(re.compile("bilan-filled"))
    # another choice takes back what the first one filled, and nothing that somebody typed
    choice.fill("sante")
    choice.press("Enter")
    expect(choice).to_have_value("Santé.fr")
    expect(link).to_have_value("")
    choice.fill("mano")
    choice.press("Enter")
    expect(link).to_have_value("https://mano.example")
    stored = card(saved())
    assert (stored["service"], stored["url"]) == (services["mano"].pk, "https://mano.example")
    assert (stored["name"], stored["mission"]) == ("Mano", "Accompagner les personnes en rue.")


def test_a_record_is_made_on_the_spot(choice: Locator, saved: Save) -> None:
    page = choice.page
    choice.fill("Nouveau.gouv.fr")
    choice.press("Enter")
    form = page.get_by_role("group", name="Nouvelle fiche")
    expect(form.get_by_label("Nom")).to_be_focused()
    expect(form.get_by_label("Identifiant")).to_have_value("nouveau.gouv.fr")
    shoot(page, "new")
    page.keyboard.press("Enter")

    expect(choice).to_have_value("Nouveau.gouv.fr")
    expect(choice).to_be_focused()
    expect(below(choice, "status")).to_contain_text("créée, en brouillon")
    made = Service.objects.get(slug="nouveau.gouv.fr")
    link = below(choice, "line").get_by_role("link", name="Compléter la fiche")
    expect(link).to_have_attribute("href", f"/admin/snippets/reports/service/edit/{made.pk}/")
    expect(link).to_have_attribute("target", "_blank")
    assert not made.live
    assert card(saved())["service"] == made.pk


def test_a_namesake_is_offered_before_another_is_made(
    choice: Locator, services: dict[str, Service], saved: Save
) -> None:
    page = choice.page
    choice.press_sequentially("santé fr")
    expect(page.get_by_role("option")).to_have_count(2)
    choice.press("ArrowUp")
    choice.press("Enter")
    form = page.get_by_role("group", name="Nouvelle fiche")
    expect(form.get_by_label("Nom")).to_be_focused()
    page.keyboard.press("Enter")
    offer = page.get_by_role("button", name="Choisir « Santé.fr »")
    expect(offer).to_be_focused()
    expect(page.get_by_role("button", name="Créer quand même")).to_be_visible()
    shoot(page, "namesake")
    page.keyboard.press("Enter")

    expect(choice).to_have_value("Santé.fr")
    expect(choice).to_be_focused()
    assert card(saved())["service"] == services["sante"].pk
    assert Service.objects.count() == 2


def test_a_record_of_the_printed_website_is_offered_before_another_is_made(
    choice: Locator, services: dict[str, Service], saved: Save
) -> None:
    page = choice.page
    block = page.locator(".struct-block").filter(has=choice).last
    block.get_by_label("Lien", exact=True).first.fill("https://www.mano.example/")
    choice.fill("Maraudes")
    choice.press("Enter")
    form = page.get_by_role("group", name="Nouvelle fiche")
    expect(form.get_by_label("Site")).to_have_value("https://www.mano.example/")
    page.keyboard.press("Enter")
    offer = page.get_by_role("button", name="Choisir « Mano »")
    expect(offer).to_be_focused()
    expect(form).to_contain_text("Une fiche a déjà ce site : « Mano ».")
    shoot(page, "website")
    page.keyboard.press("Enter")

    expect(choice).to_have_value("Mano")
    assert card(saved())["service"] == services["mano"].pk
    assert Service.objects.count() == 2


def test_uses_and_last_years_words_are_asked_for_once(
    choice: Locator, services: dict[str, Service]
) -> None:
    asked: list[Request] = []
    choice.page.on("request", lambda r: "/cle/mano/" in r.url and asked.append(r))
    choice.fill("mano")
    choice.press("Enter")
    about = below(choice, "about")
    expect(about.locator("summary")).to_have_text("Bilan 2023 (publié)")
    about.locator("summary").click()
    expect(about).to_contain_text("Le bilan 2023 en disait")
    expect(about).to_contain_text("Suivre.")
    about.locator("summary").click()
    choice.focus()
    choice.page.wait_for_timeout(600)
    assert len(asked) == 1


def test_a_draft_that_uses_a_record_keeps_it(
    choice: Locator, services: dict[str, Service], saved: Save, report: AnnualReportPage
) -> None:
    page = choice.page
    choice.fill("sante")
    choice.press("Enter")
    expect(choice).to_have_value("Santé.fr")
    block = saved()[1]["value"]["cards"][0]["id"]
    page.goto(f"/admin/snippets/reports/service/delete/{services['sante'].pk}/")
    expect(page.get_by_role("heading", name="Suppression refusée")).to_be_visible()
    expect(page.locator(".bilan-uses")).to_contain_text("Bilan 2024 (brouillon)")
    shoot(page, "refused")
    page.locator(".bilan-uses a").click()
    expect(page.locator(f"#block-{block}-section")).to_be_in_viewport()
    assert Service.objects.filter(slug="sante.fr").exists()


def test_a_row_of_a_table_is_tied_to_a_record_made_on_the_spot(
    choice: Locator, saved: Save
) -> None:
    page = choice.page
    page.get_by_label("Ligne « Satisfaction » : outils et détails").click()
    row = page.get_by_role("combobox", name="Indicateur").locator("visible=true")
    before = page.get_by_label("Résultats 2023, Satisfaction", exact=True).input_value()
    row.press_sequentially("Satisfaction")
    made = page.get_by_role("option").filter(has_text="Créer « Satisfaction »")
    expect(made).to_be_visible()
    row.press("Enter")
    form = page.get_by_role("group", name="Nouvelle fiche")
    form.get_by_label("Unité").fill("sur 5")
    page.keyboard.press("Enter")

    expect(
        page.get_by_role("rowheader").filter(has_text="Indicateur : Satisfaction")
    ).to_be_visible()
    stored = saved()[0]["value"]["table"]["rows"][2]
    assert stored["ref"] == "satisfaction"
    assert (stored["cells"][0], stored["cells"][1]["raw"]) == ("Satisfaction", before)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_here_violates_a_rule_of_axe(
    choice: Locator, services: dict[str, Service], scheme: Any
) -> None:
    page = choice.page
    page.emulate_media(color_scheme=scheme)
    page.evaluate("s => document.documentElement.className = `w-theme-${s}`", scheme)
    options = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": RULES}}

    def look(name: str, context: str = ".bilan-record") -> None:
        shoot(page, f"{scheme}-{name}")
        found = Axe().run(page, context=context, options=options).response["violations"]
        assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found] == []

    choice.press_sequentially("an")
    expect(page.get_by_role("option")).to_have_count(3)
    look("options")
    choice.press("ArrowUp")
    choice.press("Enter")
    page.keyboard.press("Control+a")
    page.keyboard.type("Mano")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Choisir « Mano »")).to_be_focused()
    look("refusal")
    page.keyboard.press("Enter")
    summary = below(choice, "about").locator("summary")
    expect(summary).to_have_text("Bilan 2023 (publié)")
    summary.click()
    look("known")
    page.goto(f"/admin/snippets/reports/service/delete/{services['mano'].pk}/")
    look("page", "main")


def test_the_name_fills_the_key_as_on_the_spot(editor: Page) -> None:
    """Until somebody has typed a key."""
    editor.goto("/admin/snippets/reports/service/add/")
    name, key = editor.locator("#id_name"), editor.locator("#id_slug")
    name.press_sequentially("MON GUICHET.fr à l’œuvre")
    expect(key).to_have_value("mon-guichet.fr-a-l-oeuvre")
    name.fill("MON GUICHET")
    name.blur()
    expect(key).to_have_value("mon-guichet")
    key.fill("autre.cle")
    name.focus()
    name.press_sequentially(" deux")
    name.blur()
    editor.wait_for_timeout(500)
    expect(key).to_have_value("autre.cle")
