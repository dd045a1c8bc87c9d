"""Reports to try the rules of citations on: a table of figures, and a sentence that cites them."""

from typing import Any
from uuid import UUID

from reports.core.document import read
from reports.core.figure_addresses import PlaceAddress
from reports.core.figure_addresses.resolving import get_places
from reports.core.figures import parse
from reports.core.reading import Reading
from reports.core.reading.parts import Text
from reports.core.reading.place import WHOLE
from reports.core.text.citations import StoredCitation, write_citation
from reports.core.text.cited_lines import split_cited_line
from reports.core.text.rich_text import plain
from tests.reports.checks.build import data_table, heading, prose, report

KEY = UUID("6d9f1c0e-1111-4222-8333-444455556666")
ELSEWHERE = f"r.{'A' * 22}.2023.absent"


def cited(
    sentence: str,
    *figures: str,
    elsewhere: str = "",
    in_introduction: bool = False,
    in_heading: bool = False,
) -> Reading:
    """Return the reading of a report with one table row, whose cells are `figures`.

    In the sentence, `[58|same|0]` cites the first of them, and `[12|difference|0 1]` two;
    `[58|same|x]` cites a figure of another report, which is `elsewhere` or not to be seen.
    The sentence is a block, a heading, or the introduction.
    """
    columns = ("Nombre", *(f"Colonne {rank}" for rank in range(len(figures))))
    table = data_table(columns, ("Services suivis", *figures))
    stored = [{"type": table[0], "value": table[1], "id": "data_table-1"}]
    places = [place for place in get_places(read(stored)) if place.figure]
    addresses = [str(PlaceAddress(KEY, place.pointer, year=2024)) for place in places]
    known: dict[str, Any] = {ELSEWHERE: parse(elsewhere)} if elsewhere else {}
    words = write(sentence, addresses)
    if in_heading:
        line, citations = split_cited_line(words)
        kind, value = heading(line)
        beside = {**value, "cited": citations}
        return report((kind, beside), table, key=KEY, cited_figures=known)
    html = f"<p>{words}</p>"
    if not in_introduction:
        return report(prose(html), table, key=KEY, cited_figures=known)
    reading = report(table, key=KEY, cited_figures=known)
    reading.beside = [Text(WHOLE.below("Chapô"), "introduction", plain(html), html)]
    return reading


def write(sentence: str, addresses: list[str]) -> str:
    """Return a sentence with elements in the place of its brackets."""
    words, *rest = sentence.split("[")
    for piece in rest:
        inner, _, after = piece.partition("]")
        said, way, ranks = inner.split("|")
        named = (ELSEWHERE if rank == "x" else addresses[int(rank)] for rank in ranks.split())
        words += write_citation(StoredCitation(tuple(named), way, said)) + after
    return words
