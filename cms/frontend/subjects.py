"""What a report speaks of, with the figures that it gives: indicators, key figures, services."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from reports_graphql.relative_words import normalize_words

KINDS = {"RESULT": "Résultat", "TARGET": "Objectif"}
SIDES = ("before", "after")  # of a figure

Figures = dict[str, dict[str, Any]]


@dataclass(frozen=True)
class Subject:
    """What a report says of one thing: its figures by the words around them."""

    record: str  # the key of its record; empty without one
    name: str
    place: str
    figures: Figures
    year: int  # of the report

    @cached_property
    def words(self) -> str:
        """The name as it is compared with that of another year."""
        return normalize_words(self.name, self.year)

    def index_figures(self) -> dict[str, tuple[str, dict[str, Any]]]:
        """Return the label and the figure by the words that another year is asked for."""
        found: dict[str, tuple[str, dict[str, Any]]] = {}
        for label, figure in self.figures.items():
            words = normalize_words(label, self.year)
            found[label if words in found else words] = label, figure
        return found


def list_indicators(report: dict[str, Any]) -> Iterator[Subject]:
    """Yield the rows of indicators, with what they state of the year of the report."""
    for block in list_blocks(report, "IndicatorTableBlock"):
        columns = {column["id"]: column for column in block["columns"]}
        for row in block["indicatorRows"]:
            indicator = row["indicator"] or {"code": "", "name": ""}
            figures: Figures = {}
            for cell in row["cells"]:
                column = columns[cell["column"]]
                period = column["period"]
                if period is None or period["year"] == report["year"]:
                    label = KINDS.get(column["kind"], column["heading"]) if period else ""
                    add_figure(figures, label or column["heading"], cell["figure"])
            name = row["name"] or indicator["name"]
            yield Subject(indicator["code"], name, place_of(report, block), figures, report["year"])


def list_key_figures(report: dict[str, Any]) -> Iterator[Subject]:
    """Yield each key figure, named by the words around it."""
    for block in list_blocks(report, "KeyFiguresBlock"):
        for group in block["figureGroups"]:
            for fact in group["facts"]:
                figures: Figures = {}
                add_figure(figures, "", fact["figure"])
                if figures:
                    name = label_of(fact) or group["title"]
                    yield Subject("", name, place_of(report, block), figures, report["year"])


def list_cards(report: dict[str, Any]) -> Iterator[Subject]:
    """Yield the cards of services, with the facts of the year of the report."""
    for block in report["body"]:
        for card in [*block.get("impactCards", []), *block.get("comparisonCards", [])]:
            service = card["service"] or {"slug": "", "name": ""}
            figures: Figures = {}
            for fact in facts_of_year(card, report["year"]):
                add_figure(figures, label_of(fact), fact["figure"])
            name = card["name"] or service["name"]
            yield Subject(service["slug"], name, place_of(report, block), figures, report["year"])


def facts_of_year(card: dict[str, Any], year: int) -> list[dict[str, Any]]:
    """Return the facts of a card; of one with periods, those whose heading has the year."""
    if "facts" in card:
        return list(card["facts"])
    periods = [period for period in card["periods"] if str(year) in period["heading"]]
    return [fact for period in periods or card["periods"][-1:] for fact in period["facts"]]


def add_figure(figures: Figures, label: str, figure: dict[str, Any]) -> None:
    if figure["state"] != "EMPTY":
        figures.setdefault(label, figure)


def label_of(fact: dict[str, Any]) -> str:
    """Return the words around a figure: « agents formés », « plus de … agents »."""
    return " … ".join(filter(None, (fact[side].strip(" \u00a0\u202f:;,.") for side in SIDES)))


def place_of(report: dict[str, Any], block: dict[str, Any]) -> str:
    return f"{report['path']}#{block['id']}"


def list_blocks(report: dict[str, Any], kind: str) -> Iterable[dict[str, Any]]:
    return (block for block in report["body"] if block["__typename"] == kind)
