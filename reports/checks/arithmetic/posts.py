"""Finds the posts of budgets: groups of amounts or staff whose sum is a total."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.checks.arithmetic.addends import Line, column_lines, is_beside, is_total
from reports.checks.arithmetic.rounding import STAFF, is_addable
from reports.core.figures import Figure, Unit
from reports.core.reading import Reading
from reports.core.reading.parts import Block
from reports.core.text.grouping import group_values

CHILDREN = {"amount": ("Montant", (Unit.EURO,)), "staff": ("Effectif", STAFF)}


@dataclass(frozen=True)
class Posts:
    """The figures of one column or list, all amounts or all staff.

    `loose` ones need not be parts of anything, unless a sentence right above says « total ».
    """

    block: Block
    label: str
    units: Sequence[Unit]
    figures: Sequence[Figure]
    loose: bool = False

    @property
    def are_known(self) -> bool:
        """Return whether there are two or more, all of them numbers."""
        return len(self.figures) > 1 and all(map(is_addable, self.figures))


def find_posts(report: Reading) -> Iterator[Posts]:
    """Yield the groups of figures that may share out a total: budgets, columns of tables, lists of
    facts.
    """
    facts = group_values(
        (fact.place.rank, Line(f"{fact.lead} {fact.before}", fact.figure)) for fact in report.facts
    )
    for block in report.blocks:
        if block.kind == "budget":
            for label, units, lines in iterate_budget_columns(block):
                yield Posts(block, label, units, added_figures(lines))
        elif block.kind == "data_table":
            table = block.node.table
            for index, column in enumerate(table.columns[1:], 1):
                figures = added_figures(column_lines(table, index))
                yield from split_by_unit(block, column.heading, figures)
        elif block.node.can_split_total:
            yield from split_by_unit(block, "", added_figures(facts[block.place.rank]), mixed=True)


def iterate_budget_columns(block: Block) -> Iterator[tuple[str, Sequence[Unit], list[Line]]]:
    """Yield the label, the units and the lines of the amounts of a budget, then of its staff."""
    for child, (label, units) in CHILDREN.items():
        lines = [Line(line.title, getattr(line, child).figure) for line in block.node.lines]
        yield label, units, lines


def added_figures(lines: Sequence[Line]) -> list[Figure]:
    """Return the figures of the lines, less those left empty and those that are no parts."""
    return [
        line.figure
        for line in lines
        if line.figure.raw.strip() and not is_total(line.head) and not is_beside(line.head)
    ]


def split_by_unit(
    block: Block, label: str, figures: Sequence[Figure], mixed: bool = False
) -> Iterator[Posts]:
    """Yield the figures in euros, then those of staff; all must be, unless they are `mixed`."""
    for _, units in CHILDREN.values():
        of_units = [figure for figure in figures if figure.unit in units]
        if mixed or len(of_units) == len(figures):
            yield Posts(block, label, units, of_units, loose=True)
