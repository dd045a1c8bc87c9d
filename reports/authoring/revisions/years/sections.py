"""Matches the sections of two reports: kept, renamed, new or removed."""

from collections.abc import Sequence

from reports.core.comparison.dates import shift_years
from reports.core.comparison.subject import meaningful_stems
from reports.core.document.pairing import Pair, pair_items
from reports.core.reading import Reading
from reports.core.reading.parts import Heading
from reports.core.text.stems import fold_accents

Dated = tuple[int, Heading]
# How many of the words of two titles must be the same for one to be the other renamed.
MIN_LIKENESS = 0.5


def pair_sections(report: Reading, other: Reading) -> list[Pair[Heading]]:
    """Pair the headings of `other` and `report`; removed ones come at their old position."""
    then = [(other.year, heading) for heading in other.headings]
    now = [(report.year, heading) for heading in report.headings]
    alone = [
        pair
        for pair in pair_items(then, now, get_title_key, get_stems)
        if not (pair.before and pair.after)
    ]
    names = match_renamed(
        [pair.before for pair in alone if pair.before], [pair.after for pair in alone if pair.after]
    )
    return [
        Pair(
            pair.before and pair.before[1],
            pair.after and pair.after[1],
            pair.was,
            pair.now,
            pair.moved,
        )
        for pair in pair_items(
            then, now, get_title_key, get_stems, lambda dated: names.get(id(dated[1]))
        )
    ]


def get_title_key(dated: Dated) -> tuple[object, ...]:
    """Return the key of a heading in both reports: its years are relative to the report's year."""
    year, heading = dated
    stems, years = shift_years(heading.text, year)
    return heading.level, stems or fold_accents(heading.text), years


def get_stems(dated: Dated) -> tuple[str, ...]:
    """Return the word stems of a heading."""
    return meaningful_stems(dated[1].text)


def match_renamed(gone: Sequence[Dated], new: Sequence[Dated]) -> dict[int, int]:
    """Return a common name for each new heading and the removed one that it most resembles."""
    names: dict[int, int] = {}
    for _, heading in new:
        close = [
            (measure_likeness(heading, old), -rank, old)
            for rank, (_, old) in enumerate(gone)
            if old.level == heading.level and id(old) not in names
        ]
        best = max(close, default=None, key=lambda each: each[:2])
        if best and best[0] >= MIN_LIKENESS:
            names[id(heading)] = names[id(best[2])] = id(heading)
    return names


def measure_likeness(one: Heading, other: Heading) -> float:
    """Return the share of words that two headings have in common."""
    a, b = set(meaningful_stems(one.text)), set(meaningful_stems(other.text))
    return len(a & b) / len(a | b) if a and b else 0
