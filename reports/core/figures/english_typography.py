"""Prints figures in English typography.

It sets a comma between thousands, a decimal point, money before the number (`£1.2 million`,
`CHF 300`), `%` behind it without a space, and units behind a no-break space.
"""

from decimal import Decimal

from reports.core.figures.english import THOUSAND, VOCABULARY
from reports.core.figures.parts import CURRENCIES, Qualifier, Unit
from reports.core.figures.print_style import MINUS, NO_BREAK_SPACE, PrintStyle
from reports.core.figures.units import Scale


class EnglishStyle(PrintStyle):
    """The print style of English numbers."""

    def is_plural(self, size: Decimal) -> bool:
        return size != 1

    def count(self, digits: str, unit: Unit | None, scale: Scale | None, plural: bool) -> str:
        spelling = self.vocabulary.spellings[unit] if unit else None
        is_money = unit in CURRENCIES
        if scale is THOUSAND and is_money:
            words = f"{digits}k"
        else:
            words = digits if scale is None else f"{digits}{NO_BREAK_SPACE}{scale.word}"
        if spelling is None:
            return words
        if is_money:
            gap = NO_BREAK_SPACE if spelling.plural.isalpha() else ""
            return f"{spelling.plural}{gap}{words}"
        gap = "" if unit is Unit.PERCENT else NO_BREAK_SPACE
        return words + gap + (spelling.plural if plural or scale else spelling.singular)


STYLE = EnglishStyle(
    VOCABULARY,
    {
        Qualifier.ABOUT: "about",
        Qualifier.MORE_THAN: "more than",
        Qualifier.AT_LEAST: "at least",
        Qualifier.LESS_THAN: "less than",
        Qualifier.AT_MOST: "at most",
    },
    ("between", "and", "from", "to"),
    "provisional",
    "N/A",
    "n.d.",
    str.maketrans({"-": MINUS}),
    money_leads=True,
)
