"""Compares the figures of two documents."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from reports.core.document import Document
from reports.core.document.pairing import pair_items
from reports.core.figure_addresses.placed_figures import PlacedFigure, list_figures
from reports.core.figures.typography import NO_BREAK_SPACE

NUMBERS = {2: "deux", 3: "trois", 4: "quatre", 5: "cinq", 6: "six", 7: "sept", 8: "huit", 9: "neuf"}
MAX_LISTED_FIGURES = 6  # figures of a row that its words list


@dataclass(frozen=True)
class FigureChange:
    """A figure that changed. `before` is empty for an added figure, `after` for a removed one.

    Figures that were added or removed together, as a row, an item or a block, are one change.
    """

    place: str
    block: str
    row: str
    column: str
    before: str
    after: str
    name: str = ""
    """What a single figure counts; empty where its place alone says it."""
    path: str = field(default="", compare=False)
    """The path of a single figure."""
    sentences: tuple[str, ...] = ()
    """The words of texts that cite it and changed with it."""

    @property
    def key(self) -> str:
        """The key by which an answer names this change; another change of the same figure has
        another.
        """
        parts = (self.block, self.row, self.column, self.place, self.before, self.after)
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]

    @property
    def sentence(self) -> str:
        """The proposed public sentence: « Services suivis : 58 au lieu de 59 »."""
        if not self.before:
            return f"Ajout : {self.after}"
        if not self.after:
            return f"Retrait : {self.before}"
        words = f"{self.after} au lieu de {self.before}{self.spread}"
        subject = self.name[:1].upper() + self.name[1:]
        return f"{subject}{NO_BREAK_SPACE}: {words}" if subject else words

    @property
    def spread(self) -> str:
        """At how many places it changed, if that is more than its own: « , à trois endroits »."""
        count = len(self.sentences) + 1
        if count == 1:
            return ""
        return f", à {NUMBERS.get(count, count)} endroits"


def compare_figures(before: Document, after: Document) -> list[FigureChange]:
    """Return the changes in the order of the document; removed figures come at their old place."""
    return list(FigureComparison(list_figures(before), list_figures(after)).changes())


class FigureComparison:
    """Compares the figures of two documents, by the ids of the blocks and items that both have."""

    def __init__(self, old: Sequence[PlacedFigure], new: Sequence[PlacedFigure]) -> None:
        self.blocks = {each.block for each in old} & {each.block for each in new}
        self.items = {each.item for each in old} & {each.item for each in new}
        self.new = {id(each) for each in new}
        self.pairs = pair_items(
            old, new, lambda each: each.path, self.place_elsewhere, self.figure_of_item
        )

    def place_elsewhere(self, each: PlacedFigure) -> str:
        """Return the place of a figure whose block has another id: an import writes new ones."""
        return "" if each.block in self.blocks else each.place

    def figure_of_item(self, each: PlacedFigure) -> tuple[object, ...]:
        """Return a key by which the figure of an item matches that of a row with the same id.

        A block that was converted to another type therefore counts as unchanged.
        """
        was_cell = bool(each.column) != (id(each) in self.new)
        says = each.reading or each.text
        return (each.item, was_cell, says) if says and each.item else ()

    def changes(self) -> Iterator[FigureChange]:
        together = self.group_added_or_removed()
        for pair in self.pairs:
            if pair.before and pair.after:
                if is_changed(pair.before, pair.after):
                    yield describe(pair.after, *distinguish(pair.before, pair.after))
            elif one := pair.before or pair.after:
                is_new = pair.before is None
                if parts := together.pop((is_new, self.find_container(one)), []):
                    yield self.describe_added_or_removed(parts, is_new)

    def group_added_or_removed(self) -> dict[tuple[bool, str], list[PlacedFigure]]:
        """Return the unmatched figures, grouped by whether they are new and by what contains
        them.
        """
        together: defaultdict[tuple[bool, str], list[PlacedFigure]] = defaultdict(list)
        for pair in self.pairs:
            one = pair.before or pair.after
            if one and one.is_figure and not (pair.before and pair.after):
                together[pair.before is None, self.find_container(one)].append(one)
        return together

    def find_container(self, each: PlacedFigure) -> str:
        """Return the id of the block or item that was added or removed with a figure, or else
        its path.
        """
        if each.block not in self.blocks:
            return each.block
        return each.path if each.item in self.items or not each.item else each.item

    def describe_added_or_removed(self, parts: list[PlacedFigure], is_new: bool) -> FigureChange:
        """Return one change for figures that were added or removed together."""
        first = parts[0]
        if first.block not in self.blocks:
            words = f"{first.block_name} : {len(parts)} chiffre{'s' if len(parts) > 1 else ''}"
            whole = FigureChange(first.section, first.block, "", "", words, "")
        elif self.find_container(first) == first.path:
            whole = describe(first, first.text, "")
        else:
            words = describe_row(first, ", ".join(each.text for each in parts[:MAX_LISTED_FIGURES]))
            whole = FigureChange(first.block_place, first.block, first.item, "", words, "")
        # It is built as what was removed; what was added is the reverse.
        return replace(whole, before=whole.after, after=whole.before) if is_new else whole


def is_changed(before: PlacedFigure, after: PlacedFigure) -> bool:
    """Return whether a figure was replaced by another figure or by words, or the reverse.

    A figure that is parsed differently has changed too, even if its text is the same. Another way
    to write the same figure is no change.
    """
    if before.reading and after.reading:
        return before.reading != after.reading
    is_same = (before.text, before.reading) == (after.text, after.reading)
    return not is_same and (before.is_figure or after.is_figure)


def distinguish(before: PlacedFigure, after: PlacedFigure) -> tuple[str, str]:
    """Return two figures in words, with their parsed values if they are printed alike."""
    if before.text != after.text:
        return before.text, after.text
    readings = (each.reading or "texte" for each in (before, after))
    first, last = (f"{after.text} (lu : {reading})" for reading in readings)
    return first, last


def describe(each: PlacedFigure, before: str, after: str) -> FigureChange:
    name = ", ".join(filter(None, (each.row_name, each.column_name)))
    return FigureChange(
        each.place, each.block, each.row, each.column, before, after, name, each.path
    )


def describe_row(first: PlacedFigure, texts: str) -> str:
    """Return the words of a row or an item."""
    return f"{first.row_name} : {texts}" if first.row_name else texts
