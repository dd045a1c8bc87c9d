"""`report.graphql`: all that the page of a report needs."""

import datetime
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from wagtail.fields import StreamField

from reports.content.folding.bodies import ReportBody
from reports_graphql.scalars import write_decimal

from .bodies import Body, block, fact, item, row, table, uid
from .conftest import Ask, Publish

LIVING = {"slug", "code", "renditions", "filename"}
RICH = {"html": "<p>Des <b>mots</b>.</p>", "text": "Des mots."}
SERVICE = {
    "id": "mano.beta",
    "slug": "mano.beta",
    "name": "Mano",
    "phase": "SUCCESS",
    "incubator": {"id": "fabrique", "slug": "fabrique", "name": "Fabrique"},
}


def figure(raw: str, value: str | None, state: str = "VALUE", **parts: Any) -> dict[str, Any]:
    """What the graph says of a figure; its typography is `reports.core.figures`' business."""
    return {
        "raw": raw,
        "readAs": None,
        "value": value,
        "valueTo": None,
        "step": "1" if value else None,
        "unit": None,
        "currency": "EUR" if parts.get("unit") == "EURO" else None,
        "qualifier": "EXACT",
        "state": state,
        **parts,
    }


EMPTY = figure("", None, "EMPTY")


def without_typography(value: Any) -> Any:
    """The answer less `text` of figures."""
    if isinstance(value, list):
        return [without_typography(one) for one in value]
    if isinstance(value, dict):
        kept = {k: without_typography(v) for k, v in value.items()}
        return {k: v for k, v in kept.items() if k != "text"} if "readAs" in kept else kept
    return value


def ids(value: Any) -> list[str]:
    """Every id in an answer but those of living records, which may be there many times."""
    if isinstance(value, list):
        return [found for one in value for found in ids(one)]
    if not isinstance(value, dict):
        return []
    if LIVING & value.keys():
        return []
    own = [value["id"]] if "id" in value else []
    return own + [found for one in value.values() for found in ids(one)]


@pytest.fixture
def answer(publish: Publish, every_block: Body, ask: Ask) -> dict[str, Any]:
    """The report of 2024, by the name of its blocks' types; the first of each kind."""
    publish(2024, every_block)
    report = ask("report", year=2024)["data"]["report"]
    return {b["__typename"]: b for b in reversed(without_typography(report["body"]))}


def expect(id: int, kind: str, section: int | None = 11, **fields: Any) -> dict[str, Any]:
    return {
        "__typename": kind,
        "id": uid(id),
        "section": section and uid(section),
        **fields,
    }


def csv_of(id: int) -> str:
    return f"/bilan/2024/donnees/{uid(id)}.csv"


def test_words(answer: dict[str, Any]) -> None:
    assert answer["HeadingBlock"] == expect(
        1,
        "HeadingBlock",
        None,
        title="Résultats",
        level=2,
        number="1",
        anchor="resultats",
        oldAnchors=[],
    )
    assert answer["ParagraphBlock"] == expect(3, "ParagraphBlock", 2, content=RICH)
    assert answer["CalloutBlock"] == expect(4, "CalloutBlock", 2, title="À noter", content=RICH)
    term = {"id": "incubateur", "slug": "incubateur", "name": "Incubateur"}
    assert answer["DefinitionsBlock"] == expect(
        5,
        "DefinitionsBlock",
        2,
        definitions=[{"id": uid(501), "name": "ETP", "content": RICH, "term": term}],
    )
    assert answer["CriteriaBlock"] == expect(
        6,
        "CriteriaBlock",
        2,
        criteria=[{"id": uid(601), "heading": "Critère 1", "title": "Impact", "content": RICH}],
    )
    assert answer["AccordionBlock"] == expect(
        24,
        "AccordionBlock",
        2,
        title="Questions",
        items=[{"id": uid(2401), "title": "Qui ?", "content": RICH}],
    )
    assert answer["LinksBlock"] == expect(
        7, "LinksBlock", 2, links=[{"id": uid(701), "text": "Statistiques", "url": "/stats"}]
    )
    assert answer["QuoteBlock"] == expect(
        8, "QuoteBlock", 2, content=RICH, attribution="Une usagère"
    )


def test_figures(answer: dict[str, Any]) -> None:
    percent = figure("17,4 %", "17.4", unit="PERCENT", step="0.1")
    key_figure = {**fact("", after="des services"), "id": uid(902), "figure": percent}
    assert answer["KeyFiguresBlock"] == expect(
        9,
        "KeyFiguresBlock",
        2,
        figureGroups=[{"id": uid(901), "title": "En 2024", "facts": [key_figure]}],
    )
    line = fact("", before="dont")
    euros = figure("30 €", "30", unit="EURO")
    assert answer["FactListBlock"] == expect(
        10,
        "FactListBlock",
        2,
        ordered=True,
        lines=[{**line, "id": uid(1001), "level": 2, "lead": "Coût", "figure": euros}],
    )
    amount = figure("1406165 €", "1406165", unit="EURO")
    assert answer["BudgetBlock"] == expect(
        14,
        "BudgetBlock",
        titleHeading="Dépense",
        amountHeading="Montant",
        budgetLines=[
            {
                "id": uid(1401),
                "title": "Réseau",
                "detail": "formations",
                "amount": {**fact(""), "id": f"{uid(1401)}-amount", "figure": amount},
                "staff": {**fact(""), "id": f"{uid(1401)}-staff", "figure": EMPTY},
            }
        ],
    )


def test_tables(answer: dict[str, Any]) -> None:
    def column(number: int, heading: str, year: int | None = None, kind: str | None = None) -> Any:
        days = {"start": f"{year}-01-01", "end": f"{year}-12-31"}
        period = year and {"label": heading, "year": year, **days}
        return {"id": uid(number), "heading": heading, "period": period, "kind": kind}

    def cell(row: int, column: int, text: str, figure: Any, url: str = "") -> Any:
        id = f"{uid(row)}-{uid(column)}"
        return {"id": id, "column": uid(column), "text": text, "figure": figure, "url": url}

    assert answer["IndicatorTableBlock"] == expect(
        12,
        "IndicatorTableBlock",
        csv=csv_of(12),
        caption="Indicateurs",
        columns=[
            column(1210, "Indicateurs"),
            column(1211, "Résultats 2023", 2023, "RESULT"),
            column(1212, "Objectifs 2024", 2024, "TARGET"),
            column(1213, "Résultats 2024", 2024, "RESULT"),
        ],
        indicatorRows=[
            {
                "id": uid(1201),
                "name": "Lancés",
                "definition": {"html": "<i>par an</i>", "text": "par an"},
                "url": "",
                "indicator": {"id": "lances", "code": "lances", "name": "Services lancés"},
                "cells": [
                    cell(1201, 1211, "7", figure("7", "7")),
                    cell(1201, 1212, "8", figure("8", "8")),
                    cell(1201, 1213, "11", figure("11", "11")),
                ],
            }
        ],
    )
    amount = figure("100000 €", "100000", unit="EURO")
    assert answer["FundingTableBlock"] == expect(
        13,
        "FundingTableBlock",
        csv=csv_of(13),
        caption="Lauréats",
        columns=[column(1310, "Produit"), column(1311, "Mission"), column(1312, "Montant")],
        fundingRound={"id": "fast-7", "slug": "fast-7", "name": "FAST 7", "year": 2024},
        awards=[
            {
                "id": uid(1301),
                "name": "MANO",
                "note": {"html": "<b>Alpes</b> : 2024", "text": "Alpes : 2024"},
                "url": "/mano",
                "service": SERVICE,
                "mission": "Aider.",
                "amount": amount,
                "cells": [
                    cell(1301, 1311, "Aider.", figure("Aider.", None, "TEXT")),
                    cell(1301, 1312, "100\u202f000\u00a0€", amount),
                ],
            }
        ],
    )
    assert answer["DataTableBlock"] == expect(
        15,
        "DataTableBlock",
        csv=csv_of(15),
        caption="Sondage",
        columns=[column(1510, ""), column(1511, "Moyenne")],
        rows=[
            {
                "id": uid(1501),
                "name": "Note",
                "note": {"html": "sur 5", "text": "sur 5"},
                "url": "/note",
                "cells": [cell(1501, 1511, "4", figure("4", "4"), "/notes")],
            }
        ],
    )


def test_a_chart_without_words_is_transcribed_from_its_data(
    answer: dict[str, Any], living: SimpleNamespace
) -> None:
    chart = answer["ChartBlock"]
    assert chart.pop("csv") == csv_of(16)

    assert {name: chart[name] for name in ("title", "kind", "unit", "source", "note", "alt")} == {
        "title": "Services",
        "kind": "COLUMN",
        "unit": "services",
        "source": "DINUM",
        "note": "Au 31 décembre.",
        "alt": "Un graphique",
    }
    assert [(row["name"], row["cells"][0]["text"]) for row in chart["rows"]] == [("2024", "59")]
    assert chart["transcription"]["text"] == (
        "« Services » présente 1 valeur (services) :\n2024 : 59"
    )
    assert chart["transcriptionOrigin"] == "GENERATED"
    assert chart["picture"]["id"] == str(living.picture.key)


def test_services(answer: dict[str, Any]) -> None:
    printed = {"service": SERVICE, "name": "MANO", "url": "/mano", "mission": "Aider."}
    impact = {**fact("", after="organisations"), "id": uid(1702), "figure": figure("442", "442")}
    assert answer["ImpactCardsBlock"] == expect(
        17,
        "ImpactCardsBlock",
        impactCards=[
            {
                **printed,
                "id": uid(1701),
                "missionHeading": "Sa mission",
                "status": "Pérennisé",
                "factsHeading": "Son impact",
                "facts": [impact],
            }
        ],
    )
    agents = {**fact("", after="agents"), "id": uid(1803), "figure": figure("300", "300")}
    more = figure("+47 %", "47", unit="PERCENT", qualifier="CHANGE")
    assert answer["ComparisonCardsBlock"] == expect(
        18,
        "ComparisonCardsBlock",
        comparisonCards=[
            {
                **printed,
                "id": uid(1801),
                "missionHeading": "Sa mission",
                "status": "Des mots (Statut)",
                "periods": [{"id": uid(1802), "heading": "En 2023", "facts": [agents]}],
                "growth": {
                    **fact("", after="d’agents"),
                    "id": f"{uid(1801)}-growth",
                    "figure": more,
                },
            }
        ],
    )
    assert answer["ServiceLinesBlock"] == expect(
        19, "ServiceLinesBlock", serviceLines=[{**printed, "id": uid(1901), "owners": "DINUM"}]
    )
    incubator = {"id": "fabrique", "slug": "fabrique", "name": "Fabrique"}
    listed = {"id": uid(2002), "incubator": incubator, "name": "La Fabrique", "owner": "ANCT"}
    assert answer["IncubatorListBlock"] == expect(
        20,
        "IncubatorListBlock",
        incubatorGroups=[{"id": uid(2001), "lead": "dont un créé en 2024", "incubators": [listed]}],
    )


def test_the_focal_point_of_a_picture_is_in_pixels_of_the_original(
    publish: Publish, living: SimpleNamespace, ask: Ask
) -> None:
    living.picture.focal_point_x, living.picture.focal_point_y = 400, 120
    living.picture.focal_point_width = living.picture.focal_point_height = 80
    living.picture.save()
    publish(2024, image=living.picture)

    answer = ask("report", year=2024)["data"]["report"]["image"]
    assert answer["focalPoint"] == {"x": 400, "y": 120, "width": 80, "height": 80}
    assert all(each["url"].endswith(".webp") for each in answer["renditions"])


def test_media(answer: dict[str, Any], living: SimpleNamespace) -> None:
    key = living.picture.key
    picture = answer["PictureBlock"]["picture"]
    sizes = [(r["id"], r["name"], r["width"], r["height"]) for r in picture.pop("renditions")]
    assert sizes == [
        (f"{key}-small", "SMALL", 480, 240),
        (f"{key}-medium", "MEDIUM", 600, 300),
        (f"{key}-large", "LARGE", 600, 300),
    ]
    assert answer["PictureBlock"] == expect(
        21,
        "PictureBlock",
        picture={
            "id": str(key),
            "alt": "Une carte",
            "credit": "DINUM",
            "width": 600,
            "height": 300,
            "focalPoint": None,
            "url": living.picture.file.url,
        },
        alt="La carte",
        caption="Les équipes",
        sourceUrl="/img/carte.png",
    )
    assert answer["DownloadBlock"] == expect(
        22,
        "DownloadBlock",
        document={
            "id": str(living.document.key),
            "title": "Bilan 2024",
            "url": f"/documents/{living.document.key}/Bilan-2024.pdf",
            "format": "PDF",
            "size": 4,
            "pages": 12,
            "language": "fr",
            "filename": "Bilan-2024.pdf",
        },
        title="Télécharger",
        sourceUrl="/b.pdf",
    )


def test_the_report_itself(
    publish: Publish, every_block: Body, living: SimpleNamespace, ask: Ask
) -> None:
    before = publish(2022)
    published = datetime.datetime(2025, 1, 31, 9, tzinfo=datetime.UTC)
    page = publish(
        2024,
        every_block,
        search_description="Ce qui a été fait.",
        last_published_at=published,
        hero_title="Le bilan",
        introduction="<p>Une année.</p>",
        source_document=living.document,
        report_date=datetime.date(2025, 3, 31),
        language="en",
        image=living.picture,
    )
    after = publish(2025)

    report = ask("report", year=2024)["data"]["report"]

    assert report["id"] == str(page.translation_key)
    assert (report["year"], report["title"], report["heroTitle"], report["path"]) == (
        2024,
        "Bilan 2024",
        "Le bilan",
        "/bilan/2024/",
    )
    assert report["introduction"] == {"html": "<p>Une année.</p>", "text": "Une année."}
    assert (report["seoTitle"], report["seoDescription"]) == ("Bilan 2024", "Ce qui a été fait.")
    assert report["lastPublishedAt"] == "2025-01-31T09:00:00+00:00"
    assert report["document"]["id"] == str(living.document.key)
    assert (report["date"], report["language"]) == ("2025-03-31", "en")
    assert report["image"]["id"] == str(living.picture.key)
    assert report["previous"] == {
        "id": str(before.translation_key),
        "year": 2022,
        "title": "Bilan 2022",
        "path": "/bilan/2022/",
    }
    assert report["next"]["id"] == str(after.translation_key)
    assert [(e["id"], e["level"], e["number"], e["title"]) for e in report["outline"]] == [
        (uid(1), 2, "1", "Résultats"),
        (uid(2), 3, "1.1", "En chiffres"),
        (uid(11), 2, "2", "Tableaux"),
    ]
    sections = {b["id"]: b["section"] for b in report["body"]}
    assert (sections[uid(1)], sections[uid(2)], sections[uid(3)], sections[uid(11)]) == (
        None,
        uid(1),
        uid(2),
        None,
    )


def test_what_is_to_come_is_empty_and_what_nobody_chose_is_null(publish: Publish, ask: Ask) -> None:
    publish(2024)

    asked = "date language image { id } essentials { id } notes { id }"
    answer = ask(f"{{ report(year: 2024) {{ {asked} }} }}")
    assert answer["data"]["report"] == {
        "date": None,
        "language": "fr",
        "image": None,
        "essentials": [],
        "notes": [],
    }


def test_a_report_without_a_year_is_null(publish: Publish, ask: Ask) -> None:
    publish(2024)

    assert ask("report", year=2021) == {"data": {"report": None}}
    assert ask("report", year=2_000_000_000) == {"data": {"report": None}}


def test_every_id_is_unique_in_the_answer(publish: Publish, every_block: Body, ask: Ask) -> None:
    publish(2024, every_block)

    found = ids(ask("report", year=2024)["data"]["report"]["body"])

    assert len(found) > 60
    assert len(found) == len(set(found))


@pytest.mark.parametrize("title", ["", "Le bilan, ailleurs"])
def test_a_report_says_for_its_head_what_its_page_says(
    publish: Publish, ask: Ask, title: str
) -> None:
    page = publish(2024, seo_title=title, search_description="Ailleurs.")
    page.title = page.seo_title = page.search_description = "Un brouillon"
    page.save_revision()
    head = "seoTitle seoDescription lastPublishedAt"

    found = ask(f"""{{
        report(year: 2024) {{ {head} }}
        page(urlPath: "/bilan/2024/") {{ {head} ... on AnnualReportPage {{ report {{ {head} }} }} }}
    }}""")["data"]

    assert found["page"].pop("report") == found["report"] == found["page"]
    assert found["report"]["seoTitle"] == (title or "Bilan 2024")
    assert found["report"]["seoDescription"] == "Ailleurs."


def test_holes_null_nothing(publish: Publish, ask: Ask) -> None:
    """A draft, as Wagtail stores it: nothing filled in, required or not."""
    names = list(ReportBody().child_blocks)
    publish(2024, [block(n, name, {}) for n, name in enumerate(names)])

    answer = ask("report", year=2024)

    assert "errors" not in answer
    assert [b["id"] for b in answer["data"]["report"]["body"]] == [
        uid(n) for n in range(len(names))
    ]


def test_none_in_place_of_words_nulls_nothing(publish: Publish, ask: Ask) -> None:
    """Deferred validation stores None in required children."""
    nothing = {"name": None, "url": None, "mission": None, "service": None}
    publish(
        2024,
        [
            block(1, "heading", {"text": None, "level": None, "anchor": None}),
            block(2, "paragraph", {"text": None}),
            block(3, "chart", {"title": None, "kind": None, "data": None, "unit": None}),
            block(4, "impact_cards", {"cards": [item(401, {**nothing, "facts": []})]}),
            block(5, "fact_list", {"ordered": None, "items": [item(501, {"level": None})]}),
            block(6, "data_table", {"caption": None, "table": None}),
        ],
    )

    answer = ask("report", year=2024)

    assert "errors" not in answer
    heading, paragraph, chart, cards, facts, data = answer["data"]["report"]["body"]
    assert (heading["title"], heading["level"], heading["number"]) == ("", 2, "1")
    assert paragraph["content"] == {"html": "", "text": ""}
    assert (chart["kind"], chart["rows"], chart["transcriptionOrigin"]) == ("BAR", [], "MISSING")
    assert cards["impactCards"][0]["service"] is None
    assert facts["lines"][0]["figure"]["state"] == "EMPTY"
    assert (data["caption"], data["columns"], data["rows"]) == ("", [], [])


def test_a_ragged_table_loses_no_cell(publish: Publish, ask: Ask) -> None:
    ragged = table(10, ["Nom", "Valeur"], row(1, "a"), row(2, "b", "1", "2", "3"))
    publish(2024, [block(3, "data_table", {"caption": "", "table": ragged})])

    data = ask("report", year=2024)["data"]["report"]["body"][0]

    assert [column["heading"] for column in data["columns"]] == ["Nom", "Valeur", "", ""]
    assert [[c["text"] for c in r["cells"]] for r in data["rows"]] == [
        ["", "", ""],
        ["1", "2", "3"],
    ]
    columns = {column["id"] for column in data["columns"]}
    assert all(cell["column"] in columns for r in data["rows"] for cell in r["cells"])
    assert len(ids(data)) == len(set(ids(data)))


def test_a_cell_is_ready_to_be_displayed(publish: Publish, ask: Ask) -> None:
    typed = ["12000", "n/a", " Oui", "", "  ", "-1,5%"]
    shown = ["12\u202f000", "n/a", " Oui", "", "", "\u22121,5\u00a0%"]
    heads = ["Nom", *(f"Colonne {n}" for n in range(len(typed)))]
    publish(
        2024,
        [block(3, "data_table", {"caption": "", "table": table(10, heads, row(1, "a", *typed))})],
    )

    (printed,) = ask("report", year=2024)["data"]["report"]["body"][0]["rows"]

    assert [cell["text"] for cell in printed["cells"]] == shown
    assert [cell["figure"]["raw"] for cell in printed["cells"]] == typed


def test_numbers_are_exact(publish: Publish, ask: Ask) -> None:
    facts = [item(n, fact(raw)) for n, raw in enumerate(["2,48 millions d’euros", "17,4 %", "0"])]
    groups = {"groups": [item(10, {"title": "", "facts": facts})]}
    publish(2024, [block(11, "key_figures", groups)])

    answer = ask("report", year=2024)["data"]["report"]["body"][0]["figureGroups"][0]["facts"]

    assert [f["figure"]["value"] for f in answer] == ["2480000", "17.4", "0"]
    assert [f["figure"]["step"] for f in answer] == ["10000", "0.1", "1"]


@pytest.mark.parametrize(
    ("number", "written"),
    [("2.48E+6", "2480000"), ("1E-7", "0.0000001"), ("17.40", "17.40"), ("-8.1", "-8.1")],
)
def test_a_number_is_never_written_with_an_exponent(number: str, written: str) -> None:
    assert write_decimal(Decimal(number)) == written


def test_a_public_report_is_answered_without_reading_its_form(
    publish: Publish, ask: Ask, every_block: Body, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(2024, every_block)
    monkeypatch.setattr(StreamField, "from_db_value", lambda *_: pytest.fail("was read"))

    body = ask("{ report(year: 2024) { body { __typename } } }")["data"]["report"]["body"]
    assert len(body) == len(every_block)
