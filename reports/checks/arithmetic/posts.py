"""Posts of a budget: the amounts and the staff of blocks that share out a total."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.checks.arithmetic.addends import Line, is_beside, is_total
from reports.checks.arithmetic.rounding import STAFF, amount
from reports.checks.reading import Reading
from reports.checks.reading.parts import Block
from reports.figures import Figure, Unit

CHILDREN = {"amount": ("Montant", (Unit.EURO,)), "staff": ("Effectif", STAFF)}
LISTS = ("key_figures", "fact_list")


@dataclass(frozen=True)
class Posts:
    """Figures of one kind of unit. `loose` ones may be no parts of anything: only a sentence right
    above that says « total » makes them so.
    """

    block: Block
    label: str
    units: Sequence[Unit]
    figures: Sequence[Figure]
    loose: bool = False

    @property
    def are_known(self) -> bool:
        """Whether there are two or more, all of them numbers."""
        return len(self.figures) > 1 and all(amount(figure) is not None for figure in self.figures)


def posts(report: Reading) -> Iterator[Posts]:
    """What may share out a total: budgets, columns of tables, lists of facts."""
    facts: dict[int, list[Line]] = {}
    for fact in report.facts:
        head = f"{fact.lead} {fact.before}"
        facts.setdefault(fact.place.rank, []).append(Line(head, fact.figure))
    for block in report.blocks:
        if block.kind == "budget":
            for child, (label, units) in CHILDREN.items():
                lines = [
                    Line(line["title"] or "", line[child]["figure"])
                    for line in block.value["lines"]
                ]
                yield Posts(block, label, units, added(lines))
        elif block.kind == "data_table":
            table = block.value["table"]
            for index, column in enumerate(table.columns[1:], 1):
                lines = [
                    Line(r.head, r.cells[index].figure) for r in table.rows if index < len(r.cells)
                ]
                yield from of_units(block, column.heading, added(lines))
        elif block.kind in LISTS:
            yield from of_units(block, "", added(facts.get(block.place.rank, ())), mixed=True)


def added(lines: Sequence[Line]) -> list[Figure]:
    """The figures of the lines, less those left empty and those that are no parts."""
    return [
        line.figure
        for line in lines
        if line.figure.raw.strip() and not is_total(line.head) and not is_beside(line.head)
    ]


def of_units(
    block: Block, label: str, figures: Sequence[Figure], mixed: bool = False
) -> Iterator[Posts]:
    """The figures in euros, then those of staff; all must be, unless they are `mixed`."""
    for _, units in CHILDREN.values():
        found = [figure for figure in figures if figure.unit in units]
        if mixed or len(found) == len(figures):
            yield Posts(block, label, units, found, loose=True)
