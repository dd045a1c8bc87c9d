"""Where the words of a search stand in texts."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator

from reports.text.search_words import SearchWord
from reports.text.stems import ENGLISH, LETTER, TOKEN, read_printed

# What may be a letter and is no ASCII: not the spaces, quotation marks and dashes of French.
NOT_ASCII = "\\xaa\\xb5\\xba\\xbc-\\xbe\\xc0-\\u1fff\\u2071-\\U0010ffff"
SAFE = 4  # letters of a stem whose second is that of the word


class WordFinder:
    """Finds the words of one search in many texts.

    Whether a printed word is one of them is decided once, however often it is printed.
    """

    def __init__(self, searched: Iterable[SearchWord]) -> None:
        self.searched = tuple(searched)
        self.names = tuple(map(str, self.searched))  # which say what is searched for
        self.stems = {stem for word in self.searched for stem in word.stems}
        self.prefixes = tuple(word.prefix for word in self.searched if word.prefix)
        self.candidate = compile_candidate({*self.stems, *self.prefixes})
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


def compile_candidate(beginnings: Collection[str]) -> re.Pattern[str]:
    """Return a pattern of the words that may have one of the stems or prefixes, once folded.

    An ASCII letter folds to itself in lower case. No stem loses its first letter, nor one of four
    letters and more its second (« dying » becomes « die »). So most words of a text are passed over
    without a look. What other letters fold to is left to be seen.
    """
    firsts = {each[0] for each in beginnings}
    if any(each.isdigit() for each in firsts):
        return TOKEN
    # The engine looks for the first character fastest if nothing comes before it in the pattern.
    first = f"[{list_letters(firsts)}{NOT_ASCII}]"
    rest = rf"(?<!{LETTER}{LETTER})(?<={LETTER}){LETTER}*"
    if all(len(each) >= SAFE for each in beginnings):
        second = f"[{list_letters({each[1] for each in beginnings})}{NOT_ASCII}]"
        rest = f"(?:(?<=[{NOT_ASCII}])|(?={second})){rest}"
    return re.compile(f"{first}{rest}")


def list_letters(letters: Iterable[str]) -> str:
    """Return those letters that are ASCII, small and capital, for a class of characters."""
    return "".join(sorted(each + each.upper() for each in letters if each.isascii()))
