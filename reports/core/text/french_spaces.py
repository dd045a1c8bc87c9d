"""Sets the no-break spaces of French: before « ; : ? ! » and between thousands."""

import re
from collections.abc import Iterator

from reports.core.text.edits import Change, Edit, apply_edits
from reports.core.text.html_lines import iterate_html_lines, sort_edits

NARROW, WIDE = "\u202f", "\u00a0"
EURO = r"(?:(?:[kKM]|Mds?|Mrd)\s?)?€"
THOUSANDS = re.compile(r"(?<![\d,.])\d{1,3} \d{3}(?: \d{3})*(?!\d)")
SPACES = (
    (re.compile(r"(?<=\S) (?=[;?!]+(?:[^\w)(-]|$))"), NARROW),
    (re.compile(r"(?<=\S) (?=:(?:\s|$))"), WIDE),
    (re.compile(rf"(?<=\S) (?=%|{EURO})"), WIDE),
    (re.compile(r"(?<=\S) (?=»)"), NARROW),
    (re.compile(r"(?<=«) (?=\S)"), NARROW),
    (re.compile(r"\b[nN]° (?=\d)"), WIDE),
)
"""Ordinary spaces, each the last character of what is found, and what print has there."""


def format_count(number: int) -> str:
    """Return a count as French print has it: « 12 345 », with narrow spaces."""
    return f"{number:_}".replace("_", NARROW)


def find_breaking_spaces(text: str) -> dict[int, str]:
    """Return the places of ordinary spaces where a line must not break, and what print has there.

    The places of one number are those of all spaces in it.
    """
    found = {
        match.end() - 1: space for pattern, space in SPACES for match in pattern.finditer(text)
    }
    for number in THOUSANDS.finditer(text):
        found |= dict.fromkeys(
            (number.start() + n for n, sign in enumerate(number[0]) if sign == " "), NARROW
        )
    return found


def fix_breaking_spaces(text: str) -> Iterator[Change]:
    """Yield the ordinary spaces of a line at which it must not break, as print has them."""
    for place, space in sorted(find_breaking_spaces(text.replace("\n", " ")).items()):
        yield (Edit(place, place + 1, space),)


def set_spaces(text: str) -> str:
    """Return a text with the spaces of print. Nothing else changes, so no word does."""
    return replace_signs(text, find_breaking_spaces(text))


def set_html_spaces(html: str) -> str:
    """Return rich text with the spaces of print, but for code and what is in other languages."""
    edits: list[Edit] = []
    for line in iterate_html_lines(html):
        for place, space in find_breaking_spaces(line.native.replace("\n", " ")).items():
            edits += line.to_html(Edit(place, place + 1, space))
    return apply_edits(html, sort_edits(edits))


def replace_signs(text: str, signs: dict[int, str]) -> str:
    """Return a text with other characters at some places."""
    characters = list(text)
    for place, sign in signs.items():
        characters[place] = sign
    return "".join(characters)
