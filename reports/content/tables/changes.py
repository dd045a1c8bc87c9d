"""Compares two states of a table cell by cell, and describes the changes to editors in French."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from reports.core.document.table import Cell, Column, Row, Table
from reports.core.figures import compose

One = TypeVar("One", Column, Row)


def describe_changes(before: Table, after: Table) -> list[str]:
    """One sentence for each change; none where both say the same."""
    before, after = before.pad_rows(), after.pad_rows()
    columns = pair_by_id_or_name(before.columns, after.columns, lambda column: column.heading)
    rows = pair_by_id_or_name(before.rows, after.rows, lambda row: row.head)
    headings = [
        (old.heading if old else None, new.heading if new else None) for old, new in columns
    ]
    return [
        *describe_names("Colonne", headings),
        *describe_rows(before, after, columns, rows),
        *describe_order("lignes", before.rows, rows),
        *describe_order("colonnes", before.columns, columns),
    ]


def pair_by_id_or_name(
    before: Sequence[One], after: Sequence[One], name: Callable[[One], str]
) -> list[tuple[One | None, One | None]]:
    """Pair items of two states by id, else by name. First those of now in order, then those
    gone.
    """
    old = {one.id: one for one in before}
    stay = {one.id for one in after}
    by_name = {name(one): one for one in reversed(before) if one.id not in stay}
    pairs: list[tuple[One | None, One | None]] = [
        (old.get(one.id) or by_name.pop(name(one), None), one) for one in after
    ]
    kept = {was.id for was, _ in pairs if was}
    return pairs + [(one, None) for one in before if one.id not in kept]


def describe_names(noun: str, pairs: Sequence[tuple[str | None, str | None]]) -> Iterator[str]:
    """Yield a sentence for each that came, went, or was renamed."""
    for old, new in pairs:
        if old is None:
            yield f"{noun} « {new} » ajoutée"
        elif new is None:
            yield f"{noun} « {old} » retirée"
        elif old != new:
            yield f"{noun} « {old} » renommée « {new} »"


def describe_rows(
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
            values = " ; ".join(label_cell(heading, new.cells[at]) for _, at, heading in places)
            yield f"Ligne « {new.head} » ajoutée" + (f" ({values})" if values else "")
        else:
            yield from describe_names("Ligne", [(old.head, new.head)])
            for was, at, heading in places:
                cell, now = Cell("") if was is None else old.cells[was], new.cells[at]
                if (cell.raw, cell.read_as) != (now.raw, now.read_as):
                    place = ", ".join(filter(None, (new.head, heading)))
                    yield f"{place} : {describe_cell(cell, now)}"


def describe_cell(before: Cell, after: Cell) -> str:
    """Return the old and the new value: as printed; as typed, where both are printed alike; as
    read, where both are typed alike.
    """
    texts = before.figure.text, after.figure.text
    if texts[0] == texts[1]:
        texts = before.raw, after.raw
    if texts[0] == texts[1]:
        texts = compose(before.figure), compose(after.figure)
    return " → ".join(text or "vide" for text in texts)


def label_cell(heading: str, cell: Cell) -> str:
    return " : ".join(filter(None, (heading, cell.figure.text or "vide")))


def describe_order(
    noun: str, before: Sequence[One], pairs: Sequence[tuple[One | None, One | None]]
) -> Iterator[str]:
    """Whether those that stayed are in another order."""
    stayed = [old for old, new in pairs if old and new]
    if stayed != [one for one in before if one in stayed]:
        yield f"L’ordre des {noun} a changé"
