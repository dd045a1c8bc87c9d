"""Recognises mistyped numbers, which differ by two swapped digits or by one digit.

The digits are the evidence, so that few common words are needed. Other rules pair numbers by their
words, and report any difference.
"""

from decimal import Decimal

FEWEST_DIGITS = 3  # fewer are swapped by chance too often
CERTAIN_DIGITS = 4


def spell_digits(value: Decimal, decimals: int) -> str:
    """Return the digits of a number with so many decimals, without its sign and point."""
    return f"{abs(value):.{decimals}f}".replace(".", "")


def spell_both(one: Decimal, other: Decimal) -> tuple[str, str]:
    """Return the digits of two numbers, aligned from the right."""
    decimals = max(count_decimals(one), count_decimals(other))
    return spell_digits(one, decimals), spell_digits(other, decimals)


def count_decimals(value: Decimal) -> int:
    return max(0, -int(value.as_tuple().exponent))


def count_digits(value: Decimal) -> int:
    """Return how many digits a number has before the zeros that it ends in."""
    return len(f"{abs(value):f}".replace(".", "").strip("0"))


def sort_digits(value: Decimal) -> tuple[str, int]:
    """Return a key that numbers share which differ by the order of their digits alone."""
    digits = f"{abs(value):f}".replace(".", "").replace("0", "")
    return "".join(sorted(digits)), value.adjusted()


def is_swapped(one: Decimal, other: Decimal) -> bool:
    """Return whether two digits side by side have changed places: 1 240 for 1 420."""
    a, b = spell_both(one, other)
    if len(a) != len(b) or max(count_digits(one), count_digits(other)) < FEWEST_DIGITS:
        return False
    apart = [place for place, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    return len(apart) == 2 and apart[1] == apart[0] + 1 and sorted(a) == sorted(b)


def is_one_digit_off(one: Decimal, other: Decimal) -> bool:
    """Return whether two numbers of four digits or more differ by one of them."""
    a, b = spell_both(one, other)
    if len(a) != len(b) or min(count_digits(one), count_digits(other)) < CERTAIN_DIGITS:
        return False
    return sum(x != y for x, y in zip(a, b, strict=True)) == 1
