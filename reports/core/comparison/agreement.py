"""Decides if two figures of the same thing agree: comparable, and one number up to rounding."""

from decimal import Decimal

from reports.core.figures import INTERVALS, Figure, Qualifier, State, Unit

RELATIVE = {Qualifier.CHANGE, Qualifier.FACTOR}
FLOORS = {Qualifier.MORE_THAN, Qualifier.AT_LEAST}
POINTS = {Unit.PERCENT, Unit.POINT}
# How much finer the other number must be for a round one to be its rounding.
MIN_PRECISION_RATIO = 100


def is_comparable(one: Figure, other: Figure) -> bool:
    """Return whether the two can be set against each other: one unit, one kind, both final."""
    if one.value is None or other.value is None or one.unit is not other.unit:
        return False
    if State.PROVISIONAL in (one.state, other.state):
        return False
    kinds = {one.qualifier, other.qualifier}
    if kinds == {Qualifier.CHANGE, Qualifier.EXACT}:
        return min(one.value, other.value) < 0  # a sign that one of them has lost, or has too many
    if len(kinds) > 1 and kinds & {*RELATIVE, *INTERVALS, Qualifier.RATIO}:
        return False
    return kinds != {Qualifier.RATIO} or one.value_to == other.value_to


def is_same_number(one: Figure, other: Figure) -> bool:
    """Return whether two comparable figures are one number, printed more or less finely."""
    a, b = one.value, other.value
    if a is None or b is None:
        return False
    if a == b and one.value_to == other.value_to:
        return True
    kinds = {one.qualifier, other.qualifier}
    if kinds & {*INTERVALS}:
        return False
    if Qualifier.ABOUT in kinds:
        return abs(a - b) * 10 <= max(abs(a), abs(b))
    if len(kinds) > 1 and Qualifier.EXACT in kinds:
        bound, exact = (b, a) if one.qualifier is Qualifier.EXACT else (a, b)
        reach = Decimal(10) ** bound.adjusted()
        over = exact - bound if kinds & FLOORS else bound - exact
        return 0 <= over < reach
    return is_rounding_of(one, a, other, b)


def differ(one: Figure, other: Figure) -> bool:
    """Return whether two figures of one thing can be set against each other, and are not one
    number. However far they are from each other says nothing against it: only words make the pair.
    """
    if is_said_in_points(one, other):
        return True
    return is_comparable(one, other) and not is_same_number(one, other)


def is_said_in_points(one: Figure, other: Figure) -> bool:
    """Return whether one of two shares is printed in points, as only a difference of shares is."""
    kinds = {one.qualifier, other.qualifier}
    return {one.unit, other.unit} == POINTS and kinds == {Qualifier.EXACT}


def is_rounding_of(one: Figure, a: Decimal, other: Figure, b: Decimal) -> bool:
    """Return whether one of two numbers is the other less finely printed."""
    apart = abs(a - b)
    if apart < max(one.step or 1, other.step or 1):
        return True
    coarse, fine = sorted((find_grain(a), find_grain(b)), reverse=True)
    within = min(coarse / 2, max(abs(a), abs(b)) / 20)
    return coarse >= MIN_PRECISION_RATIO * fine and apart <= within


def find_grain(value: Decimal) -> Decimal:
    """Return the power of ten that a whole number is round to: 1000 for 510 000."""
    digits = f"{value:f}".lstrip("-")
    if "." in digits or not digits.strip("0"):
        return Decimal(1)
    return Decimal(10) ** (len(digits) - len(digits.rstrip("0")))
