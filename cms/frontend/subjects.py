"""Groups the figures of a report by subject (indicators, key figures, services), for
comparisons.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from reports_graphql.relative_words import normalize_words

KINDS = {"RESULT": "Résultat", "TARGET": "Objectif"}
SIDES = ("before", "after")  # of a figure
OF = re.compile(r"^(?:de\s+|d['’ʼ])")
PLURAL = re.compile(r"(?<=[^\W\d_]{3})[sx]\b")

Figures = dict[str, dict[str, Any]]


@dataclass(frozen=True)
class Subject:
    """One subject of a report, such as an indicator or a service, with its labelled figures."""

    record: str  # the key of its record; empty without one
    name: str
    place: str
    figures: Figures
    year: int  # of the report
    section: str = ""  # in which it stands, or the report itself
    restated: Figures = field(default_factory=dict)  # what it says of the year compared with

    @property
    def title(self) -> str:
        """The name; without one, the title of the section that contains the subject."""
        return self.name or self.section

    @cached_property
    def words(self) -> str:
        """The normalized name, for comparison with the names of another year."""
        return normalize_words(self.name, self.year)

    @cached_property
    def stems(self) -> str:
        """The normalized name without plural endings: « fichier » for « fichiers »."""
        return normalize_words(cut_plurals(self.name), self.year)

    def index_figures(self) -> dict[str, tuple[str, dict[str, Any]]]:
        """Return the figures and their labels by the normalized label."""
        return index_labels(self.figures, self.year)

    def index_restated(self) -> dict[str, tuple[str, dict[str, Any]]]:
        """Return the figures restated for the compared year, in the same way."""
        return index_labels(self.restated, self.year)


def index_labels(figures: Figures, year: int) -> dict[str, tuple[str, dict[str, Any]]]:
    """Return each label and figure by its words, with years counted from that of the report."""
    found: dict[str, tuple[str, dict[str, Any]]] = {}
    for label, figure in figures.items():
        words = normalize_words(label, year)
        found[label if words in found else words] = label, figure
    return found


def cut_plurals(words: str) -> str:
    """Return words without the « s » or « x » of a plural."""
    return PLURAL.sub("", words)


def list_indicators(report: dict[str, Any], other: int) -> Iterator[Subject]:
    """Yield the rows of indicators with their figures for the report's year and for another
    year.
    """
    for block, section in place_blocks(report, "IndicatorTableBlock"):
        columns = {column["id"]: column for column in block["columns"]}
        for row in block["indicatorRows"]:
            indicator = row["indicator"] or {"code": "", "name": ""}
            figures: Figures = {}
            restated: Figures = {}
            for cell in row["cells"]:
                column = columns[cell["column"]]
                year = column["period"]["year"] if column["period"] else None
                label = KINDS.get(column["kind"], "") if year else ""
                if year in (None, report["year"]):
                    add_figure(figures, label or column["heading"], cell)
                elif year == other and label:
                    add_figure(restated, label, cell)
            code, name = indicator["code"], row["name"] or indicator["name"]
            place = place_of(report, block)
            yield Subject(code, name, place, figures, report["year"], section, restated)


def list_key_figures(report: dict[str, Any], _: int) -> Iterator[Subject]:
    """Yield each key figure, named by the words around it; they are all of the report's year."""
    for block, section in place_blocks(report, "KeyFiguresBlock"):
        for group in block["figureGroups"]:
            for fact in group["facts"]:
                figures: Figures = {}
                add_figure(figures, "", fact)
                if figures:
                    name = label_of(fact) or group["title"]
                    place = place_of(report, block)
                    yield Subject("", name, place, figures, report["year"], section)


def list_cards(report: dict[str, Any], other: int) -> Iterator[Subject]:
    """Yield the cards of services: the facts of the report's year, and of another."""
    for block, section in place_blocks(report):
        for card in [*block.get("impactCards", []), *block.get("comparisonCards", [])]:
            service = card["service"] or {"slug": "", "name": ""}
            figures, restated = read_card(card, report["year"]), read_periods(card, other)
            slug, name = service["slug"], card["name"] or service["name"]
            place = place_of(report, block)
            yield Subject(slug, name, place, figures, report["year"], section, restated)


def read_card(card: dict[str, Any], year: int) -> Figures:
    """Return the figures of a card; if it has periods, those of a year, or of the last one."""
    if "facts" in card:
        return read_facts(card["facts"])
    return read_periods(card, year) or read_facts(
        fact for period in card["periods"][-1:] for fact in period["facts"]
    )


def read_periods(card: dict[str, Any], year: int) -> Figures:
    """Return the figures that a card gives under headings with a year."""
    periods = [each for each in card.get("periods", []) if str(year) in each["heading"]]
    return read_facts(fact for period in periods for fact in period["facts"])


def read_facts(facts: Iterable[dict[str, Any]]) -> Figures:
    """Return the figures of facts by the words around them."""
    figures: Figures = {}
    for fact in facts:
        add_figure(figures, label_of(fact), fact)
    return figures


def add_figure(figures: Figures, label: str, holder: dict[str, Any]) -> None:
    """Keep the figure of a fact or a cell, with its correction; of equal labels the first."""
    if holder["figure"]["state"] != "EMPTY":
        figure = {**holder["figure"], "correction": holder.get("correction")}
        figures.setdefault(label, figure)


def label_of(fact: dict[str, Any]) -> str:
    """Return the words around a figure: « agents formés », « plus de … agents ».

    Without words before it, « 3 millions de dossiers » has the label « dossiers ».
    """
    before, after = (fact[side].strip(" \u00a0\u202f:;,.") for side in SIDES)
    return f"{before} … {after}" if before and after else before or OF.sub("", after)


def place_of(report: dict[str, Any], block: dict[str, Any]) -> str:
    return f"{report['path']}#{block['id']}"


def place_blocks(report: dict[str, Any], kind: str = "") -> Iterator[tuple[dict[str, Any], str]]:
    """Yield the blocks of a kind, or all, each with the title of its section."""
    section = report["title"]
    for block in report["body"]:
        if block["__typename"] == "HeadingBlock":
            section = block["title"]
        if kind in ("", block["__typename"]):
            yield block, section
