"""Finds numbers that announce what follows (« les cinq projets suivants ») and counts that."""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import takewhile

from reports.checks.arithmetic.addends import is_total
from reports.checks.arithmetic.list_sizes import find_lists, list_size, plain_end, top_level
from reports.checks.statements.target_claims import NUMBERS
from reports.core.reading import Reading
from reports.core.reading.parts import Block, Grid, Heading
from reports.core.reading.place import Place
from reports.core.text.grouping import group_values

NUMBER = rf"(?:{'|'.join(NUMBERS)}|\d{{1,3}}(?:[ \u00a0\u202f]?\d{{3}}){{0,2}})"
NOUN = r"[^\W\d_]{3,25}(?:\s[^\W\d_]{3,20})?"
FOLLOWING = re.compile(
    rf"\b(?:les|des|aux|nos|ses|the)\s(?P<french>{NUMBER})\s(?P<thing>{NOUN})\s"
    r"(?:suivante?s|ci-dessous|ci-après|below|that follow)\b"
    rf"|\b(?:the|these)\sfollowing\s(?P<english>{NUMBER})\s(?P<noun>{NOUN})",
    re.IGNORECASE,
)
TIMES = re.compile(
    r"\b(?:années?|mois|jours?|semaines?|trimestres?|semestres?|saisons?|exercices?|éditions?|pages?"
    r"|years?|months?|days?|weeks?|quarters?|terms?|seasons?|editions?)\b",
    re.IGNORECASE,
)
# What is named at once: « les cinq projets suivants : Halle, Pont, Quai… »
NAMED = re.compile(r"[^:,]*(?::\s*\w|,[^,]*,)")
MIN_COUNT = 2  # things that a sentence announces


@dataclass(frozen=True)
class Announcement:
    """The words that announce a number of things, the number, and how many things follow (`size`).

    `is_least` is true if some of these may be other things, as the parts of a section may be.
    """

    place: Place
    words: str
    number: Decimal
    size: int
    is_least: bool

    @property
    def is_right(self) -> bool:
        return self.number == self.size or (self.is_least and self.number < self.size)


def find_announcements(report: Reading) -> Iterator[Announcement]:
    """Yield what the last line of a paragraph says of the list, table or headings below it."""
    grids = {grid.place.rank: grid for grid in report.grids}
    headings = {heading.place.rank: n for n, heading in enumerate(report.headings)}
    texts = group_values((text.place.rank, text) for text in report.texts if text.html)
    for block in report.blocks:
        for text in texts.get(block.place.rank, ()):
            lists = [one for one in find_lists(text.html) if list_size(one.inner)]
            if lists:
                line = plain_end(text.html[: lists[0].start])
                size, is_least = list_size(lists[0].inner), False
            else:
                line = text.text.rstrip().rpartition("\n")[2]
                size, is_least = count_below(report, block, grids, headings)
            last = deque(FOLLOWING.finditer(line), maxlen=1)
            if last and size >= MIN_COUNT and not NAMED.match(line, last[0].end()):
                yield from announce(text.place, last[0], size, is_least=is_least)


def announce(
    place: Place, found: re.Match[str], size: int, *, is_least: bool
) -> Iterator[Announcement]:
    """Yield an announcement, unless it is of years or other spans of time."""
    if not TIMES.search(found["thing"] or found["noun"]):
        word = (found["french"] or found["english"]).lower()
        number = Decimal(NUMBERS.get(word, "".join(word.split())))
        yield Announcement(place, found[0], number, size, is_least)


def count_below(
    report: Reading, block: Block, grids: dict[int, Grid], headings: dict[int, int]
) -> tuple[int, bool]:
    """Return how many things the block right below lists, 0 where it lists none, and whether these
    may be more than was announced.
    """
    rank = block.place.rank + 1
    below = report.blocks[rank] if rank < len(report.blocks) else None
    if below is None:
        return 0, False
    if rank in headings:
        return count_headings(report.headings[headings[rank] :], report, block), True
    if rank in grids:
        rows = grids[rank].table.rows
        return sum(1 for row in rows if row.head.strip() and not is_total(row.head)), True
    if below.kind == "fact_list":
        return top_level(below.node.items), False
    first = (
        next(find_lists(below.node.text.running_html), None) if below.kind == "paragraph" else None
    )
    is_list = first is not None and not below.node.text.running_html[: first.start].strip()
    return (list_size(first.inner) if first and is_list else 0), False


def count_headings(below: list[Heading], report: Reading, block: Block) -> int:
    """Return how many parts of one level follow inside the part that a block stands in."""
    above, level = report.heading_above(block.place), below[0].level
    if above is not None and level <= above.level:
        return 0
    part = takewhile(lambda heading: heading.level >= level, below)
    return sum(1 for heading in part if heading.level == level)
