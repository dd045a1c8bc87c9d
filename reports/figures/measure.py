"""A measure: a number as written, with the scale and the unit written after it."""

import re
from decimal import Decimal
from typing import NamedTuple, Self

from reports.figures.grammar import YEAR
from reports.figures.parts import Unit
from reports.figures.units import Scale, scale_at, unit_at


class Measure(NamedTuple):
    """`written` is the number as it stands in plain text, without its sign."""

    written: str
    negative: bool
    scale: Scale | None
    unit: Unit | None

    @classmethod
    def from_match(cls, match: re.Match[str], end: str = "") -> Self:
        """The measure in those groups of a match of a form whose names end in `end`."""
        groups = match.groupdict()
        scale, unit, sign = (f"{name}{end}" for name in ("scale", "unit", "sign"))
        return cls(
            # "un million" has no number in its group.
            written=groups[f"number{end}"] or "1",
            negative=bool(groups.get(sign)) and not groups[sign].startswith("+"),
            scale=scale_at(match.string, match.start(scale)) if groups.get(scale) else None,
            unit=unit_at(match.string, match.start(unit)) if groups.get(unit) else None,
        )

    @property
    def digits(self) -> str:
        """The number as Python writes it, trailing zeros included."""
        return self.written.replace(" ", "").replace(",", ".")

    @property
    def value(self) -> Decimal:
        value = _shifted(self.digits, self._power)
        return value.copy_negate() if self.negative and value else value

    @property
    def step(self) -> Decimal:
        return _shifted("1", self._power - len(self.digits.partition(".")[2]))

    @property
    def is_year(self) -> bool:
        """Whether this may be a calendar year rather than a count."""
        return not (self.scale or self.unit) and YEAR.fullmatch(self.written) is not None

    def before(self, end: "Measure") -> "Measure":
        """This measure as the first of a range: what it leaves out, the second one says.

        `de 3 à 5 millions` begins at three million; `de 500 000 à 3 millions` at half a million,
        for with the scale of the second number the first would dwarf it.
        """
        if self.unit:
            return self
        first, second = Decimal(self.digits), Decimal(end.digits)
        shared = not self.scale and (first < 1000 or first < 10 * second)
        return self._replace(unit=end.unit, scale=end.scale if shared else self.scale)

    @property
    def _power(self) -> int:
        return self.scale.power if self.scale else 0


def _shifted(digits: str, power: int) -> Decimal:
    """The digits times ten to the power, exact, and without exponent where it is a whole number."""
    # Through text: arithmetic would round to the precision of the current decimal context.
    return Decimal(f"{Decimal(f'{digits}e{power}'):f}")
