"""Describes rows and columns of a table in one line of words."""

from itertools import zip_longest
from typing import Any

from reports.core.changes.display import shorten
from reports.core.document.pairing import Pair
from reports.core.document.table import Column, Row, Table
from reports.core.text.rich_text import plain

REWRITTEN = "même valeur, écrite autrement"


def describe_row(row: Row, table: Table) -> str:
    """Return a row in one line: « Résultats 2023 : 217 ; Objectifs 2024 : 220 »."""
    named = zip_longest(table.columns[: len(row.cells)], row.cells)
    cells = [
        f"{name_column(column, place)} : {given.raw}"
        for place, (column, given) in enumerate(named)
        if place and given.raw
    ]
    return " ; ".join([*cells, plain(row.note)] if row.note else cells)


def describe_column(table: Table, place: int) -> str:
    """Return the cells of a column in one line, after the heads of their rows."""
    given = [
        (name_row(row, n), row.cells[place].raw)
        for n, row in enumerate(table.rows)
        if place < len(row.cells) and row.cells[place].raw
    ]
    return " ; ".join(f"{head} : {raw}" if place else raw for head, raw in given)


def name_row(row: Row, place: int | None) -> str:
    """Return what a row is called: its head, else its number."""
    return shorten(row.head) or f"ligne {(place or 0) + 1}"


def name_column(column: Column | None, place: int) -> str:
    """Return what a column is called: its heading, else its number."""
    return (column and shorten(column.heading)) or f"colonne {place + 1}"


def ordinal(place: int | None) -> str:
    return "1ʳᵉ" if not place else f"{place + 1}ᵉ"


def describe_move(what: str, pair: Pair[Any]) -> str:
    """Return where something was and is: « ligne déplacée : 3ᵉ avant, 1ʳᵉ après »."""
    return f"{what} déplacée : {ordinal(pair.was)} avant, {ordinal(pair.now)} après"
