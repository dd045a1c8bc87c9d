"""Chooses and formats the round numbers on a vertical axis."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

STEP_DIGITS = (1, 2, 5, 10)
AXIS_INTERVALS = 4
NARROW = "\u202f"  # no-break, as French groups thousands
MAX_FLAT_RATIO = 4  # zero is left out where the values keep within a fourth of the highest one


def choose_ticks(values: list[Decimal]) -> list[Decimal]:
    """Return ascending round numbers whose first and last enclose all values."""
    low, high = min(values), max(values)
    if (high - low) * MAX_FLAT_RATIO > max(abs(low), abs(high)) or low == high:
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    rough = (high - low) / AXIS_INTERVALS or Decimal(1)
    if all(value == value.to_integral_value() for value in values):
        rough = max(rough, Decimal(1))  # nobody counts half a thing
    magnitude = Decimal(10) ** rough.adjusted()
    step = next(step * magnitude for step in STEP_DIGITS if step * magnitude >= rough)
    first = (low / step).to_integral_value(ROUND_FLOOR)
    last = (high / step).to_integral_value(ROUND_CEILING)
    return [step * n for n in range(int(first), max(int(last), int(first) + 1) + 1)]


def format_number(number: Decimal) -> str:
    """Return an exact number in French: « −12 500,5 »."""
    text = f"{number:,f}" if number else "0"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(",", NARROW).replace(".", ",").replace("-", "−")
