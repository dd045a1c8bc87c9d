"""The value class of a figure: the text as typed, and the exact parts that were read from it."""

from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property
from typing import Self

from reports.core.figures.locale import FRENCH, Locale
from reports.core.figures.parts import CURRENCIES, Qualifier, State, Unit
from reports.core.figures.typography import compose, typeset


@dataclass(frozen=True)
class Figure:
    """A figure expression and its reading.

    `raw` is the expression exactly as typed. `read_as` is a second expression, if an editor has
    given one; the parts are then read from it instead. `value` is in whole units (2,48 millions is
    2480000), and so is `value_to`, the second number of a range, a passage or a ratio. `step` is
    the unit of the last digit that `value` prints, a power of ten: 10000 for 2,48 millions, 0.01
    for 1,30. Without a value all of these are None.
    """

    raw: str
    read_as: str | None = None
    value: Decimal | None = None
    value_to: Decimal | None = None
    step: Decimal | None = None
    unit: Unit | None = None
    qualifier: Qualifier = Qualifier.EXACT
    state: State = State.TEXT
    locale: Locale = FRENCH
    """The language in which it was read and is printed."""
    words: str = field(default="", compare=False)
    """The words that qualify it as typed, where print keeps them: multiplié par, supérieur à."""
    article: str = field(default="", compare=False)
    """The article after a share that is part of the expression: +90 % des."""
    has_scale: bool = field(default=False, compare=False)
    """Whether a scale was written with the number: 1,2 million."""
    printed: str | None = field(default=None, compare=False)
    """How it is printed where the head of its column says its unit and its scale."""

    def __str__(self) -> str:
        """As typed: what the comparison of revisions shows."""
        return self.raw

    @property
    def is_number(self) -> bool:
        """Whether there is a value; zero is one."""
        return self.value is not None

    @property
    def currency(self) -> str | None:
        """The ISO 4217 code of the currency, None where the figure is no money."""
        return CURRENCIES.get(self.unit) if self.unit else None

    @cached_property
    def text(self) -> str:
        """The figure as it was typed, in the typography of its language."""
        return typeset(self) if self.printed is None else self.printed

    @property
    def away_from_column(self) -> Self:
        """The figure as it is printed where no head of a column states its unit: composed."""
        return self if self.printed is None else replace(self, printed=compose(self))

    @property
    def stored(self) -> str | dict[str, str]:
        """The JSON form that `from_stored` reads: the raw text, a mapping only if overridden."""
        if self.read_as is None:
            return self.raw
        return {"raw": self.raw, "read_as": self.read_as}
