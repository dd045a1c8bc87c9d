"""Suggests corrections for searches without results: known words that differ by one letter.

Suggestions come only from entries that the perspective may see, so that neither a suggestion nor
its response time reveals anything hidden.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from string import ascii_lowercase

from reports.content.search.entry_query import list_visible_entries
from reports.content.visibility.perspective import Perspective
from reports.core.text.search_words import SearchWord, place_search_words
from reports.core.text.stems import Word, normalize_text

MIN_WORD_CHARACTERS = 5  # letters of a word that is corrected


@dataclass(frozen=True)
class Vocabulary:
    """The words of the visible entries, as printed and folded, each with its frequency."""

    stored: Counter[str]
    folded: Counter[str]
    stems: frozenset[str]

    @classmethod
    def read(cls, perspective: Perspective) -> "Vocabulary":
        """Read the words of all entries that may be seen: one statement, over all of them."""
        rows = list_visible_entries(perspective).values_list("words", "stems")
        stored: Counter[str] = Counter()
        folded: Counter[str] = Counter()
        stems: set[str] = set()
        for words, stemmed in rows.iterator(chunk_size=2_000):
            stored.update(words.split())
            stems.update(stemmed.split())
        for word, count in stored.items():
            folded[word.partition("=")[0]] += count
        return cls(stored, folded, frozenset(stems))

    def knows(self, word: SearchWord) -> bool:
        """Return whether one of the entries has the word."""
        if not self.stems.isdisjoint(word.stems):
            return True
        forms = (self.folded, self.stems) if word.prefix else ()
        return any(each.startswith(word.prefix) for form in forms for each in form)

    def find_neighbour(self, folded: str) -> str | None:
        """Return the most frequent word that is one edit away, as it is printed most often."""
        neighbours = {each for each in iterate_edits(folded) if each in self.folded}
        if not neighbours:
            return None
        best = min(neighbours, key=lambda each: (-self.folded[each], each))
        forms = (each for each in self.stored if each.partition("=")[0] == best)
        return min(forms, key=lambda each: (-self.stored[each], each)).rpartition("=")[2]


def iterate_edits(word: str) -> Iterator[str]:
    """Yield what a word becomes with one letter less, more, other, or two letters exchanged."""
    for place in range(len(word) + 1):
        before, after = word[:place], word[place:]
        for letter in ascii_lowercase:
            yield f"{before}{letter}{after}"
            if after:
                yield f"{before}{letter}{after[1:]}"
        if after:
            yield f"{before}{after[1:]}"
        if len(after) > 1:
            yield f"{before}{after[1]}{after[0]}{after[2:]}"


def is_correctable(query: str, prefix: bool) -> bool:
    """Return whether a word of a query may be replaced: others need no vocabulary."""
    return any(is_long(word) for word, _ in place_search_words(query, prefix))


def correct_query(query: str, prefix: bool, vocabulary: Vocabulary) -> str | None:
    """Return a query with other words for those that no entry has; None if there is none.

    Only words of five letters and more are replaced: if another is unknown, nothing is found.
    """
    words = place_search_words(query, prefix)
    corrected = text = normalize_text(query)
    for word, searched in reversed(words):  # from the end, so that places before it stay
        if vocabulary.knows(searched):
            continue
        other = vocabulary.find_neighbour(word.folded) if is_long(word) else None
        if other is None:
            return None
        corrected = f"{corrected[: word.start]}{other}{corrected[word.end :]}"
    return corrected if corrected != text else None


def is_long(word: Word) -> bool:
    return len(word.folded) >= MIN_WORD_CHARACTERS and word.folded.isalpha()
