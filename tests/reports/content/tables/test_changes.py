"""What has changed in a table, said cell by cell."""

from dataclasses import replace

import pytest

from reports.content.tables import Cell, Column, Row, Table
from reports.content.tables.changes import describe_changes


def grid(headings: str, *rows: str, ids: str = "") -> Table:
    """A table in which everything is called by its first letter, unless ids are given."""
    columns = tuple(Column(heading, f"c{n}") for n, heading in enumerate(headings.split("|")))
    return Table(
        columns,
        tuple(
            Row(tuple(map(Cell, row.split("|"))), ids[n : n + 1] or row[:1])
            for n, row in enumerate(rows)
        ),
    )


THEN = grid("|2023|2024", "A|217|1", "B|3|N/A")


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (THEN, []),
        (grid("|2023|2024", "A|217|2", "B|3|N/A"), ["A, 2024 : 1 → 2"]),
        (
            grid("|2023|2024", "A|1400|1", "B|3|"),
            ["A, 2023 : 217 → 1400", "B, 2024 : N/A → vide"],
        ),
        (grid("|2023|2024", "A|217|1"), ["Ligne « B » retirée"]),
        (
            grid("|2023|2024", "A|217|1", "B|3|N/A", "C|4|"),
            ["Ligne « C » ajoutée (2023 : 4 ; 2024 : vide)"],
        ),
        (grid("|2023|2024", "Z|217|1", "B|3|N/A", ids="AB"), ["Ligne « A » renommée « Z »"]),
        (grid("|2023|2025", "A|217|1", "B|3|N/A"), ["Colonne « 2024 » renommée « 2025 »"]),
        (grid("|2023", "A|217", "B|3"), ["Colonne « 2024 » retirée"]),
        (grid("|2023|2024", "B|3|N/A", "A|217|1"), ["L’ordre des lignes a changé"]),
        (grid("|2023|2024", "A|217,0|1", "B|3|N/A"), ["A, 2023 : 217 → 217,0"]),
        (
            grid("|2023|2024|2025", "A|217|1|5", "B|3|N/A|6"),
            ["Colonne « 2025 » ajoutée", "A, 2025 : vide → 5", "B, 2025 : vide → 6"],
        ),
    ],
)
def test_each_change_is_said_once(now: Table, said: list[str]) -> None:
    assert describe_changes(THEN, now) == said


def test_columns_that_change_places_are_said_to() -> None:
    now = Table(
        (THEN.columns[0], *reversed(THEN.columns[1:])),
        tuple(replace(r, cells=(r.cells[0], *reversed(r.cells[1:]))) for r in THEN.rows),
    )
    assert describe_changes(THEN, now) == ["L’ordre des colonnes a changé"]


def test_a_row_with_another_id_is_known_by_its_name() -> None:
    now = grid("|2023|2024", "A|217|1", "B|4|N/A", ids="xy")
    assert describe_changes(THEN, now) == ["B, 2023 : 3 → 4"]


def test_a_reading_that_was_corrected_is_a_change() -> None:
    first = replace(THEN.rows[0], cells=(Cell("A"), Cell("217", "plus de 217"), Cell("1")))
    now = Table(THEN.columns, (first, THEN.rows[1]))
    assert describe_changes(THEN, now) == ["A, 2023 : 217 → plus de\u00a0217"]


def test_ragged_tables_are_compared_as_they_are_seen() -> None:
    assert describe_changes(THEN, grid("|2023|2024", "A|217", "B|3|N/A")) == ["A, 2024 : 1 → vide"]
    assert describe_changes(Table(), Table()) == []
