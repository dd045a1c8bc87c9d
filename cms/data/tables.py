"""Writes CSV files: the figures of reports, of one block, and of one indicator."""

from collections.abc import Iterable, Iterator
from typing import Any

from cms.data.blocks import ROWS, Statement, count_figures, list_statements
from cms.data.columns import COLUMNS, Column, list_names
from cms.data.figures import FIGURE, Row
from cms.frontend.csv_files import write_csv

# The files of blocks and of indicators are older than the others: their text comes last.
FIGURE_COLUMNS = (
    *("valeur", "valeur_haute", "pas", "unite"),
    *("devise", "qualificatif", "etat", "texte"),
)
Line = tuple[Any, ...]


def write_rows(rows: Iterable[Row], columns: tuple[Column, ...] = COLUMNS) -> bytes:
    """Return rows as CSV, in the order of the columns."""
    names = list_names(columns)
    return write_csv(names, ([row[name] for name in names] for row in rows))


def write_block(block: dict[str, Any]) -> bytes | None:
    """Return a block as CSV, including its words; None if it is no table and has no figure."""
    statements = list_statements(block)
    if block["__typename"] in ROWS:
        lines = ((each.row, each.column, *list_figure(each)) for each in statements)
        return write_csv(("ligne", "colonne", *FIGURE_COLUMNS), lines)
    if not count_figures(block):
        return None
    return write_csv(("ligne", "colonne", "periode", *FIGURE_COLUMNS), iterate_facts(statements))


def iterate_facts(statements: list[Statement]) -> Iterator[Line]:
    for each in statements:
        label = each.period["label"] if each.period else None
        yield each.row, each.column, label, *list_figure(each)


def list_figure(statement: Statement) -> Line:
    return read_figure(statement.figure)


def read_figure(figure: dict[str, Any]) -> Line:
    return tuple(figure[FIGURE[name]] for name in FIGURE_COLUMNS)


def write_series(indicator: dict[str, Any]) -> bytes:
    """Return the series of an indicator as CSV."""
    lines = (
        (
            *(entry["period"][name] for name in ("label", "start", "end")),
            entry["kind"],
            entry["report"]["year"],
            *read_figure(entry["figure"]),
        )
        for entry in indicator["series"]
    )
    head = ("periode", "debut", "fin", "nature", "bilan", *FIGURE_COLUMNS)
    return write_csv(head, lines)
