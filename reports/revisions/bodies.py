"""Two states of a body, compared block by block."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from reports import outline
from reports.checks.reading.walk import headings
from reports.revisions import naming
from reports.revisions.alone import alone
from reports.revisions.change import Change, Kind, Stayed, whole
from reports.revisions.leftovers import Leftover, leftovers
from reports.revisions.pairing import Pair, paired
from reports.revisions.records import Names
from reports.revisions.walk import changes


@dataclass(frozen=True)
class Entry:
    """What is to be said of one block: its section, what it is called, what became of it."""

    section: str
    title: str
    note: str = ""
    kind: Kind = Kind.SAME
    changes: list[Change] = field(default_factory=list)
    stayed: list[Stayed] = field(default_factory=list)


@dataclass
class Bodies:
    """Two states of a body, with what is worked out once for all of their blocks."""

    before: Any
    after: Any
    names: Names = field(default_factory=Names)

    @cached_property
    def sections(self) -> tuple[list[str], list[str]]:
        return sectioned(self.before), sectioned(self.after)

    def entry(self, pair: Pair[Any]) -> Entry | None:
        """What there is to say of one block; None where nothing changed for anybody."""
        if pair.was is None:
            return self.alone(pair.now or 0, Kind.NEW, "bloc ajouté")
        if pair.now is None:
            return self.alone(pair.was, Kind.GONE, "bloc retiré")
        return self.changed(pair.was, pair.now, pair.moved)

    def alone(self, place: int, kind: Kind, note: str) -> Entry:
        new = kind is Kind.NEW
        child = (self.after if new else self.before)[place]
        found = alone(child.block, child.value, (), kind)
        label = naming.titled(child.block, child.value)
        lines = [change for change in found if change.pieces]
        return Entry(self.sections[new][place], label, note, kind, lines)

    def changed(self, was: int, now: int, moved: bool) -> Entry | None:
        one, other = self.before.raw_data[was], self.after.raw_data[now]
        same = one["value"] == other["value"]
        if same and not moved:
            return None
        child = self.after[now]
        values = (self.before[was].value, child.value)
        found = [] if same else list(changes(child.block, *values, (), self.names))
        lines = [change for change in found if isinstance(change, Change)]
        if not lines and not moved:
            return None  # an id or a hidden field
        note = f"déplacé : {rank(was)} bloc avant, {rank(now)} après" if moved else ""
        stayed = [each for each in found if isinstance(each, Stayed) and outermost(each)]
        label = naming.titled(child.block, child.value)
        return Entry(self.sections[1][now], label, note, changes=lines, stayed=stayed)


def compared(before: Any, after: Any) -> tuple[list[Entry], int]:
    """What changed from one body (a stream value) to another, and how many blocks stayed."""
    bodies = Bodies(before, after)
    entries = [bodies.entry(pair) for pair in paired_blocks(before, after)]
    found = [entry for entry in entries if entry is not None]
    stayed = len(entries) - len(found)
    return [*found, *told(leftovers(before), leftovers(after))], stayed


def paired_blocks(before: Any, after: Any) -> list[Pair[Any]]:
    """Blocks by their place in both bodies: found again by their id, else by kind and name."""
    one = [(before, place) for place in range(len(before))]
    other = [(after, place) for place in range(len(after))]
    return paired(one, other, identity, content, title)


def identity(at: tuple[Any, int]) -> tuple[str, str] | None:
    stored = at[0].raw_data[at[1]]
    return (stored["type"], stored["id"]) if stored.get("id") else None


def content(at: tuple[Any, int]) -> tuple[str, str]:
    stored = at[0].raw_data[at[1]]
    return stored["type"], repr(stored["value"])


def title(at: tuple[Any, int]) -> tuple[str, str] | None:
    child = at[0][at[1]]
    name = naming.name(child.block, child.value)
    return (child.block_type, name) if name else None


def sectioned(body: Any) -> list[str]:
    """The number and title of the heading that each block stands under; a heading, its number."""
    numbered = {entry.id: entry for entry in outline.number(headings(body))}
    found, section = [], ""
    for place, stored in enumerate(body.raw_data):
        entry = numbered.get(stored.get("id") or str(place))
        if entry and stored["type"] == "heading":
            section = f"{entry.number} {entry.text}".strip()
            found.append(entry.number)
        else:
            found.append(section)
    return found


def rank(place: int) -> str:
    return f"{place + 1}ᵉ" if place else "1ᵉʳ"


def outermost(stayed: Stayed) -> bool:
    """Whether this counts what stayed in the block itself, and not in a part of it."""
    return bool(stayed.count) and not stayed.trail


def told(before: list[Leftover], after: list[Leftover]) -> Iterator[Entry]:
    """What was stored by blocks of another time, if it is in one of the two alone."""
    for leftover in before:
        if leftover not in after:
            line = Change((), whole(leftover.text, ""))
            note = "n’est plus repris"
            yield Entry("", leftover.title, note, Kind.GONE, [line])
    for leftover in after:
        if leftover not in before:
            line = Change((), whole("", leftover.text))
            yield Entry("", leftover.title, "version plus ancienne", Kind.NEW, [line])
