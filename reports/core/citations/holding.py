"""Compares words with the value that they cite."""

from decimal import Decimal

from reports.core.citations.ways import Value, Way
from reports.core.figures import Figure, Qualifier, Unit

POINTS = {Unit.PERCENT, Unit.POINT}
FLOORS = (Qualifier.MORE_THAN, Qualifier.AT_LEAST)
CEILINGS = (Qualifier.LESS_THAN, Qualifier.AT_MOST)
ABOUT = Decimal("0.1")
"""How far from the value « environ » may be, as a part of the value."""
ROUND = Decimal("0.05")
"""How far a round number without such a word may be, as a part of the value."""


def holds(words: Figure, way: Way, value: Value) -> bool:
    """Return whether words, read as a figure, print a value in a way."""
    if words.value is None or not has_unit(words, way, value):
        return False
    if way is Way.SAME and value.figure:
        return is_printed_alike(words, value.figure)
    if words.value_to is not None:
        return False
    said, real = words.value, value.number
    if value.is_signed and words.qualifier is not Qualifier.CHANGE:
        said, real = abs(said), abs(real)  # words say the direction
    return said == real if way.is_exact else is_rounded(words, said, real)


def has_unit(words: Figure, way: Way, value: Value) -> bool:
    """Return whether words state the unit of a value, or may do without it."""
    if words.unit is None and way is not Way.SAME:
        return way is Way.BARE or value.unit is None or way.is_computed
    if {words.unit, value.unit} <= POINTS and way is Way.DIFFERENCE:
        return True
    return words.unit is value.unit


def is_printed_alike(words: Figure, figure: Figure) -> bool:
    """Return whether two figures have the same parts."""
    return (words.value, words.value_to, words.qualifier) == (
        figure.value,
        figure.value_to,
        figure.qualifier,
    )


def is_rounded(words: Figure, said: Decimal, real: Decimal) -> bool:
    """Return whether a number is another less finely printed, as the word before it allows."""
    apart, grain = abs(said - real), find_grain(words)
    if words.qualifier in FLOORS:
        is_beyond = said < real or (said == real and words.qualifier is Qualifier.AT_LEAST)
        return is_beyond and apart < grain
    if words.qualifier in CEILINGS:
        is_below = said > real or (said == real and words.qualifier is Qualifier.AT_MOST)
        return is_below and apart < grain
    if words.qualifier is Qualifier.ABOUT:
        return apart <= abs(real) * ABOUT
    step = words.step or Decimal(1)
    return apart <= step / 2 or apart <= min(grain / 2, abs(real) * ROUND)


def find_grain(figure: Figure) -> Decimal:
    """Return the power of ten that a figure is round to: 1000 for 510 000, 0.1 for 2,5."""
    step, value = figure.step or Decimal(1), figure.value or Decimal(0)
    digits = f"{abs(value) / step:f}".partition(".")[0]
    zeros = len(digits) - len(digits.rstrip("0")) if digits.strip("0") else 0
    return step.scaleb(zeros)
