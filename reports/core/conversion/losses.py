"""Finds the words, figures, links, records and ticks that a conversion would lose.

Everything in the old blocks is compared with everything in the new ones, so that no conversion
can forget to report what it leaves out.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.core.conversion.leaves import (
    count_leading,
    count_references,
    iterate_figures,
    iterate_leaves,
    iterate_links,
)
from reports.core.document.block import Block
from reports.core.document.body import Document
from reports.core.figures import compose
from reports.core.text.words import split_words


@dataclass(frozen=True)
class LostWords:
    """The words of one part that the new blocks do not contain; `place` is its French name."""

    place: str
    texts: tuple[str, ...]

    @property
    def count(self) -> int:
        return sum(len(split_words(text)) for text in self.texts)


@dataclass(frozen=True)
class Losses:
    """The content of the old blocks that the new ones do not contain."""

    words: tuple[LostWords, ...]
    figures: tuple[str, ...]
    """Figures whose words stay, but which are not read as numbers any more."""
    links: tuple[str, ...]
    references: tuple[tuple[str, int], ...]
    """How many records of each kind are not referred to any more."""
    leading: int
    """How many ticks on what sums up the report are gone."""

    @property
    def word_count(self) -> int:
        return sum(lost.count for lost in self.words)


def find_losses(before: Sequence[Block], after: Sequence[Block]) -> Losses:
    """Return what stands in some blocks and not in the others."""
    old, new = (Document(tuple(blocks)) for blocks in (before, after))
    references = count_references(old) - count_references(new)
    by_kind = Counter[str]()
    for (kind, _), count in references.items():
        by_kind[kind] += count
    return Losses(
        tuple(find_lost_words(old, new)),
        tuple(find_lost_figures(old, new)),
        tuple((Counter(iterate_links(old)) - Counter(iterate_links(new))).elements()),
        tuple(by_kind.items()),
        max(0, count_leading(old) - count_leading(new)),
    )


def find_lost_words(old: Document, new: Document) -> Iterator[LostWords]:
    """Yield the words that are lost, by their places, in the order of print."""
    kept = Counter(word for leaf in iterate_leaves(new) for word in split_words(leaf.text))
    same = {(leaf.path, leaf.text) for leaf in iterate_leaves(new)}
    leaves = list(iterate_leaves(old))
    for leaf in leaves:
        if (leaf.path, leaf.text) in same:
            kept.subtract(split_words(leaf.text))
    lost: dict[str, list[str]] = {}
    for leaf in leaves:
        if (leaf.path, leaf.text) not in same:
            lost.setdefault(leaf.place, []).extend(take_words(leaf.text, kept))
    yield from (LostWords(place, tuple(texts)) for place, texts in lost.items() if texts)


def take_words(text: str, kept: Counter[str]) -> Iterator[str]:
    """Take the words of a text out of those that are kept; yield the runs that are not among them.

    A text of which nothing is kept is quoted as it stands.
    """
    words = split_words(text)
    runs: list[list[str]] = [[]]
    for word in words:
        if kept[word] > 0:
            kept[word] -= 1
            runs.append([])
        else:
            runs[-1].append(word)
    filled = [run for run in runs if run]
    if len(filled) == 1 and filled[0] == words:
        yield " ".join(text.split())
    else:
        yield from (" ".join(run) for run in filled)


def find_lost_figures(old: Document, new: Document) -> Iterator[str]:
    """Yield the figures that are words now, or are left out, by what they say."""
    kept = Counter(map(compose, iterate_figures(new)))
    words = Counter(word for leaf in iterate_leaves(new) for word in split_words(leaf.text))
    for figure in iterate_figures(old):
        if kept[compose(figure)] > 0:
            kept[compose(figure)] -= 1
        elif all(words[word] for word in split_words(figure.raw)):
            yield figure.text
