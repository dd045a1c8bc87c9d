"""The spaces of French at which a line does not break: before « ; : ? ! » and between thousands."""

import re
from collections.abc import Iterator

from reports.text import notes

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
PIECE = re.compile(r"<(?P<end>/?)(?P<tag>\w++)(?P<attributes>[^<>]*+)>|(?P<words>[^<]++|<)")
LANG = re.compile(r"\blang=\"([\w-]*)\"")
INLINE = {
    *("a", "abbr", "b", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "samp"),
    *("small", "span", "strong", "sub", "sup", "u"),
}
NOTE = notes.ELEMENT.partition("-")[0]
VERBATIM = {"code", "pre", "kbd", "samp"}
SKIPPED = "\ufffc"  # stands for each character that is no French


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


def set_spaces(text: str) -> str:
    """Return a text with the spaces of print. Nothing else changes, so no word does."""
    return replace_signs(text, find_breaking_spaces(text))


def set_html_spaces(html: str) -> str:
    """Return rich text with the spaces of print, but for code and what is in other languages."""
    found: dict[int, str] = {}
    for line, places in iterate_html_lines(html):
        found |= {places[n]: space for n, space in find_breaking_spaces(line).items()}
    return replace_signs(html, found)


def iterate_html_lines(html: str) -> Iterator[tuple[str, list[int]]]:
    """Yield the lines of rich text without tags, and where each of their characters stands."""
    line: list[str] = []
    places: list[int] = []
    around: list[tuple[list[str], list[int]]] = []  # what a note interrupts
    skipped: list[str] = []  # open tags whose words are no French, and all tags in them
    for piece in PIECE.finditer(html):
        if words := piece["words"]:
            line.append(SKIPPED * len(words) if skipped else words.replace("\n", " "))
            places += range(piece.start(), piece.end())
            continue
        tag = piece["tag"].lower()
        if tag == NOTE and not piece["end"]:
            around.append((line, places))
            line, places = [], []
        elif tag not in INLINE:
            yield "".join(line), places
            line, places = around.pop() if tag == NOTE and around else ([], [])
        if piece["end"]:
            if tag in skipped:
                del skipped[len(skipped) - 1 - skipped[::-1].index(tag) :]
        elif tag != "br" and (skipped or is_skipped(tag, piece["attributes"])):
            skipped.append(tag)
    yield "".join(line), places


def is_skipped(tag: str, attributes: str) -> bool:
    """Whether what stands in a tag is code or in another language."""
    language = LANG.search(attributes)
    return tag in VERBATIM or (language is not None and not language[1].lower().startswith("fr"))


def replace_signs(text: str, signs: dict[int, str]) -> str:
    """Return a text with other characters at some places."""
    characters = list(text)
    for place, sign in signs.items():
        characters[place] = sign
    return "".join(characters)
