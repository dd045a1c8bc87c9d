"""Bodies in stored form, with ids that a test can name."""

from itertools import count
from typing import Any

from tests.reports.built_blocks import build_missing, fill_unsaid

TEXT = "<p>Des <b>mots</b>.</p>"

Body = list[dict[str, Any]]


def uid(number: int) -> str:
    """A stable id: block, item, row or column `number`."""
    return f"00000000-0000-4000-8000-{number:012d}"


def item(number: int, value: Any) -> dict[str, Any]:
    return {"type": "item", "id": uid(number), "value": value}


def block(number: int, kind: str, value: dict[str, Any]) -> dict[str, Any]:
    return {"type": kind, "id": uid(number), "value": value}


def fact(figure: str, **words: Any) -> dict[str, Any]:
    return {"before": "", "figure": figure, "after": "", "url": "", **words}


def table(number: int, headings: list[str], *rows: dict[str, Any]) -> dict[str, Any]:
    """A stored table whose columns are `number`, `number` + 1…"""
    columns = [{"id": uid(number + n), "heading": head} for n, head in enumerate(headings)]
    return {"columns": columns, "rows": list(rows)}


def row(number: int, *cells: Any, **extra: Any) -> dict[str, Any]:
    return {"id": uid(number), "cells": list(cells), **extra}


def every_block(pk: dict[str, int]) -> Body:
    """One block of each kind, under two parts, which refers to the records with the keys `pk`.

    One that is not written here stands at the end of the first part; a text that none here says,
    in the first that may say it.
    """
    ids = map(uid, count(900_000))
    written = fill_unsaid(list_written(pk), pk, ids)
    titles = [rank for rank, block in enumerate(written) if block["type"] == "heading"]
    missing = build_missing(written, pk, ids)
    return [*written[: titles[-1]], *missing, *written[titles[-1] :]]


def list_written(pk: dict[str, int]) -> Body:
    periods = ["Indicateurs", "Résultats 2023", "Objectifs 2024", "Résultats 2024"]
    cards = {"service": pk["service"], "name": "MANO", "url": "/mano", "mission": "Aider."}
    return [
        block(1, "heading", {"text": "Résultats", "level": "2", "anchor": "resultats"}),
        block(
            2,
            "heading",
            {
                "text": "En chiffres",
                "level": "3",
                "anchor": "chiffres",
                "old_anchors": [item(201, "3-2")],
            },
        ),
        block(3, "paragraph", {"text": TEXT}),
        block(4, "callout", {"title": "À noter", "text": TEXT}),
        block(
            5,
            "definitions",
            {"items": [item(501, {"name": "ETP", "definition": TEXT, "term": pk["term"]})]},
        ),
        block(
            6,
            "criteria",
            {"items": [item(601, {"heading": "Critère 1", "title": "Impact", "text": TEXT})]},
        ),
        block(
            24,
            "accordion",
            {"title": "Questions", "items": [item(2401, {"title": "Qui ?", "text": TEXT})]},
        ),
        block(25, "panel", {"title": "Le détail"}),
        block(7, "links", {"items": [item(701, {"text": "Statistiques", "url": "/stats"})]}),
        block(8, "quote", {"text": TEXT, "attribution": "Une usagère"}),
        block(
            9,
            "key_figures",
            {
                "groups": [
                    item(
                        901,
                        {
                            "title": "En 2024",
                            "facts": [
                                item(902, fact("17,4 %", after="des services", leading=True))
                            ],
                        },
                    )
                ]
            },
        ),
        block(
            10,
            "fact_list",
            {
                "ordered": True,
                "items": [item(1001, {"level": 2, "lead": "Coût", **fact("30 €", before="dont")})],
            },
        ),
        block(11, "heading", {"text": "Tableaux", "level": "2", "anchor": "tableaux"}),
        block(
            12,
            "indicator_table",
            {
                "caption": "Indicateurs",
                "table": table(
                    1210,
                    periods,
                    row(
                        1201,
                        *("Lancés", "7", "8", "11"),
                        ref="lances",
                        note="<i>par an</i>",
                        leading=True,
                    ),
                ),
            },
        ),
        block(
            13,
            "funding_table",
            {
                "caption": "Lauréats",
                "funding_round": pk["funding_round"],
                "table": table(
                    1310,
                    ["Produit", "Mission", "Montant"],
                    row(
                        1301,
                        *("MANO", "Aider.", "100000 €"),
                        ref="mano.beta",
                        url="/mano",
                        note="<b>Alpes</b> : 2024",
                    ),
                ),
            },
        ),
        block(
            14,
            "budget",
            {
                "title_heading": "Dépense",
                "amount_heading": "Montant",
                "lines": [
                    item(
                        1401,
                        {
                            "title": "Réseau",
                            "detail": "formations",
                            "amount": fact("1406165 €"),
                            "staff": fact(""),
                        },
                    )
                ],
            },
        ),
        block(
            15,
            "data_table",
            {
                "caption": "Sondage",
                "table": table(
                    1510,
                    ["", "Moyenne"],
                    row(1501, "Note", {"raw": "4", "url": "/notes"}, url="/note", note="sur 5"),
                ),
            },
        ),
        block(
            16,
            "chart",
            {
                "title": "Services",
                "kind": "column",
                "data": table(1610, ["Année", "Services"], row(1601, "2024", "59")),
                "unit": "services",
                "source": "DINUM",
                "note": "Au 31 décembre.",
                "picture": pk["picture"],
                "alt": "Un graphique",
                "transcription": "",
                "basis": "",
            },
        ),
        block(
            17,
            "impact_cards",
            {
                "cards": [
                    item(
                        1701,
                        {
                            **cards,
                            "mission_heading": "Sa mission",
                            "status": "Pérennisé",
                            "facts_heading": "Son impact",
                            "facts": [item(1702, fact("442", after="organisations"))],
                        },
                    )
                ]
            },
        ),
        block(
            18,
            "comparison_cards",
            {
                "cards": [
                    item(
                        1801,
                        {
                            **cards,
                            "mission_heading": "Sa mission",
                            "periods": [
                                item(
                                    1802,
                                    {
                                        "heading": "En 2023",
                                        "facts": [item(1803, fact("300", after="agents"))],
                                    },
                                )
                            ],
                            "growth": fact("+47 %", after="d’agents"),
                        },
                    )
                ]
            },
        ),
        block(19, "service_lines", {"services": [item(1901, {**cards, "owners": "DINUM"})]}),
        block(
            20,
            "incubator_list",
            {
                "groups": [
                    item(
                        2001,
                        {
                            "lead": "dont un créé en 2024",
                            "incubators": [
                                item(
                                    2002,
                                    {
                                        "incubator": pk["incubator"],
                                        "name": "La Fabrique",
                                        "owner": "ANCT",
                                    },
                                )
                            ],
                        },
                    )
                ]
            },
        ),
        block(
            21,
            "picture",
            {
                "picture": pk["picture"],
                "alt": "La carte",
                "caption": "Les équipes",
                "source_url": "/img/carte.png",
            },
        ),
        block(
            22,
            "download",
            {"document": pk["document"], "title": "Télécharger", "source_url": "/b.pdf"},
        ),
    ]
