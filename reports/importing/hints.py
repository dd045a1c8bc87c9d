"""Callouts that begin and end on lines of their own.

They are GitBook's hints (`{% hint style="info" %}` … `{% endhint %}`) and the containers of
Docusaurus and VitePress (`:::info` … `:::`).
"""

import re
from collections.abc import Sequence

from reports.importing.rows import Line

MARKS = (  # how each kind begins and ends
    (
        re.compile(r"^\s*\{%-?\s*hint\b[^%{}]*%\}\s*$"),
        re.compile(r"^\s*\{%-?\s*endhint\s*-?%\}\s*$"),
    ),
    (
        re.compile(r"^:::[ \t]*(?:info|note|tip|warning|danger|caution|important|success)\s*$"),
        re.compile(r"^:::\s*$"),
    ),
)
OPENING = '<div class="fr-callout">'


def frame_hints(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with callouts in the place of hints that begin and end."""
    framed: list[Line] = []
    ends = find_ends([text for _, text in lines])
    for place, (number, text) in enumerate(lines):
        if place in ends:
            framed += [(number, OPENING), (number, "")]
        elif place in ends.values():
            framed += [(number, ""), (number, "</div>"), (number, "")]
        else:
            framed.append((number, text))
    return framed


def find_ends(texts: Sequence[str]) -> dict[int, int]:
    """Return, by the place of the line that begins a hint, that of the line that ends it."""
    ends: dict[int, int] = {}
    for begin, end in MARKS:
        begun: int | None = None
        for place, text in enumerate(texts):
            if begin.match(text):
                begun = place
            elif end.match(text) and begun is not None:
                ends[begun] = place
                begun = None
    return ends


def remove_hints(text: str) -> str:
    """Return a text without the lines that begin and end its hints."""
    lines = text.split("\n")
    ends = find_ends(lines)
    marks = {*ends, *ends.values()}
    return "\n".join("" if place in marks else line for place, line in enumerate(lines))
