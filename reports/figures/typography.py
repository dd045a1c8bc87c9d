"""Figures in French typography.

After the usage of the Imprimerie nationale: a narrow no-break space between thousands, a no-break
space between a number and what it counts (`%` and `€` included) and after the words that qualify
it, a decimal comma, the true minus and multiplication signs. Thousands are grouped, but in
what may be a calendar year; the plural begins at two.
"""

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from reports.figures.grammar import PASSAGE, plain
from reports.figures.parts import Qualifier, State, Unit
from reports.figures.units import MILLION, SCALES, SPELLINGS, THOUSAND, Scale

if TYPE_CHECKING:
    from reports.figures.figure import Figure

NARROW_NO_BREAK_SPACE = "\u202f"
NO_BREAK_SPACE = "\u00a0"
MINUS = "\u2212"
TIMES = "\u00d7"
APOSTROPHE = "\u2019"

FIRST_YEAR, LAST_YEAR = 1900, 2099

_WORDS = {
    Qualifier.ABOUT: "environ",
    Qualifier.MORE_THAN: "plus de",
    Qualifier.AT_LEAST: "au moins",
    Qualifier.LESS_THAN: "moins de",
}
_PASSAGE = re.compile(PASSAGE, re.VERBOSE)
_FRENCH = str.maketrans({",": NARROW_NO_BREAK_SPACE, ".": ",", "-": MINUS})


def typeset(figure: "Figure") -> str:
    """The figure as French print has it, made of its parts; it reads as the same parts again.

    Scales and units are printed in one way, whichever way they were typed (`5,6M€` is 5,6 millions
    d’euros). Words are returned as typed, nothing as nothing. A capital that opens the expression
    is kept, for the figure may open a sentence.
    """
    match figure.state:
        case State.NOT_APPLICABLE:
            return "N/A"
        case State.NOT_AVAILABLE:
            return "ND"
    if figure.value is None:
        return figure.raw if figure.state is State.TEXT else ""
    text = _number(figure, figure.value)
    if figure.state is State.PROVISIONAL:
        text += f"{NO_BREAK_SPACE}(provisoire)"
    typed = (figure.read_as or figure.raw).lstrip()
    return text[0].upper() + text[1:] if typed[:1].isupper() else text


def _number(figure: "Figure", value: Decimal) -> str:
    """The number with its qualifier and its unit."""
    step = figure.step or Decimal(1)
    end = value if figure.value_to is None else figure.value_to
    scale = _scale(value, step, figure.unit)
    power = scale.power if scale else 0
    decimals = max(0, power - step.adjusted())
    number = _digits(value, power, decimals)
    largest = max(value.copy_abs(), end.copy_abs())
    after = _counted(figure.unit, scale, plural=largest >= 2 * 10**power)
    match figure.qualifier:
        case Qualifier.RATIO:
            return f"{number}/{_digits(end)}"
        case Qualifier.FACTOR:
            return f"{TIMES}{number}"
        case Qualifier.CHANGE:
            return f"{'' if value < 0 else '+'}{number}{after}"
        case Qualifier.RANGE | Qualifier.FROM_TO:
            # Both ends have the precision of the first, whose step it is; the second may have more.
            last = _digits(end, power, decimals) + after
            # From a thousand on, a number that shares the other's scale is easily misread.
            first = number + after if value.copy_abs() >= 1000 * 10**power > 1000 else number
            return _interval(figure, first, last, ascends=value <= end)
        case Qualifier.EXACT:
            return f"{value:f}" if _may_be_year(figure, value) else number + after
    return f"{_WORDS[figure.qualifier]}{NO_BREAK_SPACE}{number}{after}"


def _interval(figure: "Figure", first: str, last: str, *, ascends: bool) -> str:
    """Two numbers, with the words that tell a range from a passage where their order does not."""
    if figure.qualifier is Qualifier.RANGE and not ascends:
        return f"entre{NO_BREAK_SPACE}{first} et{NO_BREAK_SPACE}{last}"
    verb = ""
    if figure.qualifier is Qualifier.FROM_TO:
        typed = _PASSAGE.match(plain(figure.read_as or figure.raw).lstrip().lower())
        if not typed and ascends:
            return f"{first} → {last}"
        verb = f"{typed[0].rstrip()} " if typed else ""
    return f"{verb}de{NO_BREAK_SPACE}{first} à{NO_BREAK_SPACE}{last}"


def _may_be_year(figure: "Figure", value: Decimal) -> bool:
    """A calendar year is never grouped; a count that looks like one reads as well without."""
    return figure.unit is None and figure.step == 1 and FIRST_YEAR <= value <= LAST_YEAR


def _digits(value: Decimal, power: int = 0, decimals: int = 0) -> str:
    """The value over ten to the power, with at least that many decimals and all that it needs."""
    # Through text: arithmetic would round to the precision of the current decimal context.
    coefficient = Decimal(f"{value:f}e-{power}")
    needed = len(f"{coefficient:f}".partition(".")[2].rstrip("0"))
    return f"{coefficient:,.{max(decimals, needed)}f}".translate(_FRENCH)


def _scale(value: Decimal, step: Decimal, unit: Unit | None) -> Scale | None:
    """The least scale that hides the digits below the step."""
    if step <= 1 or unit is Unit.PERCENT:
        return None
    for scale in SCALES:
        # "3 113 mille tonnes" is not French, though "3 113 k€" is.
        counted = scale is not THOUSAND or unit is Unit.EURO or value.adjusted() < MILLION.power
        if scale.power >= step.adjusted() and counted:
            return scale
    return SCALES[-1]


def _counted(unit: Unit | None, scale: Scale | None, *, plural: bool) -> str:
    """What follows the number: its scale and its unit, each after its space."""
    if scale is THOUSAND and unit is Unit.EURO:
        return f"{NO_BREAK_SPACE}k€"
    words = "" if scale is None else NO_BREAK_SPACE + scale.word
    if scale is not None and scale is not THOUSAND:
        words += "s" if plural else ""
        if unit is not None:
            # Each h among the units is mute.
            name = "euros" if unit is Unit.EURO else SPELLINGS[unit].plural
            words += f" d{APOSTROPHE}{name}" if name[0] in "aehE" else f" de {name}"
    elif unit is not None:
        spelling = SPELLINGS[unit]
        words += NO_BREAK_SPACE + (spelling.plural if plural or scale else spelling.singular)
    return words
