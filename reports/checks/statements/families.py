"""Finds words of the same family: « recevabilité » and « recevable », "refusal" and "refused"."""

from collections import defaultdict
from collections.abc import Sequence

MIN_STEM_LETTERS = 5  # letters that two stems of a family begin with, if one of them is no longer
MIN_SHARED_LETTERS, MIN_SHARED_PART = (
    6,
    0.6,
)  # letters that two others begin with, and their share of both
CROWD = 100  # stems that begin alike

Line = tuple[str, Sequence[str]]
"""The term whose definition a text is, else "", and the stems of the text."""


class Families:
    """An index of a report's texts by stem. Stems of the same family lead to the same texts."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.owners = [owner for owner, _ in lines]
        self.places: defaultdict[str, set[int]] = defaultdict(set)
        for place, (_, stems) in enumerate(lines):
            for stem in stems:
                self.places[stem].add(place)
        self.beginnings: defaultdict[str, list[str]] = defaultdict(list)
        for stem in self.places:
            if (
                len(stem) >= MIN_STEM_LETTERS
                and len(self.beginnings[stem[:MIN_STEM_LETTERS]]) < CROWD
            ):
                self.beginnings[stem[:MIN_STEM_LETTERS]].append(stem)

    def have(self, stems: Sequence[str], owner: str) -> bool:
        """Return whether a text that is not the owner's has a word of the family of each stem."""
        found = [self.find_places(stem) for stem in dict.fromkeys(stems)]
        return any(self.owners[place] != owner for place in set.intersection(*found))

    def find_places(self, stem: str) -> set[int]:
        """Return the texts that have a word of the family of a stem."""
        others = (
            self.beginnings.get(stem[:MIN_STEM_LETTERS], ())
            if len(stem) >= MIN_STEM_LETTERS
            else ()
        )
        family = {stem, *(other for other in others if is_akin(stem, other))}
        return set().union(*(self.places.get(each, ()) for each in family))


def is_akin(one: str, other: str) -> bool:
    """Return whether two stems begin with the same letters for the most part of both, or one with
    the other.
    """
    shared = next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    if shared == min(len(one), len(other)):
        return shared >= MIN_STEM_LETTERS
    return shared >= MIN_SHARED_LETTERS and shared >= MIN_SHARED_PART * max(len(one), len(other))
