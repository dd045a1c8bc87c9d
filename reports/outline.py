"""The outline of a report: computed from its headings, never typed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """A heading in the outline: `number` is hierarchical, such as « 3.2 »."""

    id: str
    level: int
    number: str
    text: str
    anchor: str


def number(headings: Iterable[tuple[str, int, str, str]]) -> Iterator[Entry]:
    """Entries for headings given as (id, level from 2, text, anchor).

    A level that is skipped counts as the next one: an h4 right below an h2 is 1.1, not 1.0.1.
    """
    open_levels: list[int] = []
    counters: list[int] = []
    for id_, level, text, anchor in headings:
        while open_levels and open_levels[-1] > level:
            open_levels.pop()
            if not open_levels or open_levels[-1] < level:
                # a level between two others: it takes the place of the deeper one
                open_levels.append(level)
                break
            counters.pop()
        if not open_levels or open_levels[-1] < level:
            open_levels.append(level)
            counters.append(0)
        counters[-1] += 1
        yield Entry(id_, level, ".".join(map(str, counters)), text, anchor)
