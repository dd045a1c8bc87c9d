"""Compares printed figures with exact numbers, with regard to rounding, and prints numbers."""

from collections.abc import Iterable, Sequence
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from reports.core.figures import Figure, Qualifier, Unit, parse

ZERO, ONE, TWO, HUNDRED = Decimal(0), Decimal(1), Decimal(2), Decimal(100)
ABOUT = Decimal("0.05")
"""How far, of its value, what is said with « environ » may be from the truth."""
PLAIN = (
    Qualifier.EXACT,
    Qualifier.ABOUT,
    Qualifier.MORE_THAN,
    Qualifier.AT_LEAST,
    Qualifier.LESS_THAN,
)
"""Qualifiers of an amount or a count: what can be added and compared with a sum."""
SHARES = (Unit.PERCENT, Unit.POINT)
"""Units of a share: one that is printed in points, by a slip, is still compared with others."""
STAFF = (Unit.FTE, Unit.FTE_WORKED)


def round_half_up(value: Decimal, step: Decimal) -> Decimal:
    """Return the value at that step, halves away from zero, as in French print."""
    return (value / step).to_integral_value(ROUND_HALF_UP) * step


def round_down(value: Decimal, step: Decimal) -> Decimal:
    """Return the value at that step, without the digits below it."""
    return (value / step).to_integral_value(ROUND_DOWN) * step


def is_cut_short(value: Decimal, exact: Decimal, step: Decimal) -> bool:
    """Return whether a percentage is its exact value with digits cut off, less than a point away.

    This is a common way to print percentages, and misleads nobody.
    """
    return round_down(exact, step) == value and abs(exact - value) < ONE


def addable_amount(figure: Figure) -> Decimal | None:
    """Return the value of a figure that can be added to others; None for words, changes and scores.

    An amount below zero, such as a loss or a mistyped sign, can be added too.
    """
    return figure.value if figure.qualifier in PLAIN or is_negative_amount(figure) else None


def is_negative_amount(figure: Figure) -> bool:
    """Return whether a figure with a minus sign is an amount or a count, no change in percent."""
    is_below = (
        figure.qualifier is Qualifier.CHANGE and figure.value is not None and figure.value < 0
    )
    return is_below and figure.unit not in SHARES


def fold_unit(figure: Figure) -> Unit | None:
    """Return the unit of a figure, and of one in points that of a share."""
    return Unit.PERCENT if figure.unit is Unit.POINT else figure.unit


def is_addable(figure: Figure) -> bool:
    """Return whether a figure can be added to others."""
    return addable_amount(figure) is not None


def add_up(figures: Iterable[Figure]) -> Decimal:
    """Return the sum of figures; what has no value adds nothing."""
    return sum((figure.value or ZERO for figure in figures), ZERO)


def can_be_printed_for(figure: Figure, exact: Decimal, slack: Decimal = ZERO) -> bool:
    """Return whether a figure may be printed for a number that is exact but for `slack`.

    It must be that number rounded at its own step, or lie on the side that its qualifier names.
    """
    if figure.value is None or figure.step is None:
        return False
    value, step, least, most = figure.value, figure.step, exact - slack, exact + slack
    match figure.qualifier:
        case Qualifier.MORE_THAN:
            return most > value
        case Qualifier.AT_LEAST:
            return most >= value
        case Qualifier.LESS_THAN:
            return least < value
        case Qualifier.ABOUT:
            room = max(step, value.copy_abs() * ABOUT)
            return least - room <= value <= most + room
        case Qualifier.RANGE | Qualifier.FROM_TO:
            ends = (value, value if figure.value_to is None else figure.value_to)
            return min(ends) <= most and least <= max(ends)
    return round_half_up(least, step) <= value <= round_half_up(most, step)


def rounding_slack(figures: Iterable[Figure]) -> Decimal:
    """Return how far a sum may be off because its terms are printed in thousands or millions.

    A term that is printed to the unit or finer counts as exact: a missing euro is reported.
    """
    steps = (figure.step for figure in figures if figure.step is not None and figure.step > 1)
    return sum(steps, ZERO) / TWO


def print_evidence(figure: Figure) -> str:
    """Return a figure as an acknowledgement stores it: as typed.

    If the heading of its column scales it (« Montant (k€) »), the number that it stands for
    follows.
    """
    if figure.value is None or parse(figure.raw).value == figure.value:
        return figure.raw
    return f"{figure.raw} ({format_number(figure.value)})"


def format_number(value: Decimal, places: int | None = None) -> str:
    """Return a number as a message says it: « 5 869 441 », « 49,7 ». `places` are decimals, else
    all there are.
    """
    if places is not None:
        value = round_half_up(value, ONE.scaleb(-places))
        text = f"{value:,.{places}f}"
    else:
        text = f"{value:,f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace(",", " ").replace(".", ",").replace("-", "−")


def format_sum(terms: Sequence[Decimal]) -> str:
    """Return a sum as a message says it: « 2 + 3,7 = 5,7 »; of many terms their number only."""
    total = format_number(sum(terms, ZERO))
    if len(terms) > MAX_TERMS:
        return f"La somme des {len(terms)} valeurs est {total}"
    return f"{' + '.join(map(format_number, terms))} = {total}"


MAX_TERMS = 10
