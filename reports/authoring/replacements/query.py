"""A search in a report, and the text that replaces its matches."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from reports.content.validation import lengths
from reports.core.text.edits import Change, Edit
from reports.core.text.french_spaces import format_count

CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]")
APOSTROPHES = "’ʼ"
LIGATURES = {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE"}
EMPTY = "Tapez ce que vous cherchez."
TOO_LONG = (
    "C’est trop long\u00a0: {most} signes au plus, pour ce que vous cherchez comme pour le reste."
)


class Refused(Exception):
    """Raised when nothing can be replaced; the message is a French sentence for the user."""


@dataclass(frozen=True)
class Query:
    """Words to find literally, without patterns, and their replacement.

    A space also matches a no-break space, and an apostrophe a curved one. A capital stays a capital
    unless the search is case-sensitive.
    """

    words: str
    replacement: str
    with_accents: bool = False
    """Whether « é » and « e » differ."""
    with_case: bool = False
    whole_words: bool = False

    def __post_init__(self) -> None:
        """Refuse an empty search, and texts that are too long for any field."""
        if not self.sought:
            raise Refused(EMPTY)
        if max(len(self.words), len(self.replacement)) > lengths.MAX_LINE_CHARACTERS:
            raise Refused(TOO_LONG.format(most=format_count(lengths.MAX_LINE_CHARACTERS)))

    @cached_property
    def sought(self) -> str:
        return "".join(self.fold(sign) for sign in self.words)

    @cached_property
    def written(self) -> str:
        """The replacement on one line, without control characters."""
        return CONTROL.sub(" ", self.replacement)

    def find(self, text: str) -> Iterator[Change]:
        """Yield the matches from left to right, without overlaps."""
        folded, places = self.fold_text(text)
        sought = self.sought
        place = folded.find(sought)
        while place >= 0:
            end = place + len(sought)
            start, stop = places[place], places[end]
            is_whole = places[end - 1] < stop and (not place or places[place - 1] < start)
            if is_whole and (not self.whole_words or is_word(folded, place, end)):
                written = self.write(text[start:stop])
                if text[start:stop] != written:
                    yield (Edit(start, stop, written),)
                place = folded.find(sought, end)
            else:
                place = folded.find(sought, place + 1)

    def write(self, found: str) -> str:
        """Return the replacement of a match, capitalised if only the match begins with a
        capital.
        """
        has_capital = found[:1].isupper() and not self.words[:1].isupper()
        if self.with_case or not has_capital:
            return self.written
        return self.written[:1].upper() + self.written[1:]

    def fold(self, sign: str) -> str:
        """Return a character as it is compared."""
        if sign.isspace():
            return " "
        if sign in APOSTROPHES:
            return "'"
        if not self.with_accents:
            decomposed = unicodedata.normalize("NFD", sign)
            sign = "".join(each for each in decomposed if not unicodedata.combining(each))
            sign = LIGATURES.get(sign, sign)
        return sign if self.with_case else sign.casefold()

    def fold_text(self, text: str) -> tuple[str, list[int]]:
        """Return a text folded for comparison, and the position of each folded character in the
        text.

        The last position is the end of the text. A combining accent belongs to its letter.
        """
        folded: list[str] = []
        places: list[int] = []
        for place, sign in enumerate(text):
            signs = self.fold(sign)
            folded.append(signs)
            places += [place] * len(signs)
        return "".join(folded), [*places, len(text)]


def is_word(text: str, start: int, end: int) -> bool:
    """Say whether no word goes on before or after a place of a text."""
    before, first = text[start - 1 : start], text[start : start + 1]
    last, after = text[end - 1 : end], text[end : end + 1]
    return not (is_letter(before) and is_letter(first)) and not (
        is_letter(last) and is_letter(after)
    )


def is_letter(sign: str) -> bool:
    """Say whether a character is part of a word; an empty one is not."""
    return sign.isalnum() or sign == "_"
