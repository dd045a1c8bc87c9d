"""Where the words of a search stand in texts."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from reports.text.search_words import SearchWord
from reports.text.stems import ENGLISH, LETTER, TOKEN, read_printed


class WordFinder:
    """Finds the words of one search in many texts.

    Whether a printed word is one of them is decided once, however often it is printed.
    """

    def __init__(self, searched: Iterable[SearchWord]) -> None:
        self.searched = tuple(searched)
        self.names = tuple(map(str, self.searched))  # which say what is searched for
        self.stems = {stem for word in self.searched for stem in word.stems}
        self.prefixes = tuple(word.prefix for word in self.searched if word.prefix)
        self.candidate = compile_candidate({each[0] for each in (*self.stems, *self.prefixes)})
        self.decided: tuple[dict[str, bool], dict[str, bool]] = ({}, {})  # French, English

    def find_matches(self, text: str, language: str = "fr") -> Iterator[tuple[int, int]]:
        """Yield where the words stand that are found, in order; `text` is in NFC.

        Accents that follow a word belong to it.
        """
        is_english = language == ENGLISH
        decided = self.decided[is_english]
        for match in self.candidate.finditer(text):
            printed = match[0]
            if (found := decided.get(printed)) is None:
                found = decided[printed] = self.finds(printed, is_english)
            if found:
                end = match.end()
                while end < len(text) and unicodedata.combining(text[end]):
                    end += 1
                yield match.start(), end

    def finds(self, printed: str, is_english: bool = False) -> bool:
        """Return whether one of the words finds a word of a text: by a stem or by its beginning."""
        folded, stems = read_printed(printed, is_english)
        if not self.stems.isdisjoint(stems):
            return True
        return bool(self.prefixes) and any(
            form.startswith(self.prefixes) for form in (folded, *stems)
        )


def compile_candidate(beginnings: set[str]) -> re.Pattern[str]:
    """Return a pattern of the words that may begin, once folded, with one of the characters.

    An ASCII letter folds to itself in lower case, and no stem loses its first letter: so most words
    of a text are passed over without a look. What other letters fold to is left to be seen.
    """
    if any(each.isdigit() for each in beginnings):
        return TOKEN
    letters = "".join(sorted(each + each.upper() for each in beginnings if each.isascii()))
    # The engine looks for the first character fastest if nothing comes before it in the pattern.
    first = rf"[{letters}\x80-\U0010ffff]"
    return re.compile(rf"{first}(?<!{LETTER}{LETTER})(?<={LETTER}){LETTER}*")
