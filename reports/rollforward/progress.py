"""What a report still wants: figures that were not given yet, words that nobody has read again."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from reports import outline
from reports.checks.reading.walk import headings
from reports.models import AnnualReportPage, RollForward
from reports.problems import problems
from reports.rollforward.prose import passages
from reports.rollforward.slots import slots


@dataclass(frozen=True)
class Left:
    """One thing to do: in which block and section, where there, what stood there last year; and
    what leads to it, an id with the names of fields below or the name of a cell.
    """

    block: str
    section: str
    where: str
    was: str = ""
    near: str = ""
    field: str = ""
    cell: str = ""
    is_prose: bool = False


@dataclass(frozen=True)
class Progress:
    """What is done of all that was to do, and what is left, in the order of the report."""

    done: int
    left: list[Left] = field(default_factory=list)
    roll: RollForward | None = None

    @property
    def total(self) -> int:
        return self.done + len(self.left)

    @property
    def percent(self) -> int:
        """Rounded down: 100 is when nothing is left."""
        return 100 * self.done // self.total if self.total else 100

    @property
    def sections(self) -> list[tuple[str, list[Left]]]:
        return [
            (name, list(held)) for name, held in groupby(self.left, key=lambda left: left.section)
        ]


def left_to_fill(page: AnnualReportPage) -> Progress:
    """Reads a draft as it is in memory.

    A report that was begun from another wants what was emptied then and what was kept to be read
    again; what has been taken out since is wanted no more. Any report wants what it cannot be
    published without.
    """
    roll = RollForward.objects.filter(report_id=page.pk).select_related("source").first()
    sections = dict(sectioned(page.body))
    wanted, done = [], 0
    for is_left, thing in asked(page, roll, sections) if roll else ():
        wanted += [thing] if is_left else []
        done += not is_left
    told = {thing.block for thing in wanted}
    wanted += [
        Left(problem.block, sections.get(problem.block, ""), problem.message)
        for problem in problems(page)
        if problem.block not in told
    ]
    ranks = {block: rank for rank, block in enumerate(sections, 1)}
    return Progress(done, sorted(wanted, key=lambda left: ranks.get(left.block, 0)), roll)


def asked(
    page: AnnualReportPage, roll: RollForward, sections: dict[str, str]
) -> Iterator[tuple[bool, Left]]:
    """What was left to do when the report was begun, and whether it still is."""
    for slot in slots(page):
        if slot.key in roll.expected:
            where, was = " › ".join(slot.trail), roll.expected[slot.key]
            section = sections.get(slot.block, "")
            near = slot.nearest, slot.field, slot.cell
            yield slot.is_hole, Left(slot.block, section, where, was, *near)
    for passage in passages(page):
        kept = roll.prose.get(passage.block)
        if kept is not None:
            unread = passage.digest == kept and passage.block not in roll.reread
            section = sections.get(passage.block, "")
            yield unread, Left(passage.block, section, passage.where, is_prose=True)


def sectioned(body: Any) -> Iterator[tuple[str, str]]:
    """Each block's id with the heading that it stands under, itself if it is one."""
    numbered = {entry.id: entry for entry in outline.number(headings(body))}
    section = ""
    for child in body:
        if entry := numbered.get(child.id or ""):
            section = f"{entry.number} {entry.text}".strip()
        yield child.id or "", section
