"""Citations in lines of plain words, such as a heading: stored beside the line, not in it.

Beside « 58 services, 58 agents », `<bilan-figure of="r.…" as="same" nth="2">58</bilan-figure>`
cites a figure where « 58 » stands for the second time. Words that the line has no more are cited
no more.
"""

from collections.abc import Iterator
from dataclasses import replace
from html import escape, unescape

from reports.core.text.citations import (
    CITATION,
    EDGE,
    StoredCitation,
    list_citations,
    read_citation,
    write_citation,
)


def cite_line(line: str, stored: str) -> str:
    """Return a line as HTML in which its words are the citations stored beside it."""
    pieces: list[str] = []
    end = 0
    for start, citation in find_places(line, stored):
        if start >= end:
            words = unescape(citation.html)
            cited = replace(citation, html=escape(words, quote=False), occurrence=1)
            pieces += escape(line[end:start], quote=False), write_citation(cited)
            end = start + len(words)
    return "".join((*pieces, escape(line[end:], quote=False)))


def find_places(line: str, stored: str) -> list[tuple[int, StoredCitation]]:
    """Return where in a line its citations begin, from left to right."""
    found = ((find_words(line, each), each) for each in list_citations(stored))
    return sorted((pair for pair in found if pair[0] >= 0), key=lambda pair: pair[0])


def find_words(line: str, citation: StoredCitation) -> int:
    """Return where the words of a citation begin; -1 if the line has them less often."""
    words, place = unescape(citation.html), -1
    for _ in range(citation.occurrence if words else 0):
        place = line.find(words, place + 1)
        if place < 0:
            break
    return place


def split_cited_line(html: str) -> tuple[str, str]:
    """Return the words of the HTML of a line, and its citations as they are stored beside it."""
    line = unescape(EDGE.sub("", html))
    return line, "".join(iterate_stored(html, line))


def iterate_stored(html: str, line: str) -> Iterator[str]:
    for match in CITATION.finditer(html):
        citation = read_citation(match)
        start = len(unescape(EDGE.sub("", html[: match.start()])))
        words = unescape(EDGE.sub("", citation.html))
        earlier = sum(line.startswith(words, place) for place in range(start))
        yield write_citation(replace(citation, occurrence=earlier + 1))
