"""A number in a sentence, with the stems of the words that say what it counts."""

import re
from dataclasses import dataclass
from functools import cached_property

from reports.core.comparison.subject import meaningful_stems, subject_key
from reports.core.figures import Figure
from reports.core.reading import sentence
from reports.core.reading.statement import Statement, first_clause

GENERIC = {
    *("nombr", "part", "taux", "tot", "total", "montant", "valeur", "volum", "resultat", "ann"),
    *("anne", "plus", "moin", "number", "amount", "value", "result", "year", "rate", "share"),
    *("rapport", "bilan", "report", "indicateur", "indic", "unit", "chiffr", "cle", "key"),
    *("figur", "evolu", "repartit", "repart", "quantit", "effect", "ensembl", "all"),
    *sentence.MODIFIERS,
}
"""Stems of words that do not tell one number from another."""
COMPARED = re.compile(
    r"(?:^|\W)(?:contre|au lieu de?|par rapport (?:à|aux?)|objectifs?|cibles?|from|against"
    r"|versus|vs|than|instead of|compared (?:to|with)|targets?|before|previously|auparavant)\W*$",
    re.IGNORECASE,
)
"""What stands before a number that is not of the year, or that nobody has reached."""


@dataclass(frozen=True)
class StatedNumber:
    """A number in a sentence, and the year for which it is given."""

    statement: Statement
    year: int

    @classmethod
    def of_report(cls, statement: Statement, year: int) -> "StatedNumber":
        """Return the number of a report of a year, with the year that its sentence says."""
        if sentence.is_of_year(statement, year):
            return cls(statement, year)
        return cls(statement, sentence.stated_year(statement) or year)

    @property
    def figure(self) -> Figure:
        return self.statement.figure

    @property
    def is_compared(self) -> bool:
        """Whether it is given beside another, without a year of its own: « contre 47 »."""
        is_beside = COMPARED.search(self.statement.before) is not None
        return is_beside and sentence.stated_year(self.statement) is None

    @property
    def digits(self) -> int:
        """How many digits it has before the zeros that it ends in."""
        return len(f"{abs(self.figure.value or 0):f}".replace(".", "").strip("0"))

    @cached_property
    def subject(self) -> tuple[str, ...]:
        """The stems of what it counts; of « Inscrits : 1 240 », of the words before."""
        return tuple(s for s in subject_key(self.statement)[0] if s not in GENERIC)

    @cached_property
    def words(self) -> frozenset[str]:
        """The stems of the clause around it."""
        before = sentence.words_before(self.statement).rpartition(";")[2]
        after = first_clause(sentence.words_after(self.statement))
        return frozenset(meaningful_stems(f"{before} {after}")) - GENERIC
