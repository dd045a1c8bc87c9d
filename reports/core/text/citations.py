"""Parses and writes citations in rich text: numbers that name the figures that they repeat.

In `<p>Nous suivons <bilan-figure of="r.…" as="same">58</bilan-figure> services.</p>` the words of
the element are what a reader reads, and its attributes say where that number comes from.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape, unescape

ELEMENT = "bilan-figure"
ADDRESSES, WAY, OCCURRENCE = "of", "as", "nth"
"""The attributes: the addresses of the figures, separated by spaces, how they are printed, and for
a line, which of the places with these words it is, from 1.
"""
# Linear: an attempt ends where the next one may begin.
CITATION = re.compile(
    rf"<{ELEMENT}\b([^<>]*)>([^<]*+(?:<(?!/?{ELEMENT}\b)[^<]*+)*+)</{ELEMENT}>", re.ASCII
)
EDGE = re.compile(rf"</?{ELEMENT}\b[^<>]*>", re.ASCII)
ATTRIBUTE = re.compile(rf'\b({ADDRESSES}|{WAY}|{OCCURRENCE})="([^"]*)"', re.ASCII)
NUMBER = re.compile(r"[1-9]\d{0,3}", re.ASCII)


@dataclass(frozen=True, slots=True)
class StoredCitation:
    """A citation as it is stored: texts of addresses, the name of a way, words as inline HTML.

    Nothing is checked: `reports.core.citations` reads the addresses and the way. `occurrence` says
    which of the places with these words it is, for lines (`cited_lines`).
    """

    addresses: tuple[str, ...]
    way: str
    html: str
    occurrence: int = 1


def has_citations(html: str) -> bool:
    return ELEMENT in html


def list_citations(html: str) -> list[StoredCitation]:
    """Return the citations of rich text, in order."""
    return [read_citation(match) for match in CITATION.finditer(html)] if ELEMENT in html else []


def read_citation(match: re.Match[str]) -> StoredCitation:
    given = {name: unescape(value) for name, value in ATTRIBUTE.findall(match[1])}
    addresses = tuple(given.get(ADDRESSES, "").split())
    number = given.get(OCCURRENCE, "")
    occurrence = int(number) if NUMBER.fullmatch(number) else 1
    return StoredCitation(addresses, given.get(WAY, ""), match[2], occurrence)


def replace_citations(html: str, write: Callable[[StoredCitation], str]) -> str:
    """Return rich text with something else in the place of each citation; broken ones are words."""
    if not has_citations(html):
        return html
    pieces: list[str] = []
    end = 0
    for match in CITATION.finditer(html):
        pieces += EDGE.sub("", html[end : match.start()]), write(read_citation(match))
        end = match.end()
    return "".join((*pieces, EDGE.sub("", html[end:])))


def write_citation(citation: StoredCitation) -> str:
    """Return the element of a citation; its words alone if it has no address."""
    if not citation.addresses:
        return citation.html
    addresses = escape(" ".join(citation.addresses))
    number = f' {OCCURRENCE}="{citation.occurrence}"' if citation.occurrence > 1 else ""
    return (
        f'<{ELEMENT} {ADDRESSES}="{addresses}" {WAY}="{escape(citation.way)}"{number}>'
        f"{citation.html}</{ELEMENT}>"
    )
