"""Prints a value as words that cite it would: in their notation, with their precision."""

import re
from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from reports.core.citations.holding import CEILINGS, FLOORS, find_grain, holds
from reports.core.citations.ways import Value, Way
from reports.core.figures import Figure, Qualifier, compose, parse_in
from reports.core.figures.typed_text import set_as_typed

NUMBER = re.compile(r"\d(?:[\d.,\u00a0\u202f ]*\d)?")
FINER = Decimal("0.1")
ATTEMPTS = 4  # digits that are added where a value is too small for the precision of the words


def print_value(words: Figure, way: Way, value: Value) -> str:
    """Return the words that print a value in the place of `words`, which print another one.

    They hold for the value; where no number of their precision does, they have more digits.
    """
    if way is Way.SAME and value.figure:
        return value.figure.away_from_column.text
    if way is Way.BARE and value.figure:
        return compose(replace(value.figure, unit=None, printed=None, raw=""))
    grain = find_grain(words) if words.value is not None else Decimal(1)
    text = ""
    for _ in range(ATTEMPTS):
        text = print_rounded(words, value, grain)
        if holds(parse_in(words.locale, text), way, value):
            break
        grain *= FINER
    return text


def print_rounded(words: Figure, value: Value, grain: Decimal) -> str:
    """Return words with a value rounded to a power of ten."""
    is_said = value.is_signed and words.qualifier is not Qualifier.CHANGE
    number = abs(value.number) if is_said else value.number
    if words.qualifier in FLOORS:
        rounding = ROUND_FLOOR
    else:
        rounding = ROUND_CEILING if words.qualifier in CEILINGS else ROUND_HALF_UP
    rounded = (number / grain).to_integral_value(rounding) * grain
    is_scaled = words.has_scale and words.step is not None
    step = min(words.step or Decimal(1), grain) if is_scaled else min(Decimal(1), grain)
    composed = compose(
        replace(
            words, value=rounded, step=step, unit=words.unit, raw="", read_as=None, printed=None
        )
    )
    return keep_notation(words, rounded, composed)


def keep_notation(words: Figure, value: Decimal, composed: str) -> str:
    """Return the words as typed with other digits; where these read otherwise, the composed ones.

    « 2,5 M€ » becomes « 2,6 M€ », and not « 2,6 millions d’euros ».
    """
    digits = NUMBER.search(composed)
    if digits is None or len(NUMBER.findall(words.raw)) != 1:
        return composed
    typed = NUMBER.sub(lambda match: digits[0], words.raw, count=1)
    read = parse_in(words.locale, typed)
    if (read.value, read.unit, read.qualifier) != (value, words.unit, words.qualifier):
        return composed
    return set_as_typed(typed, is_english=words.locale.is_english)
