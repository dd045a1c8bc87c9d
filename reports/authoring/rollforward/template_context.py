"""Prepares the open tasks for the templates that list them."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from reports.authoring.rollforward.expected_fields import Closing
from reports.authoring.rollforward.progress import OpenTask
from reports.checks.fullness import Fullness

SHARED_LABELS = 2  # labels that lead to a row, a card or a group of figures


@dataclass(frozen=True)
class LineGroup:
    """The open tasks of one row, card or group of figures, which may be closed together."""

    name: str
    lines: list[dict[str, Any]]

    @property
    def closable(self) -> int:
        """The number of tasks that can be closed at once; rereading is confirmed one by one."""
        closings = [line["task"].closing for line in self.lines]
        return sum(closing not in (Closing.NONE, Closing.REREAD) for closing in closings)


def build_context(fullness: Fullness) -> dict[str, Any]:
    """Return the context of the panel."""
    progress = fullness.measured
    return {
        "summary": str(fullness) or "Rien ne manque",
        "done": progress.done,
        "total": progress.total,
        "roll": progress.roll,
        "sections": [(name, len(held), group_lines(held)) for name, held in progress.sections],
    }


def group_lines(lines: list[OpenTask]) -> list[LineGroup]:
    """Return the tasks of a section; adjacent ones of the same row or card are one group."""
    groups = []
    for (_, labels), held in groupby(
        lines, key=lambda task: (task.block, task.trail[:SHARED_LABELS])
    ):
        shared = list(held)
        if len(shared) == 1:
            groups.append(LineGroup("", [build_line(shared[0], shared[0].where)]))
        else:
            rest = [
                build_line(task, " › ".join(task.trail[SHARED_LABELS:]) or task.where)
                for task in shared
            ]
            groups.append(LineGroup(" › ".join(labels), rest))
    return groups


def build_line(task: OpenTask, name: str) -> dict[str, Any]:
    return {"task": task, "name": name}
