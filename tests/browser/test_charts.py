"""A chart as an editor makes it: the drawing and the words follow what is typed."""

import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from reports.content.models import AnnualReportPage

from .conftest import SNAPSHOT, grid, item, wait_until_watched

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
SHOTS = os.environ.get("SCREENSHOTS", "")
WORDS = "<p>On compte 217 produits puis 248.</p>"
CHANGED = "Catégorie X, 2024 : 217 → 220"

Save = Callable[[], list[Any]]


@pytest.fixture
def report(report: AnnualReportPage) -> AnnualReportPage:
    """A report of three charts: one without words, one with, one that is a picture."""
    data = {"title": "Produits", "kind": "bar", "unit": "produits"}
    rows = ["Catégorie X", "217"], ["Catégorie Y", "248"]
    charts = [
        {**data, "data": grid(["Catégorie", "2024"], *rows)},
        {**data, "data": grid(["Catégorie", "2024"], *rows), "transcription": WORDS},
        {"title": "Ancien graphique", "kind": "picture"},
    ]
    report.body = json.dumps([item(chart, "chart") for chart in charts])
    report.save()
    return report


@pytest.fixture
def saved(editor: Page, saved: Save) -> Save:
    """Can be called more than once: not while the editor saves by itself."""

    def save() -> list[Any]:
        editor.wait_for_timeout(SNAPSHOT)
        return saved()

    return save


@pytest.fixture
def charts(editor: Page) -> list[Locator]:
    editor.set_viewport_size({"width": 1900, "height": 1000})
    return editor.locator("[data-streamfield-child]").filter(has=editor.locator("figure")).all()


def cell(chart: Locator, name: str = "2024, Catégorie X") -> Locator:
    return chart.get_by_label(name, exact=True).first


def words(chart: Locator) -> Locator:
    return chart.get_by_role("group", name="D’où vient la transcription")


def field(chart: Locator) -> Locator:
    return chart.locator("[data-contentpath=transcription] [contenteditable=true]")


def drawing(chart: Locator, said: str) -> Locator:
    """The drawing, once something is written in it. The first of a process starts what draws."""
    image = chart.locator("figure img")
    chart.locator("figure").scroll_into_view_if_needed()
    written = re.compile(f"^data:.*%3E{said}%3C")
    expect(image).to_have_attribute("src", written)
    return image


def press(chart: Locator, name: str) -> None:
    words(chart).get_by_role("button", name=name, exact=True).click()


def shoot(page: Page, name: str) -> None:
    if SHOTS:
        page.screenshot(path=Path(SHOTS) / f"charts-{name}.png")


def test_the_drawing_and_the_generated_words_follow_the_grid(
    editor: Page, charts: list[Locator]
) -> None:
    chart = charts[0]
    expect(drawing(chart, "217")).to_have_accessible_name(
        "Graphique « Produits », tiré des données"
    )
    generated = chart.locator(".bilan-chart__generated")
    expect(generated).to_contain_text("Catégorie X : 217")
    cell(chart).fill("220")
    drawing(chart, "220")
    expect(generated).to_contain_text("Catégorie X : 220")
    expect(chart.get_by_role("status").filter(has_text="Dessin à jour.")).to_have_count(1)
    chart.get_by_label("Titre").first.fill("Services")
    expect(generated).to_contain_text("« Services » présente 2 valeurs (produits)")
    shoot(editor, "generated")


def test_where_there_is_no_drawing_it_is_said_why(charts: list[Locator]) -> None:
    drawing(charts[0], "217")
    cell(charts[0]).fill("beaucoup")
    cell(charts[0], "2024, Catégorie Y").fill("peu")
    expect(charts[0].locator("figure")).to_contain_text("Aucune valeur n’est un nombre seul")
    expect(charts[0].locator("figure img")).to_be_hidden()
    picture = charts[2]
    picture.locator("figure").scroll_into_view_if_needed()
    expect(picture.locator("figure")).to_contain_text("Image seule : rien n’est dessiné.")
    expect(words(picture)).to_contain_text("écrivez ici tout ce que l’on y lit")


def test_the_old_drawing_stays_and_a_failure_is_said(editor: Page, charts: list[Locator]) -> None:
    image = drawing(charts[0], "217")
    editor.route("**/bilan/graphique/*", lambda route: route.abort())
    cell(charts[0]).fill("220")
    expect(charts[0].locator("figure")).to_contain_text("Le serveur n’a pas répondu")
    expect(image).to_be_visible()
    editor.unroute("**/bilan/graphique/*")
    cell(charts[0]).fill("221")
    drawing(charts[0], "221")
    expect(charts[0].locator("figure")).not_to_contain_text("Le serveur n’a pas répondu")


def test_typing_asks_once(editor: Page, charts: list[Locator]) -> None:
    drawing(charts[0], "217")
    asked: list[Any] = []
    editor.on("request", lambda request: "graphique" in request.url and asked.append(request))
    cell(charts[0]).press("Control+a")
    editor.keyboard.type("123456", delay=40)
    drawing(charts[0], "123%E2%80%AF456")
    assert len(asked) == 1


def test_words_by_hand_are_told_what_has_changed_and_kept_when_regenerated(
    editor: Page, charts: list[Locator], saved: Save
) -> None:
    chart = charts[1]
    drawing(chart, "217")
    expect(words(chart)).to_contain_text("Écrite à la main, pour les données d’aujourd’hui.")
    cell(chart).fill("220")
    expect(words(chart)).to_contain_text(CHANGED)
    stored = saved()[1]["value"]
    assert stored["written_for"]["rows"][0]["cells"] == ["Catégorie X", "217"]
    assert stored["data"]["rows"][0]["cells"] == ["Catégorie X", "220"]

    words(chart).scroll_into_view_if_needed()
    shoot(editor, "outdated")
    press(chart, "Régénérer depuis les données")
    expect(field(chart)).to_have_text("")
    expect(chart.locator(".bilan-chart__generated")).to_contain_text("Catégorie X : 220")
    assert saved()[1]["value"]["transcription"] == ""

    words(chart).scroll_into_view_if_needed()  # the page has been loaded anew
    press(chart, "Reprendre la transcription précédente")
    expect(field(chart)).to_have_text("On compte 217 produits puis 248.")
    expect(words(chart)).to_contain_text(CHANGED)  # for other data, as before
    again = saved()[1]["value"]
    assert "217 produits" in again["transcription"]
    assert again["written_for"] == stored["written_for"]


def test_generated_words_are_a_beginning(editor: Page, charts: list[Locator], saved: Save) -> None:
    chart = charts[0]
    drawing(chart, "217")
    press(chart, "Partir du texte généré")
    expect(field(chart)).to_be_focused()
    expect(field(chart)).to_contain_text("Catégorie X : 217")
    expect(words(chart)).to_contain_text("Écrite à la main, pour les données d’aujourd’hui.")
    cell(chart).fill("220")  # without a save in between
    expect(words(chart)).to_contain_text(CHANGED)
    field(chart).press("Control+End")
    field(chart).press_sequentially(" environ")
    editor.wait_for_timeout(SNAPSHOT)
    expect(words(chart).locator(".bilan-chart__changes")).to_contain_text(CHANGED)  # while writing
    cell(chart).focus()
    expect(words(chart).locator("details")).to_contain_text(CHANGED)
    expect(words(chart)).to_contain_text("Écrite à la main, pour les données d’aujourd’hui.")
    stored = saved()[0]["value"]
    assert stored["written_for"] == stored["data"]
    assert "Catégorie Y : 248 environ" in stored["transcription"]


def test_nothing_changes_when_nothing_is_edited(
    report: AnnualReportPage, charts: list[Locator], saved: Save
) -> None:
    before = list(report.body.raw_data)
    for chart in charts:
        chart.locator("figure").scroll_into_view_if_needed()
        expect(chart.locator("figure")).not_to_have_attribute("aria-busy", "true")
    stored = saved()
    for was, now in zip(before, stored, strict=True):
        assert now["value"]["title"] == was["value"]["title"]
        assert now["value"]["data"]["rows"] == was["value"].get("data", {"rows": []})["rows"]
    assert [bool(chart["value"]["written_for"]) for chart in stored] == [False, True, False]


def test_the_keyboard_alone_is_enough(editor: Page, charts: list[Locator]) -> None:
    chart = charts[1]
    drawing(chart, "217")
    cell(chart).press("Control+a")
    editor.keyboard.type("220")
    link = chart.get_by_role("link", name="La transcription, écrite à la main")
    expect(link).to_be_visible()
    link.press("Enter")
    expect(words(chart)).to_be_focused()
    editor.keyboard.press("Tab")
    focused = editor.locator("*:focus")
    expect(focused).to_have_text("Régénérer depuis les données")
    editor.keyboard.press("Enter")
    expect(focused).to_have_text("Reprendre la transcription précédente")
    editor.keyboard.press("Enter")
    expect(field(chart)).to_have_text("On compte 217 produits puis 248.")
    expect(focused).to_have_text("Reprendre la transcription précédente")


def test_a_folded_chart_tells_its_title(charts: list[Locator]) -> None:
    chart = charts[0]
    chart.locator("[data-panel-toggle]").first.click()
    expect(chart.locator("[data-panel-heading-text]").first).to_have_text(
        "Produits (Barres horizontales)"
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [900, 1900])
def test_axe_finds_nothing(
    editor: Page, report: AnnualReportPage, charts: list[Locator], scheme: Any, width: int
) -> None:
    editor.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    editor.set_viewport_size({"width": width, "height": 1000})
    editor.goto(f"/admin/pages/{report.pk}/edit/")
    wait_until_watched(editor)
    drawing(charts[0], "217")
    drawing(charts[1], "217")
    cell(charts[1]).fill("220")
    expect(words(charts[1])).to_contain_text(CHANGED)
    charts[2].locator("figure").scroll_into_view_if_needed()
    expect(words(charts[2])).to_contain_text("Image seule")
    for part in (".bilan-chart__drawing", "[data-contentpath=transcription]"):
        found = Axe().run(editor, context=part, options={"runOnly": RULES})
        assert [node["html"] for v in found.response["violations"] for node in v["nodes"]] == []
    beside = charts[0].locator(".bilan-chart--beside")
    expect(beside).to_have_count(int(width == 1900))


def test_words_of_a_chart_without_data_are_told(editor: Page, charts: list[Locator]) -> None:
    chart = charts[2]
    chart.locator("[data-contentpath=kind] select").select_option("bar")
    note = chart.locator(".bilan-chart__words > p").first
    expect(note).to_contain_text("Champ vide")
    field = chart.locator("[data-contentpath=transcription] [contenteditable=true]")
    field.click()
    editor.keyboard.type("Paris, Lyon et Rennes.")
    chart.get_by_label("Titre").first.click()
    expect(note).to_have_text("Écrite à la main ; le graphique n’a pas de données.")
