"""Parse a French expression, such as « Plus de 18 000 », into a figure."""

import re
from dataclasses import replace
from functools import lru_cache

from reports.figures.figure import Figure
from reports.figures.grammar import ABSENCES, FORMS, LONGEST, plain
from reports.figures.measure import Measure
from reports.figures.parts import Qualifier, State, Unit


def parse(expression: str, read_as: str | None = None) -> Figure:
    """Parse a whole expression as one figure. It never raises, and keeps it as typed in `raw`.

    What cannot be read to its last character is TEXT: `442 organisations` is, for its words belong
    beside the figure (see `phrase.split`), and so is anything longer than `LONGEST`.

    `read_as` is a second expression, from which every part is read in place of the first. One that
    reads as TEXT says that the first is words, and it is then typeset as typed; a blank one
    corrects nothing and is dropped.

    Two numbers are a RANGE or a passage, FROM_TO. The words of the expression decide: `entre 3 et
    5` is a range, `passé de 3 à 5` and `3 → 5` are passages. Without them the numbers do: nobody
    prints a range downwards, so `de 3 à 1 mois` is a passage and `de 10 à 20 agents` a range.
    """
    return _read(expression, read_as)


def from_stored(stored: object) -> Figure:
    """Return the figure of a stored form: a text, a mapping of `raw` and `read_as`, or None.

    Never raises: anything else was stored by mistake and becomes its own text.
    """
    match stored:
        case None:
            return parse("")
        case str():
            return parse(stored)
        case {"raw": str(raw), **rest} if not rest:
            return parse(raw)
        case {"raw": str(raw), "read_as": str() | None as read_as, **rest} if not rest:
            return parse(raw, read_as)
    try:
        return Figure(str(stored))
    except RecursionError:
        return parse("")


# Typed, because a subclass of str that marks safe HTML must not answer for the equal plain text.
@lru_cache(maxsize=4096, typed=True)
def _read(expression: str, read_as: str | None) -> Figure:
    if read_as is not None and read_as.strip():
        return replace(_read(read_as, None), raw=expression, read_as=read_as)
    typed = expression.strip()
    if not typed:
        return Figure(expression, state=State.EMPTY)
    if len(typed) > LONGEST:
        return Figure(expression)
    text = plain(typed)
    if absence := ABSENCES.get(text.lower()):
        return Figure(expression, state=absence)
    for form in FORMS:
        found = form.pattern.fullmatch(text)
        figure = found and _figure(expression, form.qualifier, found)
        if figure:
            return figure
    return Figure(expression)


def _figure(expression: str, qualifier: Qualifier, match: re.Match[str]) -> Figure | None:
    """The figure in a match of one of the forms, unless its parts contradict one another."""
    groups = match.groupdict()
    start = Measure.from_match(match)
    end = Measure.from_match(match, "_to") if "number_to" in groups else None
    if end is not None:
        if start.is_year or end.is_year:
            return None
        if qualifier is Qualifier.RATIO and start.value > end.value:
            return None
        start = start.before(end)
        if start.unit is not end.unit:
            return None
    if qualifier is Qualifier.RANGE and _descends(start, end) and not groups.get("between"):
        qualifier = Qualifier.FROM_TO
    if start.unit is Unit.PERCENT and (start.scale or (end and end.scale)):
        return None
    return Figure(
        expression,
        value=start.value,
        value_to=end.value if end else None,
        step=start.step,
        unit=start.unit,
        qualifier=qualifier,
        state=State.PROVISIONAL if groups["provisional"] else State.VALUE,
    )


def _descends(start: Measure, end: Measure | None) -> bool:
    return end is not None and start.value > end.value
