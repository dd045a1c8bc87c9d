"""Finds changes from one number to another in a clause: "from 350 in 2023 to 380"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from reports.core.figures import Figure, Qualifier, compose, parse
from reports.core.figures.locale import current_locale
from reports.core.reading.statement import split_figures

YEAR = r"(?:(?:in|en)\s(?:19|20)\d\d(?:[-–/]\d\d)?,?\s)?"
FROM = re.compile(r"\b(?:from|de)\s$", re.IGNORECASE)
TO = re.compile(rf"\s(?:[^\W\d_]{{1,20}}\s){{0,3}}{YEAR}(?:to|à)\s", re.IGNORECASE)
OPENING = re.compile(r"[^\d£$€]+")
SAID = ("from ", "de ", "passant de ")


Piece = tuple[str, Figure, str]  # the words before, and those after


@dataclass(frozen=True)
class Passage:
    """The two numbers of « de 350 à 380 », with the words before and after them."""

    start: Figure
    end: Figure
    before: str
    after: str
    raw: str


def find_passages(words: str) -> Iterator[Passage]:
    """Yield the passages of a clause from one exact number to another of the same unit."""
    pieces = [(b, parse(raw), a) for b, raw, a in split_figures(words, current_locale())]
    for before, figure, after in pieces:
        if is_passage(figure):
            start, end = take_end(figure, figure.value), take_end(figure, figure.value_to)
            opening = OPENING.match(figure.raw)  # of "fell from 350 to 380"
            lead = before + FROM.sub("", opening[0]) if opening else before
            yield Passage(start, end, lead, after, figure.raw.strip())
    for first, second in pairwise(pieces):
        (before, start, _), (_, end, after) = first, second
        exact = {start.qualifier, end.qualifier} == {Qualifier.EXACT}
        if exact and start.unit is end.unit and is_joined(first, second):
            raw = f"from {start.raw.strip()} to {end.raw.strip()}"
            yield Passage(start, end, FROM.sub("", before), after, raw)


def is_joined(first: Piece, second: Piece) -> bool:
    """Return whether nothing but a year, a noun and « à » stands between two figures that begin
    with « de »: "from 350 in 2023 to 380".
    """
    (before, start, _), (upto, _, _) = first, second
    between = upto[len(before) + len(start.raw) :]
    return FROM.search(before) is not None and TO.fullmatch(between) is not None


def is_passage(figure: Figure) -> bool:
    """Return whether an expression states both ends: « de 350 à 380 »."""
    return figure.qualifier is Qualifier.FROM_TO or (
        figure.qualifier is Qualifier.RANGE and figure.raw.strip().lower().startswith(SAID)
    )


def take_end(passage: Figure, value: Decimal | None) -> Figure:
    """Return one of the two numbers of a passage as a figure of its own."""
    step = Decimal(1).scaleb(min(0, int((value or Decimal()).as_tuple().exponent)))
    step = max(step, passage.step) if passage.step and passage.step >= 1 else step
    end = replace(
        passage, qualifier=Qualifier.EXACT, value=value, value_to=None, step=step, words=""
    )
    return replace(end, raw=compose(end))
