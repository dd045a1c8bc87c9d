"""Writes CSV (RFC 4180, UTF-8) that spreadsheets open safely."""

import csv
import io
import re
from collections.abc import Iterable

MARK = "\ufeff"  # without it, spreadsheets do not read UTF-8
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "＝", "＋", "－", "＠")
NUMBER = re.compile(r"[-+]?[0-9](?:[0-9 \u00a0\u202f.,]*[0-9])?[ \u00a0\u202f]?[%€]?")


def write_csv(head: Iterable[str], lines: Iterable[Iterable[str | int | None]]) -> bytes:
    """Return a CSV file of a heading and lines. Missing values are empty."""
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\r\n")
    for line in (head, *lines):
        writer.writerow([escape_formula("" if cell is None else str(cell)) for cell in line])
    return f"{MARK}{page.getvalue()}".encode()


def escape_formula(text: str) -> str:
    """Return the text escaped so that spreadsheets do not run it as a formula.

    A plain number stays one.
    """
    begins = text.startswith(("\t", "\r", "\n")) or text.lstrip().startswith(FORMULA)
    return f"'{text}" if begins and not NUMBER.fullmatch(text) else text
