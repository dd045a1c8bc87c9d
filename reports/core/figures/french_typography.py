"""Prints figures in French typography, after the usage of the Imprimerie nationale.

It sets a narrow no-break space between thousands, a no-break space between a number and what it
counts (`%` and `€` included) and after words that qualify it, a decimal comma, and the true minus
and multiplication signs. Thousands are grouped, except in what may be a calendar year. The plural
begins at two.
"""

from decimal import Decimal

from reports.core.figures.french import THOUSAND, VOCABULARY
from reports.core.figures.parts import CURRENCIES, Qualifier, Unit
from reports.core.figures.print_style import (
    APOSTROPHE,
    MINUS,
    NARROW_NO_BREAK_SPACE,
    NO_BREAK_SPACE,
    PrintStyle,
)
from reports.core.figures.units import Scale


class FrenchStyle(PrintStyle):
    """The print style of French numbers."""

    def is_plural(self, size: Decimal) -> bool:
        return size >= 2

    def count(self, digits: str, unit: Unit | None, scale: Scale | None, plural: bool) -> str:
        spelling = self.vocabulary.spellings[unit] if unit else None
        if scale is THOUSAND and spelling and unit in CURRENCIES:
            gap = NO_BREAK_SPACE if spelling.plural.isalpha() else ""
            return f"{digits}{NO_BREAK_SPACE}k{gap}{spelling.plural}"
        words = digits if scale is None else f"{digits}{NO_BREAK_SPACE}{scale.word}"
        if spelling is None:
            return words + ("s" if plural and scale not in (None, THOUSAND) else "")
        if scale is not None and scale is not THOUSAND:
            # Each h among the units is mute.
            name = spelling.after_scale or spelling.plural
            de = f" d{APOSTROPHE}" if name[0] in "aehE" else " de "
            return f"{words}{'s' if plural else ''}{de}{name}"
        return words + NO_BREAK_SPACE + (spelling.plural if plural or scale else spelling.singular)


STYLE = FrenchStyle(
    VOCABULARY,
    {
        Qualifier.ABOUT: "environ",
        Qualifier.MORE_THAN: "plus de",
        Qualifier.AT_LEAST: "au moins",
        Qualifier.LESS_THAN: "moins de",
        Qualifier.AT_MOST: "au plus",
    },
    ("entre", "et", "de", "à"),
    "provisoire",
    "N/A",
    "ND",
    str.maketrans({",": NARROW_NO_BREAK_SPACE, ".": ",", "-": MINUS}),
)
