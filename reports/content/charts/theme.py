"""The common style of all charts, and the format of their numbers in French and English."""

from typing import Any

from reports.content.charts.labels import LINE_PIXELS
from reports.core.figures.typography import MINUS, NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE

INK = "#767676"  # words and lines: 4.5:1 on white, 4:1 on the dark #161616
RULE = "#76767655"
TEXT_PIXELS = 14
# A page may have letters that are broader than those of the server that measured the words.
PADDING = {"left": 16, "top": 5, "right": 12, "bottom": 5}

# As `reports.core.figures.typography` writes them. d3's own French has another space.
FRENCH_NUMBERS = {
    "decimal": ",",
    "thousands": NARROW_NO_BREAK_SPACE,
    "grouping": [3],
    "currency": ["", f"{NO_BREAK_SPACE}€"],
    "minus": MINUS,
}
ENGLISH_NUMBERS = {
    "decimal": ".",
    "thousands": ",",
    "grouping": [3],
    "currency": ["£", ""],
    "minus": MINUS,
}

_WORDS = {"labelColor": INK, "labelFontSize": TEXT_PIXELS, "labelLimit": 0}
_TITLE = {
    "titleColor": INK,
    "titleFontSize": TEXT_PIXELS,
    "titleFontWeight": "normal",
    "titleLimit": 0,
}
_LINES = {"domainColor": INK, "tickColor": INK}

_STYLE: dict[str, Any] = {
    "font": "Marianne, Arial, sans-serif",
    "view": {"stroke": None},
    "axis": {**_WORDS, **_TITLE, **_LINES, "labelLineHeight": LINE_PIXELS},
    "legend": {**_WORDS, "symbolSize": 180, "rowPadding": 6, "columnPadding": 24},
    "text": {"color": INK, "fontSize": TEXT_PIXELS},
    "title": {"color": INK, "fontSize": TEXT_PIXELS + 2, "anchor": "start"},
}


def build_config(is_english: bool) -> dict[str, Any]:
    """Return the part of a specification that all charts of a language share."""
    return {"locale": {"number": ENGLISH_NUMBERS if is_english else FRENCH_NUMBERS}, **_STYLE}
