"""A thousand figure expressions in French and English, and their readings, judged by hand.

`corpus.tsv` has a row for each: the language (`und` where nobody says it), the text, its leading
expression (`=` for the whole text, `-` for none), and the reading of that: a qualifier unless it is
exact, the value (and the second one after `..`), the unit, `provisional`; or a state without value.
They are the expressions of two real reports and of a registry of services, and others in their
patterns; sentences are left out.
"""

import csv
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from reports.core.figures import Figure, Qualifier, State, parse, split
from reports.core.figures.locale import Locale, use_locale

FILE = Path(__file__).with_name("corpus.tsv")


class Row(NamedTuple):
    """One expression and what a reader takes from it."""

    language: str
    text: str
    leading: str
    reading: str

    @property
    def expression(self) -> str:
        """The expression that `split` cuts out of the text; empty for none."""
        return {"=": self.text, "-": ""}.get(self.leading, self.leading)


def read_corpus() -> list[Row]:
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Row(*row) for row in list(rows)[1:]]


def describe(figure: Figure) -> str:
    """Return the reading of a figure as the corpus writes it."""
    if figure.value is None:
        return "text" if figure.state is State.EMPTY else figure.state.value
    values = [figure.value] if figure.value_to is None else [figure.value, figure.value_to]
    parts = [
        "" if figure.qualifier is Qualifier.EXACT else figure.qualifier.value,
        "..".join(str(Decimal(each)) for each in values),
        figure.unit.value if figure.unit else "",
        "provisional" if figure.state is State.PROVISIONAL else "",
    ]
    return " ".join(filter(None, parts))


def read_row(row: Row) -> tuple[str, str, str]:
    """Return the leading expression of a text, its reading, and that of the whole text."""
    with use_locale(Locale(row.language, "EUR")):
        expression = split(row.text).expression
        return expression, describe(parse(expression)), describe(parse(row.text))
