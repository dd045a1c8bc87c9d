"""Lists the figures of one block of a report, each with its row, column and period.

Words and empty cells where a block has figures are listed too.
"""

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
PRECISION = "Précision"  # the column of what is printed below the head of a row
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
    """A figure and its subject: row, column, period and indicator.

    `period` has a label; its first and last day may be unknown.
    """

    id: str
    row: str
    column: str
    figure: Node
    period: Node | None = None
    kind: str | None = None
    indicator: str | None = None

    @property
    def is_figure(self) -> bool:
        """True for a figure, even one that is stated to be missing, but not for words and empty
        cells.
        """
        return self.figure["state"] not in WORDS_ONLY


def list_statements(block: Node) -> list[Statement]:
    """Return the figures of a block in reading order, with the words and gaps among them."""
    if block["__typename"] in ROWS:
        return list(iterate_cells(block))
    return list(READERS.get(block["__typename"], iterate_facts)(block))


def count_figures(block: Node) -> int:
    return sum(each.is_figure for each in list_statements(block))


def iterate_cells(block: Node) -> Iterator[Statement]:
    """Yield every cell of a table or of the data of a chart, after the words below its head."""
    columns = {column["id"]: column for column in block["columns"]}
    for row in block[ROWS[block["__typename"]]]:
        indicator = row.get("indicator")
        if note := read_note(row):
            yield Statement(f"{row['id']}-note", row["name"], PRECISION, state_words(note))
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


def read_note(row: Node) -> str:
    """Return the words printed below the head of a row; indicators call them their definition."""
    note: Node = row["definition"] if "definition" in row else row["note"]
    return str(note["text"])


def state_words(words: str) -> Node:
    """Return words in the place of a figure."""
    return WORDS | {"raw": words, "text": words}


def iterate_facts(value: Node, name: str | None = None, title: str = "") -> Iterator[Statement]:
    """Yield the facts of a block or an item, at any depth.

    An item with a name is the row of its facts. Elsewhere each fact is a row of the title above it.
    """
    name, title = value.get("name", name), value.get("title", title)
    if "figure" in value:
        words = describe_fact(value)
        yield read_fact(value, words if name is None else name, title if name is None else words)
        return
    for part in value.values():
        for each in part if isinstance(part, list) else [part]:
            if isinstance(each, dict):
                yield from iterate_facts(each, name, title)


def iterate_comparison_cards(block: Node) -> Iterator[Statement]:
    for card in block["comparisonCards"]:
        for period in card["periods"]:
            for fact in period["facts"]:
                yield read_fact(fact, card["name"], describe_fact(fact), period["heading"])
        growth = card["growth"]
        yield read_fact(growth, card["name"], describe_fact(growth, "Évolution"))


def iterate_budget(block: Node) -> Iterator[Statement]:
    """Yield the amount and the staff of each line, after the words below its title, if any.

    Amounts in those words are not parsed by the graph, so they are given as words.
    """
    for line in block["budgetLines"]:
        if line["detail"]:
            words = state_words(line["detail"])
            yield Statement(f"{line['id']}-detail", line["title"], PRECISION, words)
        headings = {"amount": block["amountHeading"] or "Montant", "staff": "Effectif"}
        for name, heading in headings.items():
            yield read_fact(line[name], line["title"], describe_fact(line[name], heading))


READERS = {"ComparisonCardsBlock": iterate_comparison_cards, "BudgetBlock": iterate_budget}
"""The readers of blocks whose facts have words of their own beside them."""


def read_fact(fact: Node, row: str, column: str, heading: str = "") -> Statement:
    """Return a fact as a statement. `heading` is the period as printed: « En 2024 »."""
    period = {"label": heading, "start": None, "end": None} if heading else None
    return Statement(fact["id"], row, column, fact["figure"], period)


def describe_fact(fact: Node, heading: str = "") -> str:
    """Return the words of a fact without its figure: « pendant… par semaine »."""
    before = join_words((fact.get("lead", ""), fact.get("before", "")))
    after = fact.get("after", "")
    gap = "…" if before and after else ""
    words = join_words((before, gap, after)).strip(" \u00a0\u202f:,")
    return " : ".join(filter(None, (heading, words)))


def join_words(parts: Iterable[str]) -> str:
    phrase = ""
    for part in filter(None, parts):
        phrase += f"{space_before(part) if phrase else ''}{part}"
    return phrase
