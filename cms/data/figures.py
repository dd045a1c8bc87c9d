"""Turns the figures of a report into rows, by the names of the columns."""

from collections.abc import Iterator
from typing import Any

from cms.data.blocks import Statement, list_statements
from cms.data.columns import NO, YES
from cms.data.lookup import Edition

Node = dict[str, Any]
Row = dict[str, Any]  # text, an integer or None, by the name of a column

# How the columns of a figure are called in the graph.
FIGURE = {
    "texte": "raw",
    "valeur": "value",
    "valeur_haute": "valueTo",
    "pas": "step",
    "unite": "unit",
    "devise": "currency",
    "qualificatif": "qualifier",
    "etat": "state",
}


def iterate_rows(edition: Edition) -> Iterator[Row]:
    """Yield a row for each figure of a report, and for words in its place, in reading order."""
    report = edition.report
    essentials = {each["figureId"] for each in report["essentials"]}
    titles = {
        block["id"]: block["title"]
        for block in report["body"]
        if block["__typename"] == "HeadingBlock"
    }
    for block in report["body"]:
        place = {
            "bilan": report["year"],
            "version": edition.number,
            "section": block.get("section"),
            "titre_section": titles.get(block.get("section")),
            "bloc": block["id"],
            "titre_bloc": title_block(block) or None,
        }
        for statement in list_statements(block):
            yield {
                **place,
                **build_row(statement),
                "essentiel": YES if statement.id in essentials else NO,
                "adresse": edition.addresses.get(statement.id),
            }


def build_row(statement: Statement) -> Row:
    """Return the columns that describe a figure, without those of its report and block."""
    period = statement.period or {"label": None, "start": None, "end": None}
    return {
        "ligne": statement.row or None,
        "colonne": statement.column or None,
        "indicateur": statement.indicator,
        "periode": period["label"],
        "debut": period["start"],
        "fin": period["end"],
        "nature": statement.kind,
        **{column: statement.figure[name] for column, name in FIGURE.items()},
        "identifiant": statement.id,
    }


def title_block(block: Node) -> str:
    """Return the caption of a table, the title of a chart, or nothing."""
    return str(block.get("caption") or block.get("title") or "")
