"""Computes the minimum and the maximum of a value axis."""

from decimal import Decimal


def from_zero(values: list[Decimal], length: float, margin: float) -> tuple[Decimal, Decimal]:
    """A scale with zero, `length` pixels long, and a margin for what is printed at an end."""
    low, high = min(Decimal(0), *values), max(Decimal(0), *values)
    if low == high:  # nothing but zeros
        high = Decimal(1)
    ends = (low < 0) + (high > 0)
    pixel = (high - low) / Decimal(max(length - ends * margin, length / 4))
    beyond = pixel * Decimal(margin)
    # Decimal rounds sums to 28 digits, perhaps to within the values
    bottom = min(low, low - beyond) if low < 0 else low
    top = max(high, high + beyond) if high > 0 else high
    return bottom, top


def fit_values(values: list[Decimal]) -> tuple[Decimal, Decimal]:
    """Return the scale of a curve: around its values, and from zero where zero is near."""
    low, high = min(values), max(values)
    margin = (high - low) / 8 or abs(high) / 8 or Decimal(1)
    bottom = low - margin
    if 0 <= low <= high - low or bottom < 0 <= low:
        bottom = Decimal(0)
    return min(bottom, low), max(high, high + margin)
