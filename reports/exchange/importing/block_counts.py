"""Counts the items, rows and numbers of drafts, for the summary of an import."""

from typing import Any

from reports.core.document.block import BLOCKS
from reports.core.document.group import Group
from reports.core.document.part import Part, Role
from reports.core.document.table import Table
from reports.core.figures import State
from reports.exchange.importing.draft import Draft


def count_parts(draft: Draft) -> str:
    """Return « (7 cartes) », how many parts a draft has, or "" where it has none."""
    value, counted = draft.value, []
    for name, part in BLOCKS[draft.kind].parts.items():
        if part.role is Role.NODES:
            counted.append(count_items(part, value[name]))
        elif part.role is Role.TABLE and draft.kind != "chart":
            counted += count_table(value[name])
    if draft.kind == "chart":
        data = value["data"]
        counted.append(pluralise(len(data.rows), "valeurs") if data else "image et transcription")
    return f" ({', '.join(counted)})" if counted else ""


def count_items(part: Part, items: list[dict[str, Any]]) -> str:
    """Return « 3 liens »; of groups, how many items are in them: « 4 + 3 incubateurs »."""
    if not issubclass(part.reads, Group):
        return pluralise(len(items), part.label.lower())
    name, inner = part.reads.grouped_part()
    sizes = [len(group[name]) for group in items]
    if part.reads.is_counted_whole:
        return pluralise(sum(sizes), inner.label.lower())
    return f"{' + '.join(map(str, sizes))} {inner.label.lower()}"


def pluralise(count: int, words: str) -> str:
    """Return « 1 lien », « 3 liens »; `words` is given in the plural, with its s."""
    return f"{count} {words if count > 1 else words.removesuffix('s')}"


def count_table(table: Table) -> list[str]:
    figures = [cell.figure for row in table.rows for cell in row.cells[1:]]
    states = [figure.state for figure in figures]
    numbers = sum(figure.is_number for figure in figures)
    counted = [
        f"{pluralise(len(table.rows), 'lignes')} × {pluralise(len(table.columns) - 1, 'colonnes')}",
        pluralise(numbers, "nombres"),
    ]
    absent = sum(state in (State.NOT_APPLICABLE, State.NOT_AVAILABLE) for state in states)
    return counted + ([f"{absent} sans objet ou non disponible"] if absent else [])
