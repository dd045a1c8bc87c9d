"""Numbers in another country's notation: 1,234.5 or 1.234,5 or 1'234.5."""

import re

from reports.figures.grammar import plain
from reports.figures.reading import parse

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


def respelt(expression: str) -> list[str]:
    """Return what a text may mean where its notation alone keeps it from being a French figure."""
    text = plain(expression)
    meant = [_FOREIGN.sub(_french, text), text.replace(".", ",")]
    return [french for french in meant if french != text and parse(french).is_number]


def _french(found: re.Match[str]) -> str:
    decimals = found["decimals"]
    return re.sub(r"[,.']", " ", found["whole"]) + (f",{decimals}" if decimals else "")
