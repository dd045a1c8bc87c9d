"""Converts marks of Markdown dialects: callouts, tabs, task boxes and captions of tables.

Callouts have a line of their own at both ends: GitBook's hints (`{% hint style="info" %}` … `{%
endhint %}`) and the containers of Docusaurus and VitePress (`:::info` … `:::`).
"""

import re
from collections.abc import Sequence

from reports.exchange.importing.rows import Line

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
TAB = re.compile(r"^\s*\{%-?\s*(?:end)?tabs?\b[^%{}]*%\}\s*$")
TAB_TITLE = re.compile(r"\btitle=[\"']([^\"'%{}]*)[\"']")
TASK = re.compile(r"^(\s*(?:[-*+]|\d{1,9}[.)])[ \t]+)\[([ xX])\](?=[ \t]+\S)")
DONE, OPEN = "☑", "☐"
CAPTION = re.compile(r"^Table:(?=[ \t]+\S)")
OPENING = '<div class="fr-callout">'


def frame_hints(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with callouts in place of complete hints.

    GitBook's tabs become their titles, each a paragraph of its own; task boxes become signs.
    Pandoc's captions get their short marker, `:`.
    """
    framed: list[Line] = []
    texts = [text for _, text in lines]
    ends, captions = find_ends(texts), find_captions(texts)
    for place, (number, text) in enumerate(lines):
        if place in ends:
            framed += [(number, OPENING), (number, "")]
        elif place in ends.values():
            framed += [(number, ""), (number, "</div>"), (number, "")]
        elif TAB.match(text):
            framed += [(number, ""), (number, read_tab(text)), (number, "")]
        else:
            framed.append((number, show_line(text, place in captions)))
    return framed


def find_ends(texts: Sequence[str]) -> dict[int, int]:
    """Return, by the place of a line that begins a hint, the place of the line that ends it."""
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
    """Return a text without the marks of its hints, with tabs and tasks as in `frame_hints`."""
    lines = text.split("\n")
    ends, captions = find_ends(lines), find_captions(lines)
    marks = {*ends, *ends.values()}
    return "\n".join(
        "" if place in marks else show_line(line, place in captions)
        for place, line in enumerate(lines)
    )


def find_captions(texts: Sequence[str]) -> set[int]:
    """Return the places of lines `Table: …` next to a table, perhaps with a blank line between.

    Right below words, such a line continues them.
    """
    places = [
        place
        for place, text in enumerate(texts)
        if CAPTION.match(text) and not (place and texts[place - 1].strip())
    ]
    return {
        place
        for place in places
        if any("|" in text for text in texts[max(0, place - 2) : place + 3] if text != texts[place])
    }


def show_line(line: str, is_caption: bool) -> str:
    """Return a line with the marks of tabs, captions and tasks converted."""
    if TAB.match(line):
        return f"\n{read_tab(line)}\n"
    # A bare `:` would make a definition of the caption, and a term of the paragraph above it.
    return CAPTION.sub(r"\\:", line) if is_caption else TASK.sub(draw_box, line)


def read_tab(line: str) -> str:
    """Return the title that a tab has, as a line in bold."""
    title = TAB_TITLE.search(line)
    return f"**{title[1].strip()}**" if title and title[1].strip() else ""


def draw_box(task: re.Match[str]) -> str:
    return f"{task[1]}{OPEN if task[2] == ' ' else DONE}"
