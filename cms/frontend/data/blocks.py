"""The figures of one block of a report, and the words in their place, each with its subject."""

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
# What the graph says of words where it has a figure, but for the words.
WORDS = {
    **dict.fromkeys(("value", "valueTo", "step", "unit", "currency")),
    "qualifier": "EXACT",
    "state": "TEXT",
}

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

    @property
    def is_figure(self) -> bool:
        """Whether there is a value, or one that is said to be missing: no words, no empty cell."""
        return self.figure["state"] not in WORDS_ONLY


def list_statements(block: Node) -> list[Statement]:
    """Return what stands where a block has figures, in reading order: words and gaps too."""
    if block["__typename"] in ROWS:
        return list(iterate_cells(block))
    read = READERS.get(block["__typename"])
    return list(read(block)) if read else []


def count_figures(block: Node) -> int:
    return sum(each.is_figure for each in list_statements(block))


def iterate_cells(block: Node) -> Iterator[Statement]:
    """Yield every cell of a table or of the data of a chart."""
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
    """Yield the amount and the staff of each line, after the words below its title if it has some.

    Those words may have amounts in them. The graph does not read them; so they are given as words.
    """
    for line in block["budgetLines"]:
        if line["detail"]:
            words = WORDS | {"raw": line["detail"], "text": line["detail"]}
            yield Statement(f"{line['id']}-detail", line["title"], "Précision", words)
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
