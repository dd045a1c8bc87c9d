"""Keeps the indentation of a file's lines, and which of them follow a blank line.

`flatten_html` removes the indentation by which CommonMark would take HTML for code.
"""

import re
from collections.abc import Iterable

from reports.exchange.importing.rows import Line

STARTS_HTML = re.compile(r"</?[a-zA-Z][a-zA-Z0-9-]*(?=[\s/>])|<!--")
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*+)[^<>]*+>")
VOID = {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
FENCE = re.compile(r"(?:`{3,}|~{3,})")
CODE_COLUMNS = 4  # columns from which CommonMark reads a line after a blank one as code


class Layout:
    """The indentation of the lines of a file by their number, and which follow a blank line."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self.indents: dict[int, int] = {}
        self.after_blank: set[int] = set()
        self.shallow: dict[int, int] = {}
        self.last = 0
        blank = True
        for number, text in lines:
            self.last = number
            if text.strip():
                self.indents[number] = indentation(text)
                if blank:
                    self.after_blank.add(number)
            blank = not text.strip()

    def is_inside(self, opener: int, line: int) -> bool:
        """Return whether there are lines between these two, all deeper than the first."""
        if opener not in self.shallow:
            self.shallow[opener] = self.first_shallow(opener)
        return opener + 1 < line <= self.shallow[opener]

    def first_shallow(self, opener: int) -> int:
        """Return the first line after `opener` that is not deeper, or the one after the last."""
        depth = self.indents.get(opener, 0)
        line = opener + 1
        while line <= self.last and self.indents.get(line, depth + 1) > depth:
            line += 1
        return line


def indentation(text: str) -> int:
    """Return the columns of white space at the beginning of a line; a tab counts up to four."""
    expanded = text.expandtabs(CODE_COLUMNS)
    return len(expanded) - len(expanded.lstrip())


def count_open(text: str) -> int:
    """Return how many more elements a line opens than it closes."""
    tags = (match for match in TAG.finditer(text) if match[2].lower() not in VOID)
    return sum(-1 if match[1] else 1 for match in tags)


def flatten_html(lines: Iterable[Line]) -> list[Line]:
    """Return the lines with raw HTML after a blank line moved to the left margin.

    Jekyll's Markdown reads an HTML element up to its end tag. CommonMark ends HTML at a blank line,
    and would show what is indented after it as code, tags included.
    """
    result: list[Line] = []
    inside = flat = fenced = False
    blank = True
    opened = 0
    for number, text in lines:
        content = text.strip()
        depth = indentation(text)
        if depth < CODE_COLUMNS and FENCE.match(content):
            fenced = not fenced
        if fenced or not content:
            result.append((number, text))
            blank = not content
            continue
        if depth < CODE_COLUMNS:
            if STARTS_HTML.match(content):
                opened = opened if inside and opened > 0 else 0
                inside, flat = True, flat and not blank
            elif blank:
                inside = flat = False
        elif inside and blank:
            flat = opened > 0 or bool(STARTS_HTML.match(content))
        opened += count_open(content)
        result.append((number, content if inside and flat and depth >= CODE_COLUMNS else text))
        blank = False
    return result
