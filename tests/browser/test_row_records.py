"""Rows and their records: what belongs to a name goes with it, or is asked for."""

import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import Locator, Page, Route, expect

from reports.content.models import AnnualReportPage, Indicator, Service
from tests.reports.publishing.answering import publish_answered

from .conftest import SNAPSHOT, grid, item, wait_until_watched
from .system_clipboard import paste_into

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Save = Callable[[], list[Any]]
SHOTS = os.environ.get("SCREENSHOTS", "")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RECORDS = {
    "agents": "Nouveaux agents publics",
    "impact": "Produits à impact national",
    "femmes": "Part des femmes dans les équipes",
    "usagers": "Satisfaction des usagers",
    "guichets": "Guichets ouverts le samedi",
}
ROWS = [  # printed name, record, results of 2023 and 2024
    ("Nouveaux agents publics", "agents", "100", "120"),
    ("Produits à impact", "impact", "11", "13"),  # its record has another name
    ("Part des femmes dans les équipes", "femmes", "40 %", "42 %"),
    ("Satisfaction des usagers", "usagers", "4,1/5", "4,2/5"),
]
HEADS = ["Indicateurs", "Résultats 2023", "Résultats 2024"]


@pytest.fixture
def report(report: AnnualReportPage) -> AnnualReportPage:
    """A report whose rows each have a record, a link and a note of their own."""
    for code, name in RECORDS.items():
        Indicator.objects.create(code=code, name=name)
    table = grid(HEADS, *([name, *values] for name, _, *values in ROWS))
    for row, (_, code, *_) in zip(table["rows"], ROWS, strict=True):
        row |= {"ref": code, "url": f"/{code}", "note": f"<i>note {code}</i>"}
    table["rows"][0]["cells"][1] = {"raw": "100", "url": "https://example.org/agents"}
    card = {"service": None, "name": "Mano", "url": "", "mission": "Aider.", "facts": []}
    report.body = json.dumps(
        [
            item({"caption": "", "table": table}, "indicator_table"),
            item({"cards": [item(card)]}, "impact_cards"),
        ]
    )
    report.save()
    return report


def tsv(*rows: tuple[str, ...]) -> str:
    return "\n".join("\t".join(row) for row in rows)


def cell(editor: Page, row: int, column: int = 0) -> Locator:
    """The input of a cell of the first table; row -1 is the headings."""
    table = editor.locator(".bilan-table").first
    line = (
        (table.locator("thead") if row < 0 else table.locator("tbody").nth(row)).locator("tr").first
    )
    return line.locator("th, td").nth(column + 1).locator("input, textarea").first


def paste(editor: Page, text: str, row: int = 0, column: int = 0) -> None:
    paste_into(cell(editor, row, column), text)


def field(editor: Page) -> list[dict[str, Any]]:
    return json.loads(editor.locator(".bilan-table > textarea").first.input_value())["rows"]


def own(row: dict[str, Any]) -> tuple[str, Any, Any, Any]:
    """The name of a row, its record, the link and the note."""
    return row["cells"][0], row.get("ref"), row.get("url"), row.get("note")


def of(name: str, code: str) -> tuple[str, str, str, str]:
    return name, code, f"/{code}", f"<i>note {code}</i>"


def question(editor: Page, name: str) -> Locator:
    return editor.get_by_role("group", name=f"Fiche à confirmer : « {name} »")


def status(editor: Page) -> Locator:
    return editor.locator(".bilan-table [role=status]").first


def shoot(page: Page, name: str) -> None:
    if SHOTS:
        page.wait_for_timeout(400)
        page.locator(".bilan-table").first.screenshot(path=Path(SHOTS) / f"rows-{name}.png")


PASTED = [
    ("Satisfaction des usagers", "4,2/5", "4,4/5"),
    ("Nouveaux agents publics", "120", "140"),
    ("Produits à impact national (1)", "13", "17"),  # renamed, and its record has this name
    ("Part des femmes et des hommes", "42 %", "43 %"),  # renamed
    ("Guichets ouverts le samedi", "", "250"),  # new, and known
    ("Dossiers traités", "", "9"),  # new
]


def test_what_belongs_to_a_name_goes_with_it(
    editor: Page, report: AnnualReportPage, saved: Save, client: Client
) -> None:
    ids = {row["cells"][0]: row["id"] for row in field(editor)}
    paste(editor, tsv(*PASTED))
    rows = field(editor)
    assert [own(row) for row in rows] == [
        of("Satisfaction des usagers", "usagers"),
        of("Nouveaux agents publics", "agents"),
        ("Produits à impact national (1)", "impact", None, None),
        ("Part des femmes et des hommes", "femmes", None, None),
        ("Guichets ouverts le samedi", "guichets", None, None),
        ("Dossiers traités", None, None, None),
    ]
    assert rows[1]["cells"][1] == {"raw": "120", "url": "https://example.org/agents"}
    assert [row["id"] for row in rows[:2]] == [ids[name] for name, *_ in PASTED[:2]]
    assert len({row["id"] for row in rows}) == 6
    asked = editor.locator(".bilan-question")
    expect(asked).to_have_count(2)
    expect(question(editor, "Part des femmes et des hommes")).to_contain_text(
        "sa fiche a été choisie pour « Part des femmes dans les équipes »"
    )
    expect(question(editor, "Dossiers traités")).to_contain_text("aucune fiche ne porte ce nom")
    expect(status(editor)).to_contain_text("Trouvé d’après le nom : 1 fiche.")
    expect(status(editor)).to_contain_text("À confirmer : 2 fiches.")
    shoot(editor, "asked")

    saved()
    publish_answered(report.get_latest_revision())
    assert series(client, "agents") == {"2023": "120", "2024": "140"}
    assert series(client, "usagers") == {"2023": "4,2/5", "2024": "4,4/5"}
    assert series(client, "impact") == {"2023": "13", "2024": "17"}
    assert series(client, "guichets") == {"2024": "250"}
    assert series(client, "femmes") == {}

    # the answer
    question(editor, "Part des femmes et des hommes").get_by_role("button", name="Garder").click()
    expect(asked).to_have_count(1)
    question(editor, "Dossiers traités").get_by_role("button", name="Sans fiche").click()
    expect(asked).to_have_count(0)
    shoot(editor, "answered")
    saved()
    publish_answered(report.get_latest_revision())
    assert series(client, "femmes") == {"2023": "42 %", "2024": "43 %"}


def series(client: Client, code: str) -> dict[str, str]:
    """What the graph says of an indicator: its results by year."""
    query = """query ($code: String!) { indicator(code: $code) {
        series { period { start } figure { raw } } } }"""
    answer = client.post(
        "/graphql/",
        json.dumps({"query": query, "variables": {"code": code}}),
        content_type="application/json",
    ).json()
    entries = answer["data"]["indicator"]["series"]
    return {entry["period"]["start"][:4]: entry["figure"]["raw"] for entry in entries}


def test_a_name_that_is_typed_is_matched_at_once_and_back(editor: Page, saved: Save) -> None:
    name = cell(editor, 0)
    before = editor.locator(".bilan-table > textarea").first.input_value()
    name.fill("Guichets ouverts le samedi")
    assert own(field(editor)[0]) == ("Guichets ouverts le samedi", "guichets", None, None)
    expect(editor.get_by_text("fiche trouvée d’après le nom")).to_be_visible()
    name.fill("Guichets ouverts")
    asked = question(editor, "Guichets ouverts")
    expect(asked).to_contain_text("sa fiche a été choisie pour « Nouveaux agents publics »")
    row = field(editor)[0]
    assert (row["ref"], row["ref_name"]) == ("agents", "Nouveaux agents publics")
    expect(name).to_have_accessible_description(re.compile("à confirmer"))
    # accents, case, spaces and marks of notes are no other name
    for same in ("NOUVEAUX\u00a0agents  publics", "Nouveaux agents publics (1)", ROWS[0][0]):
        name.fill(same)
        expect(editor.locator(".bilan-question")).to_have_count(0)
        assert own(field(editor)[0])[1:] == of("", "agents")[1:]
    assert editor.locator(".bilan-table > textarea").first.input_value() == before
    # a link and a note never pass to another record by themselves, and that is said
    name.fill("Guichets ouverts le samedi")
    expect(status(editor)).to_have_text(
        "La note et le lien de « Nouveaux agents publics » sont retirés avec ce nom."
    )
    name.fill("Guichets")
    name.press("Tab")
    expect(status(editor)).to_have_text("À confirmer : la fiche de « Guichets ».")
    name.press("Control+z")
    # a name of another row brings what belongs to it
    name.fill("Satisfaction des usagers")
    assert own(field(editor)[0]) == of("Satisfaction des usagers", "usagers")
    name.press("Control+z")
    assert editor.locator(".bilan-table > textarea").first.input_value() == before


def test_what_is_asked_is_answered_with_the_keyboard(editor: Page, saved: Save) -> None:
    paste(editor, tsv(*PASTED))
    editor.get_by_role("button", name="2 fiches à confirmer").focus()
    editor.keyboard.press("Enter")
    asked = question(editor, "Part des femmes et des hommes")
    expect(asked.get_by_role("button", name="Garder")).to_be_focused()
    editor.keyboard.press("ArrowLeft")
    expect(asked.get_by_role("button", name="Sans fiche")).to_be_focused()
    editor.keyboard.press("Escape")
    expect(cell(editor, 3)).to_be_focused()
    editor.keyboard.press("Alt+Enter")
    editor.keyboard.press("Enter")
    expect(asked).to_have_count(0)
    expect(cell(editor, 3)).to_be_focused()
    assert own(field(editor)[3])[1] == "femmes"
    expect(editor.get_by_role("button", name="1 fiche à confirmer")).to_be_visible()
    # Tab goes from cell to cell, whatever is asked
    cell(editor, 5).focus()
    editor.keyboard.press("Tab")
    expect(cell(editor, 5, 1)).to_be_focused()
    # another record, found or made where it is needed
    cell(editor, 5).focus()
    editor.keyboard.press("Alt+Enter")
    editor.keyboard.press("Enter")
    choice = editor.get_by_role("combobox", name="Indicateur").locator("visible=true")
    expect(choice).to_be_focused()
    expect(choice).to_have_value("Dossiers traités")
    made = editor.get_by_role("option").filter(has_text="Créer « Dossiers traités »")
    expect(made).to_be_visible()
    shoot(editor, "search")
    editor.keyboard.press("Enter")
    editor.get_by_role("group", name="Nouvelle fiche").get_by_label("Unité").fill("dossiers")
    editor.keyboard.press("Enter")
    expect(choice).to_have_value("Dossiers traités")
    expect(editor.locator(".bilan-question")).to_have_count(0)
    row = saved()[0]["value"]["table"]["rows"][5]
    assert (row["ref"], row["ref_name"]) == ("dossiers-traites", "Dossiers traités")


def test_everything_is_undone(editor: Page) -> None:
    before = editor.locator(".bilan-table > textarea").first.input_value()
    paste(editor, tsv(*PASTED))
    after = editor.locator(".bilan-table > textarea").first.input_value()
    question(editor, "Dossiers traités").get_by_role("button", name="Sans fiche").click()
    for _ in range(2):
        cell(editor, 0).press("Control+z")
    assert editor.locator(".bilan-table > textarea").first.input_value() == before
    expect(editor.locator(".bilan-question")).to_have_count(0)
    cell(editor, 0).press("Control+y")
    assert editor.locator(".bilan-table > textarea").first.input_value() == after


@pytest.mark.parametrize(
    ("pasted", "expected"),
    [
        pytest.param([ROWS[n][0] for n in (2, 0)], (2, 0, 2, 3), id="fewer rows"),
        pytest.param([ROWS[n][0] for n in (3, 2, 1, 0)], (3, 2, 1, 0), id="sorted"),
        pytest.param(
            [ROWS[0][0], ROWS[0][0], ROWS[3][0], ROWS[2][0], ROWS[1][0]],
            (0, 0, 3, 2, 1),
            id="a name twice",
        ),
        pytest.param(
            ["part des femmes dans  les equipes¹", "PRODUITS À\u202fIMPACT *"],
            (2, 1, 2, 3),
            id="accents, case, spaces, notes",
        ),
    ],
)
def test_rows_go_with_their_names(
    editor: Page, pasted: list[str], expected: tuple[int, ...]
) -> None:
    paste(editor, "\n".join(pasted))
    rows = field(editor)
    assert [own(row)[1:] for row in rows] == [of("", ROWS[n][1])[1:] for n in expected]
    assert len({row["id"] for row in rows}) == len(rows)
    expect(editor.locator(".bilan-question")).to_have_count(0)


def test_names_that_are_pasted_with_their_headings(editor: Page) -> None:
    paste(editor, tsv(("Nom", "2023"), (ROWS[1][0], "1"), (ROWS[0][0], "2")), row=-1)
    rows = field(editor)
    assert [own(row)[1:] for row in rows[:2]] == [of("", code)[1:] for code in ("impact", "agents")]
    assert own(rows[2])[1:] == of("", "femmes")[1:]


def test_values_beside_the_names_leave_the_names_alone(editor: Page) -> None:
    before = [own(row) for row in field(editor)]
    paste(editor, tsv(("1", "2"), ("3", "4")), row=1, column=1)
    assert [own(row) for row in field(editor)] == before


def test_what_is_pasted_before_the_names_of_records_are_there_is_matched_then(
    editor: Page,
) -> None:
    held: list[Route] = []
    editor.route("**/bilan/references/**", lambda route: held.append(route))
    editor.reload()
    wait_until_watched(editor)
    before = editor.locator(".bilan-table > textarea").first.input_value()
    paste(editor, tsv(*PASTED))
    expect(editor.locator(".bilan-question")).to_have_count(4)
    assert field(editor)[4]["ref_name"] == ""
    held[0].continue_()
    expect(editor.locator(".bilan-question")).to_have_count(2)
    assert [row.get("ref") for row in field(editor)[2:5]] == ["impact", "femmes", "guichets"]
    cell(editor, 0).press("Control+z")
    assert editor.locator(".bilan-table > textarea").first.input_value() == before


def test_a_row_that_code_has_renamed_is_asked_when_it_is_opened(
    editor: Page, report: AnnualReportPage, saved: Save
) -> None:
    body = list(report.body.raw_data)
    row = body[0]["value"]["table"]["rows"][0]
    row |= {"ref_name": row["cells"][0], "cells": ["Guichets ouverts le samedi", "1", "2"]}
    report.body = json.dumps(body)
    report.save()
    editor.reload()
    asked = question(editor, "Guichets ouverts le samedi")
    expect(asked).to_contain_text("sa fiche a été choisie pour « Nouveaux agents publics »")
    editor.wait_for_timeout(SNAPSHOT)
    asked.get_by_role("button", name="Choisir « Guichets ouverts le samedi »").click()
    expect(asked).to_have_count(0)
    stored = saved()[0]["value"]["table"]["rows"][0]
    assert own(stored) == ("Guichets ouverts le samedi", "guichets", None, None)


def test_of_two_rows_of_one_name_nobody_can_tell_which_moved(
    editor: Page, report: AnnualReportPage
) -> None:
    table = grid(HEADS, ["Dont femmes", "1", "2"], ["Dont femmes", "3", "4"], ["Agents", "5", "6"])
    for row, code in zip(table["rows"], ("femmes", "usagers", "agents"), strict=True):
        row |= {"ref": code, "note": f"<i>note {code}</i>"}
    report.body = json.dumps([item({"caption": "", "table": table}, "indicator_table")])
    report.save()
    editor.reload()
    wait_until_watched(editor)
    paste(editor, tsv(("Dont femmes", "10"), ("Dont femmes", "30"), ("Agents", "50")))
    assert [row["ref"] for row in field(editor)] == ["femmes", "usagers", "agents"]
    paste(editor, tsv(("Agents", "50"), ("Dont femmes", "10"), ("Dont femmes", "30")))
    rows = field(editor)
    assert [row.get("ref") for row in rows] == ["agents", None, None]
    assert [row.get("note") for row in rows] == ["<i>note agents</i>", None, None]
    assert [row["cells"][2] for row in rows] == ["6", "2", "4"]
    expect(editor.locator(".bilan-question")).to_have_count(2)


def test_cut_and_paste_moves_a_row_with_what_belongs_to_it(editor: Page) -> None:
    first = cell(editor, 0)
    first.focus()
    editor.keyboard.press("Control+a")
    for _ in range(2):
        editor.keyboard.press("Shift+ArrowRight")
    editor.keyboard.press("Control+x")
    assert own(field(editor)[0]) == ("", None, None, None)
    cell(editor, 3).press("Control+Enter")
    editor.keyboard.press("Control+v")
    assert own(field(editor)[4]) == of("Nouveaux agents publics", "agents")


def test_hundreds_of_rows_in_another_order(editor: Page, report: AnnualReportPage) -> None:
    names = [f"Indicateur numéro {n}" for n in range(400)]
    table = grid(HEADS, *([name, "1", "2"] for name in names))
    for n, row in enumerate(table["rows"]):
        row |= {"ref": f"i{n}", "note": f"note {n}"}
    report.body = json.dumps([item({"caption": "", "table": table}, "indicator_table")])
    report.save()
    editor.reload()
    wait_until_watched(editor)
    paste(
        editor,
        tsv(*((name, "3", "4") for name in [*names[::-1], *(f"Autre {n}" for n in range(400))])),
    )
    rows = field(editor)
    assert [row["ref"] for row in rows[:400]] == [f"i{n}" for n in range(399, -1, -1)]
    assert [row["note"] for row in rows[:400]] == [f"note {n}" for n in range(399, -1, -1)]
    assert all("ref" not in row and "note" not in row for row in rows[400:])


IN_NAMES = """async given => {{
    const {{ normalizeName, similarity }} = await import("/static/reports/names.js");
    return {};
}}"""


def test_names_are_the_same_for_the_form_and_for_the_server(editor: Page) -> None:
    from reports.core.text.name_matching import normalize_name, similarity

    names = [
        *("Élèves formés", "Part (%)", "Part (€)", "L’impact", "L'impact ʼ", "Œuvre – n° 3", "A‑b"),
        *("Agents (1)", "Agents [2]", "Agents ¹²", "Agents **", "Agents (12) formés", "Agents (a)"),
        *("Surface en m²", "Surface (km²)", "Surface en m³", "CO²", "Agent(s)", "Budget (2024)"),
        *("10\u202f000 produits", "zero\u200bwidth", "ﬁn", "", "½ journée", "ÇA\u0327 ET LÀ"),
    ]
    heard = editor.evaluate(IN_NAMES.format("given.map(normalizeName)"), names)
    assert heard == [normalize_name(name) for name in names]
    pairs = [[one, other] for one in names for other in names]
    heard = editor.evaluate(IN_NAMES.format("given.map(([a, b]) => similarity(a, b))"), pairs)
    assert heard == pytest.approx([similarity(*pair) for pair in pairs])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_here_violates_a_rule_of_axe(editor: Page, scheme: Any) -> None:
    editor.emulate_media(color_scheme=scheme)
    editor.evaluate("s => document.documentElement.className = `w-theme-${s}`", scheme)
    paste(editor, tsv(*PASTED))
    expect(editor.locator(".bilan-question")).to_have_count(2)
    options = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": RULES}}
    shoot(editor, scheme)
    found = Axe().run(editor, context=".bilan-table", options=options).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found] == []


# Cards


def service_card(editor: Page) -> tuple[Locator, Locator, Locator]:
    """The record of the card, its name and its link."""
    choice = editor.get_by_role("combobox", name="Service", exact=True).first
    block = editor.locator(".struct-block").filter(has=choice).last
    name, link = (block.get_by_label(label, exact=True).first for label in ("Nom*", "Lien"))
    return choice, name, link


def stored_card(body: list[Any]) -> tuple[Any, ...]:
    value = body[1]["value"]["cards"][0]["value"]
    return value["service"], value["reference_name"], value["name"], value["url"]


def test_a_card_asks_when_its_name_changes(editor: Page, saved: Save) -> None:
    mano = Service.objects.create(name="Mano", slug="mano", url="https://mano.example")
    tchap = Service.objects.create(name="Tchap", slug="tchap", url="https://tchap.example")
    Service.objects.create(name="Pix", slug="pix")
    Service.objects.create(name="Pix", slug="pix-pro")
    choice, name, link = service_card(editor)
    choice.fill("mano")
    choice.press("Enter")
    expect(choice).to_have_value("Mano")
    assert stored_card(saved()) == (mano.pk, "Mano", "Mano", "https://mano.example")

    # typed, and asked: the record is kept, for the name that is there now
    name.fill("Mano pour tous")
    asked = question(editor, "Mano pour tous")
    expect(asked).to_contain_text("sa fiche a été choisie pour « Mano »")
    assert stored_card(saved())[:2] == (mano.pk, "Mano")
    if SHOTS:
        asked.scroll_into_view_if_needed()
        editor.screenshot(path=Path(SHOTS) / "rows-card.png")
    asked.get_by_role("button", name="Garder « Mano »").click()
    expect(asked).to_have_count(0)
    assert stored_card(saved()) == (
        mano.pk,
        "Mano pour tous",
        *("Mano pour tous", "https://mano.example"),
    )

    # one clear match is taken, and its link with it
    name.fill("TCHAP")
    name.press("Tab")
    expect(choice).to_have_value("Tchap")
    expect(link).to_have_value("https://tchap.example")
    expect(editor.locator(".bilan-question")).to_have_count(0)
    assert stored_card(saved()) == (tchap.pk, "TCHAP", "TCHAP", "https://tchap.example")

    # several are asked
    name.fill("Pix")
    name.press("Tab")
    asked = question(editor, "Pix")
    expect(asked.get_by_role("button", name="Choisir")).to_have_count(2)
    asked.get_by_role("button", name="Choisir « Pix » (pix-pro)").or_(
        asked.get_by_role("button", name=re.compile("pix-pro"))
    ).first.click()
    expect(choice).to_have_value("Pix")
    expect(asked).to_have_count(0)
    body = saved()
    assert stored_card(body)[0] == Service.objects.get(slug="pix-pro").pk


def test_a_card_that_waits_for_an_answer_asks_again_when_it_is_opened(
    editor: Page, report: AnnualReportPage
) -> None:
    mano = Service.objects.create(name="Mano", slug="mano")
    body = list(report.body.raw_data)
    card = body[1]["value"]["cards"][0]["value"]
    card |= {"service": mano.pk, "reference_name": "Mano", "name": "La Suite"}
    report.body = json.dumps(body)
    report.save()
    editor.reload()
    expect(question(editor, "La Suite")).to_be_visible()
