"""Rule that compares changes from one value to another in the text with the rows of tables."""

from collections.abc import Iterator

from reports.checks.arithmetic.passages import take_end
from reports.checks.rule import Issue, Severity, rule
from reports.checks.statements.printed_numbers import GENERIC
from reports.core.comparison.agreement import is_same_number
from reports.core.comparison.columns import is_target
from reports.core.comparison.dates import find_years
from reports.core.comparison.subject import meaningful_stems
from reports.core.document.table import Row
from reports.core.figures import Figure, Qualifier
from reports.core.reading import Reading, sentence
from reports.core.reading.parts import Grid
from reports.core.reading.statement import Statement
from reports.core.text.grouping import group_values

NAMED = 2  # words of a row that a sentence repeats
CROWD = 8  # rows that have one number
Dated = list[tuple[str, Figure]]  # the results of a row with the heads of their columns


@rule(
    "passage-differs",
    Severity.WARNING,
    "Passage qui n’est pas celui du tableau",
    "Une phrase dit qu’une valeur est passée d’un nombre à un autre (« de 81,2 % à 86,2 % »), et "
    "la ligne du même nom d’un tableau d’années a l’un des deux nombres, et un autre à la place du "
    "second. Les lignes sont trouvées par leurs mots.",
)
def passage_differs(report: Reading) -> Iterator[Issue]:
    rows = group_values(
        (figure.value, (grid, row, dated))
        for grid in report.grids
        for row in grid.table.rows
        for dated in [list_results(grid, row)]
        for _, figure in dated
    )
    for statement in report.statements:
        passage = statement.figure
        if passage.qualifier is not Qualifier.FROM_TO or passage.value == passage.value_to:
            continue
        named = [
            each
            for each in (
                *rows.get(passage.value, ())[:CROWD],
                *rows.get(passage.value_to, ())[:CROWD],
            )
            if is_named(each[1], statement)
        ]
        if len({(grid.place.block, row.id) for grid, row, _ in named}) == 1:
            yield from check_passage(report, statement, *named[0])


def list_results(grid: Grid, row: Row) -> Dated:
    """Return the results of a row in columns of years, in the order of the columns."""
    heads = [column.heading for column in grid.table.columns]
    return [
        (head, cell.figure)
        for head, cell in list(zip(heads, row.cells, strict=False))[1:]
        if find_years(head) and not is_target(head) and cell.figure.is_number
    ]


def is_named(row: Row, statement: Statement) -> bool:
    """Return whether the sentence has all words of the head of a row, two or more."""
    name = {*meaningful_stems(row.head)} - GENERIC
    return len(name) >= NAMED and name <= {*meaningful_stems(sentence.whole_sentence(statement))}


def check_passage(
    report: Reading, statement: Statement, grid: Grid, row: Row, dated: Dated
) -> Iterator[Issue]:
    """Yield an issue if a row has one end of a passage, and another number in place of the other
    end.
    """
    passage = statement.figure
    start, end = take_end(passage, passage.value), take_end(passage, passage.value_to)
    now = [n for n, (head, _) in enumerate(dated) if report.year in find_years(head)]
    kinds = {figure.unit for _, figure in dated}
    if len(now) != 1 or kinds != {passage.unit} or len(dated) < NAMED:
        return
    last = dated[now[0]][1]
    others = [figure for n, (_, figure) in enumerate(dated) if n != now[0]]
    begins = any(is_same_number(start, figure) for figure in others)
    is_of_other_years = any(is_same_number(end, figure) for figure in others)
    if begins != is_same_number(end, last) and not is_of_other_years:
        wrong, head = (end, dated[now[0]][0]) if begins else (start, "")
        stated = last.raw.strip() if begins else ", ".join(f.raw.strip() for f in others)
        where = f"« {row.head.strip()} »" + (f", « {head} »" if head else "")
        yield Issue(
            statement.place,
            f"La phrase dit « {wrong.text} », et le tableau « {stated} » ({where}).",
            "Donnez le même nombre aux deux endroits, ou dites ce qui les distingue.",
            (passage.raw, last.raw, row.head, *(() if begins else (stated,))),
            (grid.place.below(row.head),),
        )
