"""The sections of two reports: kept, renamed, new or gone."""

from collections.abc import Sequence

from reports.checks.comparing.dates import shifted
from reports.checks.comparing.subject import stemmed
from reports.checks.reading import Reading
from reports.checks.reading.parts import Heading
from reports.revisions.pairing import Pair, paired
from reports.search.stems import folded

Dated = tuple[int, Heading]
KIN = 0.5  # how many of the words of two titles must be the same for one to be the other renamed


def sections(report: Reading, other: Reading) -> list[Pair[Heading]]:
    """Headings of `other` and of `report`, paired; those that are gone stand where they stood."""
    then = [(other.year, heading) for heading in other.headings]
    now = [(report.year, heading) for heading in report.headings]
    alone = [pair for pair in paired(then, now, title, words) if not (pair.before and pair.after)]
    names = renamed(
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
        for pair in paired(then, now, title, words, lambda dated: names.get(id(dated[1])))
    ]


def title(dated: Dated) -> tuple[object, ...]:
    """What is the same of one heading in both reports: its years as distances from theirs."""
    year, heading = dated
    stems, years = shifted(heading.text, year)
    return heading.level, stems or folded(heading.text), years


def words(dated: Dated) -> tuple[str, ...]:
    return stemmed(dated[1].text)


def renamed(gone: Sequence[Dated], new: Sequence[Dated]) -> dict[int, int]:
    """A name in common for each new heading and the one of its level that it most resembles."""
    names: dict[int, int] = {}
    for _, heading in new:
        close = [
            (alike(heading, old), -rank, old)
            for rank, (_, old) in enumerate(gone)
            if old.level == heading.level and id(old) not in names
        ]
        best = max(close, default=None, key=lambda each: each[:2])
        if best and best[0] >= KIN:
            names[id(heading)] = names[id(best[2])] = id(heading)
    return names


def alike(one: Heading, other: Heading) -> float:
    a, b = set(stemmed(one.text)), set(stemmed(other.text))
    return len(a & b) / len(a | b) if a and b else 0
