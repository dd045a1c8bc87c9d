"""Joins rows of one report about the same indicator, such as those of an older and a newer
table.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from cms.frontend.series import measure_of, read_number
from cms.frontend.subjects import KINDS, Figures, Subject
from reports_graphql.relative_words import normalize_words


def join_rows(rows: Iterable[Subject]) -> Iterator[Subject]:
    """Yield the indicators of a report, once each, with the figures of all their rows.

    Rows with figures of the report's year come first, because other years are compared with them. A
    row that could belong to two others is not joined.
    """
    joined: list[Subject] = []
    for row in sorted(rows, key=is_of_other_years):
        places = [place for place, each in enumerate(joined) if can_join(each, row)]
        if len(places) == 1:
            joined[places[0]] = join(joined[places[0]], row)
        else:
            joined.append(row)
    yield from joined


def is_of_other_years(row: Subject) -> bool:
    return row.figures.keys().isdisjoint(KINDS.values())


def can_join(one: Subject, row: Subject) -> bool:
    """Say whether a row is about the same indicator and contradicts none of its figures.

    Without a record, a name such as « Total » may belong to several rows: such a row is only joined
    if all its figures are of other years. Rows of one record that give the same figures under two
    names stay separate.
    """
    shared = one.figures.keys() & row.figures.keys()
    if not (one.record and row.record):
        return bool(row.words) and one.words == row.words and not row.figures
    if one.record != row.record or (shared and one.words != row.words):
        return False
    return all(is_same(one.figures[label], row.figures[label]) for label in shared)


def join(one: Subject, row: Subject) -> Subject:
    """Return the first row with the figures that only the second has, each with its own place."""
    figures = set_places(row.figures, row.place) | one.figures
    restated = set_places(row.restated, row.place) | one.restated
    return replace(one, record=one.record or row.record, figures=figures, restated=restated)


def set_places(figures: Figures, place: str) -> Figures:
    return {label: {"place": place, **figure} for label, figure in figures.items()}


def is_same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Say whether two figures are of one number, or else of the same words."""
    numbers = read_number(one), read_number(other)
    if None in numbers:
        return fold(one["text"]) == fold(other["text"])
    return measure_of(one) == measure_of(other) and numbers[0] == numbers[1]


def fold(words: str) -> str:
    """Return a text without differences of case, accents, spaces and apostrophes."""
    return normalize_words(words, 0)
