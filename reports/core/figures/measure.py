"""Reads a number as written, together with the scale and the unit beside it."""

import re
from decimal import Decimal
from typing import NamedTuple, Self

from reports.core.figures.grammar import YEAR, Language
from reports.core.figures.parts import Unit
from reports.core.figures.units import Scale


class Measure(NamedTuple):
    """A number as written, with its scale and its unit.

    `digits` is the number as Python writes it, without its sign and with trailing zeros.
    """

    digits: str
    negative: bool
    scale: Scale | None
    unit: Unit | None
    is_bare: bool
    """Whether digits alone are written, without spaces, signs, scale or unit."""
    is_prefixed: bool
    """Whether its unit is a sign of money that stands before the number."""
    is_lone_dollar: bool
    """Whether its unit is a `$` that does not say of which country."""

    @classmethod
    def from_match(cls, match: re.Match[str], language: Language, end: str = "") -> Self:
        """The measure in those groups of a match of a form whose names end in `end`."""
        groups = match.groupdict()
        scale, sign = groups.get(f"scale{end}"), groups.get(f"sign{end}")
        money = groups.get(f"money{end}") or groups.get(f"unit{end}")
        name = f"money{end}" if groups.get(f"money{end}") else f"unit{end}"
        vocabulary = language.vocabulary
        # "un million" has no number in its group.
        written = groups[f"number{end}"] or language.numerals.get(
            (groups.get("numeral") or "").lower(), "1"
        )
        return cls(
            digits=_plain_digits(written, language),
            negative=bool(sign) and sign is not None and not sign.startswith(("+", "p", "P")),
            scale=vocabulary.scale_at(match.string, match.start(f"scale{end}")) if scale else None,
            unit=vocabulary.unit_at(match.string, match.start(name)) if money else None,
            is_bare=written.isdigit() and not (scale or money),
            is_prefixed=bool(groups.get(f"money{end}")),
            is_lone_dollar=money == "$",
        )

    @property
    def value(self) -> Decimal:
        value = shift(self.digits, self._power)
        return value.copy_negate() if self.negative and value else value

    @property
    def step(self) -> Decimal:
        return shift("1", self._power - len(self.digits.partition(".")[2]))

    @property
    def is_year(self) -> bool:
        """Whether this may be a calendar year rather than a count."""
        return self.is_bare and YEAR.fullmatch(self.digits) is not None

    def before(self, end: "Measure") -> "Measure":
        """This measure as the first of a range: what it leaves out, the second one says.

        `de 3 à 5 millions` begins at three million; `de 500 000 à 3 millions` at half a million,
        for with the scale of the second number the first would dwarf it. A sign of money before a
        number leaves the scale open: `£3 to £5 million` begins at three million too.
        """
        if self.scale or (self.unit and not self.is_prefixed):
            return self if self.unit else self._replace(unit=end.unit)
        first, second = Decimal(self.digits), Decimal(end.digits)
        shared = first < second if self.unit else first < 1000 or first < 10 * second
        return self._replace(unit=self.unit or end.unit, scale=end.scale if shared else None)

    @property
    def _power(self) -> int:
        return self.scale.power if self.scale else 0


def _plain_digits(written: str, language: Language) -> str:
    written = written.replace(" ", "")
    if language.decimal == ".":
        return written.replace(",", "")
    if written.count(".") > 1:
        written = written.replace(".", "")
    return written.replace(",", ".")


def shift(digits: str, power: int) -> Decimal:
    """The digits times ten to the power, exact, and without exponent where it is a whole number."""
    # Through text: arithmetic would round to the precision of the current decimal context.
    return Decimal(f"{Decimal(f'{digits}e{power}'):f}")
