"""Finds in a list of figures which line is the total and which lines are its parts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from reports.checks.arithmetic.rounding import (
    HUNDRED,
    STAFF,
    TWO,
    ZERO,
    addable_amount,
    can_be_printed_for,
    is_addable,
    rounding_slack,
)
from reports.core.document.periods import BESIDE
from reports.core.document.table import Table
from reports.core.figures import CURRENCIES, Figure, Unit

TOTAL = re.compile(r"\W*(?:total|totaux|ensemble|somme)\b(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
SUBTOTAL = re.compile(r"\W*sous[- ]?total", re.IGNORECASE)
# What may follow the word without making it the name of something else.
BARE = re.compile(r"(?:\W|g[ée]n[ée]ral|cumul[ée]|annuel|en (?:€|euros?)|etpt?|\d)*", re.IGNORECASE)
# Lines and columns that stand among the others without being added to them.
BESIDES = re.compile(
    r"[€£$]\s?/\s?(?!an|mois|year|month)\w|\b(?:dont|soit)\b|\b(?:moyenn|moyen\b|médian|taux|pourcentage|ratio|scores?\b|nps\b|notes?\b|délai"
    r"|durée|rang\b|objectif|cible|(?:prix|coûts?) (?:par|unitaire)"
    r"|(?:of which|average|mean|median|rate|percentage|rank|target)\b)"
    r"|(?:\b(?:par|per)\s|\w\s?/\s?)(?:[mk]m?[²2³3]|ha\b|hab(?:itant)?s?\b|personnes?\b|agents?\b"
    r"|élèves?\b|étudiants?\b|foyers?\b|ménages?\b|logements?\b|lits?\b|tonnes?\b|hectares?\b"
    r"|etpt?\b|person\b|head\b|capita\b|resident|household|pupil|student|employee|bed\b|square"
    r"|fte\b)",
    re.IGNORECASE,
)
# What is beside the others as their mean, or one of them: « Moyenne », « Villes moyennes ».
GRADE = re.compile(r"\b(?:moyenn|moyens?\b|average\b|medium\b)", re.IGNORECASE)
NOTHING = {"", "-", "–", "—"}


@dataclass(frozen=True)
class Line:
    """A figure and the name of its row or column."""

    head: str
    figure: Figure


@dataclass
class Sum:
    """A line that is named as a total, and the lines that are its parts.

    A `loose` total, judged by its name or position, may also be the total of other lines. It counts
    as that of `parts` only if `is_proved`: the same lines add up to it elsewhere in the table. A
    sum that happens to be close to it proves nothing.
    """

    total: Line
    parts: list[Line] = field(default_factory=list)
    loose: bool = False
    grades: list[Line] = field(default_factory=list)
    """Lines that are means by their names, and may be grades between others."""
    is_proved: bool = False

    @property
    def terms(self) -> list[Decimal]:
        """The numbers among the parts."""
        return [value for part in self.parts if (value := addable_amount(part.figure)) is not None]

    @property
    def adds_up(self) -> bool:
        """Return whether the parts add up to the total, and True where that cannot be decided."""
        if self.has_grades:
            return True
        stated, exact = addable_amount(self.total.figure), sum(self.terms, ZERO)
        if stated is None or not self.is_known or len(self.terms) < 2:
            return True
        if self.total.figure.unit in (Unit.PERCENT, Unit.POINT):
            return self.are_shares_right(stated, exact)
        if self.loose and not self.is_proved:
            return True
        slack = rounding_slack(part.figure for part in self.parts)
        return can_be_printed_for(self.total.figure, exact, slack)

    def are_shares_right(self, stated: Decimal, exact: Decimal) -> bool:
        """Return whether percentages add up to a total of 100 %, each of them rounded on its own.

        Percentages with another total may be rates, and the total their mean: that is accepted too.
        Of two rates, the total is then between them, and the two add up to 100 only by chance.
        """
        room = sum((part.figure.step or ZERO for part in self.parts), ZERO) / TWO
        is_whole = abs(exact - HUNDRED) <= room
        if stated == HUNDRED:
            return is_whole or set(self.terms) == {HUNDRED}
        is_mean = len(self.terms) == 2 and min(self.terms) <= stated <= max(self.terms)
        return is_mean or not is_whole

    @property
    def has_grades(self) -> bool:
        """Return whether the total is right only with the lines that could be means."""
        return (
            bool(self.grades)
            and not self.is_exact
            and Sum(self.total, [*self.parts, *self.grades]).is_exact
        )

    @property
    def is_exact(self) -> bool:
        """Return whether the total is surely what the parts make."""
        slack = rounding_slack(part.figure for part in self.parts)
        return self.is_known and can_be_printed_for(self.total.figure, sum(self.terms, ZERO), slack)

    @property
    def is_known(self) -> bool:
        """Return whether every part is a number of the total's unit, or nothing at all."""
        return all(
            part.figure.raw.strip() in NOTHING
            or (is_addable(part.figure) and is_same_kind(part.figure, self.total.figure))
            for part in self.parts
        )


def column_lines(table: Table, index: int) -> list[Line]:
    """Return the figures of a column under the heads of their rows; short rows have none."""
    return [Line(r.head, r.cells[index].figure) for r in table.rows if index < len(r.cells)]


def is_same_kind(one: Figure, other: Figure) -> bool:
    """Return whether two figures can be of one kind. A unit may be left to the head of the column,
    and another rule tells ETP and ETPT apart.
    """
    units = {one.unit, other.unit}
    return len(units) == 1 or units <= {*STAFF, None} or units == {Unit.EURO, None}


def is_money(total: Line, parts: Sequence[Line]) -> bool:
    """Return whether a total and all of its parts are amounts of money or of staff, by their own
    units: « Total des recettes » below its recettes.
    """
    units = {total.figure.unit, *(part.figure.unit for part in parts if part.figure.is_number)}
    return len(units) == 1 and units <= {*CURRENCIES, *STAFF}


def is_total(head: str) -> bool:
    """Return whether the name says that the line is a total."""
    return TOTAL.match(head) is not None


def is_beside(head: str) -> bool:
    """Return whether the name says that the line is added to nothing."""
    return bool(BESIDES.search(head) or BESIDE.search(head))


def find_sums(lines: Sequence[Line], *, is_row: bool = False) -> Iterator[Sum]:
    """Yield the totals among the lines, each with the lines above it, or below if it comes first.

    The lines of a row (`is_row`) after a leading total may be anything.
    """
    group: list[Line] = []
    grades: list[Line] = []
    subtotals: list[Line] = []
    leading: Sum | None = None
    for line in lines:
        if SUBTOTAL.match(line.head):
            yield Sum(line, group, grades=grades)
            subtotals.append(line)
            group, grades = [], []
        elif totals := TOTAL.match(line.head):
            parts, middle = [*subtotals, *group], grades
            group, grades, subtotals = [], [], []
            if leading:
                yield leading
            is_named = BARE.fullmatch(totals["rest"]) is None
            if leading or not parts:
                leading = Sum(line, group, is_row or is_named, grades)
            else:
                yield Sum(line, parts, is_named and not is_money(line, parts), middle)
        elif not is_beside(line.head):
            group.append(line)
        elif GRADE.search(line.head):
            grades.append(line)
    if leading and not subtotals:
        yield leading
