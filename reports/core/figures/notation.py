"""Rewrites numbers in another country's notation: 1,234.5 or 1.234,5 or 1'234.5.

The form of a figure suggests these readings to the editor.
"""

import re

from reports.core.figures.grammar import plain
from reports.core.figures.locale import current_locale
from reports.core.figures.reading import can_be_read_two_ways, parse

# Groups of thousands behind one sign, then decimals behind another; or groups alone, where they
# are no French decimals.
_FOREIGN = re.compile(
    r"""(?<![\d.,'])
    (?P<whole> [1-9]\d{0,2}
      (?: (?P<sign>[,.'])\d{3} (?:(?P=sign)\d{3})*+ (?=(?!(?P=sign))[.,]\d)
        | (?: (?:\.\d{3})++ | (?:'\d{3})++ | ,\d{3}(?:,\d{3})++ ) (?![.,']) ))
    (?:[.,](?P<decimals>\d++))?+
    (?![\d.,'])""",
    re.VERBOSE,
)

_TWO_WAYS = re.compile(r"([1-9]\d{0,2}),(\d{3})")


def respelt(expression: str) -> list[str]:
    """Return what a text may mean where its notation alone keeps it from being a figure."""
    text = plain(expression)
    if current_locale().is_english:
        meant = [_FOREIGN.sub(_english, text), text.replace(",", ".")]
    else:
        meant = [_FOREIGN.sub(_french, text), text.replace(".", ",")]
        if can_be_read_two_ways(text, current_locale()):
            meant = [_TWO_WAYS.sub(r"\1 \2", text)]
    return [figure for figure in meant if figure != text and parse(figure).is_number]


def _french(found: re.Match[str]) -> str:
    decimals = found["decimals"]
    return re.sub(r"[,.']", " ", found["whole"]) + (f",{decimals}" if decimals else "")


def _english(found: re.Match[str]) -> str:
    decimals = found["decimals"]
    return re.sub(r"[,.']", ",", found["whole"]) + (f".{decimals}" if decimals else "")
