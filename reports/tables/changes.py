"""What has changed between two states of a table, cell by cell, as an editor would say it."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from reports.tables.table import Cell, Column, Row, Table

One = TypeVar("One", Column, Row)


def changes(before: Table, after: Table) -> list[str]:
    """One sentence for each change; none where both say the same."""
    before, after = before.squared(), after.squared()
    columns = paired(before.columns, after.columns, lambda column: column.heading)
    rows = paired(before.rows, after.rows, lambda row: row.head)
    headings = [
        (old.heading if old else None, new.heading if new else None) for old, new in columns
    ]
    return [
        *named("Colonne", headings),
        *in_rows(before, after, columns, rows),
        *moved("lignes", before.rows, rows),
        *moved("colonnes", before.columns, columns),
    ]


def paired(
    before: Sequence[One], after: Sequence[One], name: Callable[[One], str]
) -> list[tuple[One | None, One | None]]:
    """Who was who: by id, else by name. First those of now in their order, then those gone."""
    old = {one.id: one for one in before}
    stay = {one.id for one in after}
    by_name = {name(one): one for one in reversed(before) if one.id not in stay}
    pairs: list[tuple[One | None, One | None]] = [
        (old.get(one.id) or by_name.pop(name(one), None), one) for one in after
    ]
    kept = {was.id for was, _ in pairs if was}
    return pairs + [(one, None) for one in before if one.id not in kept]


def named(noun: str, pairs: Sequence[tuple[str | None, str | None]]) -> Iterator[str]:
    """Those that came, went, or are called otherwise."""
    for old, new in pairs:
        if old is None:
            yield f"{noun} « {new} » ajoutée"
        elif new is None:
            yield f"{noun} « {old} » retirée"
        elif old != new:
            yield f"{noun} « {old} » renommée « {new} »"


def in_rows(
    before: Table,
    after: Table,
    columns: Sequence[tuple[Column | None, Column | None]],
    rows: Sequence[tuple[Row | None, Row | None]],
) -> Iterator[str]:
    """The changes of each row, in the order of the rows of now."""
    places = [
        (
            before.columns.index(old) if old else None,
            after.columns.index(new),
            new.heading,
        )
        for old, new in columns
        if new and after.columns.index(new)  # the first column holds the names of the rows
    ]
    for old, new in rows:
        if new is None:
            yield f"Ligne « {old.head if old else ''} » retirée"
        elif old is None:
            values = " ; ".join(joined(heading, new.cells[at]) for _, at, heading in places)
            yield f"Ligne « {new.head} » ajoutée" + (f" ({values})" if values else "")
        else:
            yield from named("Ligne", [(old.head, new.head)])
            for was, at, heading in places:
                cell, now = Cell("") if was is None else old.cells[was], new.cells[at]
                if (cell.raw, cell.read_as) != (now.raw, now.read_as):
                    yield f"{', '.join(filter(None, (new.head, heading)))} : {told(cell, now)}"


def told(before: Cell, after: Cell) -> str:
    """From what to what; as typed, where both are read alike."""
    texts = before.figure.text, after.figure.text
    if texts[0] == texts[1]:
        texts = before.raw, after.raw
    return " → ".join(text or "vide" for text in texts)


def joined(heading: str, cell: Cell) -> str:
    return " : ".join(filter(None, (heading, cell.figure.text or "vide")))


def moved(
    noun: str, before: Sequence[One], pairs: Sequence[tuple[One | None, One | None]]
) -> Iterator[str]:
    """Whether those that stayed are in another order."""
    stayed = [old for old, new in pairs if old and new]
    if stayed != [one for one in before if one in stayed]:
        yield f"L’ordre des {noun} a changé"
