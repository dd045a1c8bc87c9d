"""The figures of one block of a report, each with what it is about."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from cms.frontend.templatetags.bilan import space_before

ROWS = {
    "IndicatorTableBlock": "indicatorRows",
    "FundingTableBlock": "awards",
    "DataTableBlock": "rows",
    "ChartBlock": "rows",
}
WORDS_ONLY = ("EMPTY", "TEXT")  # states of what is no figure

Node = dict[str, Any]


@dataclass(frozen=True)
class Statement:
    """A figure and what it is about. `period` has a label; its days may be unknown."""

    id: str
    row: str
    column: str
    figure: Node
    period: Node | None = None
    kind: str | None = None
    indicator: str | None = None


def list_statements(block: Node) -> list[Statement]:
    """Return the figures of a block in reading order: values, and what is said to be missing."""
    if block["__typename"] in ROWS:
        found = iterate_cells(block)
    elif read := READERS.get(block["__typename"]):
        found = read(block)
    else:
        return []
    return [each for each in found if each.figure["state"] not in WORDS_ONLY]


def iterate_cells(block: Node) -> Iterator[Statement]:
    """Yield every cell of a table or of the data of a chart, words included."""
    columns = {column["id"]: column for column in block["columns"]}
    for row in block[ROWS[block["__typename"]]]:
        indicator = row.get("indicator")
        for cell in row["cells"]:
            column = columns[cell["column"]]
            yield Statement(
                id=cell["id"],
                row=row["name"],
                column=column["heading"],
                figure=cell["figure"],
                period=column["period"],
                kind=column["kind"],
                indicator=indicator and indicator["code"],
            )


def iterate_key_figures(block: Node) -> Iterator[Statement]:
    for group in block["figureGroups"]:
        for fact in group["facts"]:
            yield read_fact(fact, describe_fact(fact), group["title"])


def iterate_lines(block: Node) -> Iterator[Statement]:
    for line in block["lines"]:
        yield read_fact(line, describe_fact(line), "")


def iterate_impact_cards(block: Node) -> Iterator[Statement]:
    for card in block["impactCards"]:
        for fact in card["facts"]:
            yield read_fact(fact, card["name"], describe_fact(fact))


def iterate_comparison_cards(block: Node) -> Iterator[Statement]:
    for card in block["comparisonCards"]:
        for period in card["periods"]:
            for fact in period["facts"]:
                yield read_fact(fact, card["name"], describe_fact(fact), period["heading"])
        growth = card["growth"]
        yield read_fact(growth, card["name"], describe_fact(growth, "Évolution"))


def iterate_budget(block: Node) -> Iterator[Statement]:
    for line in block["budgetLines"]:
        headings = {"amount": block["amountHeading"] or "Montant", "staff": "Effectif"}
        for name, heading in headings.items():
            yield read_fact(line[name], line["title"], describe_fact(line[name], heading))


READERS = {
    "KeyFiguresBlock": iterate_key_figures,
    "FactListBlock": iterate_lines,
    "ImpactCardsBlock": iterate_impact_cards,
    "ComparisonCardsBlock": iterate_comparison_cards,
    "BudgetBlock": iterate_budget,
}


def read_fact(fact: Node, row: str, column: str, heading: str = "") -> Statement:
    """Return a fact as a statement. `heading` is the period as printed: « En 2024 »."""
    period = {"label": heading, "start": None, "end": None} if heading else None
    return Statement(fact["id"], row, column, fact["figure"], period)


def describe_fact(fact: Node, heading: str = "") -> str:
    """Return the words of a fact without its figure: « pendant… par semaine »."""
    before = join_words((fact.get("lead", ""), fact["before"]))
    gap = "…" if before and fact["after"] else ""
    words = join_words((before, gap, fact["after"])).strip(" \u00a0\u202f:,")
    return " : ".join(filter(None, (heading, words)))


def join_words(parts: Iterable[str]) -> str:
    phrase = ""
    for part in filter(None, parts):
        phrase += f"{space_before(part) if phrase else ''}{part}"
    return phrase
