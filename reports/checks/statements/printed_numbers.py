"""Lists the numbers of a report, each with the stems of the words that say what it counts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from reports.checks.arithmetic.addends import is_total
from reports.checks.statements.aims import is_said_as_aim
from reports.core.comparison.columns import is_target
from reports.core.comparison.dates import find_years
from reports.core.comparison.quoting import split_quoted
from reports.core.comparison.subject import meaningful_stems, subject_key
from reports.core.document.table import Row
from reports.core.figures import Figure, Qualifier
from reports.core.reading import Reading, sentence
from reports.core.reading.parts import Grid
from reports.core.reading.place import Place
from reports.core.reading.statement import Statement, first_clause

GENERIC = {
    *("nombr", "part", "taux", "tot", "total", "montant", "valeur", "volum", "resultat", "ann"),
    *("anne", "plus", "moin", "number", "amount", "value", "result", "year", "rate", "share"),
    *("rapport", "bilan", "report", "indicateur", "indic", "unit", "chiffr", "cle", "key"),
    *("figur", "evolu", "repartit", "repart", "quantit", "effect", "ensembl", "all"),
    *sentence.MODIFIERS,
}
"""Words that do not tell one number from another."""
COMPARED = re.compile(
    r"(?:^|\W)(?:contre|au lieu de?|par rapport (?:à|aux?)|objectifs?|cibles?|from|against"
    r"|versus|vs|than|instead of|compared (?:to|with)|targets?|before|previously|auparavant)\W*$",
    re.IGNORECASE,
)
"""What stands before a number that is not of the year, or that nobody has reached."""
SINCE = re.compile(
    r"\b(?:depuis|since|dès|jusqu’en|until)\s(?:[^\W\d]{1,12}\s){0,2}(?:19|20)\d\d(?:[-–/]\d{2,4})?",
    re.IGNORECASE,
)
"""A year that is none of the number after it: « la plus forte depuis 2019 : 612 450 »."""
WORDS_QUOTED = 4


@dataclass(frozen=True)
class StatedNumber:
    """A number in a sentence or a fact, and the year for which it is given."""

    statement: Statement
    block_kind: str
    year: int

    @property
    def figure(self) -> Figure:
        return self.statement.figure

    @property
    def place(self) -> Place:
        return self.statement.place

    @cached_property
    def subject(self) -> tuple[str, ...]:
        """The stems of what it counts; of « Inscrits : 1 240 », of the words before."""
        return tuple(s for s in subject_key(self.statement)[0] if s not in GENERIC)

    @property
    def quoted(self) -> str:
        """The number with the words next to it, as a message quotes it."""
        before = split_quoted(sentence.words_before(self.statement))[-WORDS_QUOTED:]
        after = split_quoted(first_clause(sentence.words_after(self.statement)))[:WORDS_QUOTED]
        return " ".join((*before, self.figure.text, *after))

    @cached_property
    def words(self) -> frozenset[str]:
        """The stems of the clause around it."""
        before = sentence.words_before(self.statement).rpartition(";")[2]
        after = first_clause(sentence.words_after(self.statement))
        return frozenset(meaningful_stems(f"{before} {after}")) - GENERIC

    @cached_property
    def letters(self) -> str:
        """The sentence around it, without spaces."""
        return join_sentence(self.statement)

    def prints(self, cell: "CellNumber") -> bool:
        """Return whether the sentence has the number of a cell too."""
        digits = re.escape("".join(cell.figure.raw.split()))
        return re.search(rf"(?<!\d){digits}(?!\d)", self.letters) is not None


@dataclass(frozen=True)
class CellNumber:
    """A number that is a result in a table, with its row and the heading of its column."""

    grid: Grid
    row: Row
    heading: str
    figure: Figure

    @property
    def place(self) -> Place:
        return self.grid.place.below(self.row.head, self.heading)

    @property
    def is_total(self) -> bool:
        return is_total(self.row.head)

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years of its column, else of its row; both of « 2023/24 »."""
        return find_years(self.heading) or find_years(self.row.head)

    @cached_property
    def subject(self) -> tuple[str, ...]:
        """The stems of the head of its row."""
        return tuple(s for s in meaningful_stems(self.row.head) if s not in GENERIC)

    @cached_property
    def counted(self) -> frozenset[str]:
        """The stems of what a total counts: of the head of its column, else of the caption."""
        column = frozenset(meaningful_stems(self.heading)) - GENERIC
        above = self.grid.title or self.grid.place.section
        return column or frozenset(meaningful_stems(above)) - GENERIC

    @cached_property
    def words(self) -> frozenset[str]:
        """The stems of its heads; those over all rows count for a total alone."""
        heads = " ".join((self.row.head, self.heading, self.grid.unit))
        own = frozenset(meaningful_stems(heads)) - GENERIC
        if not self.is_total:
            return own
        corner = frozenset(meaningful_stems(self.grid.table.columns[0].heading))
        part = frozenset(meaningful_stems(self.grid.place.section))
        return (own | corner | part | self.counted) - GENERIC


def join_sentence(statement: Statement) -> str:
    """Return a sentence without spaces, which is the same for each of its figures."""
    return "".join(sentence.whole_sentence(statement).split())


def iterate_stated_numbers(report: Reading) -> Iterator[StatedNumber]:
    """Yield the exact numbers of sentences and facts. January counts for the year before."""
    for statement in report.statements:
        figure = statement.figure
        is_exact = figure.qualifier is Qualifier.EXACT and figure.value_to is None
        if figure.value is None or not is_exact or COMPARED.search(statement.before):
            continue
        if not is_said_as_aim(statement):
            dated = replace(statement, before=SINCE.sub(" ", statement.before))
            is_of_year = sentence.is_of_year(dated, report.year)
            year = report.year if is_of_year else sentence.stated_year(dated) or report.year
            yield StatedNumber(statement, report.blocks[statement.place.rank].kind, year)


def iterate_cells(report: Reading) -> Iterator[CellNumber]:
    """Yield the exact numbers that tables state as results."""
    for grid in report.grids:
        results = [n for n, c in enumerate(grid.table.columns) if n and not is_target(c.heading)]
        for row in grid.table.rows:
            for column in results:
                if column < len(row.cells):
                    figure = row.cells[column].figure
                    if figure.value is not None and figure.qualifier is Qualifier.EXACT:
                        heading = grid.table.columns[column].heading
                        yield CellNumber(grid, row, heading, figure)
