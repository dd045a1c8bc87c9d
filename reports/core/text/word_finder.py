"""Finds the words of a search in texts, to mark them in results and excerpts."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from itertools import chain

from reports.core.text.search_words import SearchWord
from reports.core.text.stems import ENGLISH, LETTER, TOKEN, fold_word, read_printed

# What may be a letter, beside ASCII and the letters with accents of most languages of Europe: not
# the spaces, quotation marks and dashes of French.
OTHERS = "\\xaa\\xb5\\xba\\xbc-\\xbe\\u0180-\\u1fff\\u2071-\\U0010ffff"
ACCENTED = {letter: fold_word(letter)[:1] for letter in map(chr, range(0xC0, 0x180))}
MIN_SAFE_LETTERS = 4  # letters of a stem whose second is that of the word


class WordFinder:
    """Finds the words of one search in many texts; the result for each printed word is cached."""

    def __init__(self, searched: Iterable[SearchWord]) -> None:
        self.searched = tuple(searched)
        self.names = tuple(map(str, self.searched))  # which say what is searched for
        self.stems = {stem for word in self.searched for stem in word.stems}
        self.prefixes = tuple(word.prefix for word in self.searched if word.prefix)
        self.candidate = compile_candidate(frozenset((*self.stems, *self.prefixes)))
        self.decided: tuple[dict[str, bool], dict[str, bool]] = ({}, {})  # French, English

    def find_matches(
        self, text: str, language: str = "fr", start: int = 0, end: int | None = None
    ) -> Iterator[tuple[int, int]]:
        """Yield where the words stand that are found, in order; `text` is in NFC.

        Accents that follow a word belong to it. Words are looked for between `start` and `end`:
        no word may stand across the end.
        """
        is_english = language == ENGLISH
        decided = self.decided[is_english]
        for match in self.candidate.finditer(text, start, len(text) if end is None else end):
            printed = match[0]
            if (found := decided.get(printed)) is None:
                found = decided[printed] = self.finds(printed, is_english)
            if found:
                after = match.end()
                while after < len(text) and unicodedata.combining(text[after]):
                    after += 1
                yield match.start(), after

    def finds(self, printed: str, is_english: bool = False) -> bool:
        """Return whether one of the words finds a word of a text: by a stem or by its beginning."""
        folded, stems = read_printed(printed, is_english)
        if not self.stems.isdisjoint(stems):
            return True
        return bool(self.prefixes) and any(
            form.startswith(self.prefixes) for form in (folded, *stems)
        )


@lru_cache(256)
def compile_candidate(beginnings: frozenset[str]) -> re.Pattern[str]:
    """Return a pattern of the words that may have one of the stems or prefixes, once folded.

    An ASCII letter folds to itself in lower case, « é » to « e ». No stem loses its first letter,
    nor one of four letters and more its second (« dying » becomes « die »), unless the first folds
    to two, as « œ ». So most words of a text are passed over without a look. What other letters
    fold to is left to be seen.
    """
    firsts = {each[0] for each in beginnings}
    if any(each.isdigit() for each in firsts):
        return TOKEN
    # The engine looks for the first character fastest if nothing comes before it in the pattern.
    first = f"[{list_letters(firsts)}{OTHERS}]"
    rest = rf"(?<!{LETTER}{LETTER})(?<={LETTER}){LETTER}*"
    if all(len(each) >= MIN_SAFE_LETTERS for each in beginnings):
        second = f"[{list_letters({each[1] for each in beginnings})}{OTHERS}]"
        rest = f"(?:(?<=[^\\x00-\\x7f])|(?={second})){rest}"
    return re.compile(f"{first}{rest}")


def list_letters(letters: Collection[str]) -> str:
    """Return what may fold to one of some letters, for a class of characters."""
    ascii_letters = (each + each.upper() for each in letters if each.isascii())
    accented = (
        each for each, folded in ACCENTED.items() if folded in letters or not folded.isascii()
    )
    return "".join(sorted(chain(ascii_letters, accented)))
