"""Pairs places of two documents by their names, where ids do not match.

The name of a place consists of its section, block, items, row, and column or part. Two places are
paired if each is the only one with that name in its document. For figures, row heads and names of
blocks, the type of the block may differ.
"""

from collections import Counter
from collections.abc import Hashable, Sequence

from reports.core.document.outline import Section
from reports.core.document.pairing import pair_items
from reports.core.document.part import Role
from reports.core.document.relative_words import normalize_words
from reports.core.figure_addresses.places import Place

OF_FIGURES = (Role.FIGURE, Role.CELL, Role.ROW_HEAD)


class NamePairs:
    """Pairs two lists of places by their names; each list is from the report of a year."""

    def __init__(
        self, before: Sequence[Place], after: Sequence[Place], year_before: int, year_after: int
    ) -> None:
        years = ((before, year_before), (after, year_after))
        names = [[list_keys(each, year) for each in places] for places, year in years]
        self.keys = {
            id(place): keys
            for (places, _), listed in zip(years, names, strict=True)
            for place, keys in zip(places, listed, strict=True)
        }
        sides = [Counter(key for keys in listed for key in keys) for listed in names]
        self.repeated = {key for side in sides for key, count in side.items() if count > 1}
        paired = pair_items(before, after, self.get_full_key, self.get_key_without_block)
        self.pairs = {id(each.before): each.after for each in paired if each.before}

    def get_full_key(self, place: Place) -> Hashable:
        return self.get_key(place, 0)

    def get_key_without_block(self, place: Place) -> Hashable:
        return self.get_key(place, 1)

    def get_key(self, place: Place, rank: int) -> Hashable:
        """Return a key of a place; nothing where it has none, or another place has it too."""
        key = self.keys[id(place)][rank]
        return None if key in self.repeated else key

    def find(self, place: Place) -> Place | None:
        return self.pairs.get(id(place))

    def is_repeated(self, place: Place) -> bool:
        """Return whether a place has the names of another, before or after."""
        return any(key in self.repeated for key in self.keys.get(id(place), ()) if key)


def list_keys(place: Place, year: int) -> tuple[Hashable, Hashable]:
    """Return the names of a place, with those of its block and without; None for too few."""

    def normalize(words: str) -> str:
        return normalize_words(words, year)

    visit = place.visit
    part = normalize(name_part(place))
    if not part:
        return None, None
    block_name = normalize(visit.block.display_name)
    names = tuple(map(normalize, place.names))
    sections = tuple(map(normalize, list_titles(visit.section)))
    full = sections, visit.block.stored_type, block_name, names, place.role, part
    if not block_name and not names:
        return None, None
    if place.role in OF_FIGURES and names:
        return full, (sections, names, place.role, part)
    is_name = place.names_its_node and block_name and not names
    return full, (sections, block_name, place.role) if is_name else None


def name_part(place: Place) -> str:
    """Return the head of a column, or else the name of the part."""
    match place.role:
        case Role.CELL:
            return place.column_heading
        case Role.COLUMN:
            return str(place.visit.value)
    return place.visit.name


def list_titles(section: Section | None) -> list[str]:
    """Return the titles that a section stands under, without their numbers, its own first."""
    titles = []
    while section:
        titles.append(section.heading.text)
        section = section.parent
    return titles
