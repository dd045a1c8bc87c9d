"""Pairs the items of two lists, and finds which are unchanged, new, removed or moved."""

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
Key = Callable[[T], Hashable]


@dataclass(frozen=True)
class Pair(Generic[T]):
    """One item before and after, with its positions (from 0); None on the side that lacks it."""

    before: T | None = None
    after: T | None = None
    was: int | None = None
    now: int | None = None
    moved: bool = False


def pair_items(before: Sequence[T], after: Sequence[T], *keys: Key[T]) -> list[Pair[T]]:
    """Return pairs in the order of `after`; what is gone stands where it stood.

    Each key in turn pairs what is still alone, in order of occurrence; a key that is false pairs
    nothing.
    """
    pairs: dict[int, int] = {}
    for key in keys:
        free: defaultdict[Hashable, deque[int]] = defaultdict(deque)
        for place in sorted(set(range(len(before))) - set(pairs.values())):
            free[key(before[place])].append(place)
        for place, thing in enumerate(after):
            if place not in pairs and (name := key(thing)) and free.get(name):
                pairs[place] = free[name].popleft()
    return list(order_pairs(before, after, pairs))


def order_pairs(
    before: Sequence[T], after: Sequence[T], pairs: dict[int, int]
) -> Iterator[Pair[T]]:
    still = find_unmoved([pairs[place] for place in sorted(pairs)])
    gone: defaultdict[int, list[Pair[T]]] = defaultdict(list)
    paired, last = set(pairs.values()), -1
    for place, thing in enumerate(before):
        if place in paired:
            last = place
        else:
            gone[last].append(Pair(before=thing, was=place))
    yield from gone[-1]
    for place, thing in enumerate(after):
        was = pairs.get(place)
        if was is None:
            yield Pair(after=thing, now=place)
        else:
            yield Pair(before[was], thing, was, place, was not in still)
            yield from gone[was]


def find_unmoved(places: Sequence[int]) -> set[int]:
    """Return the most places that are still in their order: the others were moved."""
    tails: list[int] = []
    before: dict[int, int | None] = {}
    for place in places:
        rank = bisect_left(tails, place)
        before[place] = tails[rank - 1] if rank else None
        tails[rank : rank + 1] = [place]
    found, place_ = set(), tails[-1] if tails else None
    while place_ is not None:
        found.add(place_)
        place_ = before[place_]
    return found
