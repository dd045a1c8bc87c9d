"""Collects the replacements found in a report, and applies the chosen ones."""

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass, field

from reports.authoring.replacements.passage import Passage, build_passage
from reports.authoring.replacements.query import Refused
from reports.core.document.traversal import Visit
from reports.core.text.edits import Change, Edit, apply_edits, measure_edits
from reports.core.text.french_spaces import format_count
from reports.core.text.html_lines import HtmlLine, iterate_html_lines

Find = Callable[[str, str], Iterable[Change]]
"""A function that finds changes in a text; in the second one, as long, what is no French is blotted
out.
"""

Assess = Callable[[Change], tuple[str, str]]
"""A function that says how a figure will be read, and why a change cannot be made."""

MAX_LABEL_CHARACTERS = 60  # characters of a title or of the head of a row in a place
TOO_LONG = "{place}\u00a0: ce texte aurait {length} signes, {most} au plus. Rien n’a changé."


SPLIT = "À cheval sur un lien ou un chiffre cité, ou le tout\u00a0: à remplacer à la main."


def accept(change: Change) -> tuple[str, str]:
    """Accept a change in plain words."""
    return "", ""


@dataclass
class Collector:
    """Finds changes in the values of one block after another, and applies the chosen ones.

    Each change has a key, which stays the same for the same search in the same block. Changes whose
    key is in `chosen` are applied.
    """

    find: Find
    with_figures: bool
    """Whether figures are looked at; rules leave them as typed."""
    chosen: Container[str] = ()
    passages: list[Passage] = field(default_factory=list)
    taken: int = 0
    block: str = ""
    section: str = ""
    count: int = 0

    def enter(self, visit: Visit) -> None:
        """Continue with another block."""
        self.begin(visit.block.id, visit.section.title if visit.section else "")

    def begin(self, block: str, section: str = "") -> None:
        """Continue with the block or field that has this id."""
        self.block, self.section, self.count = block, section, 0

    def place(self, trail: tuple[str, ...]) -> str:
        return " › ".join(map(shorten, filter(None, (self.section, *trail))))

    def take(
        self, text: str, trail: tuple[str, ...], assess: Assess = accept, native: str | None = None
    ) -> list[Change]:
        """Record the changes found in a text as passages, and return the chosen ones."""
        found = self.find(text, text if native is None else native)
        return [change for change in found if self.record(text, change, trail, *assess(change))]

    def record(
        self, text: str, change: Change, trail: tuple[str, ...], note: str = "", fault: str = ""
    ) -> bool:
        """Record a change in a text as a passage, and return whether it is chosen."""
        passage = build_passage(
            self.next_key(), self.block, self.place(trail), text, change, note, fault
        )
        self.passages.append(passage)
        return self.is_chosen(passage.key) and not fault

    def next_key(self) -> str:
        key = f"{self.block}/{self.count}"
        self.count += 1
        return key

    def is_chosen(self, key: str) -> bool:
        """Return whether a key is chosen, and count it if so."""
        self.taken += key in self.chosen
        return key in self.chosen

    def edit_html(self, html: str, trail: tuple[str, ...]) -> list[Edit]:
        """Record the changes in rich text, and return the edits of its HTML for the chosen ones."""
        return [
            part
            for line in iterate_html_lines(html)
            if line.text
            for change in self.take(line.text, trail, build_assessor(line), line.native)
            for edit in change
            for part in line.to_html(edit)
        ]

    def edit_note(self, html: str, trail: tuple[str, ...]) -> list[Edit]:
        """Do the same in the note below a row."""
        return self.edit_html(html, trail)

    def apply(self, text: str, edits: list[Edit], most: int, trail: tuple[str, ...]) -> str:
        """Return a text with edits. Raise Refused for one that would be too long."""
        if not edits:
            return text
        self.refuse_longer(measure_edits(len(text), edits), max(most, len(text)), trail)
        return apply_edits(text, edits)

    def refuse_longer(self, length: int, most: int, trail: tuple[str, ...]) -> None:
        """Raise Refused if a text would be too long for its field."""
        if length > most:
            found, limit = map(format_count, (length, most))
            raise Refused(TOO_LONG.format(place=self.place(trail), length=found, most=limit))


def build_assessor(line: HtmlLine) -> Assess:
    """Return a function that refuses changes that would split a link or a citation of a line."""

    def assess(change: Change) -> tuple[str, str]:
        return "", SPLIT if any(map(line.splits_holder, change)) else ""

    return assess


def shorten(label: str) -> str:
    return label if len(label) <= MAX_LABEL_CHARACTERS else f"{label[: MAX_LABEL_CHARACTERS - 1]}…"


def flatten(changes: Iterable[Change]) -> list[Edit]:
    """Return the edits of changes, in their order."""
    return sorted(edit for change in changes for edit in change)
