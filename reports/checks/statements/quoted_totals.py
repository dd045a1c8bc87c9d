"""Finds sentences that quote one total of a table rightly, and another of its row wrongly."""

import re
from collections.abc import Iterator, Sequence

from reports.checks.statements.number_pairs import is_apart
from reports.checks.statements.printed_numbers import CellNumber, StatedNumber, join_sentence
from reports.core.comparison.agreement import is_comparable, is_same_number
from reports.core.comparison.subject import meaningful_stems
from reports.core.figures import Figure
from reports.core.reading import Reading, sentence
from reports.core.reading.statement import first_clause

CHANCE = 100  # numbers below it are those of a row by chance
# What says that a number is of all that was there before some were chosen.
BEFORE_CHOICE = re.compile(
    r"\b(?:sur|parmi|of|among)\s(?:les\s|the\s)?\W*$|\b(?:dépos|(?<!ont\s)reçu|examin|instrui|présent|éligib"
    r"|étudi|transmis|candidat|submitted|received|eligible|examined|applie)",
    re.IGNORECASE,
)


def find_quoted_totals(
    report: Reading, saying: StatedNumber, totals: Sequence[CellNumber]
) -> Iterator[CellNumber]:
    """Yield the totals for which a sentence gives another number, and repeats a total of their row.

    « Les 642 dossiers représentent 11,2 M€ » contradicts a row with 428 files and 11 200 000 €. The
    heading of the total's column must be the noun that the sentence counts.
    """
    before, after = sentence.words_before(saying.statement), first_clause(saying.statement.after)
    if BEFORE_CHOICE.search(before) or BEFORE_CHOICE.search(after):
        return
    figures = list_figures_beside(report, saying)
    for cell in totals:
        if names_what_is_counted(cell, saying) and is_apart(saying, cell):
            others = [each.figure for each in cell.row.cells[1:] if each.figure is not cell.figure]
            is_told_otherwise = not (is_equal(saying.figure, cell.figure) or saying.prints(cell))
            if is_told_otherwise and any(is_repeated(other, figures) for other in others):
                yield cell


def list_figures_beside(report: Reading, saying: StatedNumber) -> list[Figure]:
    """Return the other figures of the sentence of a number."""
    return [
        other.figure
        for other in report.stated_at.get(saying.place.rank, ())
        if other is not saying.statement and join_sentence(other) == saying.letters
    ]


def names_what_is_counted(cell: CellNumber, saying: StatedNumber) -> bool:
    """Return whether the head of the column of a total is the noun that a number counts."""
    counted = saying.statement.counted[:1]
    is_count = saying.figure.unit is None is cell.figure.unit
    return is_count and counted != () and counted == meaningful_stems(cell.heading)


def is_repeated(total: Figure, figures: Sequence[Figure]) -> bool:
    """Return whether one of these figures is a total, and too large to be the same by chance."""
    is_large = total.value is not None and total.value >= CHANCE
    return is_large and any(is_equal(figure, total) for figure in figures)


def is_equal(one: Figure, other: Figure) -> bool:
    """Return whether two figures are one number, perhaps less finely printed."""
    return is_comparable(one, other) and is_same_number(one, other)
