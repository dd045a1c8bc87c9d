"""Repairs Markdown table rows that are split in two or too long, before a parser sees them.

Parsers drop cells beyond the header; here nothing is dropped.
"""

import re

from reports.exchange.importing.findings import Notice

DELIMITER = re.compile(r"^\s*+\|?+\s*+:?-++:?\s*+([|+]\s*+:?-++:?\s*+)*+\|?\s*+$")
PIPE = re.compile(r"(?<!\\)\|")

Line = tuple[int, str]  # number in the file, text


def count_cells(line: str) -> int:
    """Return the number of cells of a Markdown row."""
    text = line.strip()
    return len(PIPE.findall(text.removeprefix("|").removesuffix("|"))) + 1


def mend_rows(lines: list[Line]) -> tuple[list[Line], list[Notice]]:
    """Return the lines with each table row on one line, and headers as wide as the widest row."""
    mended: list[Line] = []
    notices: list[Notice] = []
    position = 0
    while position < len(lines):
        if not is_table(lines, position):
            mended.append(lines[position])
            position += 1
            continue
        end = position + 2
        while end < len(lines) and "|" in lines[end][1] and lines[end][1].strip():
            end += 1
        rows = join_row(lines[position + 2 : end], count_cells(lines[position][1]), notices)
        mended += widen_row(lines[position], lines[position + 1], rows, notices)
        position = end
    return mended, notices


def is_table(lines: list[Line], position: int) -> bool:
    return (
        "|" in lines[position][1]
        and position + 1 < len(lines)
        and "|" in lines[position + 1][1]
        and DELIMITER.match(lines[position + 1][1]) is not None
    )


def join_row(rows: list[Line], width: int, notices: list[Notice]) -> list[Line]:
    """Join a row that ends too early with the next one, if both make one row of this width."""
    joined: list[Line] = []
    for number, text in rows:
        if joined:
            last_number, last = joined[-1]
            whole = f"{last.rstrip()} {text.strip()}"
            short = not last.rstrip().endswith("|") and count_cells(last) < width
            if short and count_cells(whole) == width:
                joined[-1] = (last_number, whole)
                notices.append(Notice(last_number, "ligne de tableau coupée en deux : recollée."))
                continue
        joined.append((number, text))
    return joined


def widen_row(head: Line, rule: Line, rows: list[Line], notices: list[Notice]) -> list[Line]:
    """Return a table whose header has columns without heading for all surplus cells."""
    width = count_cells(head[1])
    rule = (rule[0], rule[1].replace("+", "|"))  # kramdown's own corners
    widest = max([width, *(count_cells(text) for _, text in rows)])
    for number, text in rows:
        if count_cells(text) != width:
            notices.append(
                Notice(
                    number, f"tableau irrégulier : {count_cells(text)} cellules au lieu de {width}."
                )
            )
    if widest == width:
        return [head, rule, *rows]
    more = widest - width
    return [
        (head[0], head[1].rstrip().removesuffix("|") + "|" + " |" * more),
        (rule[0], rule[1].rstrip().removesuffix("|") + "|" + " --- |" * more),
        *rows,
    ]
