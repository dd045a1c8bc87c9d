"""Where the words of a search stand in texts."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from reports.text.search_words import SearchWord
from reports.text.stems import TOKEN, read_word


class WordFinder:
    """Finds the words of one search in many texts.

    Whether a printed word is one of them is decided once, however often it is printed.
    """

    def __init__(self, searched: Iterable[SearchWord]) -> None:
        self.searched = tuple(searched)
        self.stems = {stem for word in self.searched for stem in word.stems}
        self.prefixes = tuple(word.prefix for word in self.searched if word.prefix)
        self.decided: dict[str, bool] = {}

    def find_matches(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where the words stand that are found, in order; `text` is in NFC.

        Accents that follow a word belong to it.
        """
        decided = self.decided
        for match in TOKEN.finditer(text):
            printed = match[0]
            if (found := decided.get(printed)) is None:
                found = decided[printed] = self.finds(match)
            if found:
                end = match.end()
                while end < len(text) and unicodedata.combining(text[end]):
                    end += 1
                yield match.start(), end

    def finds(self, match: re.Match[str]) -> bool:
        """Return whether one of the words finds a word of a text: by a stem or by its beginning."""
        word = read_word(match)
        if not self.stems.isdisjoint(word.stems):
            return True
        return bool(self.prefixes) and any(
            form.startswith(self.prefixes) for form in (word.folded, *word.stems)
        )
