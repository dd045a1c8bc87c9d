"""Reads the rows of a funding table as awards: the mission and the amount of each."""

from dataclasses import dataclass
from functools import lru_cache

from reports.core.document.grid import Grid, GridCell, GridRow
from reports.core.figures import Figure, parse
from reports.core.text.vocabulary import Vocabulary, default_vocabulary


@dataclass(frozen=True, slots=True)
class AwardRow(GridRow):
    """A row of a funding table, with its mission and its amount."""

    mission: str
    """The words below a head such as « Mission »; empty without such a column."""
    amount: Figure
    """The figure below the head that names what was awarded; empty where none is certain."""


def lay_out_awards(grid: Grid) -> tuple[AwardRow, ...]:
    """Return the rows of a grid as awards."""
    amount, mission = find_amount(grid), find_mission(grid)
    return tuple(
        AwardRow(
            row.id,
            row.head,
            row.note,
            row.url,
            row.confirmed_reference,
            row.cells,
            row.cells[mission].text if mission is not None else "",
            row.cells[amount].figure if amount is not None else parse(""),
        )
        for row in grid.rows
    )


def find_amount(grid: Grid) -> int | None:
    """Return the rank, after the head of a row, of the cell that says what was awarded.

    It is the only column of money that is named so, else the only one of numbers that is, else the
    only one of money whose head says nothing else. None where that is not certain.
    """
    heads = [column.heading for column in grid.columns[1:]]
    money = [rank for rank in range(len(heads)) if is_money(list_cells(grid, rank))]
    named = [rank for rank, head in enumerate(heads) if names_award(head)]
    for candidates in (
        [rank for rank in money if rank in named],
        [rank for rank in named if any(c.figure.is_number for c in list_cells(grid, rank))],
        [rank for rank in money if not names_other_money(heads[rank])],
    ):
        if candidates:
            return candidates[0] if len(candidates) == 1 else None
    return None


def find_mission(grid: Grid) -> int | None:
    """Return the rank, after the head of a row, of the cell that says what a service is for."""
    ranks = (n for n, column in enumerate(grid.columns[1:]) if names_mission(column.heading))
    return next(ranks, None)


def list_cells(grid: Grid, rank: int) -> list[GridCell]:
    """Return the cells of a column that are not empty."""
    return [row.cells[rank] for row in grid.rows if row.cells[rank].text]


def is_money(cells: list[GridCell]) -> bool:
    """Return whether the numbers of a column are money, all of them."""
    numbers = [cell.figure for cell in cells if cell.figure.is_number]
    return bool(numbers) and all(figure.currency for figure in numbers)


def says_award(heading: str, words: Vocabulary) -> bool:
    """Return whether a head names what was awarded: « Montant alloué », « Subvention »."""
    return words.grant.are_in(heading) and not words.not_granted.are_in(heading)


@lru_cache(maxsize=1000)
def names_award(heading: str) -> bool:
    return says_award(heading, default_vocabulary())


@lru_cache(maxsize=1000)
def names_other_money(heading: str) -> bool:
    """Return whether a head names money that nobody was given: « Subvention demandée »."""
    return default_vocabulary().not_granted.are_in(heading)


@lru_cache(maxsize=1000)
def names_mission(heading: str) -> bool:
    return default_vocabulary().mission.are_in(heading)
