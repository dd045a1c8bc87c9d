"""Finds the place of an address in another document: another version, next year's copy, an import.

Ids come first: they stay when blocks and rows are moved, sections are split, or a block is
converted to another type. The ids of next year's copy are derived from the old ones. An import has
new ids, so its places are paired by their names (`pairs_by_name`). A place without a certain match
is lost, and the reason is given.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property, partial

from reports.core.document import Document
from reports.core.document.block_ids import derive_id
from reports.core.document.part import Role
from reports.core.document.pointer import Pointer
from reports.core.document.relative_words import normalize_words
from reports.core.figure_addresses.address import FigureAddress, PlaceAddress
from reports.core.figure_addresses.pairs_by_name import NamePairs
from reports.core.figure_addresses.places import Place, Places
from reports.core.figure_addresses.resolving import get_places
from reports.core.figures import compose
from reports.core.figures.locale import Locale

HAVE_COLUMN = (Role.CELL, Role.ROW_HEAD)
"""The roles of places whose part is the id of a column."""


class Loss(Enum):
    """The reasons why a place has no match in another document, in French and in English."""

    UNKNOWN = "cet endroit n’y était pas", "there was no such place"
    PART = "son élément n’a plus cette partie", "its item no longer has this part"
    ITEM = "n’est plus dans son bloc", "no longer in its block"
    GONE = "n’est plus là", "no longer there"
    AMBIGUOUS = "plusieurs endroits se lisent comme lui", "several places read like it"

    def describe(self, locale: Locale) -> str:
        """Return the reason in the language of a report."""
        return self.value[locale.is_english]


class FoundBy(Enum):
    """The property by which a place was matched: it is the same in both documents."""

    ID = "id"
    ITEM = "item"
    """The id of its block, item or row; its part or column has another id or name."""
    NAME = "name"
    """The names of all that it stands in: another id, and no other place reads the same."""


@dataclass(frozen=True)
class Found:
    """The place in the other document that an address leads to."""

    pointer: Pointer
    by: FoundBy


@dataclass(frozen=True)
class PlaceMapping:
    """Maps places of one document to those of another.

    The years are those of the two reports: names that differ only by the distance between these
    years are the same. `renew` returns the id in the second document for an id of the first.
    """

    before: Document
    after: Document
    year_before: int = 0
    year_after: int = 0
    renew: Callable[[str], str] = str

    @classmethod
    def to_next_year(
        cls, before: Document, after: Document, years: tuple[int, int], report_key: object
    ) -> "PlaceMapping":
        """Return the mapping to a report that began as a copy, and has the key `report_key`.

        A place is mapped to the place that says the same of the later year.
        """
        return cls(before, after, *years, partial(derive_id, report_key))

    def map_address(self, address: FigureAddress, edition: PlaceAddress) -> FigureAddress | Loss:
        """Return an address in the report or version that `edition` is an address of, or the
        reason why there is none. What is stated of an indicator is the same wherever it stands.
        """
        if not isinstance(address, PlaceAddress):
            return address
        found = self.map_pointer(address.pointer)
        return found if isinstance(found, Loss) else replace(edition, pointer=found.pointer)

    def map_pointer(self, pointer: Pointer) -> Found | Loss:
        """Return where a place of the first document is in the second, or why it is nowhere."""
        place = self.old.find(pointer.path)
        if place is None:
            return Loss.AMBIGUOUS if self.old.has_several(pointer.path) else Loss.UNKNOWN
        wanted = self.renew_ids(place)
        if found := self.new.find(wanted.path):
            return Found(found.pointer, FoundBy.ID)
        if self.new.has_several(wanted.path):
            return Loss.AMBIGUOUS
        holder = self.new.find(wanted.item or wanted.block)
        if holder and (found := self.find_in_holder(place, holder)):
            return Found(found.pointer, FoundBy.ITEM)
        return self.find_by_name(place, wanted, holder)

    @cached_property
    def old(self) -> Places:
        return get_places(self.before)

    @cached_property
    def new(self) -> Places:
        return get_places(self.after)

    def renew_ids(self, place: Place) -> Pointer:
        return place.pointer.renew_ids(self.renew, has_column=place.role in HAVE_COLUMN)

    def find_in_holder(self, place: Place, holder: Place) -> Place | None:
        """Return the part of an item, row or block that is the same, if one alone is like it."""
        beside = self.old.children.get(place.wholes[-1], ()) if place.wholes else ()
        was = [each for each in beside if self.is_alike(place, each, self.year_before)]
        now = [
            each
            for each in self.new.children.get(holder.pointer.path, ())
            if self.is_alike(place, each, self.year_after)
        ]
        if len(was) == len(now) == 1:
            return now[0]
        return self.find_same_figure(place, holder)

    def find_same_figure(self, place: Place, holder: Place) -> Place | None:
        """Return the figure that reads the same in an item that has become a row, or a row that has
        become an item, if one alone does on either side.
        """
        other = {Role.FIGURE: Role.CELL, Role.CELL: Role.FIGURE}.get(place.role)
        item = place.pointer.item
        if other is None or not item or holder.pointer.item != self.renew(item):
            return None
        was = [each for each in self.old.list_below(item, place.role) if is_same(each, place)]
        now = [
            each for each in self.new.list_below(holder.pointer.item, other) if is_same(each, place)
        ]
        return now[0] if len(was) == len(now) == 1 else None

    def is_alike(self, one: Place, other: Place, year: int) -> bool:
        """Return whether two parts have one role and, where that says too little, one name."""
        if one.role is not other.role or one.is_whole or other.is_whole:
            return False
        match one.role:
            case Role.CELL:
                head = normalize_words(one.column_heading, self.year_before)
                return bool(head) and head == normalize_words(other.column_heading, year)
            case Role.TEXT | Role.RICH_TEXT:
                return one.names_its_node and other.names_its_node
        return one.role is not Role.COLUMN

    def find_by_name(self, place: Place, wanted: Pointer, holder: Place | None) -> Found | Loss:
        """Return the place of the same names where its block has other ids, or another type."""
        block = self.new.find(wanted.block)
        if block and type(block.visit.block) is type(place.visit.block):
            return Loss.PART if holder else Loss.ITEM
        found = self.find_whole(place) if place.holds_others else self.by_name.find(place)
        if found:
            return Found(found.pointer, FoundBy.NAME)
        return Loss.AMBIGUOUS if self.by_name.is_repeated(place) else Loss.GONE

    @cached_property
    def by_name(self) -> NamePairs:
        """The pairs of what neither document finds in the other by ids."""
        new = {self.renew_ids(each).path for each in self.old}
        return NamePairs(
            [each for each in self.old if self.is_alone(each)],
            [each for each in self.new if not each.holds_others and each.pointer.path not in new],
            self.year_before,
            self.year_after,
        )

    def is_alone(self, place: Place) -> bool:
        """Return whether a place that holds no others is not in the second document by its ids."""
        return not place.holds_others and not self.new.find(self.renew_ids(place).path)

    def find_whole(self, place: Place) -> Place | None:
        """Return the block, item, row or table that has what this one had, most of it at least."""
        path = place.pointer.path
        filled = [each for each in self.old if path in each.wholes and each.is_filled]
        successors = [found for each in filled if (found := self.find_successor(each))]
        depth = len(place.wholes)
        paths = {take_whole(each, depth, len(old.wholes)) for old, each in successors}
        if len(paths) != 1 or len(successors) * 2 < len(filled):
            return None
        whole = self.new.find(paths.pop())
        return whole if whole and whole.role is place.role else None

    def find_successor(self, place: Place) -> tuple[Place, Place] | None:
        """Return a place that holds no others, and where it is now."""
        found = self.new.find(self.renew_ids(place).path) or self.by_name.find(place)
        return (place, found) if found else None


def is_same(one: Place, other: Place) -> bool:
    """Return whether two figures read the same, or two places have the same words."""
    first, second = one.figure, other.figure
    if first and second and first.is_number and second.is_number:
        return compose(first) == compose(second)
    return bool(one.text) and one.text == other.text


def take_whole(place: Place, depth: int, length: int) -> str:
    """Return the path of what a place stands in, as deep as in another that has `length` wholes:
    the outermost and the nearest are so whatever stands between them.
    """
    if depth == 0 or depth < len(place.wholes) == length:
        return place.wholes[depth]
    return place.wholes[-1] if depth == length - 1 else ""
