"""Prints figures: as they were typed or, if they were computed, composed from their parts."""

from decimal import Decimal
from typing import TYPE_CHECKING

from reports.core.figures import english_typography, french_typography
from reports.core.figures.parts import CURRENCIES, Qualifier, State, Unit
from reports.core.figures.print_style import (
    MINUS,
    NARROW_NO_BREAK_SPACE,
    NO_BREAK_SPACE,
    TIMES,
    PrintStyle,
)
from reports.core.figures.typed_text import set_as_typed

if TYPE_CHECKING:
    from reports.core.figures.figure import Figure

__all__ = ["MINUS", "NARROW_NO_BREAK_SPACE", "NO_BREAK_SPACE", "TIMES", "compose", "typeset"]

FIRST_YEAR, LAST_YEAR = 1900, 2099


def typeset(figure: "Figure") -> str:
    """Return the figure as readers see it: as typed, in the typography of its language.

    What was computed, and so was never typed, is composed. Words are returned untouched.
    """
    if figure.state is State.TEXT or not figure.raw.strip():
        return compose(figure)
    return set_as_typed(figure.raw, is_english=figure.locale.is_english)


def compose(figure: "Figure") -> str:
    """Return what was read of a figure, in the words of its language: it reads as the same parts.

    Scales and units are written in one way, whichever way they were typed (`5,6M€` is 5,6 millions
    d’euros). Words are returned as typed, nothing as nothing. A capital that opens the expression
    is kept, for the figure may open a sentence.
    """
    style = english_typography.STYLE if figure.locale.is_english else french_typography.STYLE
    match figure.state:
        case State.NOT_APPLICABLE:
            return style.not_applicable
        case State.NOT_AVAILABLE:
            return style.not_available
    if figure.value is None:
        return figure.raw if figure.state is State.TEXT else ""
    text = _qualify(figure, figure.value, style)
    if figure.article:
        text += NO_BREAK_SPACE + figure.article
    if figure.state is State.PROVISIONAL:
        text += f"{NO_BREAK_SPACE}({style.provisional})"
    typed = (figure.read_as or figure.raw).lstrip()
    return text[0].upper() + text[1:] if typed[:1].isupper() else text


def _qualify(figure: "Figure", value: Decimal, style: PrintStyle) -> str:
    """The number with its qualifier and its unit."""
    step, end = figure.step or Decimal(1), figure.value_to
    scale = style.find_scale(value, step, figure.unit)
    power = scale.power if scale else 0
    decimals = max(0, power - step.adjusted())
    largest = max(value.copy_abs(), (value if end is None else end).copy_abs())
    plural = style.is_plural(Decimal(f"{largest:f}e-{power}"))

    def digits(number: Decimal) -> str:
        return style.write_digits(number, power, decimals)

    def measure(number: Decimal) -> str:
        sign = MINUS if number < 0 else ""
        return sign + style.count(digits(number.copy_abs()), figure.unit, scale, plural)

    words = style.keep_words(figure.words)
    match figure.qualifier:
        case Qualifier.RATIO:
            sign = f"{NO_BREAK_SPACE}{words}" if words else "/"
            return f"{digits(value)}{sign}{style.write_digits(end or Decimal(0))}"
        case Qualifier.FACTOR:
            return (words or TIMES) + digits(value)
        case Qualifier.CHANGE:
            if words:
                return words + measure(value.copy_abs())
            return f"{'' if value < 0 else '+'}{measure(value)}"
        case Qualifier.RANGE | Qualifier.FROM_TO if end is not None:
            # From a thousand on, a number that shares the other's scale is easily misread. Both
            # ends have the precision of the first, whose step it is; the second may have more.
            is_large = value.copy_abs() >= 1000 * 10**power > 1000
            first = measure(value) if is_large or _names_both(figure, style) else digits(value)
            return _join(figure, first, measure(end), style, ascends=value <= end)
        case Qualifier.EXACT:
            return f"{value:f}" if _may_be_year(figure, value) else measure(value)
    return (words or f"{style.words[figure.qualifier]}{NO_BREAK_SPACE}") + measure(value)


def _names_both(figure: "Figure", style: PrintStyle) -> bool:
    """Whether the unit stands at both ends: a passage of percents, signs before the number."""
    if figure.unit is Unit.PERCENT:
        return figure.qualifier is Qualifier.FROM_TO and not figure.words
    return style.money_leads and figure.unit in CURRENCIES


def _join(figure: "Figure", first: str, last: str, style: PrintStyle, *, ascends: bool) -> str:
    """Two numbers, with the words that tell a range from a passage where their order does not."""
    if figure.qualifier is Qualifier.RANGE:
        return style.from_to("", first, last) if ascends else style.between(first, last)
    typed = figure.read_as or figure.raw
    is_arrow = ascends and ("→" in typed or figure.unit is not Unit.PERCENT)
    if is_arrow and not figure.words:
        return f"{first} → {last}"
    return style.from_to(figure.words, first, last)


def _may_be_year(figure: "Figure", value: Decimal) -> bool:
    """A calendar year is never grouped; a count that looks like one reads as well without."""
    return figure.unit is None and figure.step == 1 and FIRST_YEAR <= value <= LAST_YEAR
