"""Rule that reports numbers that the text gives for one year, and a table for another."""

import re
from collections.abc import Iterator, Sequence

from reports.checks.arithmetic.rounding import ZERO
from reports.checks.rule import Issue, Severity, rule
from reports.checks.statements.kept_numbers import find_year_pairs
from reports.checks.statements.number_pairs import CARDS
from reports.checks.statements.printed_numbers import (
    CellNumber,
    StatedNumber,
    iterate_cells,
    iterate_stated_numbers,
)
from reports.checks.statements.slips import FEWEST_DIGITS, count_digits
from reports.core.comparison.agreement import is_same_number
from reports.core.reading import Reading, sentence
from reports.core.text.grouping import group_values

RELATIVE = re.compile(
    r"\b(?:l[’'ʼ]an(?:née)? (?:dernier|dernière|passée?|précédente?|d[’'ʼ]avant)|plus tôt"
    r"|auparavant|précédent\w*|depuis|déjà|contre|comme|même|égal\w*|stable|inchangé\w*|maintenu\w*|encore"
    r"|(?:last|previous|prior|preceding) year|year (?:before|earlier)|earlier|previously|against"
    r"|than|since|same|unchanged|stable|still|again|as in|compared)\b",
    re.IGNORECASE,
)
"""What may set a number of one year beside another year."""
CROWD = 8  # cells of one number
FACTS = ("key_figures", "fact_list")


@rule(
    "number-year",
    Severity.WARNING,
    "Nombre d’une autre année",
    "Une phrase donne un nombre d’une année (« En 2022, 312 400 entrées »), et un tableau donne ce "
    "nombre, pour la même chose, d’une autre année : l’année de la phrase, ou le nombre, est sans "
    "doute resté d’un autre bilan. De même un chiffre clé qu’une phrase dit de l’année d’avant "
    "(« 347 bénévoles (312 en 2023) »). Une phrase qui compare deux années n’est pas contrôlée.",
)
def number_year(report: Reading) -> Iterator[Issue]:
    cells = group_values(
        ((cell.figure.unit, cell.figure.value), cell)
        for cell in iterate_cells(report)
        if count_digits(cell.figure.value or ZERO) >= FEWEST_DIGITS
    )
    done: set[tuple[str, int]] = set()
    for saying in iterate_stated_numbers(report) if cells else ():
        found = cells.get((saying.figure.unit, saying.figure.value), ())
        year = find_only_year(saying) if found and saying.block_kind not in CARDS else None
        other = find_other_year(saying, year, found[:CROWD]) if year else None
        if year and other and (saying.figure.raw, year) not in done:
            done.add((saying.figure.raw, year))
            yield Issue(
                saying.place,
                f"« {saying.quoted} » est dit de {year}, et le tableau donne ce nombre sous "
                f"« {other.heading.strip() or other.row.head.strip()} ».",
                "Corrigez l’année, ou le nombre.",
                (saying.figure.raw, str(year), other.row.head, other.heading),
                (other.place,),
            )

    yield from find_kept_facts(report)


def find_kept_facts(report: Reading) -> Iterator[Issue]:
    """Yield the key figures that, according to a sentence of the report, are of the year before."""
    pairs = {(pair.noun, pair.then.value): pair for pair in find_year_pairs(report)}
    for saying in iterate_stated_numbers(report) if pairs else ():
        if saying.block_kind not in FACTS or saying.year != report.year or not saying.subject:
            continue
        pair = pairs.get((saying.subject[0], saying.figure.value))
        if pair and pair.place.block != saying.place.block and pair.now.value != pair.then.value:
            yield Issue(
                saying.place,
                f"« {saying.quoted} », et le texte dit ce nombre de {pair.year} : "
                f"« {pair.words} ».",
                "Donnez le nombre de l’année du bilan.",
                (saying.figure.raw, pair.words),
                (pair.place,),
            )


def find_only_year(saying: StatedNumber) -> int | None:
    """Return the one year that the sentence of a number names, if it says it of that number."""
    words = sentence.whole_sentence(saying.statement)
    years = set(sentence.YEAR.findall(words))
    if len(years) != 1 or RELATIVE.search(words):
        return None
    return sentence.stated_year(saying.statement)


def find_other_year(
    saying: StatedNumber, year: int, cells: Sequence[CellNumber]
) -> CellNumber | None:
    """Return the cell of another year that has the number, if no cell of that year has it and the
    table says something else of that year.
    """
    named = [cell for cell in cells if is_of_same_thing(saying, cell)]
    if not named or any(year in cell.years or not cell.years for cell in named):
        return None
    return next((cell for cell in named if states_otherwise(cell, year)), None)


def is_of_same_thing(saying: StatedNumber, cell: CellNumber) -> bool:
    return bool({*saying.subject[:1]} & cell.words or saying.words & {*cell.subject})


def states_otherwise(cell: CellNumber, year: int) -> bool:
    """Return whether the row of a cell has another number of a year."""
    for other in iterate_row(cell):
        if year in other.years and other.figure.is_number:
            return not is_same_number(other.figure, cell.figure)
    return False


def iterate_row(cell: CellNumber) -> Iterator[CellNumber]:
    pairs = zip(cell.grid.table.columns, cell.row.cells, strict=False)
    for column, each in list(pairs)[1:]:
        yield CellNumber(cell.grid, cell.row, column.heading, each.figure)
