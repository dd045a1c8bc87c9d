"""Two revisions, compared figure by figure."""

import copy
import json
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Revision

from reports.content.models import AnnualReportPage, Indicator, Picture, Service
from reports.content.records.reference_names import ReferenceNames
from reports.core.changes.change import Kind
from reports.core.changes.document_changes import DocumentComparison
from reports.core.document import read

from .conftest import block, item

GRID = {
    "columns": [
        {"id": "c0", "heading": "Indicateurs"},
        {"id": "c1", "heading": "Résultats 2023"},
        {"id": "c2", "heading": "Résultats 2024"},
    ],
    "rows": [
        {"id": "r0", "cells": ["Nombre de produits", "210", "217"], "ref": "produits"},
        {"id": "r1", "cells": ["Agents", "50 %", "+80 % des agents"]},
        {"id": "r2", "cells": ["Budget", "5,6M€", "6M€"]},
    ],
}


def table(change: Any) -> tuple[Any, Any]:
    """An indicator table before and after a change to its stored form."""
    before = {"caption": "Performance", "table": GRID}
    after = copy.deepcopy(before)
    change(after["table"])
    return [block("indicator_table", before)], [block("indicator_table", after)]


def lines(before: Any, after: Any) -> list[str]:
    """What a comparison says, as text: [-gone-] and {+new+}, a line each."""
    said = []
    documents = read(before), read(after)
    for entry in DocumentComparison(*documents, ReferenceNames(*documents)).entries:
        name = " › ".join(filter(None, (entry.section, entry.title)))
        said.append(f"{name} ({entry.note})" if entry.note else name)
        for change in entry.changes:
            shown = "".join(marked(piece) for piece in change.pieces)
            parts = (change.where, shown, change.note and f"({change.note})")
            said.append(" : ".join(filter(None, parts)))
        said += [str(each) for each in entry.unchanged_parts]
    return said


def marked(piece: Any) -> str:
    match piece.kind:
        case Kind.GONE:
            return f"[-{piece.text}-]"
        case Kind.NEW:
            return f"{{+{piece.text}+}}"
    return piece.text


def cell(row: int, column: int, value: Any) -> Any:
    def change(grid: dict[str, Any]) -> None:
        grid["rows"][row]["cells"][column] = value

    return change


TITLE = "Tableau d’indicateurs « Performance »"


def test_a_figure_is_told_by_its_row_and_its_column() -> None:
    assert lines(*table(cell(0, 2, "220"))) == [
        TITLE,
        "Nombre de produits › Résultats 2024 : [-217-]{+220+}",
        "Cellules : 8 sur 9 sans changement",
    ]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            cell(2, 1, "5,7 M€"),
            "Budget › Résultats 2023 : [-5,6 M€-]{+5,7 M€+}",
        ),
        (
            cell(2, 1, "5,6 millions d’euros"),
            "Budget › Résultats 2023 : [-5,6M€-]{+5,6 millions d’euros+} : "
            "(même valeur, écrite autrement)",
        ),
        (
            cell(1, 2, {"raw": "+80 % des agents", "read_as": "plus de 80 %"}),
            "Agents › Résultats 2024 : [-+80 % des agents-]"
            "{++80 % des agents (lu « plus de 80 % »)+}",
        ),
        (cell(0, 1, ""), "Nombre de produits › Résultats 2023 : [-210-]"),
        (
            cell(0, 1, {"raw": "210", "url": "/a"}),
            "Nombre de produits › Résultats 2023 › lien : {+/a+}",
        ),
        (
            cell(0, 0, "Nombre de services"),
            "Nombre de services › Indicateurs : Nombre de [-produits-]{+services+}",
        ),
    ],
)
def test_every_way_in_which_a_cell_changes(change: Any, said: str) -> None:
    found = lines(*table(change))
    assert [line.replace("\u00a0", " ") for line in found[1:-1]] == [said]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            lambda grid: grid["rows"].append({"id": "r9", "cells": ["Lois", "1", "2"]}),
            ["Lois : {+Résultats 2023 : 1 ; Résultats 2024 : 2+} : (ligne ajoutée)"],
        ),
        (
            lambda grid: grid["rows"].pop(0),
            [
                "Nombre de produits : [-Résultats 2023 : 210 ; Résultats 2024 : 217-] : "
                "(ligne retirée)"
            ],
        ),
        (
            lambda grid: grid["rows"].insert(0, grid["rows"].pop()),
            ["Budget : (ligne déplacée : 3ᵉ avant, 1ʳᵉ après)"],
        ),
        (
            lambda grid: grid["columns"][2].update(heading="Résultats 2025"),
            ["En-tête de la colonne 3 : [-Résultats 2024-]{+Résultats 2025+}"],
        ),
        (
            lambda grid: (grid["columns"].pop(1), [row["cells"].pop(1) for row in grid["rows"]]),
            [
                "Résultats 2023 : [-Nombre de produits : 210 ; Agents : 50 % ; Budget : 5,6M€-] : "
                "(colonne retirée)"
            ],
        ),
        (
            lambda grid: (
                grid["columns"].insert(1, grid["columns"].pop()),
                [row["cells"].insert(1, row["cells"].pop()) for row in grid["rows"]],
            ),
            ["Résultats 2024 : (colonne déplacée : 3ᵉ avant, 2ᵉ après)"],
        ),
        (
            lambda grid: grid["rows"][0].update(note="<em>au 31/12</em>"),
            ["Nombre de produits › note : {+au 31/12+}"],
        ),
        (lambda grid: grid["rows"][0].update(url="/b"), ["Nombre de produits › lien : {+/b+}"]),
        (lambda grid: [row.pop("id") for row in grid["rows"]], []),
        (lambda grid: [column.pop("id") for column in grid["columns"]], []),
        (
            lambda grid: grid["rows"][0]["cells"].append("de trop"),
            ["Nombre de produits › colonne 4 : {+de trop+}"],
        ),
    ],
)
def test_rows_and_columns(change: Any, said: list[str]) -> None:
    found = [line for line in lines(*table(change)) if not line.startswith(("Cellules", TITLE))]
    assert [line.replace("\u00a0", " ") for line in found] == said


def card(name: str, *figures: str, id_: str = "", **more: Any) -> Any:
    facts = [
        item({"before": "", "figure": figure, "after": "agents", "url": ""}, f"{name}{n}")
        for n, figure in enumerate(figures)
    ]
    value = {"name": name, "mission": "Aider.", "mission_heading": "Sa mission", "facts": facts}
    return item({**value, **more}, id_ or name)


def cards(*given: Any) -> Any:
    return [block("impact_cards", {"cards": list(given)})]


def test_cards_are_told_by_their_name_and_facts_in_one_line() -> None:
    before = cards(card("Mano", "217", "3"), card("Tchap", "5"), card("Domifa", "1"))
    after = cards(
        card("Domifa", "1"), card("Mano", "220", "3"), card("Docs", "8", mission="Écrire.")
    )
    assert lines(before, after) == [
        "Cartes d’impact",
        "Domifa : (déplacé : 3ᵉ place avant, 1ʳᵉ après)",
        "Mano › Faits › 1 : [-217-]{+220+} agents",
        "Tchap : (retiré)",
        "Tchap › Intitulé de la mission : [-Sa mission-]",
        "Tchap › Mission : [-Aider.-]",
        "Tchap › Intitulé des faits : [-Son impact-]",
        "Tchap › Faits › 1 : [-5 agents-]",
        "Docs : (ajouté)",
        "Docs › Intitulé de la mission : {+Sa mission+}",
        "Docs › Mission : {+Écrire.+}",
        "Docs › Intitulé des faits : {+Son impact+}",
        "Docs › Faits › 1 : {+8 agents+}",
    ]


def test_a_fact_that_is_written_otherwise_is_told_too() -> None:
    assert lines(cards(card("Mano", "1300")), cards(card("Mano", "1 300"))) == [
        "Cartes d’impact",
        "Mano › Faits › 1 : [-1300-]{+1 300+} : (même valeur, écrite autrement)",
    ]


def test_blocks_that_came_went_and_moved_stand_under_their_section() -> None:
    one, two = block("heading", {"text": "Un", "level": "2"}, "h1"), block("quote", {}, "q")
    prose = block("paragraph", {"text": "<p>Des mots.</p>"}, "p")
    after = block("heading", {"text": "Un", "level": "3"}, "h1")
    assert lines([one, two, prose], [prose, after, block("callout", {"title": "Eh"}, "c")]) == [
        "Paragraphe « Des mots. » (déplacé : 3ᵉ bloc avant, 1ᵉʳ après)",
        "1 › Titre « Un »",
        "Niveau : [-Partie-]{+Section+}",
        "1 Un › Citation (bloc retiré)",
        "1 Un › Mise en avant « Eh » (bloc ajouté)",
        "Titre : {+Eh+}",
    ]


def test_what_nobody_reads_is_no_change() -> None:
    before = [block("chart", {"title": "Parts", "kind": "bar", "basis": "a"})]
    after = [block("chart", {"title": "Parts", "kind": "bar", "basis": "b"})]
    assert lines(before, after) == []
    assert lines(before, [block("chart", {"title": "Parts", "kind": "line", "unit": "%"})]) == [
        "Graphique « Parts »",
        "Forme : [-Barres horizontales-]{+Courbe+}",
        "Unité : {+%+}",
    ]


def test_rich_text_is_compared_by_words_links_and_dress() -> None:
    def prose(html_: str) -> Any:
        return [block("paragraph", {"text": html_})]

    words = "Chaque année, le programme rend compte de ses résultats."
    assert lines(prose(f"<p>{words}</p>"), prose(f"<p>{words.replace('ses', 'nos')}</p>"))[1:] == [
        "Texte : Chaque année, le programme rend compte de [-ses-]{+nos+} résultats."
    ]
    assert lines(prose('<p><a href="/a">Ici</a></p>'), prose('<p><a href="/b">Ici</a></p>'))[
        1:
    ] == ["Texte › liens : [-Ici → /a-]{+Ici → /b+}"]
    assert lines(prose("<p>Ici</p>"), prose("<p><b>Ici</b></p>"))[1:] == [
        "Texte : (mise en forme changée)"
    ]
    long = "mot " * 100
    assert len(lines(prose(f"<p>{long}un.</p>"), prose(f"<p>{long}deux.</p>"))[1]) < 120


@pytest.mark.django_db
def test_records_are_told_by_their_names(picture_bytes: bytes) -> None:
    Indicator.objects.create(code="produits", name="Produits suivis")
    mano = Service.objects.create(slug="mano", name="Mano")
    found = lines(*table(lambda grid: grid["rows"][0].update(ref="autre")))
    assert found[1] == "Nombre de produits › fiche : [-Produits suivis-]{+autre (fiche absente)+}"
    found = lines(cards(card("Mano")), cards(card("Mano", service=mano.pk)))
    assert found[1] == "Mano › Service : {+Mano+}"


@pytest.mark.django_db
def test_pictures_are_shown(report, revision, compare, picture_bytes) -> None:
    one, two = (
        Picture.objects.create(title=f"carte {n}", file=ContentFile(picture_bytes, f"{n}.png"))
        for n in (1, 2)
    )
    shown = compare(
        revision([block("picture", {"picture": one.pk})]),
        revision([block("picture", {"picture": two.pk})]),
    )
    assert "carte 1</del>" in shown
    assert "carte 2</ins>" in shown
    assert shown.count('class="bilan-changes__picture"') == 2


@pytest.mark.django_db
def test_a_reader_of_the_screen_hears_what_went_and_what_came(report, revision, compare) -> None:
    before, after = table(cell(0, 2, "220"))
    evil, worse = (table(cell(0, 2, f"<img src=x>{n}"))[1] for n in "12")
    shown = compare(revision(before), revision(after))
    assert '<del><span class="w-sr-only">avant : </span>217</del>' in shown
    assert '<ins><span class="w-sr-only">après : </span>220</ins>' in shown

    for one, other in ((evil, after), (after, evil), (evil, worse), (evil, []), ([], evil)):
        shown = compare(revision(one), revision(other))
        assert "&lt;img src=x&gt;" in shown
        assert "<img src=x" not in shown


@pytest.mark.django_db
def test_the_real_report_is_compared_at_once(
    real_reports: Path, import_file, people, client, record_property
) -> None:
    folder = real_reports / "2024"
    import_file(folder / "2024.md", assets=folder, publish=True)
    page = AnnualReportPage.objects.get()
    before = page.get_latest_revision()
    client.force_login(people["administration"])

    def timed(step: int) -> tuple[int, float]:
        body = json.loads(before.content["body"])
        every = [c for b in body if "cards" in b["value"] for c in b["value"]["cards"]]
        for each in every[::step]:
            each["value"]["mission"] += " Autrement."
            each["value"]["service"] = None
        after = Revision.objects.create(
            content_object=page,
            base_content_type=before.base_content_type,
            created_at=before.created_at,
            content={**before.content, "body": json.dumps(body)},
        )
        url = f"/admin/pages/{page.pk}/revisions/compare/{before.pk}...{after.pk}/"
        client.get(url)
        with CaptureQueriesContext(connection) as asked:
            start = process_time()
            response = client.get(url)
            spent = process_time() - start
        assert response.content.decode().count("Autrement.") == len(every[::step])
        return len(asked), spent

    few, many = timed(7), timed(1)
    record_property(
        "counted",
        f"two revisions of a real report compared in {few[1] * 1000:.0f} ms with {few[0]} "
        f"statements, {many[1] * 1000:.0f} ms with {many[0]} where seven times as much changed",
    )
    assert few[0] == many[0]
    assert max(few[1], many[1]) < 1
