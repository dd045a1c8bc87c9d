"""Counts what a report lacks: figures to fill in, and texts to reread."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from reports.authoring.models import RollForward
from reports.authoring.rollforward.expected_fields import Closing, ExpectedField, iterate_fields
from reports.authoring.rollforward.passages import iterate_passages
from reports.authoring.rollforward.suggestions import FIGURE, WORDS
from reports.content.blocks.draft_problems import find_problems
from reports.content.models import AnnualReportPage
from reports.content.models.page_document import read_body
from reports.core.document import Document


@dataclass(frozen=True)
class OpenTask:
    """A field to fill in, or a text to reread.

    `trail` has the labels that lead to it in its block, `was` its value last year. `near`, `field`
    and `cell` locate it in the form: an id, the names of fields below that id, or the name of a
    cell. `closing` is the way to close the task, whose `key` is that of its field.
    """

    block: str
    section: str
    trail: tuple[str, ...]
    was: str = ""
    near: str = ""
    field: str = ""
    cell: str = ""
    key: str = ""
    closing: Closing = Closing.NONE

    @property
    def where(self) -> str:
        return " › ".join(self.trail)

    @property
    def is_reread(self) -> bool:
        """True if the content exists and only has to be reread."""
        return self.closing is Closing.REREAD


@dataclass(frozen=True)
class Progress:
    """The number of finished tasks, and the open ones in the order of the report.

    `unfilled` are those that the roll-forward created; nothing is published before they are done.
    """

    done: int
    remaining: list[OpenTask] = field(default_factory=list)
    roll: RollForward | None = None
    unfilled: list[OpenTask] = field(default_factory=list)

    @property
    def total(self) -> int:
        return self.done + len(self.remaining)

    @property
    def sections(self) -> list[tuple[str, list[OpenTask]]]:
        return [
            (name, list(held))
            for name, held in groupby(self.remaining, key=lambda task: task.section)
        ]


def list_open_tasks(page: AnnualReportPage) -> Progress:
    """Return the open tasks of a draft in memory.

    They are those that the roll-forward created, fields without which no report is published, and
    files that readers would not find.
    """
    document = read_body(page)
    progress = measure_document(page, document)
    sections = list_sections(document)
    known = {task.block for task in progress.remaining}
    lacking = [
        OpenTask(problem.block, sections.get(problem.block, ""), (problem.message,))
        for problem in find_problems(page)
        if problem.block not in known
    ]
    keys = {task.key for task in progress.remaining}
    files = [each for each in list_missing_files(page, document, sections) if each.key not in keys]
    return replace(
        progress, remaining=sort_tasks([*progress.remaining, *lacking, *files], sections)
    )


def list_missing_files(
    page: AnnualReportPage, document: Document, sections: dict[str, str]
) -> Iterator[OpenTask]:
    """Yield the downloads without a document. A report may be published with them: readers see
    their titles, and no file.
    """
    for expected in iterate_fields(page, document):
        if expected.refers_to == "document" and expected.is_empty:
            yield OpenTask(
                expected.block,
                sections.get(expected.block, ""),
                (*expected.trail[:-1], f"{expected.trail[-1]} : le fichier manque."),
                near=expected.nearest_id,
                field=expected.field,
                key=expected.key,
            )


def measure_document(page: AnnualReportPage, document: Document) -> Progress:
    """Return the tasks that the roll-forward left in a draft: emptied fields and texts to reread.

    Content that was removed since is no longer expected.
    """
    roll = getattr(page, "roll_forward", None) if page.pk else None
    if roll is None:
        return Progress(0)
    sections = list_sections(document)
    remaining, done = [], 0
    for is_open, task in iterate_tasks(page, document, roll, sections):
        remaining += [task] if is_open else []
        done += not is_open
    remaining = sort_tasks(remaining, sections)
    return Progress(done, remaining, roll, remaining)


def sort_tasks(tasks: list[OpenTask], sections: dict[str, str]) -> list[OpenTask]:
    """Return things to do from the top of the report to its end."""
    ranks = {block: rank for rank, block in enumerate(sections, 1)}
    return sorted(tasks, key=lambda task: ranks.get(task.block, 0))


def iterate_tasks(
    page: AnnualReportPage, document: Document, roll: RollForward, sections: dict[str, str]
) -> Iterator[tuple[bool, OpenTask]]:
    """Yield the tasks of the new report, each with whether it is still open."""
    for expected in iterate_fields(page, document):
        unchanged_value = roll.unchanged.get(expected.key)
        if expected.key not in roll.expected and unchanged_value is None:
            continue
        is_closed = expected.key in roll.closed and not expected.words
        is_there = unchanged_value is not None and expected.value == unchanged_value
        is_unread = is_there and expected.key not in roll.reread
        wordless = find_missing_words(expected, roll)
        yield (
            (expected.is_empty and not is_closed) or is_unread or bool(wordless),
            OpenTask(
                expected.block,
                sections.get(expected.block, ""),
                expected.trail,
                roll.expected.get(expected.key) or unchanged_value or "",
                expected.nearest_id,
                wordless or expected.field,
                expected.cell,
                expected.key,
                Closing.REREAD if is_unread else expected.closing,
            ),
        )
    for passage in iterate_passages(page, document):
        digest = roll.prose.get(passage.block)
        if digest is not None:
            is_unread = passage.digest == digest and passage.block not in roll.reread
            section = sections.get(passage.block, "")
            trail = (passage.where,)
            yield (
                is_unread,
                OpenTask(
                    passage.block,
                    section,
                    trail,
                    key=passage.block,
                    closing=Closing.REREAD,
                ),
            )


def find_missing_words(expected: ExpectedField, roll: RollForward) -> str:
    """Return the field of the words that a figure lacks; empty if it lacks none.

    A figure alone does not say what it counts: if last year's fact had words, this year's needs
    some.
    """
    if expected.is_empty or expected.is_cell or expected.words:
        return ""
    fact = expected.key.removesuffix(FIGURE)
    parts = (name for name in reversed(WORDS) if roll.expected.get(f"{fact}{name}"))
    return next((expected.field.removesuffix(FIGURE) + name for name in parts), "")


def list_sections(document: Document) -> dict[str, str]:
    """Return the heading above each block, by the block's id; a heading is in its own section."""
    return {block.id: section.title if section else "" for block, section in document.placed_blocks}
