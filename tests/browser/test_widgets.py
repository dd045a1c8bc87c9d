"""The table and the figure, as an editor uses them. What is stored is compared whole."""

import copy
import json
import re
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from playwright.sync_api import Locator, Page, Request, expect

from reports.content.models import AnnualReportPage

from .system_clipboard import paste, paste_into

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Body = list[Any]
Save = Callable[[], Body]


@pytest.fixture
def expected(report: AnnualReportPage) -> Body:
    """The body as it was before the editor came: each test makes the one change it expects."""
    return copy.deepcopy(list(report.body.raw_data))


def rows(body: Body) -> list[dict[str, Any]]:
    return body[0]["value"]["table"]["rows"]


def cell(editor: Page, name: str) -> Locator:
    return editor.get_by_label(name, exact=True).first


def expect_reading(figure: Locator, words: str) -> None:
    """The reading ends what a screen reader says of the input; its spaces are no-break spaces."""
    reading = re.compile(re.escape(words).replace(r"\ ", r"\s") + r"\s*$")
    expect(figure).to_have_accessible_description(reading)


def test_only_the_edited_figure_changes(editor: Page, expected: Body, saved: Save) -> None:
    cell(editor, "Résultats 2023, Nombre de produits").fill("248")
    rows(expected)[0]["cells"][1] = "248"
    assert saved() == expected


def test_nothing_changes_when_nothing_is_edited(editor: Page, expected: Body, saved: Save) -> None:
    cell(editor, "Résultats 2023, Nombre de produits").focus()
    editor.get_by_label("Ligne « Nombre de produits » : outils et détails").click()
    assert saved() == expected


def test_a_cell_shows_how_it_is_understood(editor: Page) -> None:
    figure = cell(editor, "Résultats 2023, Nombre de produits")
    figure.fill("Plus de 18 000")
    expect_reading(figure, "plus de 18 000")
    figure.fill("beaucoup")
    expect_reading(figure, "texte, aucun chiffre reconnu")


def test_a_correction_is_stored_beside_the_text(editor: Page, expected: Body, saved: Save) -> None:
    figure = cell(editor, "Résultats 2024, Part des produits ouverts")
    figure.press("F2")
    correction = cell(editor, "Lire comme : Résultats 2024, Part des produits ouverts")
    expect(correction).to_be_focused()
    correction.fill("plus de 18 %")
    expect_reading(figure, "plus de 18 %")
    rows(expected)[1]["cells"][3] = {"raw": "+18 pts", "read_as": "plus de 18 %"}
    assert saved() == expected


def test_a_correction_that_is_emptied_leaves_a_plain_text(
    editor: Page, expected: Body, saved: Save
) -> None:
    cell(editor, "Lire comme : Résultats 2024, Nombre de produits").fill("")
    rows(expected)[0]["cells"][3] = "+80 % des cas"
    assert saved() == expected


def test_the_link_of_a_cell_outlives_its_text(editor: Page, expected: Body, saved: Save) -> None:
    cell(editor, "Résultats 2023, Satisfaction").fill("4,3/5")
    rows(expected)[2]["cells"][1]["raw"] = "4,3/5"
    assert saved() == expected


def test_a_row_is_added(editor: Page, expected: Body, saved: Save) -> None:
    editor.get_by_role("button", name="Ajouter une ligne", exact=True).click()
    editor.keyboard.type("Produits arrêtés")
    editor.keyboard.press("Tab")
    editor.keyboard.type("12")
    body = saved()
    added = rows(body).pop()
    assert body == expected
    assert UUID(added["id"])
    assert added["cells"] == ["Produits arrêtés", "12", "", ""]


def test_a_row_moves_and_keeps_all_that_is_its_own(
    editor: Page, expected: Body, saved: Save
) -> None:
    cell(editor, "Résultats 2023, Nombre de produits").press("Alt+ArrowDown")
    expect(cell(editor, "Résultats 2023, Nombre de produits")).to_be_focused()
    rows(expected).insert(1, rows(expected).pop(0))
    assert saved() == expected


def test_a_row_is_removed_and_brought_back(editor: Page, expected: Body, saved: Save) -> None:
    editor.get_by_label("Ligne « Satisfaction » : outils et détails").click()
    editor.get_by_role("button", name="Supprimer la ligne").locator("visible=true").click()
    expect(cell(editor, "Résultats 2023, Satisfaction")).to_have_count(0)
    editor.get_by_role("button", name="Annuler", exact=True).click()
    assert saved() == expected


def test_a_column_moves_with_its_cells(editor: Page, expected: Body, saved: Save) -> None:
    editor.get_by_label("Colonne « Résultats 2023 » : outils").click()
    editor.get_by_role("button", name="À droite").locator("visible=true").click()
    table = expected[0]["value"]["table"]
    for across in (table["columns"], *(row["cells"] for row in table["rows"])):
        across.insert(2, across.pop(1))
    assert saved() == expected


def test_a_block_of_cells_is_pasted_over_and_beyond_the_rows(
    editor: Page, expected: Body, saved: Save
) -> None:
    into = cell(editor, "Résultats 2023, Part des produits ouverts")
    paste_into(into, "1\t2\t3\n4\t5\t6\n7\t8\t9\n")
    body = saved()
    added = rows(body).pop()
    rows(expected)[1]["cells"][1:] = ["1", "2", "3"]
    rows(expected)[2]["cells"][1:] = [{"raw": "4", "url": "https://example.org"}, "5", "6"]
    assert body == expected
    assert added["cells"] == ["", "7", "8", "9"]


def test_a_single_value_is_pasted_as_text(editor: Page, expected: Body, saved: Save) -> None:
    into = cell(editor, "Objectifs 2024, Satisfaction")
    paste_into(into, "4,5/5")
    rows(expected)[2]["cells"][2] = "4,5/5"
    assert saved() == expected


def test_enter_and_arrows_lead_from_row_to_row(editor: Page) -> None:
    cell(editor, "Résultats 2023, Nombre de produits").press("Enter")
    expect(cell(editor, "Résultats 2023, Part des produits ouverts")).to_be_focused()
    editor.keyboard.press("ArrowUp")
    editor.keyboard.press("ArrowUp")
    expect(cell(editor, "Intitulé de la colonne 2")).to_be_focused()


def test_a_row_is_tied_to_another_record(editor: Page, expected: Body, saved: Save) -> None:
    editor.get_by_label("Ligne « Satisfaction » : outils et détails").click()
    choice = editor.get_by_role("combobox", name="Indicateur").locator("visible=true")
    choice.fill("produits suivis")
    choice.press("Enter")
    row = editor.get_by_role("rowheader").filter(has_text="Indicateur : Produits suivis")
    expect(row).to_have_count(2)
    rows(expected)[2] |= {"ref": "produits", "ref_name": "Satisfaction"}
    assert saved() == expected


@pytest.mark.firefox
def test_the_links_of_a_note_outlive_an_edit(editor: Page, expected: Body, saved: Save) -> None:
    editor.get_by_label("Ligne « Nombre de produits » : outils et détails").click()
    note = editor.get_by_role("textbox", name="Note").locator("visible=true")
    note.press("Control+Home")
    note.press_sequentially("compté ")
    rows(expected)[0]["note"] = '<em>compté au sens de la <a href="/d">charte</a></em>'
    assert saved() == expected


@pytest.mark.firefox
def test_what_is_pasted_into_a_note_stays_in_it(editor: Page, saved: Save) -> None:
    editor.get_by_label("Ligne « Nombre de produits » : outils et détails").click()
    note = editor.get_by_role("textbox", name="Note").locator("visible=true")
    note.press("Control+Home")
    paste(editor, "compté ", "<p><b>compté </b></p>")
    expect(editor.locator("dialog.bilan-paste")).to_have_count(0)
    stored = rows(saved())[0]["note"]
    assert re.sub("<[^>]+>", "", stored) == "compté au sens de la charte"
    assert "<b>" not in stored


def test_a_duplicate_has_ids_of_its_own(editor: Page, expected: Body, saved: Save) -> None:
    block = editor.locator("[data-streamfield-child]").first
    block.get_by_role("button", name="Autres actions").first.click()
    editor.get_by_role("menuitem", name="Dupliquer").click()
    expect(editor.locator(".bilan-table")).to_have_count(2)
    body = saved()
    copied = body.pop(1)
    assert body == expected
    table, original = copied["value"]["table"], expected[0]["value"]["table"]
    assert [row["cells"] for row in table["rows"]] == [row["cells"] for row in original["rows"]]
    for part in ("columns", "rows"):
        ids = [{one["id"] for one in grid[part]} for grid in (table, original)]
        assert not ids[0] & ids[1]


def test_tables_born_of_one_default_have_ids_of_their_own(editor: Page) -> None:
    for _ in range(2):
        editor.locator(".c-sf-add-button").first.click()
        editor.get_by_role("option", name="Tableau d’indicateurs").click()
    fields = editor.locator(".bilan-table > textarea")
    expect(fields).to_have_count(3)
    tables = [json.loads(field.input_value()) for field in fields.all()]
    ids = [column["id"] for table in tables for column in table["columns"]]
    assert len(ids) == len(set(ids)) == 12


def test_a_ragged_table_is_stored_as_it_is_seen(
    editor: Page, report: AnnualReportPage, expected: Body, saved: Save
) -> None:
    rows(expected)[1]["cells"].pop()
    report.body = json.dumps(expected)
    report.save()
    editor.reload()
    rows(expected)[1]["cells"].append("")
    assert saved() == expected


def test_a_figure_in_a_nested_card_is_stored(editor: Page, expected: Body, saved: Save) -> None:
    figure = editor.get_by_role("textbox", name="Fait", exact=True).nth(1)
    figure.fill("+85 % des services en ligne")
    figure.press("F2")
    editor.keyboard.type("plus de 85 %")
    expect_reading(figure, "plus de 85 %")
    facts = expected[1]["value"]["cards"][0]["value"]["facts"]
    facts[1]["value"] |= {
        "figure": {"raw": "+85 % des", "read_as": "plus de 85 %"},
        "after": "services en ligne",
    }
    assert saved() == expected


def test_one_request_reads_all_figures_of_the_page(editor: Page) -> None:
    asked: list[Request] = []
    editor.on("request", lambda request: "lectures" in request.url and asked.append(request))
    editor.reload()
    figure = editor.get_by_role("textbox", name="Fait", exact=True).first
    expect_reading(figure, "plus de 18 000")
    assert len(asked) == 1


def test_every_input_of_the_widgets_has_a_name(editor: Page) -> None:
    for toggle in editor.locator(".bilan-table__toggle").all():
        toggle.click()
    inputs = editor.locator(":is(.bilan-table, .bilan-figure) :is(input, textarea, [role=textbox])")
    for found in inputs.locator("visible=true").all():
        expect(found).to_have_accessible_name(re.compile(r"\w"))


def test_a_row_is_among_the_essentials(editor: Page, expected: Body, saved: Save) -> None:
    editor.get_by_label("Ligne « Satisfaction » : outils et détails").click()
    table = editor.locator(".bilan-table")
    tick = table.get_by_label("Dans l’essentiel")
    tick.check()
    expect(table.get_by_role("rowheader").filter(has_text="Dans l’essentiel")).to_have_count(1)
    tick.uncheck()
    expect(table.get_by_role("rowheader").filter(has_text="Dans l’essentiel")).to_have_count(0)
    tick.check()
    rows(expected)[2]["leading"] = True
    assert saved() == expected


def test_a_fact_and_its_card_are_among_the_essentials(
    editor: Page, expected: Body, saved: Save
) -> None:
    card = expected[1]["value"]["cards"][0]["value"]
    line = editor.locator(".bilan-line").nth(1)
    line.hover()
    line.get_by_role("button", name="Dans l’essentiel").click()
    editor.locator("[name$='-cards-0-value-leading']").check()
    card["facts"][1]["value"]["leading"] = card["leading"] = True
    assert saved() == expected
