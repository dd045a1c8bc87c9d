"""Prints a figure as it was typed, with the spaces and signs of its language's typography.

Spaces become no-break spaces, a dash before a number the minus sign, an apostrophe the typographic
one. French sets a no-break space before `%` and money, and narrow ones in five digits and more. No
word, no digit and no group of digits is dropped.
"""

import re
from functools import lru_cache

from reports.core.figures.print_style import (
    APOSTROPHE,
    MINUS,
    NARROW_NO_BREAK_SPACE,
    NO_BREAK_SPACE,
)

_APOSTROPHES = str.maketrans({"'": APOSTROPHE, "\u02bc": APOSTROPHE})
_DASH = "[-\u2010-\u2015\u2212]"
_MONEY = "[€£$]"
# A dash between two numbers is no minus: 15 - 20.
_MINUS_SIGN = re.compile(
    rf"\A{_DASH}(?=\ ?{_MONEY}?[0-9]) | (?<=[^\W\d]\ ){_DASH}(?={_MONEY}?[0-9])"
    rf"| (?<=[(→]){_DASH}(?={_MONEY}?[0-9]) | (?<=→\ ){_DASH}(?={_MONEY}?[0-9])",
    re.VERBOSE,
)
_GROUP = re.compile(r"(?<=[0-9]) (?=[0-9]{3}(?![0-9]))")
# Two numbers may stand on two lines: the words between them follow an ordinary space.
_BETWEEN = r"(?:à|et|ou|sur|puis|to|and|or|in|out)\b"
_JOINED = re.compile(
    rf"\ (?=[%‰€£$/(]) | (?<=[€£$/~≈<>≤≥+×{MINUS}])\ (?=[0-9])"
    rf"| (?<=[0-9])\ (?!{_BETWEEN})(?=[^\W\d])"
    rf"| (?<=[^\W\d])\ (?=[+~≈<>≤≥×{MINUS}]?{_MONEY}?[0-9])",
    re.VERBOSE,
)
_UNGROUPED = re.compile(r"(?<![0-9.,\u202f])[0-9]{5,}+")
_GLUED = re.compile(r"(?<=[0-9])(?=(?:k|m|mds?)?[%€£$])", re.IGNORECASE)


@lru_cache(maxsize=4096)
def set_as_typed(text: str, *, is_english: bool) -> str:
    """Return an expression with the spaces and the signs of print, the rest as typed."""
    line = " ".join(text.split()).translate(_APOSTROPHES)
    line = _MINUS_SIGN.sub(MINUS, line)
    line = _JOINED.sub(NO_BREAK_SPACE, _GROUP.sub(NARROW_NO_BREAK_SPACE, line))
    if is_english:
        return line
    return _GLUED.sub(NO_BREAK_SPACE, _UNGROUPED.sub(group_thousands, line))


def group_thousands(digits: re.Match[str]) -> str:
    """Return digits in groups of three from the right."""
    text = digits[0]
    first = len(text) % 3
    groups = [text[:first], *(text[at : at + 3] for at in range(first, len(text), 3))]
    return NARROW_NO_BREAK_SPACE.join(filter(None, groups))
