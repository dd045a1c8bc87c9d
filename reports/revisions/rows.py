"""Rows and columns of a table in words."""

from itertools import zip_longest
from typing import Any

from reports.revisions.naming import short
from reports.revisions.pairing import Pair
from reports.richtext import plain
from reports.tables import Column, Row, Table

REWRITTEN = "même valeur, écrite autrement"


def row_text(row: Row, table: Table) -> str:
    """« Résultats 2023 : 217 ; Objectifs 2024 : 220 »."""
    named = zip_longest(table.columns[: len(row.cells)], row.cells)
    said = [
        f"{heading(column, place)} : {given.raw}"
        for place, (column, given) in enumerate(named)
        if place and given.raw
    ]
    return " ; ".join([*said, plain(row.note)] if row.note else said)


def column_text(table: Table, place: int) -> str:
    given = [
        (label(row, n), row.cells[place].raw)
        for n, row in enumerate(table.rows)
        if place < len(row.cells) and row.cells[place].raw
    ]
    return " ; ".join(f"{head} : {raw}" if place else raw for head, raw in given)


def label(row: Row, place: int | None) -> str:
    """What a row is called: its head, else its number."""
    return short(row.head) or f"ligne {(place or 0) + 1}"


def heading(column: Column | None, place: int) -> str:
    return (column and short(column.heading)) or f"colonne {place + 1}"


def rank(place: int | None) -> str:
    return "1ʳᵉ" if not place else f"{place + 1}ᵉ"


def moved(what: str, pair: Pair[Any]) -> str:
    """« ligne déplacée : 3ᵉ avant, 1ʳᵉ après »."""
    return f"{what} déplacée : {rank(pair.was)} avant, {rank(pair.now)} après"
