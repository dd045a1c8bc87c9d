"""Indicators: what their tables say, twice or beside the text."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reports.checks.comparing.agreement import agree, comparable
from reports.checks.comparing.columns import is_target
from reports.checks.comparing.dates import told, years
from reports.checks.comparing.subject import ASIDE, said, stemmed, subject
from reports.checks.reading import Reading
from reports.checks.reading.parts import Grid
from reports.checks.reading.place import Place
from reports.checks.reading.statement import Statement
from reports.checks.rule import Severity, Slip, rule
from reports.figures import Figure
from reports.search.stems import folded
from reports.tables import Row

COUNTS = {"nombr", "part", "taux", "tot", "total", "volum", "pourcentag", "proport"}
CARDS = {"impact_cards", "comparison_cards"}
LONGEST = 10  # words of a name by which it is found
FEW = 4  # rows of one name
CLOSE = 3  # a slip is less than a third away; other counts of one noun are further


@dataclass(frozen=True)
class Result:
    """A cell of a table of indicators, and the year and kind that its column is of."""

    grid: Grid
    row: Row
    column: str
    figure: Figure

    @property
    def place(self) -> Place:
        return self.grid.place.below(self.row.head)

    @property
    def of(self) -> tuple[object, ...]:
        """What it states: two cells of one indicator that share this must agree."""
        return years(self.column) or (folded(self.column),), self.is_target

    @property
    def is_target(self) -> bool:
        return is_target(self.column)


def results(report: Reading) -> Iterator[Result]:
    """The cells of the tables of indicators."""
    for grid in report.grids:
        if grid.kind == "indicator_table":
            for row in grid.table.rows:
                for column, cell in list(zip(grid.table.columns, row.cells, strict=False))[1:]:
                    yield Result(grid, row, column.heading, cell.figure)


@rule(
    "indicator-in-text",
    Severity.WARNING,
    "Indicateur et texte en désaccord",
    "Le texte compte la même chose qu’une ligne du tableau d’indicateurs, pour la même année, et "
    "donne un autre nombre. Les deux sont rapprochés par les mots qui suivent le nombre.",
)
def indicator_in_text(report: Reading) -> Iterator[Slip]:
    rows: defaultdict[str, list[Result]] = defaultdict(list)
    for result in results(report):
        rows[result.row.id + result.grid.place.block].append(result)
    index: defaultdict[tuple[str, ...], list[list[Result]]] = defaultdict(list)
    for row in rows.values():
        name = named(row[0].row.head)[:LONGEST]
        for length in range(2, len(name) + 1):
            if len(index[name[:length]]) < FEW:
                index[name[:length]].append(row)
    kinds = {block.id: block.kind for block in report.blocks}
    for statement in report.statements:
        if kinds.get(statement.place.block) not in CARDS and not ASIDE.search(statement.before):
            slips = [
                contradiction(statement, row, report.year)
                for row in counterparts(index, subject(statement)[0])
                if row[0].place.block != statement.place.block
            ]
            if slips and all(slips):
                yield from filter(None, slips[:1])


def counterparts(
    index: Mapping[tuple[str, ...], list[list[Result]]], counted: tuple[str, ...]
) -> list[list[Result]]:
    """The rows of the indicator whose name begins most like what a line counts: with three words
    of it, or with two that are all of one of them.
    """
    for length in range(min(len(counted), LONGEST), 1, -1):
        if rows := index.get(counted[:length]):
            return [
                row
                for row in rows
                if length > 2 or length in (len(counted), len(named(row[0].row.head)))
            ]
    return []


def contradiction(statement: Statement, row: list[Result], year: int) -> Slip | None:
    """What is wrong with a line where it says another number than a row of the same year."""
    of = year_of(statement, year)
    for result in row:
        if told(result.column) == (of,) and not result.is_target:
            others = [other.figure for other in row if other is not result]
            if contradicts(statement.figure, result.figure, others):
                return against(statement, result)
    return None


def named(head: str) -> tuple[str, ...]:
    """What an indicator counts: its name without « nombre de », « part des »."""
    found = stemmed(head)
    return found[1:] if found and found[0] in COUNTS else found


def year_of(statement: Statement, year: int) -> int | None:
    """The year that a statement is about; the report's where it names none."""
    after = statement.after.split("\n")[0]
    near = next((i for i, c in enumerate(after) if c in ".;"), len(after))
    found = told(after[:near]) or told(statement.before)
    return found[0] if len(found) == 1 else (None if found else year)


def contradicts(stated: Figure, cell: Figure, others: list[Figure]) -> bool:
    """Whether a number in the text is the cell's gone wrong, and not another count."""
    if not comparable(stated, cell) or agree(stated, cell):
        return False
    a, b = stated.value, cell.value
    if a is None or b is None:
        return False
    if any(other.value == a for other in others):
        return True
    one, two = f"{a:f}", f"{b:f}"
    slipped = len(one) == len(two) and sum(x != y for x, y in zip(one, two, strict=True)) == 1
    return abs(a - b) * CLOSE <= max(abs(a), abs(b)) or (slipped and len(one) > 2)


def against(statement: Statement, result: Result) -> Slip:
    """A line of the text against a cell of the table."""
    return Slip(
        statement.place,
        f"Le texte dit « {said(statement)} », le tableau d’indicateurs "
        f"« {result.figure.text} » ({quoted(result.row.head)}, {quoted(result.column)}).",
        "Donnez le même nombre aux deux endroits, ou précisez ce qui les distingue.",
        (statement.figure.raw, result.figure.raw, result.row.head, result.column),
        (result.place,),
    )


def quoted(text: str) -> str:
    """Words as a message quotes them."""
    return f"« {' '.join(text.split())} »"


@rule(
    "indicator-twice",
    Severity.WARNING,
    "Indicateur imprimé deux fois",
    "Deux lignes des tableaux d’indicateurs portent le même indicateur et ne donnent pas la même "
    "valeur pour la même période.",
)
def indicator_twice(report: Reading) -> Iterator[Slip]:
    seen: dict[tuple[object, ...], Result] = {}
    for result in results(report):
        for name in dict.fromkeys(filter(None, (result.row.ref, folded(result.row.head)))):
            first = seen.setdefault((name, *result.of), result)
            if first.row is result.row or first.figure.state.value == "empty":
                continue
            if comparable(first.figure, result.figure) and not agree(first.figure, result.figure):
                yield Slip(
                    result.place,
                    f"L’indicateur {quoted(result.row.head)} vaut « {first.figure.text} » sur une "
                    f"ligne et « {result.figure.text} » sur une autre, pour "
                    f"{quoted(result.column)}.",
                    "Gardez une seule ligne, ou donnez la même valeur aux deux.",
                    (result.row.head, result.column, first.figure.raw, result.figure.raw),
                    (first.place,),
                )
                break
