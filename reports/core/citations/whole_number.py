"""Finds the number that readers read where words of it cite a figure: « 580 », « 58 millions »."""

import re

from reports.core.figures import parse, split

DIGITS_BEFORE = re.compile(r"(?<![0-9])(?:[0-9]+[.,]?|[0-9]{1,3}\s)$")
DIGITS_AFTER = re.compile(r"[.,]?[0-9]+|\s[0-9]{3}(?![0-9])")
DIGIT = re.compile(r"[0-9]")


def find_touching_digits(before: str, words: str, after: str) -> tuple[str, str]:
    """Return the digits before and after words that are one number with them, or nothing."""
    if not words[:1].isdigit() and not words[-1:].isdigit():
        return "", ""
    first = DIGITS_BEFORE.search(before) if words[:1].isdigit() else None
    if first and first[0][-1].isspace() and not DIGITS_AFTER.fullmatch(f" {words}"):
        first = None  # only thousands are grouped by a space
    last = DIGITS_AFTER.match(after) if words[-1:].isdigit() else None
    return first[0] if first else "", last[0] if last else ""


def find_scale(words: str, after: str) -> str:
    """Return what follows a number and makes another value of it, as « millions » does."""
    phrase = split(f"{words}{after}")
    scale = phrase.expression.removeprefix(words)
    is_longer = phrase.is_led and phrase.expression.startswith(words) and bool(scale)
    if not is_longer or DIGIT.search(scale):
        return ""
    return scale if parse(phrase.expression).value != parse(words).value else ""
